import "server-only";
import { and, asc, eq, gt, max } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { isNotBarred } from "@/db/repositories/organisations";
import { organisations } from "@/db/schema/accounts";
import { listings } from "@/db/schema/catalogue";
import { requests } from "@/db/schema/requests";
import { hsEntries } from "@/db/schema/tariff";
import { HELP_ARTICLES } from "@/domain/about/help-articles";
import type { Instant } from "@/domain/shared/time";
import { referenceData } from "../hubs/queries/network";
import { offeredWays } from "./offered-ways";

/** An address that search engines may keep, without its language. */
export type FoundAddress = {
  readonly path: string;
  /** Null where nobody knows: its page is made of what changes all day. */
  readonly changedAt: Instant | null;
};

/** The parts of a sitemap; of those that grow with the market each has several files where it is long. */
export const SECTIONS = ["pages", "services", "tariff", "providers", "requests"] as const;
export type Section = (typeof SECTIONS)[number];

/** A sitemap may have 50,000 addresses and 50 MB (sitemaps.org); with those in the other languages one takes up to a kilobyte. */
export const ADDRESSES_MAX = 25_000;
const ROWS = 1_000;

const ABOUT = ["how-it-works", "help", "glossary", "fees", "terms", "privacy", "contact", "status", "developers"];
const LISTS = ["requests", "providers", "hubs", "hubs/plan", "corridors", "services-exports", "tariff"];

type Row = FoundAddress & { readonly id: string };
type Asked = { readonly after: string; readonly limit: number; readonly offset: number; readonly now: Instant };

/** Requests of which a search engine may keep the page: `mayBeFound` (domain/requests/request-visibility.ts) in SQL; a test compares the two. */
async function foundRequests(read: Reader, { after, limit, offset, now }: Asked): Promise<Row[]> {
  const rows = await read
    .select({ id: requests.id, changedAt: requests.publishedAt })
    .from(requests)
    .where(
      and(
        eq(requests.state, "open"),
        gt(requests.id, after),
        eq(requests.visibility, "open"),
        gt(requests.closesAt, now),
      ),
    )
    .orderBy(asc(requests.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ id, changedAt }) => ({ id, path: `/requests/${id}`, changedAt: changedAt as Instant | null }));
}

async function foundProviders(read: Reader, { after, limit, offset }: Asked): Promise<Row[]> {
  const rows = await read
    .select({ id: listings.organisationId, changedAt: max(listings.updatedAt) })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(and(eq(listings.isActive, true), isNotBarred, gt(listings.organisationId, after)))
    .groupBy(listings.organisationId)
    .orderBy(asc(listings.organisationId))
    .limit(limit)
    .offset(offset);
  return rows.map(({ id, changedAt }) => ({
    ...{ id, path: `/providers/${id}` },
    changedAt: changedAt === null ? null : (Number(changedAt) as Instant),
  }));
}

async function foundTariff(read: Reader, { after, limit, offset }: Asked): Promise<Row[]> {
  const rows = await read
    .select({ id: hsEntries.id })
    .from(hsEntries)
    .where(gt(hsEntries.id, after))
    .orderBy(asc(hsEntries.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ id }) => ({ id, path: `/tariff/${id}`, changedAt: null }));
}

const ROWS_OF = { tariff: foundTariff, providers: foundProviders, requests: foundRequests };
type Growing = keyof typeof ROWS_OF;

const isGrowing = (section: Section): section is Growing => section in ROWS_OF;

/** The addresses that need no rows, or rows that are kept anyway. */
async function knownAddresses(read: Reader, section: Exclude<Section, Growing>, now: Instant): Promise<string[]> {
  if (section === "services")
    return [...(await offeredWays(read, now)).values()].map(({ service, way }) => `/services/${service}/${way}`);
  const { hubs } = await referenceData(read);
  return [
    "",
    ...[...LISTS, ...ABOUT].map((page) => `/${page}`),
    ...HELP_ARTICLES.map(({ id }) => `/help/${id}`),
    ...[...hubs.keys()].map((id) => `/hubs/${id}`),
  ];
}

/** The ids after which the files of a section begin; the first after none. */
export async function startsOf(read: Reader, section: Section, now: Instant): Promise<readonly string[]> {
  const starts = [""];
  if (!isGrowing(section)) return starts;
  for (let after: string | undefined = ""; after !== undefined; ) {
    // The last of a file, and whether another one follows.
    const [last, next]: Row[] = await ROWS_OF[section](read, { after, limit: 2, offset: ADDRESSES_MAX - 1, now });
    after = next ? last?.id : undefined;
    if (after !== undefined) starts.push(after);
  }
  return starts;
}

type File = { readonly section: Section; readonly after: string; readonly now: Instant };

/** The addresses of one file of a section, read as they are sent. */
export async function* addressesOf(read: Reader, { section, after, now }: File): AsyncGenerator<FoundAddress> {
  if (!isGrowing(section)) {
    for (const path of await knownAddresses(read, section, now)) yield { path, changedAt: null };
    return;
  }
  let [last, left] = [after, ADDRESSES_MAX];
  while (left > 0) {
    const rows = await ROWS_OF[section](read, { after: last, limit: Math.min(ROWS, left), offset: 0, now });
    for (const { path, changedAt } of rows) yield { path, changedAt };
    left = rows.length < ROWS ? 0 : left - rows.length;
    last = rows.at(-1)?.id ?? last;
  }
}
