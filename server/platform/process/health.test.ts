import { expect, test } from "vitest";
import { dialect } from "@/db/dialect";
import { freshDatabase } from "@/test/database";
import { health } from "./health";
import { platformOver, usePlatform } from "../platform";

test("a process whose database answers is well, and says which and what it is", async () => {
  usePlatform(platformOver(await freshDatabase()));
  expect(await health()).toEqual({
    status: "ok",
    database: dialect,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    deadLetters: 0,
  });
});

test("a process whose database cannot be read does not say that it is well", async () => {
  const database = await freshDatabase();
  const broken = {
    select: () => {
      throw new Error("gone");
    },
  };
  usePlatform(platformOver({ ...database, read: broken as never }));
  expect(await health()).toMatchObject({ status: "unavailable" });
});

test("a database that does not answer in time counts as one that cannot be read", async () => {
  const database = await freshDatabase();
  const silent = { select: () => ({ from: () => ({ limit: () => new Promise(() => undefined) }) }) };
  usePlatform(platformOver({ ...database, read: silent as never }));
  expect(await health()).toMatchObject({ status: "unavailable" });
});
