import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { users } from "@/db/schema/accounts";
import { withoutValues } from "./log";

const SECRET = "line one\nhttps://market.example/reset-password?token=abc\nline three";

test("a failed query is logged with its statement and its cause, and without what it would have written", async () => {
  const database = await freshDatabase();
  const row = { email: SECRET, name: SECRET, passwordHash: "-", locale: "en", timeZone: "UTC", createdAt: 1 };
  const twice = async () =>
    database.write(async (tx) => {
      for (let time = 0; time < 2; time++) await tx.insert(users).values({ id: "one", ...row });
    });
  const error = await twice().then(
    () => null,
    (failed: unknown) => failed as Error,
  );
  const logged = JSON.stringify(withoutValues(error as Error));
  expect(logged).toMatch(/unique|duplicate/i);
  expect(logged).toContain(" at ");
  expect(logged).not.toMatch(/line one|token=abc|line three/);
});

test("any other error is logged as it is", () => {
  expect(withoutValues(new Error("disk full"))).toMatchObject({ type: "Error", message: "disk full" });
});
