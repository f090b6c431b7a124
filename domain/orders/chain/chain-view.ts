import type { HubWithClock, NamedParty, NamedPlace } from "../../shared/named";
import type { Milestone } from "../order";
import type { LineState, OrderState } from "../../shared/states";
import type { LateStep } from "../late-step";
import type { Mover, OrderTurn } from "../order-turn";
import type { Mode } from "../../hubs/place";
import type { Fallback } from "../../requests/fallback";
import type { RequestState } from "../../requests/request";
import type { RerouteView } from "../reroute";
import type { Service } from "../../shared/service";
import type { Instant } from "../../shared/instant";
import type { Currency } from "../../shared/money";
import type { Lifter } from "./gate-opener";
import type { BorderDelay, Eta } from "./eta";
import type { GoodsHold, StandingGate } from "./holds";
import type { Gate } from "./gate";
import type { GateState } from "./gate-state";

/**
 * Whose turn a service is, to all parties of the deal. What a room of an order asks is its two parties' own; to the others it says only
 * that one of them has something to do first.
 */
export type ChainTurn =
  | OrderTurn
  | { readonly holder: "room"; readonly side: "buyer" | "provider" }
  /** To its parties, whose turn its dispute is: the reader's own side where both may act, null where the market decides. */
  | { readonly holder: "dispute"; readonly side: "buyer" | "provider" | null };

/** One service of the deal in its chain: its order, or the request that may still bring one. */
export type ChainLane = {
  readonly service: Service;
  readonly order: {
    readonly id: string;
    readonly reference: string;
    readonly state: OrderState;
    readonly line: LineState;
    readonly provider: NamedParty;
    /** Whether the viewer may open its page: its buyer and its provider may. */
    readonly isOpenToViewer: boolean;
    readonly isViewersWork: boolean;
    readonly turn: ChainTurn;
    /** Who moves it next; of a dispute that the viewer is no party of only that it stands. */
    readonly mover: Mover;
    /** The closed gates before its next step, whosever turn it is. */
    readonly stops: readonly StandingGate[];
    readonly milestones: readonly Milestone[];
    /** Its late steps, the one that is late now last; nothing to those who are no party of it. */
    readonly late: readonly LateStep[];
    readonly heldSince: Instant | null;
  } | null;
  readonly request: {
    readonly id: string;
    readonly reference: string;
    readonly state: RequestState;
    /** What its buyer has made of it where nobody was chosen, and whether it still has to say. */
    readonly fallback: Fallback | null;
    readonly needsFallback: boolean;
  } | null;
};

/** A gate as it stands, with who brings what it waits for. */
export type GateView = {
  readonly key: string;
  readonly number: number;
  readonly gate: Gate;
  readonly state: GateState;
  /** When it let its order through; null while it has not. */
  readonly passedAt: Instant | null;
  /** Who brings what it waits for; null where several may, or nobody is there yet. */
  readonly bringer: NamedParty | null;
  /** Who can open it now by doing their part; null where it is open. */
  readonly lifter: Lifter | null;
  /** Whose order it stands before; null where there is none yet. */
  readonly held: NamedParty | null;
};

/** Another way for goods that have not crossed, as far from here as the present one. */
export type OtherWay = {
  readonly hub: NamedPlace;
  readonly mode: Mode;
  readonly distanceKm: number;
  readonly wait: BorderDelay;
  readonly arrives: Eta["arrives"];
  /** How much later (or, negative, sooner) it arrives than by the present way, both at their fast end. */
  readonly laterMs: number;
  readonly furtherKm: number;
};

export type ChainView = {
  readonly deal: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly mode: Mode;
    readonly hub: HubWithClock;
    readonly buyer: NamedParty;
    readonly contractedAt: Instant | null;
    /** How far its log and its hub's board have gone, from which a page that is open hears on. */
    readonly seq: number;
  };
  readonly side: "buyer" | "provider";
  readonly lanes: readonly ChainLane[];
  readonly gates: readonly GateView[];
  /** Whether an award has fixed the gates. */
  readonly isFixed: boolean;
  readonly mayWaive: boolean;
  /** Whether the viewer gives the buyer's word for what it does itself. */
  readonly mayState: boolean;
  /** Keys of the gates at which an order waits for that word now. */
  readonly awaitsWord: readonly string[];
  readonly mayChange: boolean;
  /** Null where the deal has no way to plan by, and where its carriage was called off before the goods came. */
  readonly eta: Eta | null;
  /** What keeps the goods where they are, so that nothing can be said of when they go on; null where they go as planned. */
  readonly hold: GoodsHold | null;
  /** How far the goods have still to go by the present way, and how else they could. */
  readonly leftKm: number;
  readonly others: readonly OtherWay[];
  /** Other ways that one party has asked the other for, the last one first. */
  readonly reroutes: readonly RerouteView[];
  /** Whether the viewer may ask for one of them now, and in which currency it would be paid for. */
  readonly mayReroute: boolean;
  readonly carriageCurrency: Currency | null;
  readonly places: Readonly<Record<string, NamedPlace & { readonly country: string }>>;
};
