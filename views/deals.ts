import { z } from "zod";
import { WAIT_SOURCES } from "../domain/hubs/board/board";
import { INLAND_MODES, MODES } from "../domain/hubs/place";
import { day, id, money, time, type View } from "./fields";
import { type FallbackChoice, REQUEST_STATES } from "../domain/requests/request";
import type { BidMode } from "../domain/requests/request-choices";
import type { RequestTurn } from "../domain/requests/request-turn";
import { dangerousGoodsSchema } from "../domain/services/dangerous-goods";
import type { SpecWarning } from "../domain/services/spec-issue";
import { DIRECTIONS, type NamedHub, type NamedPlace, type Service, SERVICES } from "../domain/shared/vocabulary";
import type { Instant, LocalDate } from "../domain/shared/time";
import { INCOTERMS } from "../domain/tariff/incoterm";

const days = z.object({ min: z.number(), max: z.number() });
const isEstimate = z.boolean().meta({ description: "Whether a figure in it is an estimate rather than published" });

const leg = z.object({
  fromId: id,
  toId: id,
  mode: z.enum(MODES),
  distanceKm: z.number(),
  days,
  source: z.string(),
  isEstimate,
});

const borderWait = z.object({
  hours: z.number(),
  month: z.int().min(1).max(12),
  basis: z.enum(WAIT_SOURCES).meta({
    description: "The hub's board, own crossings, the month's planning figure, or nobody counts a queue there",
  }),
  asOf: time.nullable().meta({ description: "When the board's figures were counted" }),
  closedHours: z.number().meta({ description: "How many of the hours the border is closed" }),
  arrivesAt: time.nullable().meta({
    description: "When the goods are reckoned to arrive there; null where the wait is a month's, whatever the day",
  }),
  closures: z
    .array(z.object({ from: time, to: time, reason: z.string() }))
    .meta({ description: "The announced closures that it is longer for" }),
  source: z.string(),
  isEstimate,
});

/** A way for goods through one hub. */
export const way = z
  .object({
    hubId: z.string(),
    mode: z.enum(MODES).meta({ description: "By which it crosses China's border" }),
    distanceKm: z.number(),
    days,
    legs: z.array(leg),
    borderWait: borderWait
      .nullable()
      .meta({ description: "Expected on arrival there; part of the crossing leg's days" }),
    isEstimate,
  })
  .meta({ id: "Way" });

export type Way = View<typeof way>;
export type WayLeg = View<typeof leg>;
export type BorderWait = View<typeof borderWait>;

export const incoterm = z.object({ rule: z.enum(INCOTERMS), place: z.string() });

export const cargoLine = z
  .object({
    description: z.string(),
    hsCode: z.string(),
    packages: z.int(),
    packageType: z.string(),
    grossWeightGrams: z.int(),
    volumeCm3: z.int(),
    dimensionsMm: z.object({ length: z.int(), width: z.int(), height: z.int() }).nullable(),
    value: money.nullable(),
    netWeightGrams: z.int().nullable(),
    originCountry: z.string().nullable(),
    dangerousGoods: dangerousGoodsSchema.nullable(),
    isStackable: z.boolean().nullable(),
    marks: z.string().nullable(),
  })
  .meta({ id: "CargoLine" });

const head = {
  id,
  reference: z.string().meta({ example: "KD-2611-7F3K2Q" }),
  direction: z.enum(DIRECTIONS),
  title: z.string(),
  originId: z.string(),
  hubId: z.string(),
  destinationId: z.string(),
  mode: z.enum(MODES),
  inlandMode: z.enum(INLAND_MODES).nullable().meta({ description: "Null where the mode itself says so" }),
  readyDate: day,
  goodsValue: money,
  contractedAt: time.nullable().meta({ description: "The first effective award" }),
  createdAt: time,
  version: z.int(),
};

/** A deal as a line of its buyer's list. */
export const dealRow = z.object(head).meta({ id: "DealRow" });

const dealRequest = z.object({
  id,
  reference: z.string(),
  service: z.enum(SERVICES),
  state: z.enum(REQUEST_STATES),
  bidCount: z.int(),
  closesAt: time,
  decideBy: time,
});

/** A deal as its buyer reads it. */
export const deal = z
  .object({
    ...head,
    incoterm,
    hubChoice: z.enum(["chosen", "any"]).meta({ description: "Whether the buyer named the hub or took the planner's" }),
    corridor: z.string(),
    cargo: z.array(cargoLine),
    way,
    requests: z.array(dealRequest),
  })
  .meta({ id: "Deal" });

export type DealRow = View<typeof dealRow>;
export type Deal = View<typeof deal>;

/** One of a deal's requests, on its page and in its row. */
export type DealRequest = View<typeof dealRequest> & {
  readonly bidMode: BidMode;
  readonly turn: RequestTurn;
  /** What its buyer may make of it, where nobody was chosen. */
  readonly choices: readonly FallbackChoice[];
};

/** A deal in the buyer's list on the screen. */
export type DealLine = Pick<
  DealRow,
  "id" | "reference" | "title" | "mode" | "readyDate" | "goodsValue" | "createdAt"
> & {
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly hub: NamedHub;
  readonly requests: readonly DealRequest[];
};

/** Where a way stops: its name, country, and whether it is the gate of the route. */
export type DealStop = NamedPlace & { readonly country: string; readonly isBorderHub: boolean };

/** A deal with all that its page shows of it, kept or only checked. */
export type PlannedDeal = Omit<Deal, "contractedAt" | "corridor" | "version" | "requests"> & {
  readonly origin: DealStop;
  readonly destination: DealStop;
  readonly hub: NamedHub;
  /** What its requests do not agree in. */
  readonly conflicts: readonly { readonly service: Service; readonly warnings: readonly SpecWarning[] }[];
  /** When the goods are planned to leave: later than the ready date where the haul's pick-up is. */
  readonly leaveDay: LocalDate;
  readonly stops: readonly DealStop[];
  /** The hub's own zone: deadlines are kept there. */
  readonly hubZone: string;
  readonly grossWeightGrams: number;
  readonly volumeCm3: number;
  readonly packages: number;
  readonly requests: readonly DealRequest[];
};

export type DealPage = Omit<Deal, "requests"> & PlannedDeal;

/** A posting that is still being written, in the buyer's list. */
export type DraftRow = { readonly id: string; readonly title: string; readonly updatedAt: Instant };
