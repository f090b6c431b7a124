import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { users } from "@/db/schema/accounts";
import { orderMarket } from "@/test/order-market";
import { listListeners } from "./parties";

test("Whom an organisation's news reach: its people in those roles who may still sign in, and no other organisation's.", async () => {
  const { database, now } = await orderMarket();
  const listeners = async (organisationId: string) =>
    (await listListeners(database.read, { organisationIds: [organisationId], roles: ["owner", "operations"] })).map(
      ({ userId }) => userId,
    );
  expect(await listeners("provider")).toEqual(["aigul", "timur"]);
  expect(await listeners("buyer")).toEqual(["lin"]);
  const suspend = (suspendedAt: number | null) =>
    database.write((tx) => tx.update(users).set({ suspendedAt }).where(eq(users.id, "aigul")));
  await suspend(now());
  expect(await listeners("provider")).toEqual(["timur"]);
  await suspend(null);
  expect(await listeners("provider")).toEqual(["aigul", "timur"]);
});
