import type { PaymentSpec } from "../services/payment/spec";
import type { Instant } from "../shared/instant";
import type { Currency, Money } from "../shared/money";
import type { Channel } from "./corridor-health";
import type { ReferenceKind } from "./payment-reference";
import type { RateLock } from "./rate-lock";
import type { FreezeReason, RecallReason, RemittanceEvent, RemittanceState, ReturnReason } from "./remittance";
import type { WorseRate } from "./worse-rate";
import type { BorneCost, CostBearer } from "./return-cost";

export type ShownLock = Pick<
  RateLock,
  "id" | "number" | "base" | "rate" | "lockedAt" | "expiresAt" | "needsConfirmation" | "confirmedAt"
> & {
  readonly quote: Currency;
  readonly reference: string;
  readonly isLive: boolean;
  /** Whether money was sent under it. */
  readonly isUsed: boolean;
  /** By how much it is worse than agreed while the buyer has not taken it; null of any other. */
  readonly worse: WorseRate | null;
};

/** A rate of the bid's own, or the market's mid rate of the day on which a rate is locked. */
export type AgreedRate = Pick<RateLock, "base" | "rate"> | "market";

/** What stands in the history of a sending: its own states, a receipt that was taken back, and who took on what its return has cost. */
export type EntryEvent = RemittanceEvent | "send" | "bear";

export type ShownSending = {
  readonly id: string;
  readonly attempt: number;
  readonly state: RemittanceState;
  readonly amount: Money | null;
  readonly channel: Channel | null;
  readonly referenceKind: ReferenceKind | null;
  readonly reference: string | null;
  readonly sentAt: Instant;
  readonly receivedAt: Instant | null;
  readonly returned: {
    readonly at: Instant;
    readonly reason: ReturnReason;
    readonly amount: Money;
    readonly cost: Money;
    readonly borne: BorneCost;
  } | null;
  readonly entries: readonly {
    readonly seq: number;
    readonly event: EntryEvent;
    readonly occurredAt: Instant;
    readonly reason: ReturnReason | FreezeReason | RecallReason | null;
    readonly words: string;
    readonly fileIds: readonly string[];
  }[];
};

export const PAYMENT_TRANSITIONS = [
  "lock",
  "confirm",
  "send",
  "receive",
  "freeze",
  "unfreeze",
  "recall",
  "return",
  "bear",
] as const;
export type PaymentTransition = (typeof PAYMENT_TRANSITIONS)[number];

/** The rates and sendings of a payment order, to its two parties. */
export type PaymentPage = {
  readonly orderId: string;
  readonly version: number;
  /** Null where no currencies are exchanged. */
  readonly pair: { readonly payerCurrency: Currency; readonly payeeCurrency: Currency } | null;
  readonly currencies: readonly Currency[];
  readonly amount: Money | null;
  /** Who is to be paid and where; null where the request does not say, or the viewer is neither of the two parties. */
  readonly payee: PaymentSpec["payee"] | null;
  readonly promisedMinutes: number | null;
  /** Below what a locked rate waits for the buyer. */
  readonly agreedRate: AgreedRate;
  readonly channel: Channel | null;
  readonly returnCostBorneBy: CostBearer | null;
  readonly returnDays: number | null;
  readonly locks: readonly ShownLock[];
  readonly sendings: readonly ShownSending[];
  /** What came back exchanged and is sent again under no other rate; null where there is none. */
  readonly exchanged: Money | null;
  /** The first sending whose return has cost what nobody bears yet; null where there is none. */
  readonly openCostOf: number | null;
  /** What the viewer may do now. */
  readonly transitions: readonly PaymentTransition[];
};
