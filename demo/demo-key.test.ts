import { expect, test } from "vitest";
import { insertDemoUser } from "@/db/repositories/users";
import { apiMarket } from "@/test/api-market";
import { listDeals } from "../server/deals/api";
import { getTrafficShare } from "../server/hubs/api";
import { demoKey } from "./demo-key";

async function demo() {
  const market = await apiMarket();
  await market.database.write(async (tx) => {
    await insertDemoUser(tx, { handle: "buyer", userId: "user-buyer", isShown: true });
    await insertDemoUser(tx, { handle: "admin", userId: "user-platform", isShown: true });
  });
  return market;
}

test("a demo key opens what its person may do, and no more", async () => {
  const { on, callWith } = await demo();
  const [buyer, admin] = [`Bearer ${await demoKey(on, "buyer")}`, `Bearer ${await demoKey(on, "admin")}`];
  expect((await callWith(buyer, listDeals)).status).toBe(200);
  expect((await callWith(buyer, getTrafficShare)).status).toBe(403);
  expect((await callWith(admin, getTrafficShare)).status).toBe(200);
});

test("whoever is no demo person has no demo key", async () => {
  const { on } = await demo();
  expect(await demoKey(on, "provider")).toBeNull();
});

test("a key can be had however often it was asked for, and the latest works", async () => {
  const { on, callWith } = await demo();
  let last: string | null = null;
  for (let asked = 0; asked < 55; asked++) last = await demoKey(on, "buyer");
  expect((await callWith(`Bearer ${last}`, listDeals)).status).toBe(200);
});
