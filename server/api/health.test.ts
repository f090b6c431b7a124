import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "@/db/database";
import { dialect } from "@/db/dialect";
import { writeProbes } from "@/db/schema/platform";
import { freshDatabase } from "@/test/database";
import { fillUp } from "@/test/outages";
import { platformOver, usePlatform } from "../platform/platform";
import { health } from "./health";

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
