import { openSync, writeFileSync, writeSync, closeSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { freshDatabase, restartableDatabase } from "@/test/database";
import { fillUp } from "@/test/outages";
import { tempFolder } from "@/test/temp-folder";
import { instant } from "../domain/shared/instant";
import { type Database, databaseOver } from "./database";
import { dialect } from "./dialect";
import { postgresDriver } from "./drivers/postgres";
import { sqliteDriver } from "./drivers/sqlite";
import { sqliteDraftDriver } from "./drivers/sqlite-draft";
import { outageOf } from "./outage";
import { auditEntries } from "./schema/platform";

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

if (dialect === "sqlite") {
  test("a database that may only be read says so", async () => {
    const database = await freshDatabase();
    await database.execute("PRAGMA query_only = ON");
    expect(outageOf(await failed(writeInto(database)))?.code).toBe("read_only");
  });

  test("a full disk under a market that is being built is told as that", async () => {
    const database = databaseOver(sqliteDraftDriver(join(tempFolder("draft"), "kouan.db")));
    await database.execute(
      "CREATE TABLE audit_entries (id, at, user_id, organisation_id, api_key_id, command, subject_id, outcome, ip, request_id)",
    );
    await database.execute("PRAGMA max_page_count = 3");
    expect(outageOf(await failed(writeInto(database)))?.code).toBe("disk_full");
    await database.close();
  });

  test("a database whose pages were written over is damaged", async () => {
    const { at, open } = await restartableDatabase();
    const size = statSync(at).size;
    const file = openSync(at, "r+");
    writeSync(file, Buffer.alloc(size - 100, 7), 0, size - 100, 100);
    closeSync(file);
    expect(outageOf(await failed((async () => writeInto(open()))()))?.code).toBe("storage_corrupt");
    writeFileSync(at, "this is no database".repeat(1000));
    expect(outageOf(await failed((async () => sqliteDriver(at))()))?.code).toBe("storage_corrupt");
  });
} else {
  test("a database that may only be read says so", async () => {
    const { at, drop } = await restartableDatabase();
    const database = databaseOver(postgresDriver(`${at}?options=-c%20default_transaction_read_only%3Don`));
    expect(outageOf(await failed(writeInto(database)))?.code).toBe("read_only");
    await database.close();
    await drop();
  });

  test("a server that is not there, or that ends a transaction, is not available", async () => {
    const gone = databaseOver(postgresDriver("postgres://kouan:kouan@127.0.0.1:9/kouan"));
    expect(outageOf(await failed(writeInto(gone)))?.code).toBe("database_unavailable");
    const database = await freshDatabase();
    const cut = database.write(async (tx) => {
      await tx.select({ one: sql`pg_terminate_backend(pg_backend_pid())` }).from(auditEntries).limit(1);
      await tx.select({ one: sql`(SELECT pg_terminate_backend(pg_backend_pid()))` }).from(sql`(SELECT 1) AS one`);
    });
    expect(outageOf(await failed(cut))?.code).toBe("database_unavailable");
  });
}
