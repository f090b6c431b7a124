import { BID_DRAFT_BYTES } from "../../domain/bidding/bid-draft";
import type { FormValues } from "../../domain/shared/form-state";
import { decrypt, encrypt, newKey, pad, unpad } from "./envelope";
import type { Reader } from "../../db/database";
import type { ListedBidTemplate, StoredBidTemplate } from "../../db/repositories/bid-drafts";
import { findOrganisationKey } from "../../db/repositories/request-keys";
import { assert } from "../../domain/shared/assert";
import { organisationKey } from "./keys";

/** Whose template; part of every ciphertext, so that none can be moved. */
type TemplateContext = { readonly id: string; readonly providerOrganisationId: string };

type Sealed = { readonly sealedName: Buffer; readonly sealed: Buffer; readonly keyForBidder: Buffer };

/** Every name has this size before encryption. */
const NAME_BYTES = 512;

const nameOf = ({ id, providerOrganisationId }: TemplateContext): string =>
  `bid-template|${id}|${providerOrganisationId}`;

/** Seals a template's name and fields like a draft: with a key of its own that only the bidder's key opens. */
export function sealTemplate(
  template: { readonly name: string; readonly fields: FormValues },
  context: TemplateContext,
  bidderKey: Buffer,
): Sealed {
  const whose = nameOf(context);
  const dataKey = newKey();
  return {
    sealedName: encrypt(dataKey, pad(template.name, NAME_BYTES), `name|${whose}`),
    sealed: encrypt(dataKey, pad(JSON.stringify(template.fields), BID_DRAFT_BYTES), whose),
    keyForBidder: encrypt(bidderKey, dataKey, `bidder|${whose}`),
  };
}

const dataKeyOf = (of: Pick<Sealed, "keyForBidder">, context: TemplateContext, bidderKey: Buffer): Buffer =>
  decrypt(bidderKey, of.keyForBidder, `bidder|${nameOf(context)}`);

const openTemplateName = (
  of: TemplateContext & Pick<Sealed, "sealedName" | "keyForBidder">,
  bidderKey: Buffer,
): string => unpad(decrypt(dataKeyOf(of, of, bidderKey), of.sealedName, `name|${nameOf(of)}`));

const openTemplateFields = (
  of: TemplateContext & Pick<Sealed, "sealed" | "keyForBidder">,
  bidderKey: Buffer,
): FormValues => JSON.parse(unpad(decrypt(dataKeyOf(of, of, bidderKey), of.sealed, nameOf(of)))) as FormValues;

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
