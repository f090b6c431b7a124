import { randomBytes } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { saveKeyCheck } from "@/db/repositories/platform";
import { instant } from "@/domain/shared/instant";
import { freshDatabase } from "@/test/database";
import { fillUp } from "@/test/outages";
import { platformOver, usePlatform } from "../platform/platform";
import { checkValueOf, settleKeys } from "../sealing/key-checks";
import { readiness } from "./readiness";
import { watchForEnd } from "../platform/process/shutdown";

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
