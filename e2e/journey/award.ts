import type { Locator } from "@playwright/test";
import { type Sent, expectLines } from "./send-bid";
import { expect } from "../support/test";
import { expectSaid } from "./fill-part";
import { type Person, arrive, follow, go, press } from "./person";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { type Offer, decimal, totalOf } from "./offer";

/** The opened bid of this provider, unfolded. */
async function unfoldBid({ page }: Person, nameLatin: string): Promise<Locator> {
  const bid = page.locator("#bids details").filter({ has: page.locator("summary", { hasText: nameLatin }) });
  await bid.locator("> summary").click();
  await expect(bid.getByRole("table").first()).toBeVisible();
  return bid;
}

/** The buyer reads each opened bid as its bidder typed it: every line to the smallest unit, and everything that it promises. */
export async function expectOpened(buyer: Person, requestId: string, sent: ReadonlyMap<string, Sent>): Promise<void> {
  await go(buyer, `/requests/${requestId}`);
  for (const [nameLatin, { offer, promised }] of sent) {
    const bid = await unfoldBid(buyer, nameLatin);
    await expectLines(buyer, bid.getByRole("table").first(), offer);
    await expectSaid(bid, promised);
  }
}

type Step = "close" | "open";

async function take(person: Person, requestId: string, step: Step): Promise<void> {
  const { t } = person;
  await go(person, `/requests/${requestId}`);
  await follow(person, t(`bidding.step.${step}.ask`));
  await arrive(person, new RegExp(`step=${step}`));
  await press(person, t(`bidding.step.${step}.send`));
  await arrive(person, new RegExp(`/requests/${requestId}$`));
}

const expectDeciding = ({ page, t }: Person): Promise<void> =>
  expect(page.getByText(t("bidding.turn.decide.buyer"))).toBeVisible();

/** Closes a request before its time, which its terms allow; its bids are opened with it. */
export async function closeAndOpen(person: Person, requestId: string): Promise<void> {
  await take(person, requestId, "close");
  await expectDeciding(person);
}

/** Closes a request that two people open: after the one's word the bids are still sealed, with the other's they are opened. */
export async function openByTwo(buyer: Person, colleague: Person, requestId: string): Promise<void> {
  const { page, t } = buyer;
  await take(buyer, requestId, "close");
  await take(buyer, requestId, "open");
  await expect(page.getByText(t("bidding.turn.open.colleague"))).toBeVisible();
  await expect(page.getByText(t("bidding.page.sealed", { count: 2 }))).toBeVisible();
  await take(colleague, requestId, "open");
  await expectDeciding(colleague);
}

/** Before the close nothing can be chosen, and nothing on the page says otherwise. */
export async function awardTooEarly(person: Person, dealId: string): Promise<void> {
  const { page, t } = person;
  await go(person, `/deals/${dealId}/compare`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("radio").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: t("award.form.check") })).toHaveCount(0);
}

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

/** As the comparison writes a total that was quoted. */
export const quoted = (offer: Offer): string =>
  decimal(totalOf(offer), offer.currency).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");

type Choice = { readonly dealId: string; readonly chosen: Readonly<Record<Service, Offer>> };

/** Compares all bids in one currency, chooses one for each kind, reads the choice with its sum, and awards. */
export async function awardDeal(person: Person, { dealId, chosen }: Choice): Promise<void> {
  const { page, t } = person;
  await go(person, `/deals/${dealId}`);
  await follow(person, t("deals.turn.do.decide"));
  await arrive(person, /\/compare$/);
  const [count, providers] = [SERVICES.length, 2];
  await expect(page.getByText(t("award.head", { bids: count * providers, providers, currency: "CNY" }))).toBeVisible();
  await expect(page.getByRole("radio").filter({ visible: true })).toHaveCount(count * providers);
  for (const offer of Object.values(chosen)) {
    const bid = page.getByRole("radio", { name: quoted(offer) }).filter({ visible: true });
    await bid.check();
    await expect(bid).toBeChecked();
  }
  await press(person, t("award.form.check"));
  await expect(page.getByText(t("award.form.review"))).toBeVisible();
  for (const offer of Object.values(chosen)) await expect(page.getByText(quoted(offer)).first()).toBeVisible();
  // Of what is not first by the published criteria the bidders read why.
  for (const why of await page.locator('[name^="why."]').all()) await why.fill("Known to us");
  await page.getByRole("button", { name: new RegExp(t("award.form.award", { count, sum: ".*" })) }).click();
  await arrive(person, /\/orders$/);
}

/** How many orders the administrators' page of a hub counts as gone through it. */
export async function hubCount(person: Person, hubId: string): Promise<number> {
  const { page, t } = person;
  await go(person, `/admin/traffic/${hubId}`);
  const fraction = new RegExp(t("admin.traffic.fraction.orders", { part: "([\\d,]+)", whole: "[\\d,]+" }));
  const words = await page.getByText(fraction).first().innerText();
  return Number(fraction.exec(words)?.[1]?.replaceAll(",", ""));
}

/** Among the orders behind the hub's figure are so many of this buyer. */
export async function expectCounted(
  person: Person,
  of: { readonly hubId: string; readonly buyer: string; readonly count: number },
) {
  const { page, t } = person;
  await go(person, `/admin/traffic/${of.hubId}?q=${encodeURIComponent(of.buyer)}`);
  await expect(
    page.getByText(t("admin.traffic.rows.totalOf.orders", { count: of.count }), { exact: true }).first(),
  ).toBeVisible();
}
