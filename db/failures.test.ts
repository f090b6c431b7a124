import { openSync, writeFileSync, writeSync, closeSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import { freshDatabase, restartableDatabase } from "@/test/database";
import { fillUp } from "@/test/outages";
import { tempFolder } from "@/test/temp-folder";
import { instant } from "../domain/shared/time";
import { type Database, databaseOver } from "./database";
import { type Dialect, dialect } from "./dialect";
import { postgresDriver } from "./drivers/postgres";
import { sqliteDriver } from "./drivers/sqlite";
import { sqliteDraftDriver } from "./drivers/sqlite-draft";
import { type OutageCode, outageOf } from "./failures";
import { prepareDatabase } from "./prepare-database";
import { auditEntries } from "./schema/platform";

const ROWS_MAX = 1_000;

let serial = 0;
/** Needs pages that no row before it left free. */
const writeInto = ({ write }: Database) =>
  write((tx) =>
    tx
      .insert(auditEntries)
      .values({ id: `entry-${serial++}`, at: instant(1), command: "x".repeat(20_000), outcome: "done" }),
  );

const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("what storage says by a code is an outage, wherever in an error it stands", () => {
  test.each([
    ["SQLITE_FULL", "disk_full", 507],
    ["ENOSPC", "disk_full", 507],
    ["EDQUOT", "disk_full", 507],
    ["53100", "disk_full", 507],
    ["SQLITE_READONLY_DBMOVED", "read_only", 503],
    ["EROFS", "read_only", 503],
    ["25006", "read_only", 503],
    ["SQLITE_CORRUPT_INDEX", "storage_corrupt", 503],
    ["SQLITE_NOTADB", "storage_corrupt", 503],
    ["XX001", "storage_corrupt", 503],
    ["ECONNREFUSED", "database_unavailable", 503],
    ["57P01", "database_unavailable", 503],
    ["57P03", "database_unavailable", 503],
    ["08006", "database_unavailable", 503],
    ["53300", "database_unavailable", 503],
    ["40001", "busy", 503],
    ["40P01", "busy", 503],
    ["SQLITE_BUSY_SNAPSHOT", "busy", 503],
  ])("%s is %s", (code, expected, status) => {
    const error = Object.assign(new Error("no"), { code });
    for (const one of [error, new Error("query", { cause: error }), new AggregateError([new Error("other"), error])])
      expect(outageOf(one)).toMatchObject({ code: expected, status });
  });

  test.each(["23505", "42P01", "SQLITE_CONSTRAINT", "ERR_ASSERTION", "0A000", "ENOENT"])("%s is none", (code) => {
    expect(outageOf(Object.assign(new Error("no"), { code }))).toBeNull();
  });

  test("an error that is its own cause, and what is no error at all, are none", () => {
    const round = new Error("round");
    round.cause = round;
    for (const one of [round, null, undefined, "ENOSPC", 507]) expect(outageOf(one)).toBeNull();
  });

  test("a standby that refuses a serializable transaction can only be read", () => {
    const message = "cannot use serializable mode in a hot standby";
    expect(outageOf(Object.assign(new Error(message), { code: "0A000" }))?.code).toBe("read_only");
  });

  test("a connection that broke off leaves open whether it was saved; one that was refused does not", () => {
    expect(outageOf(new Error("Connection terminated unexpectedly"))?.mayBeSaved).toBe(true);
    expect(outageOf(Object.assign(new Error(), { code: "ECONNREFUSED" }))?.mayBeSaved).toBe(false);
  });
});

test("a disk that is full is told by the operating system itself", () => {
  expect(() => writeFileSync("/dev/full", "x")).toThrow(expect.objectContaining({ code: "ENOSPC" }));
});

test("a full database refuses all who write at once, keeps nothing of theirs, and takes them when there is room again", async () => {
  const database = await freshDatabase();
  const makeRoom = await fillUp(database);
  const errors = await Promise.all(Array.from({ length: 5 }, () => failed(writeInto(database))));
  expect(errors.map((error) => outageOf(error)?.code)).toEqual(Array(5).fill("disk_full"));
  expect(await database.read.$count(auditEntries)).toBe(0);
  await makeRoom();
  await writeInto(database);
  expect(await database.read.$count(auditEntries)).toBe(1);
});

type Failure = readonly [what: string, fail: () => Promise<unknown>, code: OutageCode];

/** Overwrites all but the head of the file, by which it still looks like a database. */
function damage(file: string): void {
  const size = statSync(file).size;
  const opened = openSync(file, "r+");
  writeSync(opened, Buffer.alloc(size - 100, 7), 0, size - 100, 100);
  closeSync(opened);
}

/** What each engine itself answers. */
const FAILURES: { readonly [D in Dialect]: readonly Failure[] } = {
  sqlite: [
    [
      "a database that may only be read",
      async () => {
        const database = await freshDatabase();
        await database.execute("PRAGMA query_only = ON");
        await writeInto(database);
      },
      "read_only",
    ],
    [
      "a full disk under a market that is being built",
      async () => {
        const file = join(tempFolder("draft"), "kouan.db");
        await prepareDatabase({ dialect: "sqlite", file });
        const database = databaseOver(sqliteDraftDriver(file));
        onTestFinished(() => database.close());
        await database.execute("PRAGMA max_page_count = 1");
        for (let written = 0; written < ROWS_MAX; written++) await writeInto(database);
      },
      "disk_full",
    ],
    [
      "a database whose pages were written over",
      async () => {
        const { at, open } = await restartableDatabase();
        damage(at);
        await writeInto(open());
      },
      "storage_corrupt",
    ],
    [
      "a file that is no database",
      async () => {
        const file = join(tempFolder("text"), "kouan.db");
        writeFileSync(file, "this is no database".repeat(1_000));
        sqliteDriver(file);
      },
      "storage_corrupt",
    ],
  ],
  postgres: [
    [
      "a database that may only be read",
      async () => {
        const { at, drop } = await restartableDatabase();
        const database = databaseOver(postgresDriver(`${at}?options=-c%20default_transaction_read_only%3Don`));
        onTestFinished(async () => {
          await database.close();
          await drop();
        });
        await writeInto(database);
      },
      "read_only",
    ],
    [
      "a server that is not there",
      () => writeInto(databaseOver(postgresDriver("postgres://kouan:kouan@127.0.0.1:9/kouan"))),
      "database_unavailable",
    ],
    [
      "a server that ends in the middle of a transaction",
      async () => {
        const { write } = await freshDatabase();
        const end = sql`(SELECT pg_terminate_backend(pg_backend_pid()))`;
        await write((tx) => tx.select({ end }).from(sql`(SELECT 1) AS one`));
      },
      "database_unavailable",
    ],
  ],
};

test.each(FAILURES[dialect])("%s is an outage, by the engine's own code", async (_, fail, code) => {
  expect(outageOf(await failed(fail()))?.code).toBe(code);
});
