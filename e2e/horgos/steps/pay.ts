import { go, type Person, write } from "../../journey/person";
import { expect } from "../../support/test";
import type { Cast } from "../cast";
import type { Haul } from "../haul";
import { look } from "../look";
import { acceptOrder } from "./accept-order";
import { reportStep } from "./report-step";

async function deed(person: Person, orderId: string, kind: string, fill: () => Promise<unknown> = async () => {}) {
  const { page } = person;
  await go(person, `/orders/${orderId}`);
  await page.locator(`a[href*="?do=${kind}"]`).first().click();
  await expect(page.locator("#remittance-form")).toBeVisible();
  await fill();
  await page.locator("#remittance-form .send-bar button").click();
  await expect(page).toHaveURL(({ search }) => search === "");
}

/** A rate is locked that is worse than agreed, the buyer takes it, and the money goes out under it and arrives. */
export async function payUnderLock({ agent, buyer }: Cast, haul: Haul): Promise<void> {
  const { payment } = haul.orders;
  const { t } = agent;
  await deed(agent, payment.id, "lock", async () => {
    await write(agent, t("remittance.field.rate.label"), "7.10");
    await write(agent, t("remittance.field.reference.label"), `FX-${payment.reference.slice(-6)}`);
  });
  await go(buyer, `/orders/${payment.id}`);
  await expect(buyer.page.locator(".turn-bar").first()).toContainText(buyer.t("remittance.task.confirm.yours"));
  await look(buyer, "lock-confirm");
  await deed(buyer, payment.id, "confirm");
  await reportStep(agent, payment, "funds_received");
  await deed(agent, payment.id, "send", async () => {
    await agent.page.locator('#remittance-form [name="referenceKind"]').selectOption("uetr");
    await write(agent, t("remittance.field.reference.label"), haul.run.reference);
  });
  await look(agent, "money-sent");
  await deed(agent, payment.id, "receive");
  await acceptOrder(buyer, payment);
}
