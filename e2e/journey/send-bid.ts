import type { Locator } from "@playwright/test";
import type { Service } from "@/domain/services/service";
import { expect } from "../support/test";
import { tells } from "./expect-sealed";
import type { Lane } from "./lanes";
import type { Offer } from "./offers";
import { arrive, choose, go, type Person, press, write } from "./person";

/** As a provider does who looks for work: words and a service into the filters, then the one row that is left. Answers its number. */
export async function findRequest(person: Person, service: Service, lane: Lane): Promise<string> {
  const { page, t } = person;
  await go(person, "/requests");
  const opener = page.getByRole("button", { name: t("ui.filter.open") });
  if (await opener.isVisible()) await opener.click();
  await page.getByLabel(t("requests.filter.q"), { exact: true }).fill(lane.goods);
  await page.getByRole("combobox", { name: t("requests.filter.service"), exact: true }).selectOption(service);
  await press(person, t("ui.filter.apply"));
  await arrive(person, new RegExp(`/requests\\?.*service=${service}`));
  await expect(page.getByText(lane.goods).filter({ visible: true }).first()).toBeVisible();
  const row = page.getByRole("link", { name: /KR-/ }).filter({ visible: true });
  await expect(row).toHaveCount(1);
  const [reference = ""] = /KR-[\w-]+/.exec(await row.innerText()) ?? [];
  await row.click();
  await arrive(person, /\/requests\/\w{26}$/);
  return reference;
}

async function priceLine({ page, t }: Person, code: string, price: string): Promise<void> {
  const lines = page.getByRole("list", { name: t("bidding.form.lines") }).getByRole("listitem");
  // Suggested lines stand ready, each with its charge chosen.
  const line: Locator = lines.filter({ has: page.locator(`select option[value="${code}"]:checked`) });
  await line.locator('input[name$=".price"]').fill(price);
}

/** Writes the offer into the form on the page, reads what it comes to, and sends it. */
async function writeOffer(person: Person, offer: Offer): Promise<void> {
  const { page, t } = person;
  await choose(person, t("bidding.form.currency"), offer.currency);
  for (const [code, price] of Object.entries(offer.prices)) await priceLine(person, code, price);
  await write(person, t("bidding.form.days.min"), offer.days[0]);
  await write(person, t("bidding.form.days.max"), offer.days[1]);
  await press(person, t("bidding.form.check"));
  const send = page.getByRole("button", { name: new RegExp(t("bidding.form.send", { amount: ".*" })) });
  await expect(send).toBeVisible();
  expect(tells(await send.innerText(), [offer.total])).toEqual([offer.total]);
  await send.click();
}

const versionOn = ({ page, t }: Person, number: number): Locator =>
  page.getByText(t("bidding.own.version", { number }));

/** Sends a first bid on the request that is on the page. Answers the bid's id. */
export async function sendBid(person: Person, offer: Offer): Promise<string> {
  const { page } = person;
  await writeOffer(person, offer);
  await expect(versionOn(person, 1)).toBeVisible();
  return page.locator('input[name="bidId"]').first().inputValue();
}

/** Changes the bid on the page; its bidder sees both versions of it. */
export async function reviseBid(person: Person, offer: Offer): Promise<void> {
  const { page, t } = person;
  await writeOffer(person, offer);
  await expect(versionOn(person, 2)).toBeVisible();
  await page.getByText(t("bidding.own.earlier", { count: 1 })).click();
  await expect(versionOn(person, 1)).toBeVisible();
}
