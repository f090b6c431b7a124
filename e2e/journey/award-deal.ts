import { expect } from "../support/test";
import type { Lane } from "./lanes";
import { offersOf } from "./offers";
import { arrive, follow, go, type Person, press } from "./person";

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

/** Closes a request before its time, which its terms allow. */
export async function closeEarly(person: Person, requestId: string): Promise<void> {
  const { page, t } = person;
  await go(person, `/requests/${requestId}`);
  await follow(person, t("bidding.step.close.ask"));
  await arrive(person, /step=close/);
  await press(person, t("bidding.step.close.send"));
  await arrive(person, new RegExp(`/requests/${requestId}$`));
  await expect(page.getByText(t("bidding.turn.decide.buyer"))).toBeVisible();
}

const grouped = (amount: string): string => Number(amount).toLocaleString("en");

/** Compares all bids in one currency, chooses the newcomer's for both services, and awards. */
export async function awardDeal(
  person: Person,
  { dealId, lane }: { readonly dealId: string; readonly lane: Lane },
): Promise<void> {
  const { page, t } = person;
  const { revised, brokerage } = offersOf(lane);
  await go(person, `/deals/${dealId}`);
  await follow(person, t("deals.turn.do.decide"));
  await arrive(person, /\/compare$/);
  await expect(page.getByText(t("award.head", { bids: 3, providers: 2, currency: "CNY" }))).toBeVisible();
  const bids = page.getByRole("radio").filter({ visible: true });
  await expect(bids).toHaveCount(3);
  for (const { total } of [revised, brokerage]) {
    const bid = page.getByRole("radio", { name: grouped(total) }).filter({ visible: true });
    await bid.check();
    await expect(bid).toBeChecked();
  }
  await press(person, t("award.form.check"));
  await expect(page.getByText(t("award.form.review"))).toBeVisible();
  await expect(page.getByText(lane.newcomer.nameLatin).first()).toBeVisible();
  await page.getByRole("button", { name: new RegExp(t("award.form.award", { count: 2, sum: ".*" })) }).click();
  await arrive(person, /\/orders$/);
}
