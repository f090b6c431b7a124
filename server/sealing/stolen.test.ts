import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { dialect } from "@/db/dialect";
import { bidDrafts, bids, bidVersions, requests } from "@/db/schema/requests";
import { mails, notices, organisationEvents } from "@/db/schema/notices";
import { memberships } from "@/db/schema/accounts";
import { reviseBid, submitBid } from "@/server/bidding/submit-bid";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { execute } from "@/server/platform/execute";
import { withoutValues } from "@/server/platform/process/log";
import { relayRound } from "@/server/worker/relay";
import { biddingMarket, CLOSES, done, offerOfThree } from "@/test/bidding-market";
import { draftMarket, TYPED } from "@/test/draft-market";
import { dumpOf, formsOf, foundIn, knownTables, sqliteFiles, stolenBytes, tableNames } from "@/test/stolen-bytes";

/** Amounts whose digits occur nowhere else: of two versions of one bid, a rival's, a withdrawn one's quote, a draft's. */
const AMOUNTS = [7_391_468_253n, 8_264_937_151n, 9_135_728_467n, 6_842_791_357n] as const;
const [FIRST, REVISED, RIVAL, DRAFTED] = AMOUNTS;
const offer = (minor: bigint) => offerOfThree("CNY", [Number(minor), 1, 1]);

/** A market with everything in it that a bid leaves behind before its opening. */
async function fullMarket(bidding: object = {}) {
  const of = await draftMarket({ visibility: "invited", invitedIds: ["provider", "provider2"], ...bidding });
  const { provider, provider2 } = of.actors;
  await of.database.write(async (tx) => {
    for (const organisationId of ["buyer", "provider", "provider2"])
      await tx.insert(memberships).values({
        organisationId,
        userId: `user-${organisationId}`,
        role: "owner",
        createdAt: of.on.clock(),
      });
  });
  const send = (input: object, idempotencyKey: string) =>
    execute(submitBid, { actor: provider, input: { requestId: of.requestId, ...input }, idempotencyKey }, of.on);
  await of.sent(provider, { subject: of.onBid, content: `Total ${FIRST}`, name: `${FIRST}.txt` });
  const sent = done(await send(offer(FIRST), "k"));
  done(await send(offer(FIRST), "k"));
  done(await of.run(reviseBid, provider, { bidId: sent.id, charges: offer(REVISED).charges, quoteNumber: "Q-1" }));
  const rival = await of.bid(provider2, { ...offer(RIVAL), remarks: "", exclusions: [] });
  await of.saved({ ...TYPED, "charges[0].price": String(DRAFTED) });
  while (await relayRound(of.on)) continue;
  return { ...of, sent, rival };
}

/** As a process that has just started: it knows no secret yet. */
const forgetSecrets = () => Reflect.deleteProperty(globalThis, "kouanSecrets");

describe.each([
  ["one person opens", {}],
  ["two people open", { twoPersonOpening: true }],
] as const)("where %s, who copies all that is stored but the keys", (_, bidding) => {
  test("finds no typed amount, in no table, file, journal or backup, in no way of writing it", async () => {
    const of = await fullMarket(bidding);
    expect(
      (await tableNames(of.database)).filter((name) => !knownTables().includes(name) && !/migration/.test(name)),
    ).toEqual([]);
    const { read } = of.database;
    for (const table of [mails, notices, organisationEvents, bidDrafts, bidVersions])
      expect((await read.select().from(table)).length).toBeGreaterThan(0);
    const haystack = await stolenBytes(of.database);
    expect(haystack.length).toBeGreaterThan(100_000);
    expect(foundIn(haystack, AMOUNTS)).toEqual([]);
    expect(of.objects().flatMap((object) => foundIn(object.toString("latin1"), AMOUNTS))).toEqual([]);
  });

  test("has ciphertexts of one length, whatever a bid says and whose it is", async () => {
    const of = await fullMarket(bidding);
    const long = { ...offer(FIRST), remarks: "Documents two days before. ".repeat(20), exclusions: ["CRT", "INS"] };
    done(await of.run(reviseBid, of.actors.provider2, { bidId: of.rival.id, ...long }));
    const rows = await of.database.read.select().from(bidVersions);
    expect(rows).toHaveLength(4);
    for (const part of ["sealed", "keyForRequest", "keyForBidder", "receipt"] as const)
      expect(new Set(rows.map((row) => row[part]?.length)).size, part).toBe(1);
    await of.saved({ remarks: "x" }, { by: of.actors.provider2 });
    const drafts = await of.database.read.select().from(bidDrafts);
    expect(drafts).toHaveLength(2);
    expect(new Set(drafts.map((row) => `${row.sealed.length} ${row.keyForBidder.length}`)).size).toBe(1);
  });

  test("cannot open a bid with the product's own code and keys of their own", async () => {
    const of = await fullMarket(bidding);
    const names = ["KOUAN_MASTER_KEY", "KOUAN_OPENING_KEY", "KOUAN_HASH_KEY"];
    for (const name of names) vi.stubEnv(name, randomBytes(32).toString("base64"));
    forgetSecrets();
    vi.resetModules();
    const { openBids } = await import("./seal-bid");
    const { readOwnVersion } = await import("./seal-bid");
    const { readOwnDraft } = await import("./seal-bid");
    await expect(of.database.write((tx) => openBids(tx, of.requestId))).rejects.toThrow();
    for (const row of await of.versions(of.sent.id))
      await expect(
        readOwnVersion(of.database.read, row, { requestId: of.requestId, organisationId: "provider" }),
      ).rejects.toThrow();
    const draft = await of.row();
    if (!draft) throw new Error("the draft is kept");
    await expect(readOwnDraft(of.database.read, draft)).rejects.toThrow();
    expect((await of.request()).openedAt).toBeNull();
  });
});

afterEach(() => {
  forgetSecrets();
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("a withdrawn bid's amount is never found, not even after the opening of the others, whose amounts then are", async () => {
  const of = await biddingMarket();
  const { id: bidId } = await of.bid(of.actors.provider, offer(FIRST));
  await of.bid(of.actors.provider2, offer(RIVAL));
  done(await of.run(withdrawBid, of.actors.provider, { bidId }));
  await of.closeAtItsTime();
  const haystack = await dumpOf(of.database.read);
  expect(foundIn(haystack, [FIRST])).toEqual([]);
  expect(foundIn(haystack, [RIVAL]).length).toBeGreaterThan(0);
});

test("a failed write of a bid is logged without its amounts", async () => {
  const of = await biddingMarket({ mode: "open" });
  const { id: bidId } = await of.bid(of.actors.provider, offer(FIRST));
  const [version] = await of.versions(bidId);
  if (!version) throw new Error("the version is kept");
  const failed = await of.database
    .write((tx) => tx.insert(bidVersions).values(version))
    .then(
      () => null,
      (error: unknown) => error as Error,
    );
  const logged = JSON.stringify(withoutValues(failed as Error));
  expect(logged).toMatch(/unique|duplicate/i);
  expect(foundIn(logged, AMOUNTS)).toEqual([]);
});

describe("the search finds what it looks for", () => {
  test.each([
    ["a version in clear", bidVersions, { content: { totalMinor: String(FIRST) } as never }],
    ["a blob with a number in it", bidVersions, { keyForBidder: Buffer.concat([randomBytes(99), int64(FIRST)]) }],
    ["a total", bids, { totalMinor: FIRST }],
    ["a word of the search column", requests, { searchText: "quote 73,914,682.53" }],
  ] as const)("in %s that was planted", async (_, table, planted) => {
    const of = await biddingMarket();
    await of.bid();
    await of.database.write((tx) => tx.update(table).set(planted as never));
    expect(foundIn(await dumpOf(of.database.read), [FIRST]).length).toBeGreaterThan(0);
  });

  // PostgreSQL keeps no files of ours to be copied.
  test.each(dialect === "sqlite" ? ["journal", "backup"] : [])("in the %s, looked at alone", async (place) => {
    const of = await biddingMarket();
    await of.bid();
    await of.database.write((tx) => tx.update(requests).set({ searchText: "quote 73,914,682.53" }));
    const files = await sqliteFiles(of.database.read);
    const found = files.filter(({ bytes }) => foundIn(bytes, [FIRST]).length > 0).map(({ name }) => name);
    expect(found).toContain(place);
  });

  test("in every way of writing that it knows, wherever in a text it begins", () => {
    const forms = formsOf(FIRST);
    expect(forms.length).toBeGreaterThan(100);
    for (const form of forms) expect(foundIn(`..${form}..`, [FIRST])).not.toEqual([]);
    for (const before of ["", "a", "ab"])
      expect(foundIn(Buffer.from(`${before}${FIRST}!`).toString("base64"), [FIRST])).not.toEqual([]);
    for (const text of [`{"minor":${FIRST}}`, "CNY 73 914 682,53", "¥73,914,682.53"])
      expect(foundIn(Buffer.from(text).toString("latin1"), [FIRST])).not.toEqual([]);
    expect(foundIn(String(FIRST + 1n), [FIRST])).toEqual([]);
  });
});

function int64(minor: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(minor);
  return bytes;
}

test("who waits for the close gains nothing: between close and the second word all is sealed as before", async () => {
  const of = await fullMarket({ twoPersonOpening: true });
  of.setClock(CLOSES);
  await of.closeAtItsTime();
  while (await relayRound(of.on)) continue;
  expect(foundIn(await dumpOf(of.database.read), AMOUNTS)).toEqual([]);
  const rows = await of.database.read.select().from(bidVersions).where(eq(bidVersions.bidId, of.sent.id));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ content }) => content !== null)).toEqual([]);
});
