import "server-only";
import { setImmediate as rest } from "node:timers/promises";
import { inArray } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { latestChecks } from "@/db/repositories/organisations";
import { changesSince, knownProviders } from "@/db/repositories/provider-figures";
import { listings } from "@/db/schema/catalogue";
import { standingOf } from "@/domain/accounts/organisation-check";
import { isBarred } from "@/domain/accounts/organisation-standing";
import { facetValues } from "@/domain/catalogue/directory/facets";
import { wordsBorne } from "@/domain/search/index-words";
import { dayOf, type Instant } from "@/domain/shared/time";
import { onePerProcess } from "../../platform/process/one-per-process";
import { Tally } from "./tally";

/** So many providers are read at a time; others are answered between. */
const PAGE = 250;
/** A market of no more providers is read while its reader waits, when a new day begins; a larger one is read behind yesterday's tally. */
const READ_AT_ONCE = 5_000;
/** What was written by another process before this may still come to light: its clock, and its transaction's end, are its own. */
const OVERLAP_MS = 60_000;

type Known = Awaited<ReturnType<typeof knownProviders>>;

type Kept = {
  readonly tally: Tally;
  /** The day of the market on which licences and checks were judged. */
  readonly day: string;
  /** The latest change that is known, and of each provider that changed shortly before it the change. */
  since: number;
  seen: ReadonlyMap<string, number>;
  /** The reading of changes that is under way. */
  reading: Promise<void>;
};

/** Reads what these providers offer and puts it in place of what is known of them; one that is suspended, or offers nothing, is listed no more. */
async function put(read: Reader, tally: Tally, { found, now }: { readonly found: Known; readonly now: Instant }) {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return;
  const offers = await read
    .select({
      organisationId: listings.organisationId,
      isActive: listings.isActive,
      service: listings.service,
      hubIds: listings.hubIds,
      corridors: listings.corridors,
      languages: listings.languages,
      licences: listings.licences,
      equipment: listings.equipment,
      searchText: listings.searchText,
    })
    .from(listings)
    .where(inArray(listings.organisationId, ids));
  const byProvider = Map.groupBy(
    offers.filter(({ isActive }) => isActive),
    ({ organisationId }) => organisationId,
  );
  const checks = await latestChecks(read, ids);
  const today = dayOf(now);
  for (const {
    id,
    nameLatin,
    registrationNumber,
    country,
    suspendedAt,
    restrictedAt,
    changedAt: _,
    ...figures
  } of found) {
    const own = isBarred({ suspendedAt, restrictedAt }) ? [] : (byProvider.get(id) ?? []);
    if (own.length === 0) {
      tally.remove(id);
      continue;
    }
    const isChecked = standingOf(checks.get(id), { registrationNumber, country }, now) === "holds";
    const party = { isChecked, figures };
    tally.put({
      ...{ id, nameLatin, figures },
      offers: new Map(own.map((offer) => [offer.service, facetValues(offer, party, today)])),
      words: new Map(own.map(({ service, searchText }) => [service, wordsBorne(searchText)])),
    });
  }
}

async function readAll(read: Reader, now: Instant): Promise<Kept> {
  const tally = new Tally();
  // What is written while all is read comes again as a change.
  const since = Date.now();
  let afterId = "";
  for (;;) {
    const found = await knownProviders(read, { afterId, limit: PAGE });
    await put(read, tally, { found, now });
    const last = found.at(-1);
    if (last === undefined || found.length < PAGE) break;
    afterId = last.id;
    await rest();
  }
  return { tally, day: dayOf(now), since, seen: new Map(), reading: Promise.resolve() };
}

async function readChanges(read: Reader, kept: Kept, now: Instant): Promise<void> {
  const changes = await changesSince(read, kept.since - OVERLAP_MS);
  const fresh = changes.filter(({ organisationId, changedAt }) => kept.seen.get(organisationId) !== changedAt);
  for (let at = 0; at < fresh.length; at += PAGE) {
    const ids = fresh.slice(at, at + PAGE).map(({ organisationId }) => organisationId);
    await put(read, kept.tally, { found: await knownProviders(read, { ids }), now });
  }
  kept.since = Math.max(kept.since, ...changes.map(({ changedAt }) => changedAt));
  kept.seen = new Map(changes.map(({ organisationId, changedAt }) => [organisationId, changedAt]));
}

const known = (): WeakMap<Reader, Promise<Kept>> =>
  onePerProcess("directory", () => new WeakMap<Reader, Promise<Kept>>());

/** The reading of a new day, by the tally of the old one. */
const days = (): WeakMap<Kept, Promise<Kept>> =>
  onePerProcess("directory of a new day", () => new WeakMap<Kept, Promise<Kept>>());

/**
 * The tally of this process as the database has it now: read whole once a day, since licences and checks end with one, and from then on what has changed. Whoever
 * comes while another reads waits for that reading.
 */
export async function keptTally(read: Reader, now: Instant): Promise<Tally> {
  const all = known();
  const kept = await all.get(read)?.catch(() => undefined);
  if (kept?.day === dayOf(now)) return upToDate(read, kept, now);
  const reading = (kept && days().get(kept)) ?? readAll(read, now);
  if (kept) days().set(kept, reading);
  else all.set(read, reading);
  const settled = reading.then(
    (fresh) => void all.set(read, Promise.resolve(fresh)),
    () => void (kept ? days().delete(kept) : all.delete(read)),
  );
  if (kept && kept.tally.size > READ_AT_ONCE) return upToDate(read, kept, now);
  await settled;
  return upToDate(read, await reading, now);
}

/** With all that has changed since it was read last; who comes meanwhile waits, and reads what has changed after that. */
async function upToDate(read: Reader, kept: Kept, now: Instant): Promise<Tally> {
  const own = kept.reading.catch(() => undefined).then(() => readChanges(read, kept, now));
  kept.reading = own;
  await own;
  return kept.tally;
}
