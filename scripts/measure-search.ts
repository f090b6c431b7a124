import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dialect } from "@/db/dialect";
import { openDatabase } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { listRequests } from "@/db/repositories/request-lists";
import { textOfListing, textOfRequest } from "@/db/search-words";
import { lexicon } from "@/db/reference/read-lexicon";
import { organisations, users } from "@/db/schema/accounts";
import { listingHubs, listings } from "@/db/schema/catalogue";
import { deals } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import { readReference } from "@/db/reference/read-reference";
import { wordsOfNames } from "@/domain/search/index-words";
import { searchText } from "@/domain/shared/search-text";
import { readMarketData } from "@/demo/plan/market-data";
import { hubIdOf } from "@/domain/hubs/place";
import { searchProviders } from "@/server/catalogue/queries";
import type { SearchQuery } from "@/test/search-quality";
import { startPostgres } from "@/test/postgres-server";

/**
 * What the first page of a search costs, in processor time, over so many made-up providers and as many requests: SEARCH_ROWS rows, on SQLite or, with
 * SEARCH_ON=postgres, on a server of its own. Prints the mean and the 95th percentile of this process, and of PostgreSQL its server's mean.
 */
const ROWS = Number(process.env.SEARCH_ROWS ?? "10000");
const RUNS = Number(process.env.SEARCH_RUNS ?? "10");
const PAGE = 20;
const AT_ONCE = 200;
const OPEN_SHARE = 0.1;

const SYLLABLES = [
  "ka",
  "lo",
  "min",
  "zhu",
  "ter",
  "ova",
  "shen",
  "bai",
  "dor",
  "lin",
  "gu",
  "ris",
  "mo",
  "ten",
  "ya",
  "vel",
];
const dice = (seed: number) => () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;

type Write = ReturnType<typeof openDatabase>["write"];

async function fill(write: Write): Promise<void> {
  const roll = dice(7);
  const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(roll() * values.length)] as Value;
  const word = () => Array.from({ length: 3 }, () => oneOf(SYLLABLES)).join("");
  const { organisations: companies, cargo } = readMarketData();
  const { places, hubs } = readReference();
  const hubById = new Map(hubs.map((hub) => [hub.id, hub]));
  const providers = companies.filter(({ kind }) => kind === "provider");
  const templates = providers.flatMap((company) =>
    (company.services ?? []).map((service) => {
      const hubIds = [
        ...new Set(
          (company.hubs ?? []).flatMap((id) => hubIdOf(places.find((place) => place.id === id) as never) ?? []),
        ),
      ];
      const listing = {
        service,
        summary: company.description.en,
        hubIds,
        corridors: company.corridors ?? [],
        languages: company.languages,
        licences: [],
      };
      const facts = { nameOwn: "", nameLatin: "", city: company.city.en, country: company.country };
      return { listing, facts, text: textOfListing(listing as never, facts, hubById) };
    }),
  );
  const id = (at: number) => `01k${String(at).padStart(7, "0")}`.padEnd(26, "0");
  for (let from = 0; from < ROWS; from += AT_ONCE)
    await write(async (tx) => {
      const made = Array.from({ length: Math.min(AT_ONCE, ROWS - from) }, (_, at) => {
        const name = `${word()} ${word()} Trading`;
        return { ...oneOf(templates), name, id: id(from + at) };
      });
      await tx.insert(organisations).values(
        made.map(({ name, facts, id: own }) => ({
          ...{ ...facts, id: own, nameOwn: name, nameLatin: name, kind: "provider" as never, registrationNumber: own },
          ...{ description: "", foundedYear: null, suspendedAt: null, suspensionReason: null, createdAt: 0 },
        })),
      );
      await tx.insert(listings).values(
        made.map(({ listing, text, name, id: own }) => ({
          ...(listing as never as typeof listings.$inferInsert),
          ...{ id: own, organisationId: own, isActive: true, createdAt: 0, updatedAt: 0 },
          searchText: [text, searchText(name), ...wordsOfNames([name], lexicon())].join(" "),
        })),
      );
      await tx
        .insert(listingHubs)
        .values(made.flatMap(({ listing, id: own }) => listing.hubIds.map((hubId) => ({ listingId: own, hubId }))));
    });
  const ends = places.filter(({ role }) => role === "origin" || role === "destination");
  const borders = hubs.filter(({ isBorderHub }) => isBorderHub);
  await write(async (tx) => {
    await tx.insert(users).values({
      id: "u",
      email: "u@example.org",
      name: "u",
      passwordHash: "",
      locale: "en",
      timeZone: "UTC",
      createdAt: 0,
    } as never);
  });
  for (let from = 0; from < ROWS; from += AT_ONCE)
    await write(async (tx) => {
      const made = Array.from({ length: Math.min(AT_ONCE, ROWS - from) }, (_, at) => {
        const [origin, destination, hub] = [oneOf(ends), oneOf(ends), oneOf(borders)];
        const goods = oneOf(cargo);
        return { origin, destination, hub, goods, id: id(from + at) };
      });
      const dealOf = (own: string) => ({
        ...{
          id: own,
          reference: `KD-${own}`,
          buyerOrganisationId: id(0),
          createdByUserId: "u",
          direction: "export",
          title: own,
        },
        ...{ incotermRule: "FCA", incotermPlace: "x", hubChoice: "chosen", mode: "road", readyDate: "2026-12-01" },
        ...{
          goodsValueMinor: 1,
          goodsCurrency: "CNY",
          grossWeightGrams: 1,
          volumeCm3: 1,
          way: {},
          createdAt: 0,
          version: 1,
        },
      });
      await tx.insert(deals).values(
        made.map(({ id: own, origin, destination, hub }) => ({
          ...dealOf(own),
          ...{
            originId: origin.id,
            destinationId: destination.id,
            hubId: hub.id,
            corridor: `${origin.country}-${destination.country}`,
          },
        })) as never,
      );
      await tx.insert(requests).values(
        made.map(({ id: own, origin, destination, hub, goods }, at) => {
          const description = `${goods.title["zh-CN"]} · ${goods.title.en}`;
          const deal = { reference: `KD-${own}`, title: description, cargo: [{ description, hsCode: goods.hsCode }] };
          return {
            ...{ id: own, reference: `KR-${own}`, dealId: own, buyerOrganisationId: id(0), hubId: hub.id },
            ...{
              service: (["logistics", "customs", "payment", "inspection"] as const)[at % 4],
              corridor: `${origin.country}-${destination.country}`,
            },
            ...{
              state: roll() < OPEN_SHARE ? "open" : "awarded",
              spec: {},
              bidMode: "open",
              visibility: "open",
              comparisonCurrency: "CNY",
            },
            ...{
              closesAt: 4_000_000_000_000 + from + at,
              decideBy: 4_000_000_000_000,
              publishedAt: 0,
              createdAt: 0,
              version: 1,
              bidCount: 0,
            },
            ...{ mayCloseEarly: false, twoPersonOpening: false, terms: null },
            searchText: textOfRequest({ reference: `KR-${own}`, deal, ends: { origin, destination }, hub }),
          };
        }) as never,
      );
    });
}

const ticksOf = (pid: string): number => {
  try {
    const parts = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(parts[11]) + Number(parts[12]);
  } catch {
    return 0;
  }
};
/** Processor time of the server's processes, in milliseconds. */
const serverMs = (): number =>
  dialect === "sqlite"
    ? 0
    : readdirSync("/proc")
        .filter((pid) => /^\d+$/.test(pid) && isOfServer(pid))
        .reduce((sum, pid) => sum + ticksOf(pid) * 10, 0);
const isOfServer = (pid: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(process.env.SEARCH_DATABASE ?? "\n");
  } catch {
    return false;
  }
};

async function measure(): Promise<void> {
  await prepareDatabase(
    dialect === "sqlite"
      ? { dialect, file: join(process.env.DATA_DIR as string, "kouan.db") }
      : { dialect, url: process.env.DATABASE_URL as string },
  );
  const database = openDatabase();
  await fill(database.write);
  await database.refreshStatistics?.();
  const queries = (JSON.parse(readFileSync("test/market/search-queries.json", "utf8")) as SearchQuery[]).filter(
    (query) => query.in === "providers" || query.in === "requests",
  );
  const none = {
    organisationId: null,
    service: null,
    hub: null,
    corridor: null,
    closesBy: null,
    isMine: false,
    after: null,
  };
  const ask = async ({ in: where, query }: SearchQuery, state: "open" | null) =>
    where === "providers"
      ? (await searchProviders(database.read, { q: query, limit: PAGE })).items.length
      : (
          await listRequests(database.read, {
            ...{ ...none, state, closesAfter: state ? Date.now() : null, q: query, limit: PAGE },
            sort: state ? "closing" : "newest",
          })
        ).length;
  const rows: { query: SearchQuery; ms: number; of: string; found: number }[] = [];
  for (const query of queries) await ask(query, null);
  const before = serverMs();
  let asked = 0;
  for (const query of queries)
    for (const state of query.in === "requests" ? (["open", null] as const) : [null])
      for (let run = 0; run < RUNS; run++) {
        const cpu = process.cpuUsage();
        const found = await ask(query, state);
        const used = process.cpuUsage(cpu);
        asked += 1;
        rows.push({
          query,
          ms: (used.user + used.system) / 1_000,
          of: query.in === "providers" ? "providers" : `requests ${state ?? "any"}`,
          found,
        });
      }
  const server = (serverMs() - before) / asked;
  const percentile = (values: readonly number[], part: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
  for (const [of, those] of Map.groupBy(rows, (row) => row.of)) {
    const ms = those.map((row) => row.ms);
    console.log(
      `${dialect} ${ROWS} ${of}: mean ${(ms.reduce((sum, one) => sum + one, 0) / ms.length).toFixed(2)} ms, p95 ${percentile(ms, 0.95).toFixed(2)} ms of this process${dialect === "postgres" ? `; server ${server.toFixed(2)} ms a search` : ""}`,
    );
  }
  const worst = [...Map.groupBy(rows, (row) => `${row.of} | ${row.query.query}`)].map(
    ([name, those]) =>
      [
        name,
        percentile(
          those.map((row) => row.ms),
          0.5,
        ),
        those[0]?.found,
      ] as const,
  );
  for (const [name, ms, found] of worst.toSorted((a, b) => b[1] - a[1]).slice(0, 8))
    console.log(`  ${ms.toFixed(2)} ms | ${name} | ${found} shown`);
  await database.close();
}

const folder = process.env.DATA_DIR ? null : mkdtempSync(join(tmpdir(), "search-"));
if (folder === null) await measure();
else {
  const server =
    process.env.SEARCH_ON === "postgres" ? await startPostgres(mkdtempSync(join(tmpdir(), "search-pg-"))) : null;
  if (server) await server.create("search");
  try {
    execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url)], {
      stdio: "inherit",
      env: {
        ...process.env,
        DATA_DIR: folder,
        DATABASE_URL: server ? server.url("search") : "",
        SEARCH_DATABASE: "search",
      },
    });
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
