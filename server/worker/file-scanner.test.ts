import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { env } from "@/server/platform/process/env";
import { eq } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { notices } from "@/db/schema/notices";
import { memberships } from "@/db/schema/accounts";
import { DAY_MS, HOUR_MS, later, MINUTE_MS } from "@/domain/shared/time";
import { clamdScanner } from "@/server/files/clamd-scanner";
import { clamdDouble } from "@/test/clamd-double";
import { EICAR } from "@/test/file-corpus";
import { fileMarket } from "@/test/file-market";
import { START } from "@/test/posting-market";
import { scanRound } from "./file-scanner";
import { sweepFiles } from "./timers";
import { relayRound } from "./relay";

/** A market where a scanner is asked, over the protocol of clamd. */
async function scanned(says?: (content: Buffer) => string) {
  const market = await fileMarket();
  const clamd = await clamdDouble(says);
  const { database, on, store } = market;
  const scanner = clamdScanner(clamd.url);
  const pending = async (content = "gate 4") => {
    const id = await market.sent(market.actors.buyer, { subject: market.onRequest, content });
    await database.write((tx) => tx.update(files).set({ state: "pending" }).where(eq(files.id, id)));
    return id;
  };
  return { ...market, clamd, pending, round: () => scanRound(on, scanner, store) };
}

// A market refuses this one itself, so what is found here is another.
const FOUND = "stream: Win.Trojan.Example FOUND\0";

test("a file that waits is its organisation's alone, and everybody's who may see it once it is found clean", async () => {
  const market = await scanned();
  const { buyer, provider } = market.actors;
  const content = "gate 4\n".repeat(30_000);
  const id = await market.pending(content);
  expect([await market.read(provider, id), await market.read(buyer, id)]).toEqual([null, content]);
  expect(await market.see(provider, market.onRequest)).toMatchObject([{ state: "pending", mayRead: false }]);
  await market.round();
  expect(market.clamd.seen.map(String)).toEqual([content]);
  expect(await market.read(provider, id)).toBe(content);
  expect(await market.see(provider, market.onRequest)).toMatchObject([{ state: "clean", mayRead: true }]);
  await market.round();
  expect(market.clamd.seen.length).toBe(1);
});

test("an infected file is deleted, given to nobody, and its organisation is told without its name", async () => {
  const market = await scanned(() => FOUND);
  const { buyer } = market.actors;
  await market.database.write((tx) =>
    tx.insert(memberships).values({ userId: "user-buyer", organisationId: "buyer", role: "owner", createdAt: START }),
  );
  const id = await market.pending();
  await market.round();
  expect([await market.read(buyer, id), market.objects()]).toEqual([null, []]);
  expect(await market.see(buyer, market.onRequest)).toMatchObject([{ id, state: "infected", mayRead: false }]);
  const event = { type: "file.infected", fileId: id, organisationId: "buyer", subjectKind: "request" };
  expect((await market.events()).at(-1)).toMatchObject(event);
  while (await relayRound(market.on));
  const told = await market.database.read.select().from(notices).where(eq(notices.kind, "file_infected"));
  expect(told.map(({ userId, href }) => [userId, href])).toEqual([["user-buyer", `/requests/${market.requestId}`]]);
  expect(JSON.stringify(told)).not.toContain("note.txt");
});

test("while the scanner cannot be asked a file stays as it is, and is tried again, later each time", async () => {
  const market = await scanned();
  const id = await market.pending();
  await market.clamd.stop();
  await market.round();
  const row = async () =>
    (await market.rows()).find((file) => file.id === id) as {
      attempts: number;
      lastError: string | null;
      state: string;
    };
  expect(await row()).toMatchObject({
    state: "pending",
    attempts: 1,
    lastError: expect.stringContaining("ECONNREFUSED"),
  });
  await market.round();
  expect((await row()).attempts).toBe(1);
  market.setClock(later(START, MINUTE_MS));
  await market.round();
  expect(await row()).toMatchObject({ state: "pending", attempts: 2 });
  expect(await market.read(market.actors.provider, id)).toBeNull();
});

test.each(["stream: OK", "INSTREAM size limit exceeded. ERROR\0", "", "stream: OK\0stream: x FOUND\0", "OK\0"])(
  "an answer that is no verdict, %j, is none",
  async (answer) => {
    const market = await scanned(() => answer);
    const id = await market.pending();
    await market.round();
    const state = (await market.rows()).find((file) => file.id === id)?.state;
    expect(state).toBe(answer === "stream: OK" ? "clean" : "pending");
  },
);

test("what came while no scanner was configured is scanned once there is one", async () => {
  const market = await scanned();
  await market.sent(market.actors.buyer, { subject: market.onRequest });
  expect((await market.rows())[0]?.state).toBe("unscanned");
  await market.round();
  expect((await market.rows())[0]?.state).toBe("clean");
});

test("the file that every scanner finds is refused where there is none", async () => {
  const market = await fileMarket();
  expect(await market.send(market.actors.buyer, { content: EICAR })).toMatchObject({
    refusal: { code: "file_infected" },
  });
});

test("uploads of which nothing was made are forgotten after a day, and contents without a row are deleted", async () => {
  const market = await scanned();
  const { buyer } = market.actors;
  const kept = await market.sent(buyer, { subject: market.onRequest });
  await market.sent(buyer);
  await market.store.put("0123456789abcdef0123456789abcdef", (async function* () {})());
  const arriving = join(env().DATA_DIR, "files", "arriving");
  writeFileSync(join(arriving, "cut-off"), "sealed");
  await sweepFiles(market.on, market.store);
  expect([(await market.rows()).length, market.objects().length, readdirSync(arriving)]).toEqual([2, 3, ["cut-off"]]);
  // What lies in the folder was written by the machine's own clock.
  market.setClock(later(START, Math.max(DAY_MS, Date.now() - START) + DAY_MS + 2 * HOUR_MS));
  await sweepFiles(market.on, market.store);
  expect((await market.rows()).map(({ id }) => id)).toEqual([kept]);
  expect([market.objects().length, readdirSync(arriving)]).toEqual([1, []]);
});
