import { bidsOfRequest } from "@/db/repositories/bidding";
import { insertDebriefs } from "@/db/repositories/debriefs";
import { disqualificationsOf } from "@/db/repositories/disqualifications";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import type { StoredRequest } from "@/db/repositories/requests";
import { rankBids } from "@/domain/award/score/rank-bids";
import { debriefsOf, type EndedBid, type LosingEnd } from "@/domain/bidding/debrief";
import { termsOf } from "@/domain/requests/terms";
import { dayOf } from "@/domain/shared/local-date";
import type { CommandContext } from "../../platform/command";
import { readScorables, type WithPackage } from "./read-scorables";

/**
 * Writes down for each bidder that did not win what it is told of its place and why. It comes before the bids are ended, since it tells those
 * that stood from those that did not; one whose time is over keeps the place that it had.
 */
export async function debriefLosers(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  request: StoredRequest,
  { withPackage = null, ...end }: LosingEnd & { readonly withPackage?: WithPackage | null },
): Promise<void> {
  const day = dayOf(now);
  const rates = await ratesUpTo(tx, day);
  const scorables = await readScorables(tx, request, { now, day, rates, withPackage, states: ["submitted"] });
  const scored = new Map(scorables.map((one) => [one.bidId, one]));
  const ranks = new Map(rankBids(scorables, termsOf(request).criteria).map(({ bidId, rank }) => [bidId, rank]));
  const out = new Map((await disqualificationsOf(tx, request.id)).map((one) => [one.bidId, one]));
  const ended = (await bidsOfRequest(tx, request.id)).map(({ id, state }): EndedBid => {
    const reason = out.get(id);
    return {
      id,
      state,
      amountMinor: scored.get(id)?.priceMinor ?? null,
      daysMax: scored.get(id)?.maxDays ?? null,
      rank: ranks.get(id) ?? null,
      disqualified:
        reason?.state === "effective" ? { code: reason.code, words: reason.endWords || reason.words } : null,
    };
  });
  await insertDebriefs(tx, debriefsOf(ended, end), now);
}
