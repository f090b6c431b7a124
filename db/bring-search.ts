import { asc, eq, gt, inArray } from "drizzle-orm";
import { indexWord, wordsOfShipment } from "../domain/search/index-words";
import { searchTokens } from "../domain/shared/search-text";
import type { Database, Reader, Writer } from "./database";
import { setListingWords } from "./repositories/listings";
import { readHubs, readNetwork } from "./repositories/places";
import { organisations } from "./schema/accounts";
import { listings } from "./schema/catalogue";
import { cargoLines, deals } from "./schema/deals";
import { requests } from "./schema/requests";
import { textOfListing } from "./search-words";

const ROWS_AT_ONCE = 400;
/** The first of the words that are written today; a row of an earlier version has none. */
const MARK = { listings: indexWord("service", ""), requests: indexWord("from", "") } as const;

/** Rows of an earlier version stand before those of this one, so the oldest says whether there are any. */
async function isOutdated(read: Reader, table: typeof listings | typeof requests, mark: string): Promise<boolean> {
  const [oldest] = await read.select({ text: table.searchText }).from(table).orderBy(asc(table.id)).limit(1);
  return oldest !== undefined && !` ${oldest.text}`.includes(` ${mark}`);
}

async function bringListings(tx: Writer): Promise<void> {
  const hubs = new Map((await readHubs(tx)).map((hub) => [hub.id, hub]));
  const rows = await tx
    .select({ listing: listings, organisation: organisations })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId));
  for (const { listing, organisation } of rows)
    await setListingWords(tx, listing.id, textOfListing(listing, organisation, hubs));
}

type Countries = ReadonlyMap<string, string>;

/** A town says its country by its id. */
const endOf = (id: string, countries: Countries) => ({ id, country: countries.get(id) ?? id.slice(0, 2) });

/** Brings the requests after an id; answers the last of them, or null where there are no more. */
async function bringRequests(tx: Writer, after: string, countries: Countries): Promise<string | null> {
  const rows = await tx
    .select({
      ...{ id: requests.id, dealId: requests.dealId, text: requests.searchText },
      ...{ originId: deals.originId, destinationId: deals.destinationId },
    })
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .where(gt(requests.id, after))
    .orderBy(asc(requests.id))
    .limit(ROWS_AT_ONCE);
  if (rows.length === 0) return null;
  const lines = await tx
    .select({ dealId: cargoLines.dealId, hsCode: cargoLines.hsCode })
    .from(cargoLines)
    .where(inArray(cargoLines.dealId, [...new Set(rows.map(({ dealId }) => dealId))]));
  const codes = Map.groupBy(lines, ({ dealId }) => dealId);
  for (const { id, dealId, text, originId, destinationId } of rows) {
    if (` ${text}`.includes(` ${MARK.requests}`)) continue;
    const ends = { origin: endOf(originId, countries), destination: endOf(destinationId, countries) };
    const hsCodes = (codes.get(dealId) ?? []).map(({ hsCode }) => hsCode);
    const words = [...wordsOfShipment(ends, hsCodes), ...new Set(searchTokens(text))];
    await tx
      .update(requests)
      .set({ searchText: words.join(" ") })
      .where(eq(requests.id, id));
  }
  return rows.at(-1)?.id ?? null;
}

/**
 * Writes what rows of an earlier version are found by as this one does: beside their text what they bear as words of the index. Once, some hundred
 * requests to a transaction; a second run looks at one row of each table.
 */
export async function bringSearch(database: Database): Promise<void> {
  if (await isOutdated(database.read, listings, MARK.listings)) await database.write(bringListings);
  if (!(await isOutdated(database.read, requests, MARK.requests))) return;
  const { places } = await readNetwork(database.read);
  const countries = new Map(places.map(({ id, country }) => [id, country]));
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    after = await database.write((tx) => bringRequests(tx, from, countries));
  }
}
