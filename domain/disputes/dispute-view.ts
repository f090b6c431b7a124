import type { ShownWait } from "../orders/delay/delay-view";
import type { DisputedSum } from "../orders/dispute-ruling";
import type { Mode } from "../hubs/place";
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
  /** What an ending shares: the contract price, or the waiting charge as of now, and of a dispute that has ended as of then. */
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

/** What has happened to the order that a dispute is about, for the market that decides it. */
export type DisputedOrder = {
  readonly service: Service;
  readonly mode: Mode;
  readonly contractedAt: Instant;
  /** In the order of the kind; null where a step has not happened. */
  readonly steps: readonly { readonly code: string; readonly occurredAt: Instant | null; readonly note: string }[];
  /** The waits of a carriage, with the free time, the closed hours and the prices of its bid. */
  readonly waits: readonly ShownWait[];
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
