import "server-only";
import { inArray } from "drizzle-orm";
import { preparedList, type Reader } from "@/db/database";
import { closureNewsSince } from "@/db/repositories/hub-board";
import { requests } from "@/db/schema/requests";
import { corridorsThrough, servedCorridors } from "@/domain/catalogue/served-corridors";
import type { Closure } from "@/domain/hubs/board/board";
import { mayBeFound } from "@/domain/requests/request-visibility";
import { DAY_MS, type Instant, instant, later } from "@/domain/shared/time";
import type { Service } from "@/domain/shared/vocabulary";
import type { RequestLine } from "@/views/requests";
import { referenceData } from "../hubs/queries/network";
import { anonymous } from "../platform/identity/session";
import { keptByQuestion } from "../platform/process/kept-for";
import { requestList } from "../requests/queries/requests";

export type FeedNews = {
  readonly requests: readonly (RequestLine & { readonly publishedAt: Instant })[];
  /** Closures of the hubs of the corridor, those that were withdrawn among them. */
  readonly closures: readonly (Closure & { readonly enteredAt: Instant })[];
};

const REQUESTS_MAX = 50;
const NEWS_MS = 30 * DAY_MS;

const publishedAt = preparedList("requests_published_at", (db, ids) =>
  db.select({ id: requests.id, publishedAt: requests.publishedAt }).from(requests).where(inArray(requests.id, ids)),
);

type Asked = { readonly corridor: string; readonly service: Service | null };

/**
 * What a feed of a corridor tells: the newest open requests that their buyers have made everybody's (`mayBeFound`: what is for checked or invited providers is
 * not among them), and what the boards say of its hubs. Null of a corridor that is none. Nothing of any bid is read.
 */
async function readFeed(read: Reader, { corridor, service }: Asked, now: Instant): Promise<FeedNews | null> {
  const { network } = await referenceData(read);
  if (!servedCorridors(network).includes(corridor)) return null;
  const filter = { corridor, service: service ?? undefined, sort: "newest" } as const;
  const { items } = await requestList(read, anonymous(), { filter, limit: REQUESTS_MAX, now });
  const shown = items.filter((row) => mayBeFound(row, now));
  const times = await publishedAt(
    read,
    shown.map(({ id }) => id),
  );
  const timeOf = new Map(times.map((row) => [row.id, row.publishedAt]));
  const closures = await closureNewsSince(read, later(now, -NEWS_MS));
  return {
    requests: shown.flatMap((row) => {
      const at = timeOf.get(row.id);
      return at ? [{ ...row, publishedAt: instant(at) }] : [];
    }),
    closures: closures.filter(({ hubId }) => corridorsThrough(network, hubId).includes(corridor)),
  };
}

/** The same, up to a minute old, whoever asks and in whatever language. */
export const feedNews = keptByQuestion("feeds of corridors", { ms: 60_000, max: 200 }, readFeed);
