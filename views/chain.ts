import { z } from "zod";
import { WAIT_SOURCES } from "../domain/hubs/board/board";
import { type Mode, MODES } from "../domain/hubs/place";
import { gateSchema } from "../domain/orders/chain/check-gates";
import type { Lifter, OpenableGate } from "../domain/orders/chain/gate-opener";
import type { GateWhy } from "../domain/orders/chain/gate-state";
import type { GoodsHold } from "../domain/orders/chain/holds";
import type { DisputeStep, Milestone, OrderTask, SideState } from "../domain/orders/order";
import type { Mover, OrderTurn } from "../domain/orders/order-turn";
import { REROUTE_STATES } from "../domain/orders/reroute";
import { type Side, SIDES } from "../domain/orders/slots/slot";
import type { Fallback, RequestState } from "../domain/requests/request";
import type { Instant, LocalDate } from "../domain/shared/time";
import type { Currency } from "../domain/shared/money";
import {
  type HubWithClock,
  type LineState,
  type NamedParty,
  type NamedPlace,
  ORDER_STATES,
  type OrderState,
  type Service,
  SERVICES,
} from "../domain/shared/vocabulary";
import { day, id, money, party, time, type View } from "./fields";
import { lateStep } from "./late-step";
import type { Due, DueStart } from "../domain/orders/due";
import type { WorkGroup } from "../domain/orders/work-list";

/** As exact as it is reckoned to the page; tenths of an hour to the API. */
const hours = z.codec(z.number(), z.number(), {
  decode: (count) => count,
  encode: (count) => Math.round(count * 10) / 10,
});

const span = z
  .object({ from: time, to: time })
  .meta({ id: "Span", description: "Not before the first, not after the second as far as is planned" });

const wait = z.object({
  queueHours: hours,
  closedHours: hours,
  source: z.enum(WAIT_SOURCES).meta({
    description:
      "By the hub's board, this market's own crossings, the planning figure of the month, or nothing that is known",
  }),
});

/** A gate as it stands, with who brings what it waits for. */
const chainGate = z.object({
  key: z.string().meta({ example: "inspection>logistics.picked_up" }),
  ...gateSchema.shape,
  state: z.enum(["open", "waived", "stated", "waiting", "failed"]).meta({
    description: "`stated` by the buyer's own word, of a service that it does itself or of a release with its number",
  }),
  why: (z.string() as unknown as z.ZodType<GateWhy, string>).nullable().meta({ description: "Why it is closed" }),
  opensAt: time.nullable().meta({
    description: "When it opens of itself, where the visit that it waits for came before its agreed time; null else",
  }),
  bringer: party.nullable().meta({ description: "Who brings what it waits for" }),
  passedAt: time.nullable().meta({ description: "When it let its order through; from then on it holds nothing" }),
  waiver: z.object({ reason: z.string(), waivedAt: time }).nullable(),
  statedAt: time.nullable().meta({ description: "When its buyer stated it" }),
  release: z
    .object({ number: z.string(), releasedOn: day, reason: z.string() })
    .nullable()
    .meta({ description: "Of a release that its buyer stated: the number that the customs gave, and the day" }),
});

/** Another way that one party has asked the other for. */
const reroute = z
  .object({
    number: z.int(),
    state: z.enum([...REROUTE_STATES, "overtaken"]),
    fromHubId: z.string(),
    toHubId: z.string(),
    askedBy: z.enum(SIDES),
    askedAt: time,
    reason: z.string(),
    extra: money
      .nullable()
      .meta({ description: "What the buyer pays on top of the contract price; null to other providers of the deal" }),
    laterHours: hours.meta({ description: "As planned when it was asked for; negative where it is sooner" }),
    furtherKm: z.int(),
    answeredAt: time.nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: "Reroute" });

/** A deal's orders with the gates between them, when its goods are where, and how else they could go. */
export const dealChain = z
  .object({
    dealId: id,
    isFixed: z.boolean().meta({ description: "Whether an award has fixed the gates" }),
    orders: z.array(
      z.object({
        service: z.enum(SERVICES),
        orderId: id.nullable().meta({ description: "Null until somebody is chosen, and to those who may not open it" }),
        state: z.enum(ORDER_STATES).nullable(),
        provider: party.nullable(),
        waitsFor: z.array(z.string()).meta({ description: "Keys of the closed gates before its next step" }),
        late: z.array(lateStep).meta({
          description: "Its late steps, the one that is late now last; empty to those who are no party of it",
        }),
      }),
    ),
    gates: z.array(chainGate),
    eta: z
      .object({
        arrives: span,
        hasArrived: z.boolean(),
        wait: wait.nullable().meta({ description: "At the border; null once the goods have crossed" }),
        stops: z.array(
          z.object({
            placeId: z.string(),
            at: span,
            isActual: z.boolean(),
            isPassed: z.boolean().meta({ description: "A place behind it was reported, and this one was not" }),
            isOverdue: z.boolean().meta({
              description:
                "The goods should have been there and nobody has said so: `at` is now at the earliest, and no forecast",
            }),
          }),
        ),
        isHeld: z.boolean().meta({
          description: "Something holds the goods: what is expected counts from now on, as if they were let go",
        }),
      })
      .nullable(),
    otherWays: z.array(
      z.object({
        hubId: z.string(),
        mode: z.enum(MODES),
        distanceKm: z.int(),
        arrives: span,
        wait: wait,
        laterHours: hours.meta({ description: "Than by the present way; negative where it is sooner" }),
        furtherKm: z.int(),
      }),
    ),
    reroutes: z.array(reroute),
  })
  .meta({ id: "Chain" });

/**
 * Whose turn a service is, to all parties of the deal. What a room of an order asks is its two parties' own; to the others it says only
 * that one of them has something to do first.
 */
export type ChainTurn =
  | OrderTurn
  | { readonly holder: "room"; readonly side: Side }
  /** To its parties, whose turn its dispute is: the reader's own side where both may act, null where the market decides. */
  | { readonly holder: "dispute"; readonly side: Side | null };

type Chain = View<typeof dealChain>;

/** One service of the deal in its chain: its order, or the request that may still bring one. */
export type ChainLane = Chain["orders"][number] & {
  readonly order: {
    readonly reference: string;
    readonly line: LineState;
    readonly isViewersWork: boolean;
    readonly turn: ChainTurn;
    /** Who moves it next; of a dispute that the viewer is no party of only that it stands. */
    readonly mover: Mover;
    readonly milestones: readonly Milestone[];
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

export type ChainGate = View<typeof chainGate> & {
  readonly number: number;
  /** By the fact, the waiver or the buyer's word that opened it; null of one that is closed, or whose fact has no time. */
  readonly openedAt: Instant | null;
  /** Whether what it waited for came before the time that it was agreed for: it opens at that time, `opensAt`, and `openedAt` from then on. */
  readonly cameEarly: boolean;
  /** For when the visit is booked that it waits for. */
  readonly visitDay: LocalDate | null;
  /** Who can open it now by doing their part; null where it is open. */
  readonly lifter: Lifter | null;
  /** Whose order it stands before; null where there is none yet. */
  readonly held: NamedParty | null;
};

export type ChainStop = NonNullable<Chain["eta"]>["stops"][number];

/** Another way for goods that have not crossed, as far from here as the present one. */
export type OtherWay = Chain["otherWays"][number] & { readonly hub: NamedPlace };

export type Reroute = View<typeof reroute> & {
  readonly from: NamedPlace;
  readonly to: NamedPlace;
  /** Whether the viewer's side answers, or may take it back. */
  readonly isViewersTurn: boolean;
  readonly mayWithdraw: boolean;
};

export type DealChain = Pick<Chain, "isFixed" | "eta"> & {
  readonly dealId: string;
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
  readonly side: Side;
  readonly orders: readonly ChainLane[];
  readonly gates: readonly ChainGate[];
  readonly mayWaive: boolean;
  /** Whether the viewer gives the buyer's word for what it does itself. */
  readonly mayState: boolean;
  /** Keys of the gates at which an order waits for that word now. */
  readonly awaitsWord: readonly string[];
  readonly mayChange: boolean;
  /** What keeps the goods where they are, so that nothing can be said of when they go on; null where they go as planned. */
  readonly hold: GoodsHold | null;
  /** Whether a carrier was chosen in this deal, or may yet be: otherwise nobody reports where the goods are. */
  readonly isCarriedHere: boolean;
  /** How far the goods have still to go by the present way. */
  readonly leftKm: number;
  readonly otherWays: readonly OtherWay[];
  /** Why goods on their way have no other one: they are aboard a ship or a flight, or across the border; null while they may have one. */
  readonly noOtherWay: "aboard" | "across" | null;
  /** The last one first. */
  readonly reroutes: readonly Reroute[];
  /** Whether the viewer may ask for one of them now, and in which currency it would be paid for. */
  readonly mayReroute: boolean;
  readonly carriageCurrency: Currency | null;
  readonly places: Readonly<Record<string, NamedPlace & { readonly country: string }>>;
};

/** A closed gate as those behind it read it: what it waits for, why it is closed, and who can open it. */
export type ClosedGate = OpenableGate & {
  readonly key: string;
  /** Who that is; null where nobody has been chosen for it yet, or several may. */
  readonly party: NamedParty | null;
};

/** An order as a line of its provider's work list. */
export type WorkRow = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly mode: Mode;
  readonly hub: HubWithClock;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly buyer: NamedParty;
  readonly state: OrderState;
  readonly group: WorkGroup;
  /** Messages of the buyer that the provider has not read. */
  readonly unread: number;
  /** The step that comes next; null where the buyer accepts first. */
  readonly next: string | null;
  /** What a room of the order asks of a side before that; null where none does. */
  readonly task: OrderTask | null;
  /** What is done next in its dispute; null where none runs. */
  readonly dispute: DisputeStep | null;
  readonly due: Due | null;
  /** What the next promised time waits for before it runs; null where it runs, or nobody promised one. */
  readonly waitsToRun: DueStart | null;
  /** Only of what its provider can do something about: nobody is late behind a gate that others open. */
  readonly isOverdue: boolean;
  /** Whether the time has passed, whoever it is that the order waits for. */
  readonly isPast: boolean;
  readonly side: SideState | null;
  readonly gates: readonly ClosedGate[];
  readonly contractedAt: Instant;
};

/** How many orders stand in each part, whatever part is shown. */
export type WorkCounts = Readonly<Record<WorkGroup, number>> & { readonly overdue: number };

export type WorkList = {
  readonly rows: readonly WorkRow[];
  readonly counts: WorkCounts;
  readonly nextCursor: string | null;
  /** There are more under way than are looked at: the oldest are. */
  readonly isCut: boolean;
  /** The number of the list; whoever hears a later one asks again. */
  readonly seq: number;
};
