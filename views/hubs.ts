import { z } from "zod";
import { type Closure, type HubState, WAIT_SOURCES } from "../domain/hubs/board/board";
import { ARRIVAL_TIMES } from "../domain/hubs/board/waits-ahead";
import { type BorderWait, type Hub, type Leg, type Mode, MODES, type Place, PLACE_ROLES } from "../domain/hubs/place";
import type { Direction, NamedHub } from "../domain/shared/vocabulary";
import type { Instant } from "../domain/shared/time";
import { type View, day, id, time } from "./fields";
import { type PlaceNames } from "../domain/shared/place-names";

const otherName = z.string().optional();
const names = {
  nameEn: z.string(),
  nameZh: z.string(),
  nameRu: otherName.meta({ description: "In Russian, where it has a name there; so in the two languages below" }),
  nameVi: otherName,
  nameKk: otherName,
};

/** A place where goods start, pass or arrive. */
export const place = z
  .object({
    id: id,
    unlocode: z.string().nullable(),
    ...names,
    country: z.string().meta({ description: "ISO 3166-1 alpha-2" }),
    role: z.enum(PLACE_ROLES),
    isBorderHub: z.boolean(),
    hubGroup: z.string().nullable().meta({ description: "The border group that it belongs to" }),
    hubId: z.string().nullable().meta({ description: "The hub whose traffic is counted here" }),
    lat: z.number(),
    lon: z.number(),
    modes: z.array(z.enum(MODES)),
    zone: z.string().meta({ description: "IANA time zone" }),
  })
  .meta({ id: "Place" });

/** A place of the network, or a town beyond it with the place of the network that it is joined to. */
export const foundTown = place
  .extend({
    near: z
      .object({
        id: z.string(),
        ...names,
        km: z.int().min(1).meta({ description: "By road, estimated" }),
      })
      .nullable()
      .meta({ description: "Null for a place of the network" }),
    region: z.object(names).nullable().meta({
      description: "The province, or the town that the region is governed from; null where it would say nothing more",
    }),
  })
  .meta({ id: "FoundTown" });
export type FoundTown = View<typeof foundTown>;

/** A large town that no way of the market leads to, and the nearest port abroad that one does. */
export const townBeyond = z
  .object({
    ...names,
    country: z.string(),
    port: z.object({ id: z.string(), ...names, km: z.int().min(1) }),
  })
  .meta({ id: "TownBeyond" });
export type TownBeyond = View<typeof townBeyond>;

/** What a question for a town finds. */
export const foundTowns = z
  .strictObject({
    items: z.array(foundTown),
    beyond: z
      .array(townBeyond)
      .meta({ description: "Towns called so that no way leads to; only where no place that one does is called so" }),
  })
  .meta({ id: "FoundTowns" });
export type FoundTowns = View<typeof foundTowns>;

/** Where routes leave or enter China. */
export const hub = z
  .object({
    id: z.string(),
    ...names,
    kind: z.enum(["border", "sea", "air"]),
    isBorderHub: z.boolean(),
    placeIds: z.array(z.string()),
  })
  .meta({ id: "Hub" });

const hours = z.number().min(0);

const wait = z
  .object({
    hours: hours.meta({ description: "Of whoever arrives now and leaves China" }),
    queueHours: hours,
    closedHours: hours.meta({ description: "How many of the hours the border is closed" }),
    basis: z.enum(WAIT_SOURCES).meta({
      description:
        "The board's figures, own crossings where they tell better, the month's planning figure, or nobody counts a queue there",
    }),
    comingBasis: z.enum(["board", "orders", "assumed"]).meta({
      description: "From what it is known how many come: the board, this market's own orders, or as many as go through",
    }),
    asOf: time.nullable().meta({ description: "When the board's figures were counted" }),
    month: z.int().min(1).max(12).meta({ description: "The month whose planning figure it is or would be" }),
    source: z.string().nullable(),
    isEstimate: z.boolean(),
  })
  .meta({ id: "ExpectedWait" });

const state = z
  .object({
    backlog: z.int().meta({ description: "Vehicles or wagons that wait" }),
    throughputPerDay: z.int(),
    arrivalsPerDay: z.int().nullable().meta({ description: "How many come in a day; null where nobody counts them" }),
    capacityPerDay: z.int().nullable(),
    opensAt: z.string().nullable().meta({ description: "On the hub's clock, HH:MM" }),
    shutsAt: z.string().nullable(),
    asOf: time,
    source: z.string(),
    isStale: z.boolean().meta({ description: "Too old to count" }),
  })
  .meta({ id: "HubState" });

const closure = z
  .object({
    id: id,
    mode: z.enum(MODES).nullable().meta({ description: "Null for all modes" }),
    from: time,
    to: time,
    zone: z.string().meta({ description: "On whose clock it was announced" }),
    reason: z.string(),
    source: z.string(),
  })
  .meta({ id: "HubClosure" });

const record = z
  .object({
    orders: z.int().min(5),
    boardHours: hours.meta({ description: "What the board said when goods came, in the middle" }),
    ownHours: hours.meta({ description: "What these goods waited, in the middle" }),
    boardOffHours: hours.meta({ description: "By so much the board was off at the most for half of them" }),
    ownOffHours: hours.meta({
      description: "By so much the middle of the crossings before was off at the most for half of them",
    }),
    isApart: z
      .boolean()
      .meta({ description: "Whether the board was off by more than half of the wait for half of the arrivals" }),
    plannedBy: z.enum(["board", "orders"]).meta({ description: "By which of them waits are planned" }),
  })
  .meta({
    id: "BoardRecord",
    description: "The board's counts beside this market's own crossings of the same arrivals",
  });

const modeBoard = z.object({
  mode: z.enum(MODES),
  wait: wait.nullable().meta({ description: "Null where nothing is known" }),
  state: state.nullable().meta({ description: "The last figures; null where none were entered" }),
  closedUntil: time.nullable().meta({ description: "Where it is closed now" }),
  ahead: z
    .array(
      z.object({
        arrivesAt: time,
        day: day.meta({ description: "Of the arrival, on the hub's clock" }),
        time: z.enum(ARRIVAL_TIMES),
        queueHours: hours.nullable().meta({ description: "Null where nobody counts a queue" }),
        closedHours: hours,
      }),
    )
    .meta({
      description: "What is waited by whoever arrives later, at three times of each day; none where nothing is known",
    }),
  crossings: z
    .object({ orders: z.int().min(5), halfWithinHours: hours, nineInTenWithinHours: hours })
    .nullable()
    .meta({ description: "Of this market's own orders of the last 90 days; null of fewer than five" }),
  boardRecord: record.nullable().meta({ description: "Null where too few can be compared" }),
});

/** A hub's board as everybody reads it. */
export const hubBoard = z
  .object({
    hubId: id,
    zone: z.string().meta({ description: "IANA time zone of the hub" }),
    readAt: time,
    countries: z.array(z.string()).meta({
      description:
        "Where the hub leads to, by ISO 3166: over a land border, queues, waits and crossings are those towards them",
    }),
    maxAgeDays: z.number().meta({ description: "Older figures do not count" }),
    reachDays: z.number().meta({ description: "For an arrival further ahead the figures do not count" }),
    modes: z.array(modeBoard),
    closures: z.array(closure).meta({ description: "That are not over" }),
  })
  .meta({ id: "HubBoard" });

export type HubBoard = View<typeof hubBoard>;
export type ModeBoard = View<typeof modeBoard>;
export type HubWait = View<typeof wait>;
export type HubClosure = View<typeof closure>;

/** What is waited at a hub by one mode by whoever arrives now. */
export type ModeNow = Pick<ModeBoard, "mode" | "wait" | "closedUntil">;

/** What somebody with goods for a hub has to know of it at this moment. */
export type HubOutlook = Omit<ModeNow, "mode"> & {
  readonly hub: NamedHub;
  readonly mode: Mode;
  /** Seen from China, and the countries on the other side of a land border. */
  readonly direction: Direction;
  readonly countries: readonly string[];
  /** The hub's own zone: closures are told on its clock. */
  readonly zone: string;
  /** Those for the mode that are not over, the first to begin first. */
  readonly closures: readonly HubClosure[];
  /** How often the board had changed when all this was read. */
  readonly seq: number;
};

/** One hub in the list of who keeps the boards. */
export type BoardRow = {
  readonly hub: NamedHub;
  /** The last figures of each mode that has any, however old. */
  readonly states: readonly HubState[];
  readonly now: readonly ModeNow[];
  /** That are announced and not over. */
  readonly closureCount: number;
};

type Entered = { readonly id: string; readonly enteredBy: string | null; readonly enteredAt: Instant };

/** What was entered of a hub, for administrators. */
export type StateEntry = HubState & Entered;
export type ClosureEntry = Closure & Entered & { readonly withdrawReason: string | null; readonly isAhead: boolean };

/** A hub in the list of all. */
export type HubCard = PlaceNames &
  Pick<Hub, "id" | "kind" | "isBorderHub"> & {
    /** Countries (ISO alpha-2) that its border legs reach. */
    readonly countries: readonly string[];
    readonly modes: readonly Mode[];
    /** This month's, by mode; none at seaports and airports. */
    readonly waits: readonly BorderWait[];
    /** By its board, for whoever arrives now. */
    readonly now: readonly ModeNow[];
    /** The clock on either side of a land border, the hub's own first; seaports and airports have their own only. */
    readonly clocks: readonly { readonly country: string; readonly zone: string }[];
    readonly places: readonly Place[];
    /** Public requests through it that take bids now. */
    readonly openRequests: number;
  };

export type HubPage = HubCard & {
  /** January to December by mode, and from what they are: the months' figures, one estimate for all hubs of the mode, or own crossings in its place. */
  readonly waitsByMode: readonly {
    readonly mode: Mode;
    readonly months: readonly BorderWait[];
    readonly basis: "months" | "year" | "orders";
  }[];
  /** Legs that start or end at one of its places. */
  readonly legs: readonly Leg[];
  readonly placeOf: ReadonlyMap<string, Place>;
};
