import { expect } from "../../support/test";
import { go, type Person } from "../person";

/** Before the close nothing can be chosen, and nothing on the page says otherwise. */
export async function awardTooEarly(person: Person, dealId: string): Promise<void> {
  const { page, t } = person;
  await go(person, `/deals/${dealId}/compare`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("radio").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: t("award.form.check") })).toHaveCount(0);
}
