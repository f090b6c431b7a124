import { sendReport } from "../../journey/after/perform-order";
import { choose, go, type Person } from "../../journey/person";
import { expect } from "../../support/test";
import type { Order } from "../haul";

/** Reports a step of one's own order on its page, at the time that stands in the form. */
export async function reportStep(person: Person, order: Order, code: string): Promise<void> {
  const { page, t } = person;
  await go(person, `/orders/${order.id}`);
  await choose(person, t("orders.report.code"), code);
  await sendReport(person, code);
  await expect(page.locator(`#report [name="code"] option[value="${code}"]`)).toHaveCount(0);
}
