import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { integer, pgTable } from "drizzle-orm/pg-core";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type PostgresServer, startPostgres } from "@/test/postgres-server";
import { quickFolder } from "@/test/temp-folder";
import { type Database, databaseOver, prepared, together, type Writer } from "../database";
import { isConflict, isUnreachable } from "../failures";
import { postgresDriver } from "./postgres";

const figures = pgTable("figures", { a: integer() });

const DATABASE = "kouan_outage";
// Five seconds are promised; a busy machine may be late with its timers. Without the bound nothing is ever answered.
const ANSWERED_MS = 9_000;
// More than there are connections.
const CALLS = 40;
const TEST_MS = 60_000;

let server: PostgresServer;
let database: Database;

beforeAll(async () => {
  // As a market has it that sets nothing; tests besides give a busy machine more time.
  vi.stubEnv("PG_STATEMENT_TIMEOUT_MS", "");
  server = await startPostgres(quickFolder());
  await server.create(DATABASE);
  // What was answered as done has to outlast the crash: the servers of tests promise that of nothing by themselves.
  database = databaseOver(postgresDriver(`${server.url(DATABASE)}?options=-c%20synchronous_commit%3Don`));
  await database.execute("CREATE TABLE figures (a integer)");
}, TEST_MS);

afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
  await server.stop();
});

const add = () => database.write((tx) => tx.insert(figures).values({ a: 1 }));
const read = async () => await database.read.$count(figures);

const divided = prepared("divided", (db) =>
  db
    .select({ one: sql<number>`1 / ${sql.placeholder("by")}::int` })
    .from(figures)
    .limit(1),
);
/** One of those that are sent together. */
const readByName = () => divided(database.read, { by: 1 });

/** As a command does, which is at something else between two statements. */
const slowly = () =>
  database.write(async (tx) => {
    await tx.insert(figures).values({ a: 1 });
    await pause(500);
    await tx.insert(figures).values({ a: 2 });
  });

/** What becomes of many calls at once, each of which has to end in time. */
async function outcomes(call: () => Promise<unknown>): Promise<unknown[]> {
  const startMs = performance.now();
  const settled = await Promise.allSettled(Array.from({ length: CALLS }, call));
  expect(performance.now() - startMs).toBeLessThan(ANSWERED_MS);
  return settled.map((outcome) => (outcome.status === "fulfilled" ? "done" : isUnreachable(outcome.reason)));
}

const AWAY = Array.from({ length: CALLS }, () => true);
const DONE = Array.from({ length: CALLS }, () => "done");

async function untilAnswered(): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await read().then(Boolean, () => false)) return;
    await pause(100);
  }
}

test(
  "A server that crashes under calls fails each of them at once, and serves all again when it is back.",
  async () => {
    expect(await outcomes(add)).toEqual(DONE);
    const underWay = outcomes(slowly);
    await pause(250);
    await server.crash();
    expect(await underWay).toEqual(AWAY);
    expect(await outcomes(add)).toEqual(AWAY);
    expect(await outcomes(read)).toEqual(AWAY);
    expect(await outcomes(readByName)).toEqual(AWAY);
    await server.restart();
    expect(await outcomes(add)).toEqual(DONE);
    expect(await outcomes(read)).toEqual(DONE);
    expect(await outcomes(readByName)).toEqual(DONE);
    // Nothing of what was cut off. (This server may lose what was written last in a crash: it flushes nothing.)
    expect(await database.read.$count(figures, eq(figures.a, 2))).toBe(0);
  },
  TEST_MS,
);

test(
  "A server that hangs lets no call wait for longer than five seconds, and serves all again when it goes on.",
  async () => {
    const before = await read();
    const underWay = outcomes(slowly);
    await pause(250);
    server.freeze();
    try {
      expect(await underWay).toEqual(AWAY);
      expect(await Promise.all([outcomes(add), outcomes(read), outcomes(readByName)])).toEqual([AWAY, AWAY, AWAY]);
    } finally {
      server.thaw();
    }
    await untilAnswered();
    await pause(1_500);
    expect(await outcomes(read)).toEqual(DONE);
    expect(await outcomes(add)).toEqual(DONE);
    expect(await read()).toBe(before + CALLS);
  },
  TEST_MS,
);

test(
  "A conflict that outlasts its tries is told by the code that the server gave it.",
  async () => {
    const lost = () =>
      database.write(async (tx) => {
        await tx.insert(figures).values({ a: 3 });
        throw Object.assign(new Error("could not serialize access"), { cause: { code: "40001" } });
      });
    const failure = await lost().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "40001" });
    expect(isConflict(failure)).toBe(true);
  },
  TEST_MS,
);

test("no statement is compiled before it runs, and readers cannot write", async () => {
  const own = databaseOver(postgresDriver(server.url(DATABASE)));
  const settings = { jit: sql`current_setting('jit')`, isReadOnly: sql`current_setting('transaction_read_only')` };
  await own.write((tx) => tx.insert(figures).values({ a: 1 }));
  const asked = [
    await own.read.select(settings).from(figures).limit(1),
    await own.write((tx) => tx.select(settings).from(figures).limit(1)),
  ];
  await own.close();
  expect(asked).toEqual([[{ jit: "off", isReadOnly: "on" }], [{ jit: "off", isReadOnly: "off" }]]);
});

test("a transaction that was not begun writes nothing, though its statements are sent behind each other", async () => {
  const before = await read();
  const own = pg.Client.prototype.query as (...asked: unknown[]) => unknown;
  const spoiled = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...[asked, ...more]: unknown[]
  ) {
    return own.call(this, typeof asked === "string" ? asked.replace(/^BEGIN.*/, "BEGIN NOTHING") : asked, ...more);
  } as never);
  const writing = database.write(async (tx) => {
    await tx.select().from(figures).limit(1);
    await tx.insert(figures).values({ a: 1 });
  });
  const outcomes = await Promise.allSettled([writing, add()]);
  spoiled.mockRestore();
  expect(outcomes).toMatchObject(outcomes.map(() => ({ reason: { code: "42601" } })));
  expect(await read()).toBe(before);
});

test("of statements that are sent together the one that failed is told, and nothing of them is there", async () => {
  const before = await read();
  const writing = database.write((tx) =>
    together([
      tx.insert(figures).values({ a: 1 }),
      tx.insert(figures).values({ a: sql`1 / 0` }),
      tx.insert(figures).values({ a: 2 }),
    ]),
  );
  await expect(writing).rejects.toMatchObject({ cause: { code: "22012" } });
  expect(await read()).toBe(before);
});

test("reads of one turn go over one connection in one packet, eight at the most, and one that fails fails alone", async () => {
  const own = databaseOver(postgresDriver(server.url(DATABASE)));
  await own.write((tx) => tx.insert(figures).values({ a: 1 }));
  const ask = (by: number) => divided(own.read, { by });
  await Promise.all(Array.from({ length: 9 }, () => ask(1)));
  const sent: unknown[] = [];
  const query = pg.Client.prototype.query;
  const writev = Socket.prototype._writev as (...args: unknown[]) => void;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    sent.push(this);
    return query.apply(this, args as never);
  } as never);
  const packets = vi.spyOn(Socket.prototype, "_writev").mockImplementation(function (this: Socket, ...args: unknown[]) {
    return writev.apply(this, args);
  } as never);
  const answers = await Promise.allSettled([1, 0, ...Array.from({ length: 7 }, () => 1)].map(ask));
  const packetsSent = packets.mock.calls.length;
  await own.read.select({ a: figures.a }).from(figures).limit(1);
  vi.restoreAllMocks();
  await own.close();
  expect(answers.map(({ status }) => status === "fulfilled")).toEqual([
    true,
    false,
    ...Array.from({ length: 7 }, () => true),
  ]);
  expect([...Map.groupBy(sent.slice(0, 9), (client) => client).values()].map((of) => of.length)).toEqual([8, 1]);
  expect([packetsSent, sent.length]).toEqual([2, 10]);
});

test("a connection whose statement was cut off by the server serves the next transaction", async () => {
  vi.stubEnv("PG_STATEMENT_TIMEOUT_MS", "200");
  const own = databaseOver(postgresDriver(server.url(DATABASE)));
  const write = (a: ReturnType<typeof sql>) => own.write((tx) => tx.insert(figures).values({ a }).returning());
  await expect(write(sql`(SELECT 1 FROM pg_sleep(1))`)).rejects.toMatchObject({ code: "57014" });
  await expect(write(sql`1`)).resolves.toHaveLength(1);
  await own.close();
  vi.stubEnv("PG_STATEMENT_TIMEOUT_MS", "");
});

test("what failed first is told, however late whoever asked for it hears of it", async () => {
  const writing = database.write(async (tx) => {
    const late = async () => {
      try {
        return await divided(tx, { by: 0 });
      } finally {
        for (let turns = 0; turns < 9; turns++) await Promise.resolve();
      }
    };
    await Promise.all([late(), divided(tx, { by: 1 })]);
  });
  await expect(writing).rejects.toMatchObject({ code: "22012" });
});

test("a write that nobody waits for and that fails makes its transaction fail, and is what is told", async () => {
  const before = await read();
  const failing = (after: (tx: Writer) => Promise<unknown>) =>
    database.write(async (tx) => {
      await tx.insert(figures).values({ a: 1 });
      await tx.insert(figures).values({ a: sql`1 / 0` });
      return after(tx);
    });
  const outcomes = await Promise.allSettled([
    failing((tx) => tx.insert(figures).values({ a: 2 })),
    failing((tx) => tx.select().from(figures).limit(1)),
    failing(async () => "done"),
  ]);
  expect(outcomes).toMatchObject(outcomes.map(() => ({ reason: { cause: { code: "22012" } } })));
  expect(await read()).toBe(before);
});

test("writers plan a statement that has a name once, and count what they have written", async () => {
  const own = databaseOver(postgresDriver(server.url(DATABASE)));
  const mode = sql<string>`current_setting('plan_cache_mode')`;
  const before = await own.read.$count(figures);
  const asked = await own.write(async (tx) => {
    await tx.insert(figures).values({ a: 1 });
    return [await tx.$count(figures), (await tx.select({ mode }).from(figures).limit(1))[0]?.mode];
  });
  await own.close();
  expect(asked).toEqual([before + 1, "force_generic_plan"]);
});
