import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hubTraffic } from "@/db/schema/hubs";
import { DAY_MS } from "@/domain/shared/instant";
import { rerouteMarket } from "@/test/reroute-market";

test("A deal that goes by another hub after the month of its contract counts there in that month, with its orders, and in no later one.", async () => {
  const market = await rerouteMarket();
  const counted = async (hubId: string) => {
    const rows = await market.database.read.select().from(hubTraffic).where(eq(hubTraffic.hubId, hubId));
    return rows
      .filter(({ count }) => count !== 0)
      .map(({ month, service, count }) => `${month} ${service} ${count}`)
      .sort();
  };
  const contracted = ["customs", "deal", "inspection", "logistics", "payment"].map((what) => `2026-11 ${what} 1`);
  expect(await counted("horgos")).toEqual(contracted);
  market.wait(70 * DAY_MS);
  const hub = await market.otherHub();
  expect(await market.ask(hub)).toMatchObject({ kind: "done" });
  expect(await market.end("agree")).toMatchObject({ kind: "done" });
  expect(await counted("horgos")).toEqual([]);
  expect(await counted(hub)).toEqual(contracted);
});
