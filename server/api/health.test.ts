import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "@/db/database";
import { dialect } from "@/db/dialect";
import { writeProbes } from "@/db/schema/platform";
import { freshDatabase } from "@/test/database";
import { fillUp } from "@/test/outages";
import { platformOver, usePlatform } from "../platform/platform";
import { health, readiness } from "./health";
import { randomBytes } from "node:crypto";
import { saveKeyCheck } from "@/db/repositories/platform";
import { instant } from "@/domain/shared/time";
import { checkValueOf, settleKeys } from "../sealing/key-checks";
import { watchForEnd } from "../platform/process/shutdown";

async function used(database: Database = {} as Database): Promise<Database> {
  usePlatform(platformOver(database));
  return database;
}

/** What was found out is asked for anew only after two seconds. */
const later = () => vi.advanceTimersByTime(2_500);

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("a process whose database answers and keeps a row is well, and says which and what it is", async () => {
  await used(await freshDatabase());
  expect(await health()).toEqual({
    status: "ok",
    database: dialect,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    deadLetters: 0,
    eventsWaiting: 0,
    oldestWaitMs: 0,
  });
});

test("a process whose database is full is not well while its rows can still be read, and well when there is room again", async () => {
  const database = await used(await freshDatabase());
  const makeRoom = await fillUp(database);
  const found = await health();
  expect(found).toMatchObject({ status: "unavailable", reason: "disk_full", deadLetters: 0 });
  expect(JSON.stringify(found)).not.toMatch(/\/|device/);
  await makeRoom();
  later();
  expect((await health()).status).toBe("ok");
});

test("asking often writes once in two seconds, and leaves one row", async () => {
  const database = await freshDatabase();
  let writes = 0;
  const write: Database["write"] = (work) => {
    writes++;
    return database.write(work);
  };
  await used({ ...database, write });
  await Promise.all(Array.from({ length: 40 }, health));
  expect(writes).toBe(1);
  for (let round = 0; round < 3; round++) {
    later();
    await health();
  }
  expect(writes).toBe(4);
  expect(await database.read.$count(writeProbes)).toBe(1);
});

describe("a process does not say that it is well", () => {
  const broken = () => {
    throw Object.assign(new Error("gone"), { code: "ECONNREFUSED" });
  };
  const silent = () => ({ from: () => ({ limit: () => new Promise(() => undefined) }) });

  test("where its database cannot be read", async () => {
    await used({ ...(await freshDatabase()), read: { select: broken } as never });
    expect(await health()).toMatchObject({ status: "unavailable", reason: "database_unavailable", deadLetters: null });
  });

  test("where its database does not answer in time", async () => {
    await used({ ...(await freshDatabase()), read: { select: silent } as never });
    expect(await health()).toMatchObject({ status: "unavailable", reason: "too_slow" });
  });

  test("where a write does not end in time, and begins no second one meanwhile", async () => {
    const write = vi.fn<() => Promise<never>>(() => new Promise(() => undefined));
    await used({ ...(await freshDatabase()), write });
    expect(await health()).toMatchObject({ status: "unavailable", reason: "too_slow" });
    later();
    expect(await health()).toMatchObject({ status: "unavailable", reason: "too_slow" });
    expect(write).toHaveBeenCalledTimes(1);
  });

  test("where its database may only be read", async () => {
    const database = await used(await freshDatabase());
    if (dialect === "sqlite") await database.execute("PRAGMA query_only = ON");
    else
      await database.execute(`
        CREATE FUNCTION only_read() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'cannot execute INSERT in a read-only transaction' USING ERRCODE = '25006'; END $$;
        CREATE TRIGGER only_read BEFORE INSERT ON write_probes EXECUTE FUNCTION only_read();`);
    expect(await health()).toMatchObject({ status: "unavailable", reason: "read_only", deadLetters: 0 });
  });
});

async function settled() {
  const database = await freshDatabase();
  await settleKeys(database);
  usePlatform(platformOver(database));
  return database;
}

test("a process with the database and the keys of its version is ready, also while nothing can be saved", async () => {
  const makeRoom = await fillUp(await settled());
  expect(await readiness()).toEqual({ status: "ready" });
  await makeRoom();
});

test("a process whose database was written with another key is not ready", async () => {
  const { write } = await settled();
  const name = "kouan-session-secret";
  await write((tx) => saveKeyCheck(tx, { name, value: checkValueOf(name, randomBytes(32)), since: instant(1) }));
  expect(await readiness()).toEqual({ status: "not_ready", reason: "keys_differ" });
});

test("a process whose database lacks a migration of its version is not ready", async () => {
  const database = await settled();
  await database.execute("DELETE FROM _migrations WHERE tag LIKE '0009%'");
  expect(await readiness()).toEqual({ status: "not_ready", reason: "migrations_missing" });
});

test("a process whose database cannot be read is not ready", async () => {
  const database = await settled();
  const select = () => {
    throw Object.assign(new Error("gone"), { cause: Object.assign(new Error(), { code: "57P03" }) });
  };
  usePlatform(platformOver({ ...database, read: { select } as never }));
  expect(await readiness()).toEqual({ status: "not_ready", reason: "database_unavailable" });
});

test("a process that is told to end is not ready from then on", async () => {
  await settled();
  const [before] = [process.listeners("SIGTERM")];
  watchForEnd();
  const added = process.listeners("SIGTERM").find((one) => !before.includes(one)) as () => void;
  onTestFinished(() => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.off(signal, added);
    Reflect.deleteProperty(globalThis, "kouanStopping");
  });
  expect(await readiness()).toEqual({ status: "ready" });
  added();
  expect(await readiness()).toEqual({ status: "not_ready", reason: "stopping" });
});
