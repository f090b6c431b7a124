import { createHmac } from "node:crypto";
import type { BidContent } from "../../domain/bidding/bid";
import { secretKey } from "../platform/process/secrets";
import { decrypt, encrypt, newKey, pad, receiptOf, unpad } from "./envelope";
import { inOneOrder } from "../../domain/requests/canonical-json";
import { openFromRequest, readRequestOpener, type RequestLock, type RequestOpener, sealToRequest } from "./request-key";
import { BID_DRAFT_BYTES, type BidDraft } from "../../domain/bidding/bid-draft";
import { type Reader, together, type Writer } from "../../db/database";
import type { ListedBidTemplate, StoredBidDraft, StoredBidTemplate } from "../../db/repositories/bid-drafts";
import { findOrganisationKey } from "../../db/repositories/platform";
import { assert } from "../../domain/shared/result";
import { organisationKey } from "./keys";
import type { FormValues } from "../../domain/shared/form-state";
import { saveOpened, type SealedBid, standingSealedBids, type versionsOf } from "../../db/repositories/bidding";

/** Where a sealed version belongs; part of every ciphertext, so that none can be moved. */
export type SealContext = { readonly requestId: string; readonly bidId: string; readonly version: number };

export type SealedVersion = {
  readonly sealed: Buffer;
  readonly keyForRequest: Buffer;
  readonly keyForBidder: Buffer;
  readonly receipt: string;
};

const nameOf = ({ requestId, bidId, version }: SealContext): string => `${requestId}|${bidId}|${version}`;

/** Seals a version with a key of its own, wrapped once to the request's key and once to the bidder's. */
export function sealBid(
  content: BidContent,
  context: SealContext,
  keys: { request: RequestLock; bidder: Buffer },
): SealedVersion {
  const name = nameOf(context);
  const dataKey = newKey();
  const sealed = encrypt(dataKey, pad(JSON.stringify(content)), name);
  return {
    sealed,
    keyForRequest: sealToRequest(keys.request, dataKey, `request|${name}`),
    keyForBidder: encrypt(keys.bidder, dataKey, `bidder|${name}`),
    receipt: receiptOf(sealed),
  };
}

/** Opens a version with the request's key (at the opening) or the bidder's (its own bid, any time). */
export function openBid(
  version: { sealed: Buffer; wrappedDataKey: Buffer },
  context: SealContext,
  by: { holder: "request"; key: RequestOpener } | { holder: "bidder"; key: Buffer },
): BidContent {
  const name = nameOf(context);
  const dataKey =
    by.holder === "request"
      ? openFromRequest(by.key, version.wrappedDataKey, `request|${name}`)
      : decrypt(by.key, version.wrappedDataKey, `bidder|${name}`);
  return JSON.parse(unpad(decrypt(dataKey, version.sealed, name))) as BidContent;
}

const keyedHash = (content: string, context: SealContext): string =>
  createHmac("sha256", secretKey("kouan-hash-key"))
    .update(`${nameOf(context)}|${content}`)
    .digest("base64url");

/** The receipt of an open bid: keyed, since its content is short enough to be guessed, and ours to recompute when it is shown. */
export const receiptOfOpenBid = (content: BidContent, context: SealContext): string =>
  keyedHash(inOneOrder(content), context);

/** How receipts of open bids were made until versions named their files: over the members in the order of their writing. */
export const formerReceiptOfOpenBid = (content: BidContent, context: SealContext): string =>
  keyedHash(JSON.stringify(content), context);

/** Whose draft on which request; part of every ciphertext, so that none can be moved. */
type DraftContext = { readonly requestId: string; readonly providerOrganisationId: string };

export type SealedDraft = { readonly sealed: Buffer; readonly keyForBidder: Buffer };

const draftNameOf = (of: DraftContext): string => `bid-draft|${of.requestId}|${of.providerOrganisationId}`;

/** Seals a draft with a key of its own that only the bidder's key opens: there is no opening at which anybody else could. */
export function sealDraft(draft: BidDraft, context: DraftContext, bidderKey: Buffer): SealedDraft {
  const name = draftNameOf(context);
  const dataKey = newKey();
  return {
    sealed: encrypt(dataKey, pad(JSON.stringify(draft), BID_DRAFT_BYTES), name),
    keyForBidder: encrypt(bidderKey, dataKey, `bidder|${name}`),
  };
}

function openDraft({ sealed, keyForBidder }: SealedDraft, context: DraftContext, bidderKey: Buffer): BidDraft {
  const name = draftNameOf(context);
  const dataKey = decrypt(bidderKey, keyForBidder, `bidder|${name}`);
  return JSON.parse(unpad(decrypt(dataKey, sealed, name))) as BidDraft;
}

/** What a draft says. Whether it is its own organisation that asks, the caller has decided. */
export async function readOwnDraft(db: Reader, draft: StoredBidDraft): Promise<BidDraft> {
  const wrapped = await findOrganisationKey(db, draft.providerOrganisationId);
  assert(wrapped, "who has saved a draft has its key");
  return openDraft(draft, draft, organisationKey(wrapped, draft.providerOrganisationId));
}

/** Whose template; part of every ciphertext, so that none can be moved. */
type TemplateContext = { readonly id: string; readonly providerOrganisationId: string };

type Sealed = { readonly sealedName: Buffer; readonly sealed: Buffer; readonly keyForBidder: Buffer };

/** Every name has this size before encryption. */
const NAME_BYTES = 512;

const templateNameOf = ({ id, providerOrganisationId }: TemplateContext): string =>
  `bid-template|${id}|${providerOrganisationId}`;

/** Seals a template's name and fields like a draft: with a key of its own that only the bidder's key opens. */
export function sealTemplate(
  template: { readonly name: string; readonly fields: FormValues },
  context: TemplateContext,
  bidderKey: Buffer,
): Sealed {
  const whose = templateNameOf(context);
  const dataKey = newKey();
  return {
    sealedName: encrypt(dataKey, pad(template.name, NAME_BYTES), `name|${whose}`),
    sealed: encrypt(dataKey, pad(JSON.stringify(template.fields), BID_DRAFT_BYTES), whose),
    keyForBidder: encrypt(bidderKey, dataKey, `bidder|${whose}`),
  };
}

const dataKeyOf = (of: Pick<Sealed, "keyForBidder">, context: TemplateContext, bidderKey: Buffer): Buffer =>
  decrypt(bidderKey, of.keyForBidder, `bidder|${templateNameOf(context)}`);

const openTemplateName = (
  of: TemplateContext & Pick<Sealed, "sealedName" | "keyForBidder">,
  bidderKey: Buffer,
): string => unpad(decrypt(dataKeyOf(of, of, bidderKey), of.sealedName, `name|${templateNameOf(of)}`));

const openTemplateFields = (
  of: TemplateContext & Pick<Sealed, "sealed" | "keyForBidder">,
  bidderKey: Buffer,
): FormValues => JSON.parse(unpad(decrypt(dataKeyOf(of, of, bidderKey), of.sealed, templateNameOf(of)))) as FormValues;

async function keyOf(db: Reader, organisationId: string): Promise<Buffer> {
  const wrapped = await findOrganisationKey(db, organisationId);
  assert(wrapped, "who has kept a template has its key");
  return organisationKey(wrapped, organisationId);
}

/** The names of one organisation's templates by their ids. Whether it is its own organisation that asks, the caller has decided. */
export async function readTemplateNames(
  db: Reader,
  templates: readonly ListedBidTemplate[],
): Promise<Map<string, string>> {
  const [first] = templates;
  if (!first) return new Map();
  const key = await keyOf(db, first.providerOrganisationId);
  return new Map(templates.map((template) => [template.id, openTemplateName(template, key)]));
}

/** What a template says, in the same way. */
export async function readTemplate(
  db: Reader,
  template: StoredBidTemplate,
): Promise<{ readonly name: string; readonly fields: FormValues }> {
  const key = await keyOf(db, template.providerOrganisationId);
  return { name: openTemplateName(template, key), fields: openTemplateFields(template, key) };
}

type Version = Awaited<ReturnType<typeof versionsOf>>[number];

export type ReadOwnVersion = (version: Version, requestId: string) => Promise<BidContent>;

/**
 * Reads what versions of one bidder's own bids say, sealed or not: the key that opens them is read once, however many they are. Whether it
 * is the bidder who asks, the caller has decided.
 */
export function ownVersionReader(db: Reader, organisationId: string): ReadOwnVersion {
  let key: Buffer | undefined;
  const readKey = async (): Promise<Buffer> => {
    const wrapped = await findOrganisationKey(db, organisationId);
    assert(wrapped, "who has sent a sealed version has its key");
    return organisationKey(wrapped, organisationId);
  };
  return async ({ bidId, version, content, sealed, keyForBidder }, requestId) => {
    if (content !== null) return content;
    assert(sealed && keyForBidder, "a sealed version has its block and its bidder's key");
    key ??= await readKey();
    return openBid({ sealed, wrappedDataKey: keyForBidder }, { requestId, bidId, version }, { holder: "bidder", key });
  };
}

/** What one version alone says, in the same way. */
export const readOwnVersion = (
  db: Reader,
  version: Version,
  of: { readonly requestId: string; readonly organisationId: string },
): Promise<BidContent> => ownVersionReader(db, of.organisationId)(version, of.requestId);

type OfVersion = { readonly requestId: string; readonly content: BidContent };

/**
 * Whether the receipt that a bidder holds is that of what is kept: of the sealed block, which must say what is shown, or of an open
 * bid's content. Null for an open bid from before versions named their files whose members the database has put in another order.
 */
export async function receiptHolds(readOwn: ReadOwnVersion, version: Version, of: OfVersion): Promise<boolean | null> {
  if (version.sealed) {
    if (receiptOf(version.sealed) !== version.receipt) return false;
    const sealed = await readOwn({ ...version, content: null }, of.requestId);
    return inOneOrder(sealed) === inOneOrder(of.content);
  }
  const context = { requestId: of.requestId, bidId: version.bidId, version: version.version };
  if (receiptOfOpenBid(of.content, context) === version.receipt) return true;
  if (formerReceiptOfOpenBid(of.content, context) === version.receipt) return true;
  return of.content.files ? false : null;
}

type Opening = { readonly requestId: string; readonly key: RequestOpener };

async function openOne(tx: Writer, bid: SealedBid, { requestId, key }: Opening): Promise<void> {
  const { bidId, version, sealed, keyForRequest } = bid;
  assert(sealed && keyForRequest, `bid ${bidId} has its sealed version ${version}`);
  const block = { sealed, wrappedDataKey: keyForRequest };
  const content = openBid(block, { requestId, bidId, version }, { holder: "request", key });
  await saveOpened(tx, { bidId, version }, content);
}

/** Opens the last version of every bid that stands, all in the transaction of the opening. Withdrawn bids are never opened, nor stale ones. */
export async function openBids(tx: Writer, requestId: string): Promise<void> {
  const [key, bids] = await together([readRequestOpener(tx, requestId), standingSealedBids(tx, requestId)]);
  for (const bid of bids) await openOne(tx, bid, { requestId, key });
}
