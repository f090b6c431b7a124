import type { BidContent } from "../../domain/bidding/bid";
import type { CounterState, NegotiationSide } from "../../domain/bidding/counter-offer";
import { index, instant, integer, json, table, text } from "../dialect";
import { bids } from "./bidding";
import { requests } from "./requests";
import { users } from "./accounts";

/**
 * Offers across the table after the opening. Written by buyer and bidder in turn; read by these two alone, oldest first. Kept for ever:
 * what was offered is not rewritten, only answered.
 */
export const counterOffers = table(
  "counter_offers",
  {
    id: text().primaryKey(),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    bidId: text()
      .notNull()
      .references(() => bids.id),
    // The buyer's offer and the bidder's answer to it bear one number.
    round: integer().notNull(),
    by: text().$type<NegotiationSide>().notNull(),
    byUserId: text()
      .notNull()
      .references(() => users.id),
    state: text().$type<CounterState>().notNull(),
    // The whole bid as it would be, priced: what is accepted is what was read.
    content: json<BidContent>().notNull(),
    note: text().notNull(),
    madeAt: instant().notNull(),
    expiresAt: instant().notNull(),
    answeredAt: instant(),
  },
  (offer) => [
    index("counter_offers_by_bid").on(offer.bidId, offer.madeAt, offer.id),
    // What is open on a request, when it is awarded; the timers: what has lapsed.
    index("counter_offers_by_request").on(offer.requestId, offer.state),
    index("counter_offers_by_state").on(offer.state, offer.expiresAt),
  ],
);
