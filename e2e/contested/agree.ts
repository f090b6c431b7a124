import { follow, go, type Person, press, write } from "../journey/person";
import { expect } from "../support/test";
import { type Cast, look } from "./cast";
import { type Contest, grouped, OFFERED, totalOf, TRUCKS, unitOf } from "./contest";

const priceLabel = ({ t }: Person): string => `OFT ${t("services.charge.OFT")}`;

/** Whose turn it is stands first on the request's page, with whom it waits for. */
const expectTurn = ({ page, t }: Person, key: string, of: { name: string } = { name: "" }) =>
  expect(page.getByText(t(`bidding.turn.${key}`, { count: 1, ...of }), { exact: true })).toBeVisible();

/** The buyer offers less, and reads that it waits. */
export async function counter({ buyer }: Cast, { names, counter: why }: Contest, id: string): Promise<void> {
  const { page, t } = buyer;
  await go(buyer, `/requests/${id}`);
  const bid = page.locator("#bids details").filter({ has: page.locator("summary", { hasText: names.provider }) });
  await bid.locator("> summary").click();
  await bid.getByRole("link", { name: t("negotiation.link.buyer"), exact: true }).click();
  await expect(page.getByText(t("negotiation.turn.counter.you"))).toBeVisible();
  await look(buyer);
  await write(buyer, priceLabel(buyer), unitOf(OFFERED.countered));
  await write(buyer, t("negotiation.form.note"), why);
  await press(buyer, t("negotiation.form.buyer.send"));
  await expect(page.getByText(t("negotiation.turn.answer.other"))).toBeVisible();
  await go(buyer, `/requests/${id}`);
  await expectTurn(buyer, "answerWaits.buyer", { name: names.provider });
}

async function answer(provider: Person, { answered }: Contest, id: string): Promise<void> {
  const { page, t } = provider;
  await go(provider, `/requests/${id}`);
  await expectTurn(provider, "answer.bidder");
  await look(provider);
  await follow(provider, t("bidding.page.answer"));
  await expect(page.getByText(t("negotiation.turn.answer.you"))).toBeVisible();
  await look(provider);
  await write(provider, priceLabel(provider), unitOf(OFFERED.agreed));
  await write(provider, t("negotiation.form.note"), answered);
  await press(provider, t("negotiation.form.provider.send"));
  await expect(page.getByText(t("negotiation.turn.answer.other"))).toBeVisible();
}

/** The one round that was published: the bidder answers what the buyer has offered, and the buyer's yes is the award. */
export async function agree({ buyer, provider }: Cast, contest: Contest, id: string): Promise<void> {
  const { page, t } = buyer;
  await answer(provider, contest, id);
  await go(buyer, `/requests/${id}`);
  await expectTurn(buyer, "answer.buyer", { name: contest.names.provider });
  await follow(buyer, t("bidding.page.answer"));
  await follow(buyer, t("negotiation.answer.accept.ask"));
  await expect(page.getByRole("heading", { name: grouped(totalOf(OFFERED.agreed, TRUCKS.after)) })).toBeVisible();
  await look(buyer);
  await press(buyer, t("negotiation.answer.accept.send"));
  await expect(page.getByText(t("negotiation.turn.agreed.you"))).toBeVisible();
}
