import { createHash } from "node:crypto";
import type { Digest } from "@/domain/requests/merkle-tree";
import { type Reader, together, type Writer } from "@/db/database";
import {
  findMinutes,
  findReceiptList,
  insertMinutes,
  insertReceiptList,
  type StoredReceiptList,
  versionsOfRequest,
} from "@/db/repositories/proof";
import {
  checkList,
  compareVersions,
  type Finding,
  inOrderOfComing,
  receiptListOf,
} from "@/domain/requests/receipt-list";
import { type Instant, instant } from "@/domain/shared/time";
import { approversOf, bidsOfRequest, type StoredBid, versionsOf } from "@/db/repositories/bidding";
import { findRequestKey } from "@/db/repositories/platform";
import { findRequest, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/policy";
import type { BidState } from "@/domain/shared/vocabulary";
import { fingerprintOf, readRequestOpener, type RequestOpener } from "../sealing/request-key";
import { counterOffersOn } from "@/db/repositories/decisions";
import type { BidContent } from "@/domain/bidding/bid";
import { type LateKind, lateKinds } from "@/domain/bidding/versions-after-close";
import { receiptOf } from "@/server/sealing/envelope";
import { isSameJson } from "@/domain/requests/canonical-json";
import { formerReceiptOfOpenBid, openBid, receiptOfOpenBid, type SealContext } from "@/server/sealing/seal-bid";
import { logAfter } from "@/db/repositories/request-log";
import { type ProofStage, proofStage } from "@/domain/requests/proof";

export const sha256: Digest = (bytes) => createHash("sha256").update(bytes).digest();

/** Fixes what was handed in, in the transaction of the close, and answers the root that everybody is told. */
export async function fixList(tx: Writer, requestId: string, closedAt: Instant): Promise<string> {
  const list = receiptListOf(requestId, await versionsOfRequest(tx, requestId), sha256);
  await insertReceiptList(tx, { requestId, closedAt, ...list });
  return list.root;
}

async function openersOf(tx: Writer, request: StoredRequest, actor: Actor): Promise<string[]> {
  if (request.twoPersonOpening) return (await approversOf(tx, request.id)).sort();
  return actor.userId === null ? [] : [actor.userId];
}

/** Puts on record when the bids were opened, by whom, with which key, and how many there were of each; answers the list's root. */
export async function writeMinutes(
  tx: Writer,
  request: StoredRequest,
  by: { readonly actor: Actor; readonly now: Instant },
): Promise<string | null> {
  const [bids, kept, list, userIds] = await together([
    bidsOfRequest(tx, request.id),
    request.bidMode === "sealed" ? findRequestKey(tx, request.id) : undefined,
    findReceiptList(tx, request.id),
    openersOf(tx, request, by.actor),
  ]);
  const countOf = (state: BidState) => bids.filter((bid) => bid.state === state).length;
  const root = list?.root ?? null;
  await insertMinutes(tx, {
    requestId: request.id,
    openedAt: by.now,
    isByClock: by.actor.kind === "system",
    userIds,
    keyFingerprint: fingerprintOf(kept?.publicKey ?? null),
    root,
    openedCount: countOf("submitted"),
    // Before the opening a bid has lost only if nobody confirmed it since an amendment.
    staleCount: countOf("stale") + countOf("lost"),
    withdrawnCount: countOf("withdrawn"),
  });
  return root;
}

type Version = Awaited<ReturnType<typeof versionsOf>>[number];

type Checked = {
  readonly versions: readonly Version[];
  /** What those are that came after the close, by receipt. */
  readonly late: ReadonlyMap<string, LateKind>;
  readonly findings: readonly Finding[];
  /** How many open versions are from before their receipts could be made again. */
  readonly unproven: number;
};

/** Whether the receipt is that of what is kept; null for an old open version whose receipt cannot be made again. */
function receiptStands(version: Version, context: SealContext): boolean | null {
  if (version.sealed) return receiptOf(version.sealed) === version.receipt;
  const content = version.content as BidContent;
  if (receiptOfOpenBid(content, context) === version.receipt) return true;
  if (formerReceiptOfOpenBid(content, context) === version.receipt) return true;
  return content.files ? false : null;
}

/** Opens the block again and holds what is shown against it. */
function openedAgain(version: Version, context: SealContext, opener: RequestOpener): Finding[] {
  const { bidId, sealed, keyForRequest, content } = version;
  if (!sealed || !keyForRequest || content === null) return [];
  try {
    const again = openBid({ sealed, wrappedDataKey: keyForRequest }, context, { holder: "request", key: opener });
    if (isSameJson(again, content)) return [];
    return [{ code: "content_differs", bidId, version: version.version }];
  } catch {
    return [{ code: "does_not_open", bidId, version: version.version }];
  }
}

/** Whether the bid's own row, which lists and comparisons read, says what its standing version says; before the opening it says nothing. */
function totalStands(bid: StoredBid, standing: Version | undefined): boolean {
  const content = standing?.content;
  if (!content) return bid.totalMinor === null && bid.currency === null && bid.validUntil === null;
  return (
    bid.totalMinor === BigInt(content.totalMinor) &&
    bid.currency === content.currency &&
    bid.validUntil === content.validUntil
  );
}

async function lateOf(read: Reader, versions: readonly Version[], list: StoredReceiptList) {
  const bidId = versions[0]?.bidId ?? "";
  const accepted = (await counterOffersOn(read, bidId)).find(({ state }) => state === "accepted")?.content ?? null;
  return lateKinds(versions, { closedAt: instant(list.closedAt), receipts: list.receipts, accepted });
}

type Proof = {
  readonly list: StoredReceiptList | undefined;
  readonly opener: RequestOpener | null;
  /** The last version that the request's log tells of; 0 where it tells of none. */
  readonly lastTold: number;
};

/** Every kept version of a bid: none missing, each with its receipt, and once opened, saying what was sealed. */
async function checkVersions(read: Reader, bid: StoredBid, { list, opener, lastTold }: Proof): Promise<Checked> {
  const versions = await versionsOf(read, bid.id);
  const findings: Finding[] = [];
  let unproven = 0;
  for (let number = 1; number <= Math.max(bid.version, lastTold); number++)
    if (!versions.some(({ version }) => version === number))
      findings.push({ code: "version_missing", bidId: bid.id, version: number });
  for (const version of versions) {
    const context = { requestId: bid.requestId, bidId: bid.id, version: version.version };
    const stands = receiptStands(version, context);
    if (stands === null) unproven += 1;
    if (stands === false) findings.push({ code: "version_altered", bidId: bid.id, version: version.version });
    else if (opener) findings.push(...openedAgain(version, context, opener));
  }
  const standing = versions.find(({ version }) => version === bid.version);
  if (standing && !totalStands(bid, standing)) findings.push({ code: "total_differs", bidId: bid.id });
  return { versions, late: list ? await lateOf(read, versions, list) : new Map(), findings, unproven };
}

export type Verified = {
  readonly reference: string;
  readonly stage: ProofStage;
  readonly root: string | null;
  readonly versions: number;
  readonly opened: number;
  readonly unproven: number;
  /** How many versions came after the close, of each kind that may. */
  readonly late: Readonly<Record<LateKind, number>>;
  readonly findings: readonly Finding[];
};

const LOG_MAX = 100_000;

/** What the request's log told while it happened. */
type Told = {
  /** The root at the close; undefined where the log has no close, or one from before there were roots. */
  readonly closedRoot: string | undefined;
  /** The root at the opening; undefined where it was not opened, or before there were minutes. */
  readonly openedRoot: string | undefined;
  /** The last version that came of each bid, as far as the log numbers them. */
  readonly lastVersions: ReadonlyMap<string, number>;
};

async function toldOf(read: Reader, requestId: string): Promise<Told> {
  const events = (await logAfter(read, { requestId, seq: 0, limit: LOG_MAX })).map(({ event }) => event);
  const lastVersions = new Map<string, number>();
  for (const event of events)
    if ("bidId" in event && "version" in event)
      lastVersions.set(event.bidId, Math.max(event.version, lastVersions.get(event.bidId) ?? 0));
  return {
    closedRoot: events.map((event) => (event.type === "request.closed" ? event.root : undefined)).find(Boolean),
    openedRoot: events.map((event) => (event.type === "request.opened" ? event.root : undefined)).find(Boolean),
    lastVersions,
  };
}

/**
 * How many bids were opened, unconfirmed and withdrawn, counted again. Nothing is withdrawn or amended after the close, so that these
 * hold whatever became of the bids since.
 */
function countAgain(request: StoredRequest, bids: readonly StoredBid[]) {
  const withdrawnCount = bids.filter(({ state }) => state === "withdrawn").length;
  const staleCount = bids.filter(
    ({ state, amendment }) => state !== "withdrawn" && amendment < request.amendmentCount,
  ).length;
  return { openedCount: bids.length - withdrawnCount - staleCount, staleCount, withdrawnCount };
}

type OfMinutes = { readonly request: StoredRequest; readonly bids: readonly StoredBid[]; readonly opened: number };

/** Holds the minutes of the opening against what was opened: when, with which key, over which list, by whom and how many. */
async function checkMinutes(read: Reader, { request, bids, opened }: OfMinutes, told: Told): Promise<Finding[]> {
  const minutes = await findMinutes(read, request.id);
  if (!minutes) return told.openedRoot === undefined ? [] : [{ code: "minutes_gone" }];
  const key = request.bidMode === "sealed" ? await findRequestKey(read, request.id) : undefined;
  const counted = countAgain(request, bids);
  const openers = request.twoPersonOpening ? (await approversOf(read, request.id)).sort() : minutes.userIds;
  const isSame =
    minutes.openedAt === request.openedAt &&
    minutes.root === ((await findReceiptList(read, request.id))?.root ?? null) &&
    minutes.keyFingerprint === fingerprintOf(key?.publicKey ?? null) &&
    minutes.openedCount === counted.openedCount &&
    minutes.staleCount === counted.staleCount &&
    minutes.withdrawnCount === counted.withdrawnCount &&
    minutes.userIds.join() === openers.join() &&
    (request.bidMode === "open" || minutes.openedCount === opened);
  return isSame ? [] : [{ code: "minutes_differ" }];
}

const countsOf = (kinds: readonly LateKind[]): Verified["late"] => ({
  prolonged: kinds.filter((kind) => kind === "prolonged").length,
  agreed: kinds.filter((kind) => kind === "agreed").length,
});

/** One finding once, however many looks came upon it. */
const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/**
 * Makes everything again that a request's proof rests on, from what is stored, and names what is not as it was: receipts of all versions,
 * leaves, root, what was told while it happened, and after the opening what each opened version says and the minutes. Null where there is
 * no such request.
 */
export async function verifyRequest(read: Reader, requestId: string): Promise<Verified | null> {
  const request = await findRequest(read, requestId);
  if (!request) return null;
  const isOpenedFromSeal = request.bidMode === "sealed" && request.openedAt !== null;
  // Without the right secrets, or with a key that was changed, all the rest can still be checked.
  const opener = isOpenedFromSeal ? await readRequestOpener(read, requestId).catch(() => null) : null;
  const list = await findReceiptList(read, requestId);
  const told = await toldOf(read, requestId);
  const bids = await bidsOfRequest(read, requestId);
  const checked: Checked[] = [];
  for (const bid of bids)
    checked.push(await checkVersions(read, bid, { list, opener, lastTold: told.lastVersions.get(bid.id) ?? 0 }));
  const all = checked.flatMap((one) => one.versions);
  const late = new Map(checked.flatMap((one) => [...one.late]));
  const versions = inOrderOfComing(all.filter(({ receipt }) => !late.has(receipt)));
  const opened = isOpenedFromSeal
    ? versions.filter(({ content, sealed }) => content !== null && sealed !== null).length
    : 0;
  const findings = checked.flatMap((one) => one.findings);
  if (isOpenedFromSeal && opener === null) findings.push({ code: "key_unreadable" });
  if (list) {
    findings.push(...checkList(requestId, list, sha256), ...compareVersions({ requestId, list, versions }, sha256));
    if (told.closedRoot !== undefined && told.closedRoot !== list.root) findings.push({ code: "root_not_as_told" });
  } else if (told.closedRoot !== undefined) findings.push({ code: "list_gone" });
  findings.push(...(await checkMinutes(read, { request, bids, opened }, told)));
  return {
    reference: request.reference,
    stage: proofStage({ ...request, hasList: list !== undefined }),
    root: list?.root ?? null,
    versions: all.length,
    opened,
    unproven: checked.reduce((sum, one) => sum + one.unproven, 0),
    late: countsOf([...late.values()]),
    findings: distinct(findings),
  };
}
