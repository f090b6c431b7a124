import { saveBidAmended } from "../../db/repositories/amendments";
import { type StoredBid, bidsOfRequest, findBid } from "../../db/repositories/bidding";
import { type StoredRequest, findRequest } from "../../db/repositories/requests";
import { BID_LIFECYCLE, type BidEvent, confirm } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/states";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { type Amended, goesStale } from "../../domain/requests/amendment";
import { assert } from "../../domain/shared/assert";
import { type Instant, instant } from "../../domain/shared/instant";
import { advance } from "../../domain/shared/lifecycle";
import type { CommandContext } from "../platform/command";
import { standingContent } from "../bidding/bid-context";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { type RepriceCause, offerOf, repriceCause } from "@/domain/bidding/bid-content";
import { type Money, money } from "@/domain/shared/money";
import { type Result, accept } from "@/domain/shared/result";
import { priceFinished } from "../bidding/pricing";

type Amending = { readonly request: StoredRequest; readonly amended: Amended; readonly number: number };

/**
 * Where only times have moved, of a sealed bid its validity alone has to be known: it is read with the bidder's own key and leads to
 * yes or no; nothing of it is kept or told.
 */
async function hasToConfirm(tx: CommandContext["tx"], bid: StoredBid, amended: Amended): Promise<boolean> {
  if (amended.isSpecChanged) return true;
  return goesStale(amended, bid.validUntil ?? instant((await standingContent(tx, bid)).validUntil));
}

/** Every bid that stood waits for its bidder, who is told, or stands on for the request as amended. Answers how many wait that stood. */
export async function staleBids(
  { tx, now, publish }: Pick<CommandContext, "tx" | "now" | "publish">,
  { request, amended, number }: Amending,
): Promise<number> {
  let count = 0;
  for (const bid of await bidsOfRequest(tx, request.id)) {
    if (bid.state !== "submitted") continue;
    if (!(await hasToConfirm(tx, bid, amended))) {
      await saveBidAmended(tx, bid.id, { amendment: number });
      continue;
    }
    const stale = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "amend_request");
    assert(stale.ok, "a bid that stands can go stale");
    await saveBidAmended(tx, bid.id, { state: stale.value, updatedAt: now });
    publish({ type: "bid.went_stale", amendment: number, closesAt: amended.closesAt, ...bidFacts(request, bid) });
    count += 1;
  }
  return count;
}

export type Confirmation = {
  readonly before: Money;
  /** What the same offer comes to for the request as amended and why, or why it cannot be confirmed as it is. */
  readonly after: Result<{ readonly total: Money; readonly because: RepriceCause }>;
};

/** What the bidder would confirm now, to itself alone; the same rules decide as when it does. Null where there is nothing to confirm. */
export async function previewConfirmation(
  read: Reader,
  viewer: Actor,
  { bidId, now }: { readonly bidId: string; readonly now: Instant },
): Promise<Confirmation | null> {
  const bid = await findBid(read, bidId);
  if (bid?.state !== "stale" || !may(viewer, "bid.read_own", bid)) return null;
  const request = await findRequest(read, bid.requestId);
  if (!request) return null;
  const content = await standingContent(read, bid);
  const before = money(BigInt(content.totalMinor), content.currency);
  const allowed = confirm(request, { state: bid.state, validUntil: instant(content.validUntil), seen: undefined }, now);
  if (!allowed.ok) return { before, after: allowed };
  const offer = offerOf(content);
  const priced = await priceFinished(read, request, { bidderId: bid.providerOrganisationId, offer, now });
  if (!priced.ok) return { before, after: priced };
  const total = money(BigInt(priced.value.totalMinor), priced.value.currency);
  return { before, after: accept({ total, because: repriceCause(content, priced.value) }) };
}
