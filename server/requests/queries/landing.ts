import "server-only";
import { and, count, countDistinct, desc, eq, gt, lt } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { visibleTo } from "@/db/repositories/requests";
import { listings } from "@/db/schema/catalogue";
import { deals } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import type { Hub, Place, Way } from "@/domain/hubs/place";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { HOUR_MS, type Instant, instant } from "@/domain/shared/time";
import type { RequestLine } from "@/views/requests";
import { referenceData } from "../../hubs/queries/network";
import { anonymous } from "../../platform/identity/session";
import { keptFor } from "../../platform/process/kept-for";
import { requestList } from "./requests";

/** What anybody may see of the market at a glance. Public rows and their counts only: nothing here is a share. */
export type LandingView = {
  readonly openRequests: number;
  readonly closingSoon: number;
  readonly providers: number;
  readonly listed: Readonly<Partial<Record<Service, number>>>;
  readonly byHub: readonly { readonly hub: Hub; readonly place: Place; readonly open: number }[];
  readonly flows: readonly {
    readonly hubId: string;
    readonly isBorderHub: boolean;
    readonly way: Pick<Way, "legs">;
    readonly count: number;
  }[];
  readonly places: ReadonlyMap<string, Place>;
  readonly borderHubs: number;
  /** Of each service the open request that closes next and that whoever is new here still has the time to bid on. */
  readonly next: readonly RequestLine[];
};

const SOON_MS = 6 * HOUR_MS;
// A map is a picture: so many of the open requests draw it.
const LINES_MAX = 300;

type OpenRow = { readonly hubId: string; readonly way: Way };

/** One line a hub, along the way that most of its open requests take. */
function flowsOf(rows: readonly OpenRow[], hubs: ReadonlyMap<string, Hub>): LandingView["flows"] {
  const lines = new Map<string, { hubId: string; way: Way; count: number }>();
  for (const { hubId, way } of rows) {
    const key = `${hubId} ${way.legs[0]?.fromId} ${way.legs.at(-1)?.toId}`;
    const line = lines.get(key) ?? { hubId, way, count: 0 };
    lines.set(key, { ...line, count: line.count + 1 });
  }
  return [...lines.values()].map((line) => ({ ...line, isBorderHub: hubs.get(line.hubId)?.isBorderHub ?? false }));
}

/** Of each service the next to close, as a visitor's list has them; what closes soon is too late for somebody who signs up first. */
async function nextToClose(read: Reader, now: Instant): Promise<readonly RequestLine[]> {
  const rows: RequestLine[] = [];
  for (const service of SERVICES) {
    const asked = { filter: { service }, limit: 1, now: instant(now + SOON_MS) };
    rows.push(...(await requestList(read, anonymous(), asked)).items);
  }
  return rows.sort((a, b) => a.closesAt - b.closesAt || (a.id < b.id ? -1 : 1));
}

/** The front page's figures, as of now. */
export async function landingView(read: Reader, now: Instant): Promise<LandingView> {
  const isPublic = and(eq(requests.state, "open"), gt(requests.closesAt, now), visibleTo(null));
  const { hubs, places } = await referenceData(read);
  const counts = await read
    .select({ hubId: requests.hubId, open: count() })
    .from(requests)
    .where(isPublic)
    .groupBy(requests.hubId);
  const [soon] = await read
    .select({ rows: count() })
    .from(requests)
    .where(and(isPublic, lt(requests.closesAt, now + SOON_MS)));
  const listed = await read
    .select({ service: listings.service, rows: count() })
    .from(listings)
    .where(eq(listings.isActive, true))
    .groupBy(listings.service);
  const [providers] = await read
    .select({ rows: countDistinct(listings.organisationId) })
    .from(listings)
    .where(eq(listings.isActive, true));
  const rows = await read
    .select({ hubId: requests.hubId, way: deals.way })
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(isPublic)
    .orderBy(desc(requests.closesAt), desc(requests.id))
    .limit(LINES_MAX);
  const byHub = counts.flatMap(({ hubId, open }) => {
    const hub = hubs.get(hubId);
    const place = places.get(hub?.placeIds[0] ?? "");
    return hub && place ? [{ hub, place, open }] : [];
  });
  return {
    openRequests: counts.reduce((all, row) => all + row.open, 0),
    closingSoon: soon?.rows ?? 0,
    providers: providers?.rows ?? 0,
    listed: Object.fromEntries(listed.map((row) => [row.service, row.rows])),
    byHub: byHub.sort((a, b) => b.open - a.open || (a.hub.id < b.hub.id ? -1 : 1)),
    flows: flowsOf(rows, hubs),
    places,
    borderHubs: [...hubs.values()].filter((hub) => hub.isBorderHub).length,
    next: await nextToClose(read, now),
  };
}

const KEPT_MS = 5_000;

/** The same as the front page shows it: up to five seconds old, so that what it costs does not grow with its readers. */
export const recentLandingView = keptFor("landing", KEPT_MS, landingView);
