import type { ShownFile } from "../files/file";
import type { GivenReason, ShownWait } from "../orders/delay/delay-view";
import type { KeptLate } from "../orders/late-step";
import type { OrderBill, OrderMilestone, OrderPage } from "../orders/order-view";
import type { ShownSlot } from "../orders/slots/slot-view";
import type { DisputedSum } from "../orders/dispute-ruling";
import type { NamedParty } from "../shared/named";
import type { LineState } from "../shared/states";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { Money } from "../shared/money";
import type { DisputeCode, DisputeState, Ending } from "./dispute";

export type DisputeEntry = {
  readonly seq: number;
  readonly by: "buyer" | "provider";
  readonly at: Instant;
  readonly words: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly offer: Ending | null;
  /** Whether it is the last offer of its writer: only that one can be taken. */
  readonly isStanding: boolean;
};

export type DisputeView = {
  readonly id: string;
  readonly state: DisputeState;
  readonly code: DisputeCode;
  readonly words: string;
  readonly openedBy: "buyer" | "provider";
  readonly openedAt: Instant;
  readonly mayEscalateAt: Instant;
  readonly escalatesAt: Instant;
  readonly escalatedAt: Instant | null;
  readonly evidenceEndsAt: Instant | null;
  readonly decideBy: Instant | null;
  readonly entries: readonly DisputeEntry[];
  /** What an ending shares: the contract price, the own price of a clearance, or the waiting charge as of now, and of a dispute that has ended as of then. */
  readonly about: DisputedSum;
  readonly inDispute: Money;
  readonly ending: (Ending & { readonly words: string; readonly at: Instant; readonly isAgreed: boolean }) | null;
  readonly order: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly service: Service;
    readonly line: LineState;
    readonly price: Money;
    readonly buyer: NamedParty;
    readonly provider: NamedParty;
  };
};

/** A step of the order: when it was to happen and did, why it was late, and what was shown of it. */
export type DisputedStep = Pick<OrderMilestone, "code" | "occurredAt" | "reportedAt" | "evidence"> & {
  readonly note: string;
  /** Null where nobody promised it. */
  readonly dueAt: Instant | null;
  readonly late: KeptLate | null;
};

/** A slot of one of the order's trucks, as far as a dispute can be about it. */
export type DisputedSlot = Pick<ShownSlot, "number" | "window" | "state" | "tractorPlate" | "crossing"> & {
  /** What was said when it was lost or called off. */
  readonly words: string;
};

/** What has happened to the order that a dispute is about and what it promised and charges, for the market that decides it. */
export type DisputedOrder = OrderBill &
  Pick<OrderPage, "id" | "service" | "mode" | "line" | "contractedAt" | "price" | "grossWeightGrams"> & {
    /** In the order of the kind. */
    readonly steps: readonly DisputedStep[];
    /** The waits of a carriage, with the free time, the closed hours and the prices of its bid. */
    readonly waits: readonly ShownWait[];
    readonly segments: readonly GivenReason[];
    readonly slots: readonly DisputedSlot[];
    readonly files: readonly ShownFile[];
  };

/** The disputes of an order as one of its parties sees them. */
export type OrderDisputes = {
  readonly side: "buyer" | "provider";
  readonly order: DisputeView["order"];
  readonly mayOpen: boolean;
  readonly mayWrite: boolean;
  /** Its own and the other's files of the order, to point to. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly disputes: readonly DisputeView[];
};
