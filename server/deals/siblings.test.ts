import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bidVersions } from "@/db/schema/requests";
import { orders } from "@/db/schema/orders";
import { actorOf, orderMarket } from "@/test/order-market";
import { orderPage } from "../orders/queries/orders";

test("An order's page lists the deal's other orders to the buyer, and to a provider those that are its own.", async () => {
  const { database, orders: ids, now } = await orderMarket({ services: ["logistics", "customs", "inspection"] });
  await database.write((tx) =>
    tx
      .insert(bidVersions)
      .values(Object.values(ids).map((id) => ({ bidId: `b-${id}`, version: 1, submittedAt: now(), receipt: id }))),
  );
  // The inspection is another company's.
  await database.write((tx) =>
    tx
      .update(orders)
      .set({ providerOrganisationId: "elsewhere" })
      .where(eq(orders.id, ids.inspection as string)),
  );
  const listed = async (who: Parameters<typeof actorOf>[0], id = ids.logistics) =>
    (await orderPage(database.read, actorOf(who), { id: id as string, now: now() }))?.siblings.map(
      ({ service }) => service,
    );
  expect(await listed("lin")).toEqual(["logistics", "customs", "inspection"]);
  expect(await listed("timur")).toEqual(["logistics", "customs"]);
  expect(await listed("stranger", ids.inspection)).toEqual(["inspection"]);
  expect(await listed("stranger")).toBeUndefined();
});
