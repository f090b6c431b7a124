import { afterAll, afterEach, expect, test, vi } from "vitest";
import type { Database, Reader } from "@/db/database";
import { dialect } from "@/db/dialect";
import { countRequests, listRequests, type RequestQuestion } from "@/db/repositories/request-lists";
import type { Actor } from "@/domain/access/policy";
import { searchText } from "@/domain/shared/search-text";
import { mintActor } from "@/server/platform/identity/mint-actor";
import * as api from "@/server/requests/queries/api-requests";
import { type Asked, askedBy, type PlanNode, planOnPostgres, planOnSqlite } from "@/test/asked-statements";
import { filledDatabase } from "@/test/database";
import { idAt, manyRequests, type RequestCopy } from "@/test/many-requests";

/** So many that PostgreSQL takes an index for the cheaper way by itself. */
const REQUESTS = 4_000;
const CITIES = ["Almaty", "Tashkent", "Moscow", "Hamburg", "Hanoi"];
const HUBS = ["horgos", "alashankou", "manzhouli", "pingxiang", "erenhot", "suifenhe", "ruili", "mohan"];

/** A rare word in each four-hundredth, the same word in all, and every twentieth open. */
const copies = Array.from({ length: REQUESTS }, (_, at): RequestCopy => {
  const [city, hubId] = [CITIES[at % CITIES.length] as string, HUBS[at % HUBS.length] as string];
  const goods = at % 400 === 0 ? "aerodyn" : "panels";
  return {
    id: idAt(at),
    service: (["customs", "logistics", "payment"] as const)[at % 3] as "customs",
    hubId,
    corridor: at % 2 === 0 ? "CN-KZ" : "CN-VN",
    state: at % 20 === 0 ? "open" : "awarded",
    searchText: searchText("Solar", goods, city, hubId, `KR-${at}`),
  };
});

const { copy, drop } = await filledDatabase(async (database) => {
  await manyRequests(copies, database);
  await database.execute("ANALYZE");
});
afterAll(drop);
afterEach(() => {
  vi.restoreAllMocks();
});

const visitor = mintActor({ kind: "anonymous" });
const member = mintActor({ kind: "user", userId: "user-provider", organisationId: "provider", role: "owner" });
const MIDDLE = idAt(REQUESTS / 2);

const programs =
  (asked: Omit<api.RequestQuestion, "limit" | "afterId">, viewer: Actor = visitor, afterId: string | null = null) =>
  (read: Reader) =>
    api.listRequests(read, viewer, { ...asked, afterId, limit: 25 });

const NOTHING: RequestQuestion = {
  ...{ organisationId: null, service: null, hub: null, corridor: null, state: null, closesBy: null },
  ...{ closesAfter: null, q: null, isMine: false, sort: "newest", after: null, limit: 25 },
};
const page = (asked: Partial<RequestQuestion>) => async (read: Reader) => {
  await listRequests(read, { ...NOTHING, ...asked });
  await countRequests(read, { ...NOTHING, ...asked }, 50);
};
const OPEN = { state: "open", sort: "closing", closesAfter: 1 } as const;

const READS: readonly (readonly [of: string, read: (read: Reader) => Promise<unknown>])[] = [
  ["programs, all", programs({})],
  ["programs, what is open", programs({ state: "open" }, member)],
  ["programs, a service", programs({ service: "customs" }, member)],
  ["programs, a hub", programs({ hubId: "horgos" })],
  ["programs, a hub in a state, from the middle on", programs({ hubId: "horgos", state: "open" }, member, MIDDLE)],
  ["programs, a word of some", programs({ q: "almaty" }, member)],
  ["programs, a word of some and a service", programs({ q: "almaty", service: "customs" }, member)],
  ["programs, a word of some and a hub", programs({ q: "almaty", hubId: "horgos" })],
  ["programs, a word of all, from the middle on", programs({ q: "solar" }, member, MIDDLE)],
  ["programs, a rare word", programs({ q: "aerodyn" })],
  ["programs, a rare word and a service", programs({ q: "aerodyn", service: "customs" }, member)],
  ["programs, a word of some in a state", programs({ q: "almaty", state: "open" })],
  ["programs, no match", programs({ q: "zzqxv" }, member)],
  ["a page, what is open", page(OPEN)],
  ["a page, what is open to a member", page({ ...OPEN, organisationId: "provider" })],
  ["a page, what an organisation has passed on", page({ ...OPEN, organisationId: "provider", isPassed: true })],
  // Their number is that of whichever come first, up to a thousand: a walk that is soon over.
  ["a page, all", (read) => listRequests(read, NOTHING)],
  ["a page, a hub", page({ hub: "horgos" })],
  ["a page, a corridor in a state", page({ corridor: "CN-VN", state: "open" })],
  ["a page, a word of some among what is open", page({ ...OPEN, q: "almaty" })],
  ["a page, a rare word at a hub", page({ hub: "horgos", q: "aerodyn" })],
  ["a page, no match", page({ q: "zzqxv" })],
];

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Tables of which PostgreSQL reads every row for a statement, whatever it knows of them. */
async function walkedOnPostgres(database: Database, asked: Asked): Promise<string[]> {
  const walks = nodesOf(await planOnPostgres(database, asked)).filter((node) => node["Node Type"] === "Seq Scan");
  return walks.map((node) => node["Relation Name"] ?? "").filter((name) => name === "requests" || name === "deals");
}

test.each(dialect === "postgres" ? READS : [])(
  "with fresh statistics PostgreSQL walks over no requests for %s",
  async (_, read) => {
    const database = await copy();
    const asked = await askedBy(() => read(database.read));
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) expect(await walkedOnPostgres(database, one), one.text).toEqual([]);
  },
);

test.each(dialect === "postgres" ? [["a rare word", "aerodyn"] as const] : [])(
  "PostgreSQL looks %s up with its filter, by one index of words",
  async (_, q) => {
    const database = await copy();
    const asked = await askedBy(() => programs({ q, service: "customs" })(database.read));
    const indexes = [];
    for (const one of asked) indexes.push(...nodesOf(await planOnPostgres(database, one)));
    expect(indexes.flatMap((node) => node["Index Name"] ?? [])).toContain("requests_by_words");
    expect(asked.filter(({ text }) => /"service" = \$/.test(text))).toEqual([]);
  },
);

test.each(dialect === "sqlite" ? READS.filter(([of]) => / word/.test(of) && !/ open/.test(of)) : [])(
  "SQLite reads its index of words in the list's order and sorts nothing for %s",
  async (_, read) => {
    const database = await copy();
    const asked = await askedBy(() => read(database.read));
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) {
      const [first, ...rest] = (await planOnSqlite(database, one)).filter(
        (line) => !/^CO-ROUTINE|^SCAN found/.test(line),
      );
      expect(first, one.text).toMatch(/^SCAN requests_words VIRTUAL TABLE/);
      expect(
        rest.filter((line) => /ORDER BY/.test(line)),
        one.text,
      ).toEqual([]);
    }
  },
);

test.each(dialect === "sqlite" ? [programs({ q: "solar", state: "open" })] : [])(
  "SQLite goes by the index of the state for a word that more rows hold than are looked up",
  async (read) => {
    const database = await copy();
    const [, list] = await askedBy(() => read(database.read));
    const [first, ...rest] = await planOnSqlite(database, list as Asked);
    expect(first).toMatch(/^SEARCH requests USING INDEX requests_by_state/);
    expect(rest.filter((line) => /requests_words|ORDER BY/.test(line))).toEqual([]);
  },
);
