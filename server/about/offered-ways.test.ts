import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "@/test/database";
import { contractDeal, tradingParties } from "@/test/traffic-market";
import { organisations } from "@/db/schema/accounts";
import { orders } from "@/db/schema/orders";
import { FIGURE_MS } from "@/domain/about/service-figures";
import { DAY_MS, HOUR_MS, instant, later } from "@/domain/shared/time";
import { serviceFigures } from "./offered-ways";

const NOW = instant(Date.UTC(2026, 10, 24, 6));

/** Figures are kept for some minutes, so each is asked for an hour later than the one before. */
let asked = 0;

/** Five orders of five sides each, a day apart, of which `more` may change the last. */
async function traded(more: Partial<typeof orders.$inferInsert> = {}) {
  const database = await freshDatabase();
  await tradingParties(database);
  const made: string[] = [];
  for (const at of [1, 2, 3, 4, 5]) {
    const { orders: ids } = await contractDeal(database, {
      ...{ hubId: "horgos", isBorderHub: true, services: ["customs"], at: later(NOW, -at * 10 * DAY_MS) },
      ...{ contractMinor: 500_000n + BigInt(at) * 10_000n, passThroughMinor: 400_000n },
    });
    made.push(ids.customs ?? "");
  }
  await database.write(async (tx) => {
    const [one] = await tx.select().from(organisations).limit(1);
    for (const [at, id] of made.entries()) {
      const side = `side-${at}`;
      await tx
        .insert(organisations)
        .values({ ...(one as NonNullable<typeof one>), id: side, registrationNumber: side });
      const own = at === made.length - 1 ? more : {};
      const sides = { providerOrganisationId: side, buyerOrganisationId: side };
      await tx
        .update(orders)
        .set({ ...sides, ...own })
        .where(eq(orders.id, id));
    }
  });
  return (await serviceFigures(database.read, later(NOW, ++asked * HOUR_MS))).get("customs horgos");
}

test("a price is the provider's own, without what is paid at cost", async () => {
  expect((await traded())?.price).toEqual({ medianMinor: 130_000, orders: 5, providers: 5 });
});

test.each([
  ["was called off", { state: "cancelled" as const }],
  ["is older than the days before", { contractedAt: later(NOW, -2 * FIGURE_MS - DAY_MS) }],
])("an order that %s does not count, and four are too few to be told of", async (_, more) => {
  expect((await traded(more))?.price ?? null).toBeNull();
});
