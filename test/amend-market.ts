import { EXPORTER } from "../domain/services/examples";
import { amendmentsOf } from "../db/repositories/amendments";
import { confirmBid } from "../server/bidding/confirm-bid";
import { changeRequest } from "../server/requests/change-request";
import { biddingMarket } from "./bidding-market";

export const SPEC = { side: "export", supervisionMode: "0110", ...EXPORTER };
export const REASON = "The factory splits the goods";

/** A market with an open request whose buyer amends it, by another number of declarations where nothing else is said. */
export async function amendMarket(bidding: object = {}) {
  const of = await biddingMarket(bidding);
  return {
    ...of,
    amend: (change: object = { spec: { ...SPEC, declarations: 9 } }) =>
      of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, reason: REASON, ...change }),
    confirm: (bidId: string, by = of.actors.provider, more: object = {}) => of.run(confirmBid, by, { bidId, ...more }),
    log: () => amendmentsOf(of.database.read, of.requestId),
    eventsOf: async (type: string) => (await of.events()).filter((event) => event.type === type),
  };
}
