import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { inspectionMarket, REINSPECTION } from "@/test/inspection-market";
import { actorOf } from "@/test/order-market";
import { dealSum } from "./order-bill";

/** A deal of four orders, one of them with a second visit that is paid for. */
async function market() {
  const of = await inspectionMarket();
  await of.visit(8);
  await of.decide("reinspect", "Sort them");
  await of.visit();
  const set = (service: "logistics" | "payment" | "customs" | "inspection", change: object) =>
    of.database.write((tx) =>
      tx
        .update(orders)
        .set(change)
        .where(eq(orders.id, of.idOf(service))),
    );
  const read = (who: "lin" | "timur" | "stranger" = "lin") =>
    dealSum(of.database.read, actorOf(who), { dealId: of.dealId, now: of.now() });
  return { ...of, set, read };
}

test("a deal of finished orders says what each came to, its re-inspection with it, and the sum of each currency apart", async () => {
  const of = await market();
  expect(await of.read()).toBeNull();
  for (const service of ["logistics", "inspection"] as const) await of.set(service, { state: "completed" });
  await of.set("payment", { state: "completed", contractMinor: 50_000n, contractCurrency: "USD" });
  await of.set("logistics", { contractMinor: 1_000_000n, contractCurrency: "CNY" });
  await of.set("inspection", { contractMinor: 200_000n, contractCurrency: "CNY" });
  expect(await of.read()).toBeNull();
  await of.set("customs", { state: "cancelled" });
  const visit = BigInt(REINSPECTION.unitPriceMinor);
  expect(await of.read()).toMatchObject({
    rows: [
      { service: "logistics", due: { minor: 1_000_000n, currency: "CNY" } },
      { service: "payment", due: { minor: 50_000n, currency: "USD" } },
      { service: "inspection", due: { minor: 200_000n + visit, currency: "CNY" } },
    ],
    totals: [
      { minor: 1_200_000n + visit, currency: "CNY" },
      { minor: 50_000n, currency: "USD" },
    ],
  });
});

test("it is its buyer's to read, and there is none of a deal whose orders were all called off", async () => {
  const of = await market();
  for (const service of ["logistics", "payment", "customs", "inspection"] as const)
    await of.set(service, { state: "completed" });
  for (const who of ["timur", "stranger"] as const) expect(await of.read(who)).toBeNull();
  expect((await of.read())?.rows).toHaveLength(4);
  for (const service of ["logistics", "payment", "customs", "inspection"] as const)
    await of.set(service, { state: "cancelled" });
  expect(await of.read()).toBeNull();
});
