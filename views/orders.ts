import type { EvidenceField } from "../domain/services/evidence";
import type { HubWithClock, NamedParty, NamedPlace } from "../domain/shared/named";
import type { KeptDiscount } from "../domain/award/package-discounts";
import type { CommercialTerms } from "../domain/bidding/offer/commercial-terms";
import type { PricedLine } from "../domain/bidding/price-charges";
import type { Mode } from "../domain/hubs/place";
import type { Way } from "../domain/hubs/way";
import type { Service } from "../domain/shared/service";
import type { Instant } from "../domain/shared/instant";
import type { Money } from "../domain/shared/money";
import type { Due, DueStart } from "../domain/orders/due";
import type { SumDue } from "../domain/orders/dispute-ruling";
import type { LateStep } from "../domain/orders/late-step";
import type { DisputeStep } from "../domain/orders/order-task";
import type { KeptEvidence } from "../domain/orders/evidence";
import type { HeldByStep } from "../domain/orders/expected-evidence";
import type { Milestone } from "../domain/orders/order";
import type { LineState, OrderState } from "../domain/shared/states";
import type { Mover, OrderTurn } from "../domain/orders/order-turn";
import type { ChainGate } from "./chain";

/** An order as a line of a list: who, what, through which hub, and whose turn it is. */
export type OrderRow = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly state: OrderState;
  /** How far it is, whatever keeps it from going on. */
  readonly line: LineState;
  readonly title: string;
  readonly mode: Mode;
  readonly hub: HubWithClock;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly price: Money;
  readonly buyer: NamedParty;
  readonly provider: NamedParty;
  /** Which side of it the viewer's organisation is. */
  readonly side: "buyer" | "provider";
  readonly contractedAt: Instant;
  readonly turn: OrderTurn;
  readonly mover: Mover;
  /** What is to be done next in its dispute; null where none runs. */
  readonly dispute: DisputeStep | null;
  /** The step that its provider is late with, or that the last step told was late; null where it goes as was promised. */
  readonly late: LateStep | null;
};

export type OrderMilestone = Milestone & {
  readonly reportedAt: Instant | null;
  readonly note: string | null;
  readonly evidence: KeptEvidence | null;
  /** The time before which it cannot have happened, where it was reported as earlier, and why it was all the same. */
  readonly earliestAt: Instant | null;
  readonly earlyReason: string | null;
};

/** A person of the other party; shown from the award on, never before. */
export type Contact = { readonly name: string; readonly email: string };

/** What the buyer pays because the goods go another way than was contracted. */
export type AgreedExtra = { readonly to: NamedPlace; readonly amount: Money; readonly agreedAt: Instant };

/** What a re-inspection that was made costs the buyer, by the price that the bid names for one. */
export type VisitCharge = { readonly visit: number; readonly amount: Money; readonly checkedInAt: Instant };

/** A delivery that the buyer did not take, and what is to be changed in the words of who asked. */
export type ChangeRequest = {
  readonly round: number;
  readonly words: string;
  readonly requestedAt: Instant;
  readonly requesterName: string;
};

/** Where a step is done that no report tells: in a room of the order, by what is done there, to which of its records where there are several. */
export type StepForm = {
  readonly room: "clearance" | "remittance" | "inspections";
  readonly transition: string | null;
  readonly of: string | null;
};

/** What the bid that won promised and charges, and what the order comes to. */
export type OrderBill = {
  readonly requestReference: string;
  /** The awarded bid: its lines, and the days that it promised. */
  readonly lines: readonly PricedLine[];
  /** What a package takes off the lines' sum; null where none was reached. */
  readonly packageDiscount: KeptDiscount | null;
  /** What was agreed on top of the contract price for other ways, in its currency; the first one first. */
  readonly agreedExtras: readonly AgreedExtra[];
  /** What visits to the goods after the first cost on top, each with its own; the first one first. */
  readonly visitCharges: readonly VisitCharge[];
  /** What it comes to as of now, with what disputes about it have ended in. */
  readonly sumDue: SumDue;
  /** What the bid says beside its price; the order keeps it. */
  readonly beside: CommercialTerms;
  /** The name of the alternative that was chosen; null for the main offer. */
  readonly alternativeTitle: string | null;
  readonly promisedDays: { readonly min: number; readonly max: number } | null;
};

/** Everything that both parties see of their order. */
export type OrderPage = OrderRow &
  OrderBill & {
    readonly version: number;
    readonly dealId: string;
    readonly dealReference: string;
    readonly requestId: string;
    readonly grossWeightGrams: number;
    readonly deliveredAt: Instant | null;
    readonly acceptedAt: Instant | null;
    readonly completedAt: Instant | null;
    readonly cancelledAt: Instant | null;
    readonly cancelReason: string | null;
    readonly autoAcceptAt: Instant | null;
    /** By when what the order waits for now is due; null where nobody promised. */
    readonly due: Due | null;
    /** From what the next promised time is counted, or what it waits for; null where its kind says nothing of it. */
    readonly dueStart: DueStart | null;
    /** How far the deal's log and its hub's board had gone before the order was read. */
    readonly dealSeq: number;
    readonly milestones: readonly OrderMilestone[];
    /** What the order's own rooms hold of the evidence that its steps are expected to bring. */
    readonly heldByStep: HeldByStep;
    /** What has been told beside the steps' own reports, in the order in which it came. */
    readonly witnesses: readonly Witness[];
    /** What the buyer asked to have changed, the first first. */
    readonly changeRequests: readonly ChangeRequest[];
    /** Steps whose report would be refused whatever it says: a closed gate stops them, or they follow from a record that the order keeps. */
    readonly stoppedCodes: readonly string[];
    /** Where the next step is done, of one that follows from such a record; null where it is reported. */
    readonly nextForm: StepForm | null;
    /** Whether the buyer may ask for changes of what is delivered: what is kept on site is decided on there. */
    readonly takesChanges: boolean;
    /** The closed gates that it waits for, one by one, and whether the viewer may open or state them for the buyer. */
    readonly waits: { readonly gates: readonly ChainGate[]; readonly mayWaive: boolean; readonly mayState: boolean };
    readonly way: Way;
    /** The numbers and weights that a report of its steps can give. */
    readonly fields: readonly EvidenceField[];
    readonly places: Readonly<Record<string, NamedPlace & { readonly country: string }>>;
    readonly contacts: readonly Contact[];
    /** The deal's orders that the viewer is a party of, this one too, in the order of services. */
    readonly siblings: readonly {
      readonly id: string;
      readonly reference: string;
      readonly service: Service;
      readonly state: OrderState;
    }[];
  };

/**
 * What stands beside a step's own report: what came by a link of a step that had been reported already, or from a party that does not report,
 * and what the step had been told with before it was reopened.
 */
export type Witness = {
  readonly id: string;
  readonly isReopened: boolean;
  /** Who told it by an account; null where it came by a link, which its evidence names. */
  readonly reporterName: string | null;
  readonly code: string;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly note: string | null;
  readonly evidence: KeptEvidence;
};

/** What a finished order of a deal came to. */
export type OrderDue = Pick<OrderRow, "id" | "reference" | "service"> & { readonly due: Money };

/** What the orders of a finished deal came to, service by service, and their sums, one a currency. */
export type DealSum = { readonly rows: readonly OrderDue[]; readonly totals: readonly Money[] };
