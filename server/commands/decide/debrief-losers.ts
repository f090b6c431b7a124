import type { Reader } from "../../../db/database";
import { bidsOfRequest, type StoredBid, versionsOf } from "../../../db/repositories/bidding";
import { insertDebriefs } from "../../../db/repositories/debriefs";
import { disqualificationsOf } from "../../../db/repositories/disqualifications";
import type { StoredRequest } from "../../../db/repositories/requests";
import { debriefsOf, type EndedBid, type LosingEnd } from "../../../domain/decide/debrief";
import { type Instant, instant } from "../../../domain/shared/instant";
import type { CommandContext } from "../../platform/command";
import { amountsOf } from "./amounts-of";

/** What stood at the close decides of equal totals: a version that came later only held the bid for longer. */
async function sentAtAndDays(tx: Reader, bid: StoredBid, closedAt: Instant | null) {
  const versions = await versionsOf(tx, bid.id);
  const standing = versions.find(({ version }) => version === bid.version);
  const atClose = versions.findLast(({ submittedAt }) => closedAt === null || submittedAt < closedAt) ?? standing;
  return {
    sentAt: instant(atClose?.submittedAt ?? bid.submittedAt),
    daysMax: standing?.content?.transitDays.max ?? null,
  };
}

/**
 * Writes down for each bidder that did not win what it is told of its place and why. It comes before the bids are ended, since it tells those
 * that stood from those that did not.
 */
export async function debriefLosers(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  request: StoredRequest,
  end: LosingEnd,
): Promise<void> {
  const bids = await bidsOfRequest(tx, request.id);
  const amounts = await amountsOf(tx, request, { bids, now });
  const out = new Map((await disqualificationsOf(tx, request.id)).map((one) => [one.bidId, one]));
  const ended: EndedBid[] = [];
  for (const bid of bids) {
    const reason = out.get(bid.id);
    ended.push({
      id: bid.id,
      state: bid.state,
      amountMinor: amounts.get(bid.id) ?? null,
      ...(await sentAtAndDays(tx, bid, request.closedAt)),
      disqualified:
        reason?.state === "effective" ? { code: reason.code, words: reason.endWords || reason.words } : null,
    });
  }
  await insertDebriefs(tx, debriefsOf(ended, end), now);
}
