import type { BidContent } from "./bid";
import type { NamedParty } from "../shared/named";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { CounterState, NegotiationSide } from "./counter-offer";

/** One offer across the table as its two sides read it. */
export type ShownCounterOffer = {
  readonly id: string;
  readonly round: number;
  readonly by: NegotiationSide;
  /** `lapsed` from its very end on, whether the clock has marked it or not. */
  readonly state: CounterState;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly note: string;
  readonly content: BidContent;
};

/** A bid's negotiation, told to one of its two sides. */
export type NegotiationPage = {
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
  readonly offers: readonly ShownCounterOffer[];
  /** What waits for an answer. */
  readonly pending: ShownCounterOffer | null;
  /** What the reader may do now. */
  readonly steps: readonly ("counter" | "accept" | "decline" | "answer")[];
  /** The order that an acceptance made. */
  readonly orderId: string | null;
};
