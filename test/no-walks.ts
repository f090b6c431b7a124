import Sqlite from "better-sqlite3";
import { afterAll, expect, inject } from "vitest";
import { dialect } from "../db/dialect";
import { knowsMeets } from "../db/drivers/meets";
import { onStatement } from "../db/drivers/statement-count";

/** Tables that no trade grows: they come with a release, or by a company or a day at a time. All others grow with what people do. */
const STEADY = new Set([
  ...["hubs", "places", "legs", "planning_speeds", "border_waits", "market_rules", "document_rules", "hs_entries"],
  ...["exchange_rates", "duty_rates", "organisations", "organisation_checks", "listings", "listing_hubs"],
]);

/** Walks over a growing table that are meant, by a part of their statement, each with its reason. */
const MEANT: readonly (readonly [part: string, why: string])[] = [
  [`order by "requests"."id" desc limit`, "the newest of all requests, in their order: a page is soon full"],
  [`select "id" from "requests" where (`, "requests are counted up to a thousand"],
  [`order by "audit_entries"."at" desc`, "the newest of the audit log, in their order"],
  [`order by "photo_matches"."found_at" desc`, "the newest matches, in their order"],
  [`group by "hub_states"."hub_id", "hub_states"."mode"`, "what was said to wait of late at all hubs"],
  [`delete from "sessions" where ("sessions"."expires_at"`, "a timer, once an hour"],
  [`delete from "write_probes"`, "a row a process"],
  [
    `from "request_keys" where "request_keys"."wrapped_share" is`,
    "a start tries the first and the last keys of each kind",
  ],
  // What tests ask or do by themselves.
  ...["chains", "mails", "notices", "outbox", "hub_traffic", "field_photos", "idempotency_keys"].map(
    (name) => [`from "${name}" where "${name}".`, "a test looks at what was written"] as const,
  ),
  [`delete from "bids" where`, "a test sees that bids are kept"],
  ["delete from bids where", "a test sees that bids are kept"],
  [`delete from "orders" where`, "a test takes its order away"],
  [`update "requests" set "spec" = `, "a test writes another spec"],
  [`update "orders" set "provider_organisation_id" = `, "a test gives an order to another provider"],
  [`"outbox" where false`, "a test of statements"],
  [`update "outbox" set "attempts" = `, "a test has an event fail again and again"],
  [`select count(*) from "bid_versions" where "bid_versions"."sealed" is null`, "a test sees that bids are opened"],
];

const isMeant = (text: string): boolean => MEANT.some(([part]) => text.replaceAll("likely(?)", "?").includes(part));

/** What a test looks up whole has no condition; the product has one wherever a table grows. */
const isJudged = (text: string): boolean => /^\(*(select|with|update|delete)\b/i.test(text) && / where /.test(text);

type Step = { readonly detail: string };

function planOf(connection: Sqlite.Database, text: string): readonly Step[] {
  const values = Array.from({ length: text.split("?").length - 1 }, () => null);
  try {
    return connection.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as Step[];
  } catch (error) {
    // A test of a driver makes tables of its own.
    if (/no such table/.test(String(error))) return [];
    throw error;
  }
}

/** The growing tables that SQLite reads from end to end for a statement, by an index or not. */
function walkedBy(connection: Sqlite.Database, text: string): string[] {
  const tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  return planOf(connection, text)
    .flatMap(({ detail }) => /^SCAN (\w+)(?!.*VIRTUAL TABLE)/.exec(detail)?.[1] ?? [])
    .filter((name) => tables.includes(name) && !STEADY.has(name));
}

// Whatever file of a worker sends a statement first has it judged.
const worker = globalThis as { kouanWalks?: { readonly judged: Set<string>; readonly sent: Set<string> } };

/**
 * Holds of each statement that the product sends in a test that it walks over no table that grows: a query, a command, a timer that is tested is
 * judged with it. PostgreSQL goes by how much lies in its tables, which in a test is next to nothing.
 */
export function refuseWalks(): void {
  if (dialect !== "sqlite") return;
  if (!worker.kouanWalks) {
    const { judged, sent } = (worker.kouanWalks = { judged: new Set(), sent: new Set() });
    onStatement((text) => {
      if (!judged.has(text)) sent.add(text);
    });
  }
  const { judged, sent } = worker.kouanWalks;
  afterAll(() => {
    const texts = [...sent];
    sent.clear();
    // What the demo market looks up of itself is not the product's.
    if (/\/demo\//.test(expect.getState().testPath ?? "")) return;
    for (const text of texts) judged.add(text);
    const connection = knowsMeets(new Sqlite(inject("template"), { readonly: true }));
    const walks = texts.filter((text) => isJudged(text) && !isMeant(text) && walkedBy(connection, text).length > 0);
    connection.close();
    if (walks.length > 0)
      throw new Error(`These walk over a growing table, and test/no-walks.ts names no reason:\n${walks.join("\n")}`);
  });
}
