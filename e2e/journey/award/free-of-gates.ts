import { expect } from "../../support/test";
import { arrive, go, type Person, press } from "../person";

/** The buyer takes every gate out of the chain before it awards, so that no order waits for another. */
export async function freeOfGates(buyer: Person, dealId: string): Promise<void> {
  const { page, t } = buyer;
  const here = `/deals/${dealId}/chain`;
  await go(buyer, `${here}/gates`);
  const gates = page.locator("input[name=gate]");
  expect(await gates.count(), "a deal of four kinds has gates by itself").toBeGreaterThan(0);
  for (const gate of await gates.all()) await gate.uncheck();
  await press(buyer, t("chain.edit.send"));
  await arrive(buyer, new RegExp(`${here}(?:\\?|$)`));
  await go(buyer, `${here}/gates`);
  for (const gate of await gates.all()) await expect(gate).not.toBeChecked();
}
