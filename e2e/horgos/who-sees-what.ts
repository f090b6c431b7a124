import { SERVICES } from "@/domain/shared/vocabulary";
import { expectHidden, expectUntold } from "../contested/cast";
import { tells } from "../journey/tells";
import { expect } from "../support/test";
import type { Cast } from "./cast";
import { type Haul, PROVIDERS } from "./haul";
import type { Driver } from "./drive";

/** The buyer reads all four orders with their prices, and the deal with all its companies. */
async function buyerSeesAll({ buyer }: Cast, { dealId, orders }: Haul): Promise<void> {
  const { page, locale } = buyer;
  for (const order of Object.values(orders)) {
    const answer = await page.request.get(`/${locale}/orders/${order.id}`);
    expect(answer.status()).toBe(200);
    expect(tells(await answer.text(), order.amounts)).toEqual([...order.amounts]);
  }
  const chain = await page.request.get(`/${locale}/deals/${dealId}/chain`);
  for (const { reference } of Object.values(orders)) expect(await chain.text()).toContain(reference);
}

/** Each provider reads its own order and what it waits for; of the others' it reads neither page nor price. */
async function providersSeeTheirs(cast: Cast, { dealId, orders }: Haul): Promise<void> {
  for (const service of SERVICES) {
    const person = cast[PROVIDERS[service]];
    const others = SERVICES.filter((one) => one !== service);
    const amounts = others.flatMap((one) => orders[one].amounts);
    await expectUntold(person, `/deals/${dealId}/chain`, amounts);
    await expectUntold(person, `/orders/${orders[service].id}`, amounts);
    await expectUntold(person, "/work", amounts);
    await expectUntold(person, "/orders", amounts);
    for (const one of others) await expectHidden(person, `/orders/${orders[one].id}`);
    await expectHidden(person, `/deals/${dealId}`);
    await expectHidden(person, `/deals/${dealId}/compare`);
  }
}

/** An administrator sees the traffic and the boards, and none of the papers of a deal that nobody disputes. */
async function administratorStaysOutside({ administrator }: Cast, { dealId, orders }: Haul): Promise<void> {
  await expectHidden(administrator, `/deals/${dealId}`);
  await expectHidden(administrator, `/deals/${dealId}/chain`);
  for (const { id } of Object.values(orders)) await expectHidden(administrator, `/orders/${id}`);
  const amounts = Object.values(orders).flatMap((order) => order.amounts);
  await expectUntold(administrator, "/admin/hubs/horgos", amounts);
}

/** The driver reads the order's number and way: no price of anybody, no other order, no other company of the deal. */
async function driverSeesNoPrice(driver: Driver, { orders, names }: Haul): Promise<void> {
  const answer = await driver.page.request.get(driver.address);
  const text = await answer.text();
  expect(answer.status()).toBe(200);
  expect(
    tells(
      text,
      Object.values(orders).flatMap((order) => order.amounts),
    ),
  ).toEqual([]);
  await expect(driver.page.getByText(/CNY|USD|¥|\$/)).toHaveCount(0);
  for (const other of ["agent", "broker", "inspector", "buyer"] as const) expect(text).not.toContain(names[other]);
  for (const service of ["payment", "customs", "inspection"] as const)
    expect(text).not.toContain(orders[service].reference);
}

/** The same deal at one stage, as all who have a part in it see it. */
export async function whoSeesWhat(cast: Cast, haul: Haul, driver: Driver | null = null): Promise<void> {
  await buyerSeesAll(cast, haul);
  await providersSeeTheirs(cast, haul);
  await administratorStaysOutside(cast, haul);
  if (driver) await driverSeesNoPrice(driver, haul);
}
