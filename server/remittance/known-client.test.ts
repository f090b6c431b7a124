import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { orderMarket, START } from "@/test/order-market";
import { remittanceMarket } from "@/test/remittance-market";
import { findMilestones, insertMilestones, isClientKnown } from "../../db/repositories/orders";
import { orderMilestones } from "../../db/schema/orders";
import { isOfKnownClient } from "../../domain/services/payment/known-client";
import { stepsLeftOut } from "../../domain/services/registry";

const CLIENT = { service: "payment", buyerOrganisationId: "buyer", providerOrganisationId: "provider" } as const;

test("a client is known to the provider that has approved it, from then on, and to nobody else", async () => {
  const { database } = await orderMarket({ services: ["payment"] });
  expect(await isClientKnown(database.read, CLIENT, START)).toBe(false);
  const of = await remittanceMarket();
  const known = (client: object, at = of.now()) => isClientKnown(of.database.read, { ...CLIENT, ...client }, at);
  expect(await known({})).toBe(true);
  expect(await known({}, START)).toBe(false);
  expect(await known({ providerOrganisationId: "elsewhere" })).toBe(false);
  expect(await known({ buyerOrganisationId: "elsewhere" })).toBe(false);
  expect(await known({ service: "logistics" })).toBe(false);
});

test("an order of a known client is made without the steps of its check", async () => {
  const { database, orderId } = await orderMarket({ services: ["payment"] });
  const order = { id: orderId, service: "payment", mode: "road" } as const;
  const spec = { need: "supplier_payment", payerCurrency: "USD", payeeCurrency: "CNY" };
  const leftOut = new Map([[orderId, stepsLeftOut({ service: "payment", spec, isClientKnown: true })]]);
  const before = await findMilestones(database.read, order);
  await database.write(async (tx) => {
    await tx.delete(orderMilestones).where(eq(orderMilestones.orderId, orderId));
    await insertMilestones(tx, [order], leftOut);
  });
  const milestones = await findMilestones(database.read, order);
  expect(milestones[0]).toMatchObject({ code: "rate_locked", position: 0 });
  expect(milestones).toHaveLength(before.length - 2);
  expect([before, milestones].map((steps) => isOfKnownClient({ ...order, milestones: steps }))).toEqual([false, true]);
});
