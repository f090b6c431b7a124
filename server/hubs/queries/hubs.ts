import "server-only";
import { and, count, eq, gt } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { visibleTo } from "@/db/repositories/requests";
import { requests } from "@/db/schema/requests";
import type { Hub } from "@/domain/hubs/hub";
import type { BorderWait } from "@/domain/hubs/transport-network";
import { MODES, type Place } from "@/domain/hubs/place";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import type { HubCard, HubPage } from "@/views/hubs";
import { type ReadBoard, readBoard } from "../read-board";
import { modeNow } from "./hub-board";
import { referenceData } from "./network";

type ReferenceData = Awaited<ReturnType<typeof referenceData>>;

const monthNumber = (now: Instant): number => Number(dayOf(now).slice(5, 7));

const waitsOf = ({ network }: ReferenceData, hubId: string): BorderWait[] =>
  [...network.waits.values()].filter((wait) => wait.hubId === hubId);

/** Legs over China's border at the hub. */
const crossingsOf = ({ network }: ReferenceData, hubId: string) =>
  network.crossings.export.filter((edge) => edge.hubId === hubId);

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
  const crossings = crossingsOf(of, hub.id);
  const far = crossings.map((edge) => of.network.places[edge.to] as Place);
  const places = hub.placeIds.flatMap((id) => of.places.get(id) ?? []);
  const usable = new Set(crossings.map((edge) => edge.mode));
  const modes = MODES.filter((mode) => usable.has(mode));
  return {
    id: hub.id,
    nameEn: hub.nameEn,
    nameZh: hub.nameZh,
    kind: hub.kind,
    isBorderHub: hub.isBorderHub,
    countries: [...new Set(far.map((place) => place.country))].sort(),
    modes,
    waits: waitsOf(of, hub.id).filter((wait) => wait.month === monthNumber(board.now) && usable.has(wait.mode)),
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

/** One hub with its waits over the year, its places and its legs; null where there is no such hub. */
export async function hubPage(read: Reader, hubId: string, now: Instant): Promise<HubPage | null> {
  const of = await referenceData(read);
  const hub = of.hubs.get(hubId);
  if (!hub) return null;
  const card = cardOf({ of, board: await readBoard(read, now), open: await openRequestsByHub(read, now) }, hub);
  const own = new Set(hub.placeIds);
  const waits = waitsOf(of, hubId).sort((a, b) => a.month - b.month);
  const carriage = of.network.carriage.flat().filter((edge) => own.has((of.network.places[edge.from] as Place).id));
  const legs = [...crossingsOf(of, hubId), ...carriage].map((edge) => edge.leg);
  return {
    ...card,
    waitsByMode: card.modes
      .map((mode) => ({ mode, months: waits.filter((wait) => wait.mode === mode) }))
      .filter(({ months }) => months.length > 0),
    legs: [...new Set(legs)],
    placeOf: of.places,
  };
}
