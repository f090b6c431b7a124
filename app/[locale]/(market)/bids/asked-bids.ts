import { z } from "zod";
import { BID_SORTS } from "@/domain/bidding/bid-sort";
import { type BidState, SERVICES } from "@/domain/shared/vocabulary";

/** The states that the list is narrowed to. */
export const BID_STATES_ASKED = [
  "draft",
  "submitted",
  "stale",
  "won",
  "lost",
  "withdrawn",
] as const satisfies readonly BidState[];

const text = (max: number) => z.string().trim().max(max).catch("");

/** What the address of the list of one's own bids asks: what makes no sense in it is as if it were not there. */
export const askedBids = z.object({
  q: text(100),
  state: z.enum([...BID_STATES_ASKED, ""]).catch(""),
  service: z.enum([...SERVICES, ""]).catch(""),
  hub: text(40),
  sort: z.enum([...BID_SORTS, ""]).catch(""),
  cursor: text(80),
});

/** The same as the query of bids takes it. */
export const bidFilterOf = ({ q, state, service, hub, sort }: z.output<typeof askedBids>) => ({
  q: q || null,
  state: state || null,
  service: service || null,
  hubId: hub || null,
  sort: sort || null,
});
