import "server-only";
import { and, count, eq, gt } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { visibleTo } from "@/db/repositories/requests";
import { requests } from "@/db/schema/requests";
import { type BorderWait, type Hub, type Mode, MODES, type Place } from "@/domain/hubs/place";
import { waitKey } from "@/domain/hubs/prepare-network";
import { DAY_MS, dayOf, type Instant, instant, later } from "@/domain/shared/time";
import type {
  BoardRow,
  ClosureEntry,
  HubBoard,
  HubCard,
  HubOutlook,
  HubPage,
  HubWait,
  ModeBoard,
  ModeNow,
  StateEntry,
} from "@/views/hubs";
import { type KnownHub, knownHub, knownHubIn, type ReadBoard, readBoard } from "../read-board";
import { namedHub, referenceData } from "./network";
import "server-only";
import { crossingsOf } from "@/db/repositories/crossings";
import { boardHead, closuresOfHub, latestStates, statesOfHub } from "@/db/repositories/hub-board";
import { type Actor, may } from "@/domain/access/policy";
import {
  boardKey,
  crossingsForYear,
  type ExpectedWait,
  isAhead,
  isFor,
  isOn,
  isOneForYear,
  spanOf,
} from "@/domain/hubs/board/board";
import { CROSSINGS_DAYS, crossingTimes, reconcile } from "@/domain/hubs/board/crossing-times";
import { waitsAhead } from "@/domain/hubs/board/waits-ahead";
import type { Direction } from "@/domain/shared/vocabulary";
import { hoursOf } from "@/domain/hubs/board/expected-wait";
import { shownSource } from "@/domain/hubs/position-source";
import { placeNamesOf } from "@/domain/shared/place-names";

type ReferenceData = Awaited<ReturnType<typeof referenceData>>;

const monthNumber = (now: Instant): number => Number(dayOf(now).slice(5, 7));

const waitsOf = ({ network }: ReferenceData, hubId: string): BorderWait[] =>
  [...network.waits.values()].filter((wait) => wait.hubId === hubId);

/** What is planned with in the month that it is now, by the modes that cross there. */
function waitsNow({ of: { network }, board }: Pick<Showing, "of" | "board">, hubId: string, modes: readonly Mode[]) {
  const month = monthNumber(board.now);
  return modes.flatMap((mode) => network.waits.get(waitKey(hubId, mode, month)) ?? []);
}

/** Legs over China's border at the hub. */
const edgesAcross = ({ network }: ReferenceData, hubId: string) =>
  network.crossings.export.filter((edge) => edge.hubId === hubId);

/** The places that its legs over China's border reach. */
const placesAcross = (of: ReferenceData, hubId: string): Place[] =>
  edgesAcross(of, hubId).map((edge) => of.network.places[edge.to] as Place);

const countriesOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ country }) => country))].sort();

async function openRequestsByHub(read: Reader, now: Instant): Promise<Map<string, number>> {
  const rows = await read
    .select({ hubId: requests.hubId, count: count() })
    .from(requests)
    .where(and(eq(requests.state, "open"), gt(requests.closesAt, now), visibleTo(null)))
    .groupBy(requests.hubId);
  return new Map(rows.map((row) => [row.hubId, row.count]));
}

type Showing = { readonly of: ReferenceData; readonly board: ReadBoard; readonly open: ReadonlyMap<string, number> };

function cardOf({ of, board, open }: Showing, hub: Hub): HubCard {
  const crossings = edgesAcross(of, hub.id);
  const far = placesAcross(of, hub.id);
  const places = hub.placeIds.flatMap((id) => of.places.get(id) ?? []);
  const usable = new Set(crossings.map((edge) => edge.mode));
  const modes = MODES.filter((mode) => usable.has(mode));
  return {
    id: hub.id,
    ...placeNamesOf(hub),
    kind: hub.kind,
    isBorderHub: hub.isBorderHub,
    countries: countriesOf(far),
    modes,
    waits: waitsNow({ of, board }, hub.id, modes),
    now: modes.map((mode) => modeNow(board, hub.id, mode)),
    clocks: [
      ...new Map(
        [...places.slice(0, 1), ...(hub.kind === "border" ? far : [])].map(({ country, zone }) => [
          zone,
          { country, zone },
        ]),
      ).values(),
    ],
    places,
    openRequests: open.get(hub.id) ?? 0,
  };
}

const KIND_ORDER = { border: 0, sea: 1, air: 2 } as const;

/** All hubs: border hubs first, then seaports and airports; those with more open requests first within their kind. */
export async function hubList(read: Reader, now: Instant): Promise<HubCard[]> {
  const of = await referenceData(read);
  const showing = { of, board: await readBoard(read, now), open: await openRequestsByHub(read, now) };
  return [...of.hubs.values()]
    .map((hub) => cardOf(showing, hub))
    .sort(
      (a, b) =>
        KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
        b.openRequests - a.openRequests ||
        b.places.length - a.places.length ||
        (a.nameEn < b.nameEn ? -1 : 1),
    );
}

/** A hub's waits by a mode over the year, as ways are planned where the board does not reach. */
function yearOf(
  { of, board }: Pick<Showing, "of" | "board">,
  at: { readonly hubId: string; readonly mode: Mode },
): HubPage["waitsByMode"][number] {
  const { mode } = at;
  const months = waitsOf(of, at.hubId)
    .filter((wait) => wait.mode === mode)
    .sort((a, b) => a.month - b.month);
  const own = crossingsForYear(board, of.network, at);
  if (own === null) return { mode, months, basis: isOneForYear(of.network, at) ? "year" : "months" };
  return { mode, months: months.map((wait) => ({ ...wait, hours: hoursOf(own), isEstimate: false })), basis: "orders" };
}

/** One hub with its waits over the year, its places and its legs; null where there is no such hub. */
export async function hubPage(read: Reader, hubId: string, now: Instant): Promise<HubPage | null> {
  const of = await referenceData(read);
  const hub = of.hubs.get(hubId);
  if (!hub) return null;
  const board = await readBoard(read, now);
  const card = cardOf({ of, board, open: await openRequestsByHub(read, now) }, hub);
  const own = new Set(hub.placeIds);
  const carriage = of.network.carriage.flat().filter((edge) => own.has((of.network.places[edge.from] as Place).id));
  const legs = [...edgesAcross(of, hubId), ...carriage].map((edge) => edge.leg);
  return {
    ...card,
    waitsByMode: card.modes
      .map((mode) => yearOf({ of, board }, { hubId, mode }))
      .filter(({ months }) => months.length > 0),
    legs: [...new Set(legs)],
    placeOf: of.places,
  };
}

/** How far the drawing of waits to come reaches. */
const AHEAD_DAYS = 14;
const ENTRIES_SHOWN = 50;
/** Of counts taken oftener than three times a day for ninety days the latest are compared with own crossings. */
const COUNTS_COMPARED = 300;

const shownWait = ({ source, comingSource, statedBy, ...wait }: ExpectedWait): HubWait => ({
  ...wait,
  basis: source,
  comingBasis: comingSource,
  source: statedBy && shownSource(statedBy),
});

/** Up to when the hub is closed for the mode, where it is closed now. */
function closedUntil(board: ReadBoard, hubId: string, mode: Mode): Instant | null {
  const on = board.closures.filter((one) => one.hubId === hubId && isFor(one, mode) && isOn(one, board.now));
  return on.length > 0 ? instant(Math.max(...on.map((one) => spanOf(one).to))) : null;
}

/** The board of a hub and mode for whoever arrives now and leaves China. */
export function modeNow(board: ReadBoard, hubId: string, mode: Mode): ModeNow {
  const wait = board.waits.export(hubId, mode, board.now);
  return { mode, wait: wait && shownWait(wait), closedUntil: closedUntil(board, hubId, mode) };
}

async function modeBoard(read: Reader, board: ReadBoard, of: { hubId: string; mode: Mode }): Promise<ModeBoard> {
  const { hubId, mode } = of;
  const [state = null] = await statesOfHub(read, { hubId, mode, limit: 1 });
  const since = later(board.now, -CROSSINGS_DAYS * DAY_MS);
  const own = await crossingsOf(read, { at: of, since, now: board.now });
  const counts = await statesOfHub(read, {
    ...of,
    since: later(since, -board.maxAgeDays * DAY_MS),
    limit: COUNTS_COMPARED,
  });
  const crossings = crossingTimes(own.map(({ tookMs }) => tookMs));
  const record = reconcile(own, counts, { maxAgeDays: board.maxAgeDays, zone: board.zoneOf(hubId) });
  return {
    ...modeNow(board, hubId, mode),
    state: state && {
      ...state,
      arrivalsPerDay: state.arrivalsPerDay ?? null,
      isStale: board.now - state.asOf > board.maxAgeDays * DAY_MS,
    },
    ahead: waitsAhead(board.waits.export, { ...of, zone: board.zoneOf(hubId), now: board.now, days: AHEAD_DAYS }),
    crossings: crossings && {
      orders: crossings.n,
      halfWithinHours: hoursOf(crossings.p50Ms),
      nineInTenWithinHours: hoursOf(crossings.p90Ms),
    },
    boardRecord: record && {
      orders: record.n,
      boardHours: hoursOf(record.boardMs),
      ownHours: hoursOf(record.ownMs),
      boardOffHours: hoursOf(record.boardOffMs),
      ownOffHours: hoursOf(record.ownOffMs),
      isApart: record.isApart,
      plannedBy: record.plannedBy,
    },
  };
}

const closuresAt = (board: ReadBoard, hubId: string) =>
  board.closures.filter((one) => one.hubId === hubId && isAhead(one, board.now));

/** A hub's board, readable without an account; null where there is no such hub. */
export async function hubBoard(read: Reader, hubId: string, now: Instant): Promise<HubBoard | null> {
  const of = await referenceData(read);
  const known = knownHubIn(of, hubId);
  if (!known) return null;
  const board = await readBoard(read, now);
  const modes: ModeBoard[] = [];
  for (const mode of known.modes) modes.push(await modeBoard(read, board, { hubId, mode }));
  const { maxAgeDays, reachDays } = board;
  return {
    hubId,
    readAt: now,
    zone: known.zones[0],
    countries: countriesOf(placesAcross(of, hubId)),
    modes,
    closures: closuresAt(board, hubId),
    maxAgeDays,
    reachDays,
  };
}

type OutlookOf = { readonly hubId: string; readonly mode: Mode; readonly direction: Direction; readonly now: Instant };

/** What is waited at the hub now by a mode and in a direction, for the pages of whoever has goods for it. */
export async function hubOutlook(read: Reader, { hubId, mode, direction, now }: OutlookOf): Promise<HubOutlook> {
  // Before what it counts, so that a page never claims to know a change that it does not show.
  const seq = await boardHead(read, hubId);
  const known = await referenceData(read);
  const board = await readBoard(read, now);
  const { zone, ...hub } = namedHub(known, hubId);
  const closures = closuresAt(board, hubId).filter((one) => isFor(one, mode));
  const countries = knownHubIn(known, hubId)?.countries ?? [];
  const wait = board.waits[direction](hubId, mode, now);
  const about = { hub, mode, direction, countries, zone, closures, seq };
  return { ...about, wait: wait && shownWait(wait), closedUntil: closedUntil(board, hubId, mode) };
}

export type BoardEntries = {
  readonly known: KnownHub;
  readonly states: readonly StateEntry[];
  readonly closures: readonly ClosureEntry[];
};

/** Everything that was entered of a hub, the latest first; null to all but administrators, and where there is no such hub. */
export async function boardEntries(
  read: Reader,
  viewer: Actor,
  { hubId, now }: { readonly hubId: string; readonly now: Instant },
): Promise<BoardEntries | null> {
  if (!may(viewer, "board.change")) return null;
  const known = await knownHub(read, hubId);
  if (!known) return null;
  const closures = await closuresOfHub(read, { hubId, limit: ENTRIES_SHOWN });
  return {
    known,
    states: await statesOfHub(read, { hubId, limit: ENTRIES_SHOWN }),
    closures: closures.map((one) => ({ ...one, isAhead: isAhead(one, now) })),
  };
}

const EVER = instant(0);

/** The boards of all hubs, land borders and those with figures first; null to all but administrators. */
export async function boardRows(read: Reader, viewer: Actor, now: Instant): Promise<BoardRow[] | null> {
  if (!may(viewer, "board.change")) return null;
  const of = await referenceData(read);
  const board = await readBoard(read, now);
  const states = await latestStates(read, EVER);
  const rows = [...of.hubs.keys()].flatMap((hubId): BoardRow[] => {
    const known = knownHubIn(of, hubId);
    if (!known) return [];
    const { zone: _, ...hub } = namedHub(of, hubId);
    return [
      {
        hub,
        states: known.modes.flatMap((mode) => states.get(boardKey(hubId, mode)) ?? []),
        now: known.modes.map((mode) => modeNow(board, hubId, mode)),
        closureCount: board.closures.filter((one) => one.hubId === hubId && isAhead(one, now)).length,
      },
    ];
  });
  const rank = ({ hub, states: own, closureCount }: BoardRow) =>
    (own.length > 0 || closureCount > 0 ? 0 : 2) + (hub.isBorderHub ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || (a.hub.nameEn < b.hub.nameEn ? -1 : 1));
}
