import type { Reader } from "@/db/database";
import { type StoredBid, versionsOf } from "@/db/repositories/bidding";
import { counterOffersOn } from "@/db/repositories/counter-offers";
import type { StoredReceiptList } from "@/db/repositories/proof";
import type { BidContent } from "@/domain/bidding/bid";
import { type LateKind, lateKinds } from "@/domain/bidding/after-close";
import type { Finding } from "@/domain/requests/proof/check-list";
import { instant } from "@/domain/shared/instant";
import { receiptOf } from "@/server/sealing/envelope";
import { isSameJson } from "@/domain/requests/proof/in-one-order";
import { formerReceiptOfOpenBid, openBid, receiptOfOpenBid, type SealContext } from "@/server/sealing/seal-bid";
import type { RequestOpener } from "@/server/sealing/request-key/request-key";

type Version = Awaited<ReturnType<typeof versionsOf>>[number];

export type Checked = {
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
export async function checkVersions(read: Reader, bid: StoredBid, { list, opener, lastTold }: Proof): Promise<Checked> {
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
