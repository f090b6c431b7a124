import { go, type Person, write } from "../../journey/person";
import { expect } from "../../support/test";
import type { Cast } from "../cast";
import type { Haul } from "../haul";
import { look } from "../look";
import { acceptOrder } from "./accept-order";

/** Opens a form of a declaration by its own link, and sends it. */
async function deed(person: Person, orderId: string, kind: string, fill: () => Promise<unknown> = async () => {}) {
  const { page } = person;
  await go(person, `/orders/${orderId}`);
  await page.locator(`a[href*="?do=${kind}"]`).first().click();
  await fill();
  await page.locator("#clearance-form .send-bar button").click();
  await expect(page).toHaveURL(({ search }) => search === "");
}

/** The export declaration is drafted, approved, filed and released; only then may the truck cross. */
export async function clearCustoms({ broker, buyer }: Cast, haul: Haul): Promise<void> {
  const { id } = haul.orders.customs;
  await deed(broker, id, "draft.export", async () => {
    await broker.page.locator('[name="lines[0].hsCode"]').fill("8504409999");
    for (const box of await broker.page.locator('[name$="].value"]').all()) await box.fill("600,000.00");
  });
  const { page, t } = buyer;
  await go(buyer, `/orders/${id}`);
  await expect(page.locator(".turn-bar").first()).toContainText(t("clearance.task.approve.yours"));
  await look(buyer, "declaration-approve");
  await deed(buyer, id, "approve");
  await deed(broker, id, "file", () => write(broker, broker.t("clearance.form.file.text"), haul.run.declaration));
  await deed(broker, id, "release");
  await look(broker, "declaration-released");
  await acceptOrder(buyer, haul.orders.customs);
}
