import { expect } from "../../support/test";
import { go, type Person, press } from "../person";

/** Before the close nothing can be chosen, and a form that says otherwise is refused with words. */
export async function awardTooEarly(person: Person, dealId: string, bidId: string): Promise<void> {
  const { page, t } = person;
  await go(person, `/deals/${dealId}/compare`);
  await expect(page.getByRole("radio").filter({ visible: true })).toHaveCount(0);
  await press(person, t("award.form.check"));
  await expect(page.getByText(t("award.refusal.nothing_chosen"))).toBeVisible();
  // The page has no way to do it, so the form is made to say what somebody might send by hand.
  await page.getByRole("button", { name: t("award.form.check") }).evaluate((button, id) => {
    (button as HTMLButtonElement).value = "award";
    const bid = document.createElement("input");
    Object.assign(bid, { type: "hidden", name: "bids", value: id });
    (button as HTMLButtonElement).form?.append(bid);
  }, bidId);
  await press(person, t("award.form.check"));
  await expect(page.getByText(t("award.refusal.request_not_closed"))).toBeVisible();
}
