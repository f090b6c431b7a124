import type { Reader } from "@/db/database";
import type { StoredMilestone, StoredOrder } from "@/db/repositories/orders";
import type { SidedNumber } from "@/domain/clearance/declaration-number";
import type { HeldDeliverable } from "@/domain/documents/deliverables";
import type { HeldByStep } from "@/domain/orders/expected-evidence";
import type { Evidence, KeptEvidence } from "@/domain/orders/evidence";
import type { FundsRefusal, FundsTold } from "@/domain/services/payment/funds";
import type { Milestone, OrderTask } from "@/domain/orders/order";
import type { PaidTaxes } from "@/domain/orders/dispute-ruling";
import type { BidContent } from "@/domain/bidding/bid";
import type { OrderPage, StepForm } from "@/views/orders";
import type { UnderLockRefusal } from "@/domain/remittance/rate-lock";
import type { Instant } from "@/domain/shared/time";
import type { Earliest } from "@/domain/services/earliest";
import type { Refusal, Result } from "@/domain/shared/result";
import type { CommandContext } from "../../platform/command";

/** An order as a command has loaded it. */
export type LoadedOrder = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

export type StepContext = Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">;

export type StepAt = { readonly code: string; readonly occurredAt: Instant };

/** Why the records of a kind keep a step from being taken. */
export type RecordsRefusal =
  | UnderLockRefusal
  | Refusal<"payment_not_sent" | "wrong_state" | "surplus_unsettled" | "third_party_held">;

export type KeptOnSiteRefusal = Refusal<"kept_on_site">;

/** Why the records of a kind keep a step from being reported by hand. */
export type ByHandRefusal =
  | KeptOnSiteRefusal
  | Refusal<"declaration_unreleased" | "step_of_declaration" | "sending_without_reference">;

/** A weight that may be right, and is more than the equipment usually takes. */
export type PayloadRefusal = Refusal<"weight_above_payload">;

export type ToldByHand = {
  readonly code: string;
  readonly note?: string | undefined;
  readonly evidence?: Evidence | undefined;
};

export type ToldFigures = StepAt & { readonly funds?: FundsTold | undefined; readonly now: Instant };
export type Figures = { readonly kept: KeptEvidence; readonly isWhole: boolean };

/** What a report by hand lacks. */
export type UnsaidRefusal = Refusal<"declaration_number_missing">;

/** An order as a list of many has read it: its steps without what they were told with. */
export type KnownOrder = StoredOrder & { readonly milestones: readonly Milestone[] };

/** What the records of an order hold: deliverables, evidence of its steps, and the numbers of all that it has declared. */
export type OrderRecords = {
  readonly held: readonly HeldDeliverable[];
  readonly evidence: HeldByStep;
  readonly declared?: readonly SidedNumber[];
};

/** What is paid beside the contract price, as it was agreed, and what the customs were paid against the taxes in it. */
export type OnTop = Pick<OrderPage, "agreedExtras" | "visitCharges"> & { readonly taxes: PaidTaxes | null };

/** The bid that won, as far as an order's sum follows from it. */
export type Offer = Pick<BidContent, "lines" | "currency" | "terms">;

/**
 * What a kind of service does in the order beside its steps: the records that it keeps (declarations, visits, rates and sendings) decide which
 * steps may be taken, follow from steps, and ask something of a side. A kind without records of its own does nothing beside them.
 */
/** The countries in which goods are declared, and the side where it is the same in each; else it is that of the deal there. */
export type Declaring = { readonly countries: readonly string[]; readonly side?: "transit" };

export interface KindInOrder {
  /** Whether a step may be taken, by whatever brings the news of it. */
  mayStep?(db: Reader, order: LoadedOrder, step: StepAt): Promise<Result<void, RecordsRefusal>>;
  /** What follows from a step that was taken, in the same transaction. */
  onStep?(context: StepContext, order: LoadedOrder, step: StepAt): Promise<void>;
  /** Whether a step may be reported by hand: not one that follows from a record, while that record says otherwise. */
  mayReport?(
    db: Reader,
    order: Pick<StoredOrder, "id" | "requestId" | "dealId">,
    code: string,
  ): Promise<Result<void, ByHandRefusal>>;
  /** Steps that a person records in a form of the room, which asks for more than a report does; a program may report them alone. */
  readonly recordedSteps?: readonly string[];
  /** Whether a report by hand says all that its step cannot be told without. */
  isSaid?(db: Reader, order: LoadedOrder, told: ToldByHand): Promise<Result<void, UnsaidRefusal>>;
  /** Whose customs the order's goods are declared to; null where nobody knows. A kind without it has no declarations. */
  declaresIn?(db: Reader, order: StoredOrder): Promise<Declaring | null>;
  /** What is kept of the figures that its step cannot be told without, and whether the step has come with them. */
  readFigures?(db: Reader, order: LoadedOrder, told: ToldFigures): Promise<Result<Figures | null, FundsRefusal>>;
  /** What is published of figures that are kept: that they are a part of what is due, or more than that. */
  onFigures?(context: Pick<StepContext, "publish">, order: LoadedOrder, figures: Figures): void;
  /** Whether what is told of the weight of its goods can be carried by what was agreed to carry them. A kind without it carries nothing. */
  mayCarry?(db: Reader, order: StoredOrder, grossWeightGrams: number): Promise<Result<void, PayloadRefusal>>;
  /** Whether duty or tax goes with the order, by its price or by what was assessed. */
  bearsStateCharges?(db: Reader, order: LoadedOrder): Promise<boolean>;
  /** When the day begins of the visit that runs now: the one that is booked, else the one that was agreed, and no sooner than a loading that it watches. A kind without it visits nobody. */
  visitFrom?(db: Reader, order: StoredOrder): Promise<Earliest | null>;
  /** Where a step is done that no report can tell. */
  formOf?(db: Reader, order: Pick<StoredOrder, "id">, code: string): Promise<StepForm>;
  /** Whether the buyer may ask for changes of a delivery. */
  mayReopen?(db: Reader, order: Pick<StoredOrder, "id">): Promise<Result<void, KeptOnSiteRefusal>>;
  /** What follows when a delivery is to be done again, in the same transaction. */
  onReopen?(context: Pick<StepContext, "tx" | "actor" | "now">, order: Pick<StoredOrder, "id">): Promise<void>;
  /** What the records of these orders, all of this kind, ask of one of their sides at `now`, by order. */
  tasksOf?(db: Reader, orders: readonly KnownOrder[], now: Instant): Promise<readonly (readonly [string, OrderTask])[]>;
  /** What the records hold of what the order hands over, and of the evidence that its steps bring. */
  recordsOf?(db: Reader, order: StoredOrder, steps: readonly StoredMilestone[]): Promise<OrderRecords>;
  /** What the order comes to beside its price, by the records. */
  onTopOf?(db: Reader, order: StoredOrder, chosen: Offer | null): Promise<Partial<OnTop>>;
}
