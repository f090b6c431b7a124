import { follow, go, type Person, press, write } from "../journey/person";
import { expect } from "../support/test";
import { type Cast, look } from "./cast";
import { type Contest, TRUCKS } from "./contest";

const LOADED_ONCE = "data-loaded-once";

/** Opens the page of the request, marks it, and waits until it hears what happens. */
async function watch({ page, t, ...person }: Person, id: string): Promise<void> {
  await go({ page, t, ...person }, `/requests/${id}`);
  await expect(page.getByRole("status").filter({ hasText: t("requests.live.live") })).toBeVisible();
  await page.evaluate((mark) => document.documentElement.setAttribute(mark, ""), LOADED_ONCE);
}

async function amend(buyer: Person, { reason }: Contest, id: string): Promise<void> {
  const { page, t } = buyer;
  await go(buyer, `/requests/${id}`);
  await follow(buyer, t("bidding.page.amend"));
  await write(buyer, t("service-logistics.spec.equipmentCount.label"), String(TRUCKS.after));
  await write(buyer, t("requests.amend.field.reason"), reason);
  await press(buyer, t("requests.amend.check"));
  await expect(page.getByText(t("requests.amend.consequence.stale", { count: 2 }))).toBeVisible();
  await look(buyer);
  await press(buyer, t("requests.amend.send"));
  await expect(page.getByText(t("requests.amend.reason", { reason }))).toBeVisible();
}

/** The buyer amends while the provider's page is open: it comes to it by itself, and the provider confirms from there. */
export async function amendLive({ buyer, provider }: Cast, contest: Contest, id: string): Promise<void> {
  const { page, t } = provider;
  await watch(provider, id);
  await amend(buyer, contest, id);
  const confirm = page.getByRole("button", { name: t("requests.amend.confirm.send"), exact: true });
  await expect(confirm).toBeVisible();
  await expect(page.locator(`html[${LOADED_ONCE}]`), "the page was not loaded anew").toHaveCount(1);
  await expect(
    page.locator("#confirm").getByText(t("requests.amend.reason", { reason: contest.reason })),
  ).toBeVisible();
  await look(provider);
  await confirm.click();
  await expect(page.getByText(t("bidding.own.version", { number: 2 }), { exact: true })).toBeVisible();
}
