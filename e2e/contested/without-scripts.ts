import type { Browser } from "@playwright/test";
import { go, type Person } from "../journey/person";
import { expect } from "../support/test";
import type { Cast } from "./cast";

/** The same person at a browser that runs no scripts. */
async function withoutScripts(browser: Browser, person: Person): Promise<Person> {
  const storageState = await person.page.context().storageState();
  const page = await (await browser.newContext({ storageState, javaScriptEnabled: false })).newPage();
  return { ...person, page };
}

/** Whose turn it is, until when, and what may be done stands in the page itself; to who has no part it says no more than to anybody. */
export async function readWithoutScripts(browser: Browser, { provider, outsider }: Cast, id: string): Promise<void> {
  const bidder = await withoutScripts(browser, provider);
  const { page, t } = bidder;
  const main = page.getByRole("main");
  await go(bidder, "/desk");
  await expect(page.getByRole("link", { name: t("bidding.desk.act.answer") }).first()).toBeVisible();
  await go(bidder, "/bids");
  await expect(main.getByText(t("requests.turn.you"), { exact: true }).filter({ visible: true }).first()).toBeVisible();
  await go(bidder, `/requests/${id}`);
  await expect(main).toContainText(t("bidding.turn.answer.bidder"));
  await page.getByRole("link", { name: t("bidding.page.answer"), exact: true }).click();
  await expect(main).toContainText(t("negotiation.turn.answer.you"));
  await expect(page.getByRole("button", { name: t("negotiation.form.provider.send"), exact: true })).toBeVisible();
  await page.context().close();

  const other = await withoutScripts(browser, outsider);
  await go(other, `/requests/${id}`);
  await expect(other.page.getByRole("main")).toContainText(t("bidding.turn.decide.others"));
  await go(other, `/requests/${id}/proof`);
  await expect(other.page.getByText(t("requests.proof.minutes.openers.two_people"))).toBeVisible();
  await other.page.context().close();
}
