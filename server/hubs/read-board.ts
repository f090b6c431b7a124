import type { Reader } from "../../db/database";
import { type Hub, type Mode, MODES, type Place } from "../../domain/hubs/place";
import { type ReferenceData, referenceData } from "./queries/network";
import { crossingsOf, ownTraffic } from "../../db/repositories/crossings";
import { closuresSince, latestStates, statesOfHub, statesSince } from "../../db/repositories/hub-board";
import { ruleAt, rulesAt } from "../../db/repositories/market-rules";
import {
  type Board,
  boardKey,
  hoursOfState,
  type WaitsByDirection,
  waitsByDirection,
} from "../../domain/hubs/board/board";
import type { OpeningHours } from "../../domain/hubs/board/opening-hours";
import { DAY_MS, type Instant, later, MARKET_ZONE, MINUTE_MS } from "../../domain/shared/time";
import {
  COMING_DAYS,
  CROSSINGS_DAYS,
  comingPerCrossing,
  crossingTimes,
  reconcile,
} from "../../domain/hubs/board/crossing-times";

/** A hub with what can be entered of it: the modes that cross there, and the clocks that are kept on its sides. */
export type KnownHub = {
  readonly hub: Hub;
  readonly modes: readonly Mode[];
  /** On the other side of a land border. */
  readonly countries: readonly string[];
  /** The hub's own zone first. */
  readonly zones: readonly [string, ...string[]];
};

/** The hub as the world has it; null where there is none of that id. */
export function knownHubIn(of: ReferenceData, hubId: string): KnownHub | null {
  const hub = of.hubs.get(hubId);
  const own = hub && of.places.get(hub.placeIds[0] ?? "");
  if (!hub || !own) return null;
  const crossings = of.network.crossings.export.filter((edge) => edge.hubId === hubId);
  const far = hub.kind === "border" ? crossings.map((edge) => of.network.places[edge.to] as Place) : [];
  const used = new Set(crossings.map((edge) => edge.mode));
  return {
    hub,
    modes: MODES.filter((mode) => used.has(mode)),
    countries: [...new Set(far.map(({ country }) => country))],
    zones: [own.zone, ...new Set(far.map(({ zone }) => zone).filter((zone) => zone !== own.zone))],
  };
}

export const knownHub = async (db: Reader, hubId: string): Promise<KnownHub | null> =>
  knownHubIn(await referenceData(db), hubId);

/** The board of all hubs, with the waits that follow from it and from the months' planning figures, out of China and into it. */
export type ReadBoard = Board & { readonly waits: WaitsByDirection };

type FromOrders = Pick<Board, "ownComing" | "ownWaits" | "ownCrossings">;

// What weeks of orders say does not change within minutes, and is the only thing of a board that is added up from orders. One per process, so
// that a transaction that plans a way does not read every step of the last days, and conflict with whoever reports one.
const KEPT_MS = 15 * MINUTE_MS;
const holder = globalThis as unknown as { kouanFromOrders?: FromOrders & { readonly readAt: Instant } };

/** What own crossings take, by hub and mode, and those of them that tell better than the board what is waited. */
async function ownTimes(
  db: Reader,
  now: Instant,
  { maxAgeDays, zoneOf }: Pick<Board, "maxAgeDays" | "zoneOf">,
): Promise<Pick<Board, "ownWaits" | "ownCrossings">> {
  const since = later(now, -CROSSINGS_DAYS * DAY_MS);
  const keyOf = ({ hubId, mode }: { hubId: string; mode: Mode }) => boardKey(hubId, mode);
  const crossings = Map.groupBy(await crossingsOf(db, { since, now }), keyOf);
  const states = Map.groupBy(await statesSince(db, later(since, -maxAgeDays * DAY_MS)), keyOf);
  const ownCrossings = new Map(
    [...crossings].flatMap(([key, own]): [string, number][] => {
      const times = crossingTimes(own.map(({ tookMs }) => tookMs));
      return times ? [[key, times.p50Ms]] : [];
    }),
  );
  const tellsBetter = (key: string) => {
    const own = crossings.get(key) ?? [];
    const zone = zoneOf(own[0]?.hubId ?? "");
    return reconcile(own, states.get(key) ?? [], { maxAgeDays, zone })?.plannedBy === "orders";
  };
  return { ownCrossings, ownWaits: new Map([...ownCrossings].filter(([key]) => tellsBetter(key))) };
}

/** What the market's own orders say of each hub and mode; read anew every quarter of an hour. */
async function fromOrders(db: Reader, now: Instant, rules: Pick<Board, "maxAgeDays" | "zoneOf">): Promise<FromOrders> {
  const known = holder.kouanFromOrders;
  if (known && Math.abs(now - known.readAt) < KEPT_MS) return known;
  const found = {
    readAt: now,
    ownComing: comingPerCrossing(await ownTraffic(db, { since: later(now, -COMING_DAYS * DAY_MS), now })),
    ...(await ownTimes(db, now, rules)),
  };
  holder.kouanFromOrders = found;
  return found;
}

/** The clock on which a hub keeps its hours: that of its own side. */
const zoneAtHub = ({ hubs, places }: ReferenceData, hubId: string): string =>
  places.get(hubs.get(hubId)?.placeIds[0] ?? "")?.zone ?? MARKET_ZONE;

/**
 * What administrators have entered, as the database has it now. Read for each question and kept by no process: what one process enters the next
 * question to another one knows.
 */
export async function readBoard(db: Reader, now: Instant): Promise<ReadBoard> {
  const known = await referenceData(db);
  const zoneOf = (hubId: string) => zoneAtHub(known, hubId);
  const rules = await rulesAt(db, ["board_max_age_days", "board_reach_days"], now);
  const maxAgeDays = rules.board_max_age_days;
  const since = later(now, -maxAgeDays * DAY_MS);
  const closures = await closuresSince(db, since);
  const board: Board = {
    now,
    states: await latestStates(db, since),
    closures: closures.filter(({ to }) => to > now),
    pastClosures: closures.filter(({ to }) => to <= now),
    ...(await fromOrders(db, now, { maxAgeDays, zoneOf })),
    zoneOf,
    maxAgeDays,
    reachDays: rules.board_reach_days,
  };
  return { ...board, waits: waitsByDirection(board, known.network) };
}

/** The hours in which a hub lets trucks through, by the last count that still says something of it; null where none does. */
export async function truckHoursAt(db: Reader, hubId: string, now: Instant): Promise<OpeningHours | null> {
  const since = later(now, -(await ruleAt(db, "board_max_age_days", now)) * DAY_MS);
  const [state] = await statesOfHub(db, { hubId, mode: "road", since, limit: 1 });
  return state ? hoursOfState(state, zoneAtHub(await referenceData(db), hubId)) : null;
}

/** The world with the board of its hubs, which is read anew for each question. */
export type PlannedReferenceData = ReferenceData & { readonly board: ReadBoard };

/** What ways are planned by: the places and legs of this process, and what is entered of the hubs at this moment. */
export async function planningReferenceData(db: Reader, now: Instant): Promise<PlannedReferenceData> {
  return { ...(await referenceData(db)), board: await readBoard(db, now) };
}
