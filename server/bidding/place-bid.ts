import { saveExtension, type StoredRequest } from "../../db/repositories/requests";
import { rankedPrice } from "../../domain/bidding/split-total";
import { type BidContent, checkNotLevel } from "../../domain/bidding/bid";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { type Ranked, type Standing, compared, isImproving } from "../../domain/bidding/live-ranking";
import { type Extension, extensionAfter } from "../../domain/bidding/soft-close";
import { assert } from "../../domain/shared/assert";
import type { RateRefusal } from "../../domain/shared/exchange-rate";
import type { Instant } from "../../domain/shared/instant";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { comparingAt, readRanking, softCloseRules } from "./standings";

type Handed = {
  readonly request: StoredRequest;
  readonly bid: { readonly id: string; readonly providerOrganisationId: string };
  /** Of the version that is to stand; null where bids are sealed. */
  readonly content: BidContent | null;
};

/** The new version as it will stand; null where bids are sealed, since nobody may know its place. */
const standingOf = ({ bid, content }: Handed, now: Instant): Standing | null =>
  content && {
    bidId: bid.id,
    providerOrganisationId: bid.providerOrganisationId,
    price: rankedPrice(content),
    standingSince: now,
  };

/**
 * Where a version of open bidding stands among the others, before it is written: refuses one that is level with a rival's, and one in a
 * currency that cannot be compared that day. Answers the extension that it brings about, or null. Sealed bids have no place.
 */
export async function placeBid(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  handed: Handed,
): Promise<Result<Extension | null, RateRefusal | Refusal<"equal_amount">>> {
  const standing = standingOf(handed, now);
  if (!standing) return accept(null);
  const { request } = handed;
  const read = await readRanking(tx, { requestId: request.id, now });
  assert(read, `request ${request.id} is there`);
  const asked = [...read.standings, standing].map(({ price }) => price.currency);
  const comparing = await comparingAt(tx, { currency: request.comparisonCurrency, asked, now });
  const own = compared(standing, comparing);
  if (!own.ok) return own;
  // A rival whose rate has gone missing meanwhile is level with nobody and stands in nobody's way.
  const ranked = read.standings.flatMap((one): Ranked[] => {
    const result = compared(one, comparing);
    return result.ok ? [result.value] : [];
  });
  const placing = {
    own: own.value,
    before: ranked.find(({ bidId }) => bidId === standing.bidId) ?? null,
    rivals: ranked.filter(({ bidId }) => bidId !== standing.bidId),
  };
  const level = checkNotLevel(placing.own, placing.rivals);
  if (!level.ok) return level;
  if (!isImproving(placing)) return accept(null);
  return accept(extensionAfter(request, await softCloseRules(tx, now), now));
}

/** Moves the close, in the transaction of the bid that caused it. */
export async function extend(
  { tx, publish }: Pick<CommandContext, "tx" | "publish">,
  request: StoredRequest,
  extension: Extension,
): Promise<void> {
  await saveExtension(tx, request.id, extension);
  publish({
    type: "request.extended",
    closesAt: extension.closesAt,
    previousClosesAt: request.closesAt,
    count: request.extensionCount + 1,
    ...requestFacts(request),
  });
}
