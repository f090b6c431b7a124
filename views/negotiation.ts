import { z } from "zod";
import type { BidContent } from "../domain/bidding/bid";
import { COUNTER_STATES, type NegotiationSide } from "../domain/bidding/counter-offer";
import type { Instant } from "../domain/shared/instant";
import { CURRENCIES } from "../domain/shared/money";
import type { NamedParty } from "../domain/shared/named";
import type { Service } from "../domain/shared/service";
import { charge, transitDays } from "./bids";
import { type View, id, money, time } from "./fields";

/** One offer across the table as its two sides read it: `lapsed` from its very end on, whether the clock has marked it or not. */
export const counterOffer = z
  .object({
    id,
    round: z.int(),
    by: z.enum(["buyer", "provider"]),
    state: z.enum(COUNTER_STATES),
    madeAt: time,
    expiresAt: time,
    note: z.string(),
    currency: z.enum(CURRENCIES),
    total: money,
    transitDays,
    charges: z.array(charge),
  })
  .meta({ id: "CounterOffer" });

/** With all that the bid would say by it. */
export type CounterOffer = View<typeof counterOffer> & { readonly content: BidContent };

/** A bid's negotiation, told to one of its two sides. */
export type Negotiation = {
  readonly bidId: string;
  readonly requestId: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly side: NegotiationSide;
  readonly other: NamedParty;
  readonly hubZone: string;
  readonly decideBy: Instant;
  readonly rounds: { readonly used: number; readonly most: number };
  /** The bid as it was opened. */
  readonly opened: BidContent;
  readonly offers: readonly CounterOffer[];
  /** What waits for an answer. */
  readonly pending: CounterOffer | null;
  /** What the reader may do now. */
  readonly steps: readonly ("counter" | "accept" | "decline" | "answer")[];
  /** The order that an acceptance made. */
  readonly orderId: string | null;
};
