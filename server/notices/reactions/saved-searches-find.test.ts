import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { insertInvitations } from "@/db/repositories/requests";
import { bringSavedSearches, changeSavedSearch, insertSavedSearch } from "@/db/repositories/saved-searches";
import { memberships } from "@/db/schema/accounts";
import { mails, notices, savedSearches, savedSearchKeys } from "@/db/schema/notices";
import { requests } from "@/db/schema/requests";
import type { MailTiming } from "@/domain/notices/delivery";
import { filterOfQuery, savedQueryOf } from "@/domain/notices/saved-search";
import { indexWord } from "@/domain/search/index-words";
import { searchText } from "@/domain/shared/search-text";
import { DAY_MS, HOUR_MS, later } from "@/domain/shared/time";
import { biddingMarket, CLOSES, done, SYSTEM } from "@/test/bidding-market";
import { copyRequests, idAt, manyRequests, type RequestCopy } from "@/test/many-requests";
import { START } from "@/test/posting-market";
import { chooseNotices } from "../choose";
import { keepSearch } from "../saved-searches";
import { requestList } from "../../requests/queries/requests";
import { relayRound } from "../../worker/relay";
import { sendDigest } from "../../worker/send-digest";
import { searchesThatFind } from "./persons";

const TEXTS = [
  "Solar panels 霍尔果斯 Almaty",
  "steel pipes for cathodes Almaty",
  "Солнечные панели, трубы стальные Алматы",
  "瓷砖 阿拉木图 ceramic tiles KR-2026-0007",
  "zzyzx quartz glass",
];
const GOODS = ["690721", "441233", "740311", "854143", "730424"];
const SERVICES = ["customs", "logistics", "payment"] as const;
const HUBS = ["horgos", "alashankou", "pingxiang"];
const CORRIDORS = ["CN-KZ", "KZ-CN", "CN-VN"];

const from = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

const copies: readonly RequestCopy[] = Array.from({ length: 60 }, (_, at) => {
  const corridor = from(CORRIDORS, at);
  const [start = "", end = ""] = corridor.split("-");
  const borne = [indexWord("from", start), indexWord("to", end), indexWord("hs", from(GOODS, Math.floor(at / 3)))];
  return {
    id: idAt(at),
    ...{ service: from(SERVICES, Math.floor(at / 2)), hubId: from(HUBS, Math.floor(at / 5)), corridor },
    state: at % 11 === 10 ? "closed" : "open",
    visibility: from(["open", "open", "checked", "invited"] as const, at),
    closesAt: later(START, (1 + (at % 9)) * 20 * HOUR_MS),
    searchText: `${borne.join(" ")} ${searchText(from(TEXTS, Math.floor(at / 4)))}`,
  };
});

const WORDS = [
  ...[
    "almaty",
    "алматы",
    "алмаата",
    "almatty",
    "solar",
    "solr panels",
    "steel",
    "stele pipes",
    "трубы",
    "瓷砖",
    "tiles",
  ],
  ...["cathodes", "cathdes", "zzyzx", "zzyzy", "zzyzx qqqwww", "to kazakhstan", "в казахстан", "из Китая", "horgos"],
  ...[
    "хоргос customs",
    "customs logistics",
    "清关",
    '"steel pipes"',
    "KR-2026",
    "6907",
    "ste",
    "s",
    "霍",
    "quarz glas",
  ],
];
const maybe = <Value extends string>(values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const questions = fc.record({
  q: fc.option(fc.constantFrom(...WORDS), { nil: undefined, freq: 5 }),
  service: maybe(SERVICES),
  hub: maybe(HUBS),
  corridor: maybe(CORRIDORS),
  closes: maybe(["1d", "3d", "7d"]),
  state: maybe(["any", "open"]),
});

/** A hundred questions and more as the list's address asks them, each once. */
const QUERIES = [
  ...new Set(
    [...WORDS.map((q) => ({ q })), ...fc.sample(questions, { numRuns: 110, seed: 91 })].map((asked) =>
      savedQueryOf(new URLSearchParams(JSON.parse(JSON.stringify(asked)) as Record<string, string>)),
    ),
  ),
];

test("a search is told of exactly those requests that its owner's list then shows, whatever was typed and whoever is invited", async () => {
  const { database, actors } = await manyRequests([]);
  const owner = { userId: "user-provider", organisationId: "provider" };
  await database.write(async (tx) => {
    for (const [at, query] of QUERIES.entries())
      await insertSavedSearch(tx, { id: idAt(at), ...owner, name: query, query, mail: "never", createdAt: START });
  });
  await copyRequests(database, copies);
  await database.write((tx) => insertInvitations(tx, idAt(3), { organisationIds: ["provider"], now: START }));
  const shown = new Map<string, string[]>();
  for (const query of QUERIES) {
    const asked = { filter: { ...filterOfQuery(query), sort: undefined }, limit: 200, now: START };
    const { items } = await requestList(database.read, actors.provider, asked);
    shown.set(
      query,
      items.map(({ id }) => id),
    );
  }
  const told = new Map<string, string[]>(QUERIES.map((query) => [query, []]));
  for (const { id } of copies)
    for (const { query } of await searchesThatFind(database.read, id, START)) told.get(query)?.push(id);
  for (const query of QUERIES) expect([query, told.get(query)]).toEqual([query, shown.get(query)?.toSorted()]);
  // Such a comparison is worth something only where a good part is found.
  expect([...shown.values()].filter(({ length }) => length > 0).length).toBeGreaterThan(QUERIES.length / 3);
  expect([...shown.values()].flat()).toContain(idAt(3));
  expect([...shown.values()].flat()).not.toContain(idAt(7));
});

/** People of a market whose requests are asked by its buyer: two who keep searches, and the buyer. */
async function people() {
  const of = await biddingMarket();
  const { database, on } = of;
  await database.write(async (tx) => {
    for (const organisationId of ["buyer", "provider", "provider2"])
      await tx
        .insert(memberships)
        .values({ organisationId, userId: `user-${organisationId}`, role: "owner", createdAt: START });
  });
  const relay = async () => {
    while (await relayRound(on));
  };
  await relay();
  await database.write(async (tx) => {
    await tx.delete(notices);
    await tx.delete(mails);
  });
  const keep = (who: "buyer" | "provider" | "provider2", query: string, mail: MailTiming = "at_once") =>
    of.run(keepSearch, of.actors[who], { name: `${who} ${query}`, query, mail }).then((kept) => done(kept).id);
  const told = async () => {
    await relay();
    const rows = await database.read.select().from(notices);
    const sent = await database.read.select().from(mails);
    return {
      inbox: rows.map(({ userId, kind }) => `${userId} ${kind}`).sort(),
      mail: sent.map(({ toAddress }) => toAddress).sort(),
      rows,
      sent,
    };
  };
  const countOf = async (id: string) =>
    (await database.read.select().from(savedSearches).where(eq(savedSearches.id, id)))[0]?.newCount;
  const spec = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };
  const ask = (bidding: object = {}) => of.ask("logistics", spec, bidding);
  return { ...of, keep, told, countOf, relay, carriage: ask };
}

test("whoever keeps a search that finds a new request hears of it once, with its name, and its buyer does not", async () => {
  const of = await people();
  const id = await of.keep("provider", "service=logistics");
  await of.keep("provider", "hub=horgos", "never");
  await of.keep("provider2", "service=customs");
  const own = await of.keep("buyer", "service=logistics");
  const requestId = await of.carriage();
  const { inbox, mail, rows, sent } = await of.told();
  expect(inbox).toEqual(["user-provider search_found"]);
  expect(mail).toEqual(["user-provider@example.com"]);
  expect(rows[0]).toMatchObject({ href: `/requests/${requestId}`, facts: { search: "provider service=logistics" } });
  expect(sent[0]?.stopAddress).toContain("/stop");
  expect([await of.countOf(id), await of.countOf(own)]).toEqual([1, 0]);
  // A delivery that is repeated tells nothing again.
  await of.relay();
  expect((await of.told()).inbox).toHaveLength(1);
});

test("who is listed for a request and searches for it hears of it by the search, and who is invited by the invitation", async () => {
  const of = await people();
  await of.list("provider", "logistics");
  await of.list("provider2", "logistics");
  await of.keep("provider", "service=logistics", "never");
  await of.keep("provider2", "service=logistics", "daily");
  await of.carriage({ invitedIds: ["provider2"] });
  const { inbox, mail, rows } = await of.told();
  expect(inbox).toEqual(["user-provider search_found", "user-provider2 request_invited"]);
  expect(mail).toEqual(["user-provider2@example.com"]);
  expect(rows.every(({ digestAt }) => digestAt === null)).toBe(true);
});

test("a muted search counts and tells nothing, and one by digest waits for it", async () => {
  const of = await people();
  const muted = await of.keep("provider", "service=logistics");
  await of.database.write((tx) => changeSavedSearch(tx, muted, { isMuted: true }));
  await of.keep("provider2", "service=logistics", "daily");
  await of.carriage();
  const { inbox, mail, rows } = await of.told();
  expect([inbox, mail]).toEqual([["user-provider2 search_found"], []]);
  expect(await of.countOf(muted)).toBe(1);
  expect(rows[0]?.digestAt).not.toBeNull();
  of.setClock(later(START, DAY_MS));
  done(await of.run(sendDigest, SYSTEM, { userId: "user-provider2" }));
  expect((await of.told()).mail).toEqual(["user-provider2@example.com"]);
});

test("whoever has left the organisation where they keep a search is told nothing of it", async () => {
  const of = await people();
  await of.keep("provider", "service=logistics");
  await of.database.write((tx) => tx.delete(memberships).where(eq(memberships.userId, "user-provider")));
  await of.carriage();
  expect(await of.told()).toMatchObject({ inbox: [], mail: [] });
});

test("whoever has stopped mails of searches gets none of any, and still finds it in the inbox", async () => {
  const of = await people();
  await of.keep("provider", "service=logistics");
  const choices = [{ topic: "saved_searches", isInInbox: true, mail: "never" }];
  done(await of.run(chooseNotices, of.actors.provider, { choices }));
  await of.carriage();
  expect(await of.told()).toMatchObject({ inbox: ["user-provider search_found"], mail: [] });
});

test("a request for invited ones is told to no search of anybody else", async () => {
  const of = await people();
  await of.keep("provider", "service=customs");
  await of.keep("provider2", "service=customs");
  const { requestId, database } = of;
  await database.write((tx) => tx.update(requests).set({ visibility: "invited" }));
  expect(await searchesThatFind(database.read, requestId, START)).toEqual([]);
  await database.write((tx) => insertInvitations(tx, requestId, { organisationIds: ["provider2"], now: START }));
  const found = await searchesThatFind(database.read, requestId, START);
  expect(found.map(({ userId }) => userId)).toEqual(["user-provider2"]);
  expect(await searchesThatFind(database.read, requestId, CLOSES)).toEqual([]);
});

test("searches that were read with other names are read anew by a start, and a second start finds none", async () => {
  const of = await people();
  const id = await of.keep("provider", "q=solar");
  const { database } = of;
  const keys = () => database.read.select().from(savedSearchKeys);
  const before = await keys();
  await database.write(async (tx) => {
    await tx.update(savedSearches).set({ readWith: "0.before", question: null });
    await tx.delete(savedSearchKeys);
  });
  await bringSavedSearches(database);
  expect(await keys()).toEqual(before);
  const [row] = await database.read.select().from(savedSearches).where(eq(savedSearches.id, id));
  expect(row?.readWith).not.toBe("0.before");
});
