import type { Locator } from "@playwright/test";
import { priceLine } from "../journey/send-bid";
import { go, type Person, press, write } from "../journey/person";
import { expect } from "../support/test";
import { type Contest, grouped, OFFERED, totalOf, TRUCKS, unitOf } from "./contest";
import { look } from "./cast";

type Offer = (typeof OFFERED)["provider" | "rival" | "revised"];

const priceTruck = (person: Person, offer: Offer): Promise<void> =>
  priceLine(person, { code: "OFT", basis: "truck", price: unitOf(offer) });

const answerOf = ({ page, t }: Person, { gate }: Contest, answer: "yes" | "no"): Locator =>
  page
    .getByRole("group", { name: new RegExp(gate.replace("?", "\\?")) })
    .getByRole("radio", { name: t(`bidding.form.gate.${answer}`), exact: true });

const sentBy = ({ page, t }: Person): Locator =>
  page.getByRole("button", { name: new RegExp(t("bidding.form.send", { amount: ".*" })) });

async function checkAndSend(person: Person, { total, version }: { total: string; version: number }): Promise<void> {
  const { page, t } = person;
  await press(person, t("bidding.form.check"));
  await expect(sentBy(person)).toContainText(grouped(total));
  // A price far from what is usual is meant here.
  for (const tick of await page.getByRole("checkbox", { name: t("bidding.slip.confirm", { finding: "" }) }).all())
    await tick.check();
  await sentBy(person).click();
  await expect(page.getByText(t("bidding.own.version", { number: version }), { exact: true })).toBeVisible();
}

/** Reads how bids are judged, answers the gate wrongly, is refused with all that was typed kept, answers it rightly and sends. */
export async function bidOn(person: Person, contest: Contest, { id, offer }: { id: string; offer: Offer }) {
  const { page, t } = person;
  await go(person, `/requests/${id}`);
  const price = t("requests.terms.criterion.price");
  await expect(page.getByText(t("requests.terms.weight", { criterion: price, weight: 70 }))).toBeVisible();
  await priceTruck(person, offer);
  await write(person, t("bidding.form.days.min"), offer.days[0]);
  await write(person, t("bidding.form.days.max"), offer.days[1]);
  await answerOf(person, contest, "no").check();
  await press(person, t("bidding.form.check"));
  await expect(page.getByText(t("bidding.refusal.gate_not_met", { gate: 1, mustBe: "yes" })).first()).toBeVisible();
  await look(person);
  await answerOf(person, contest, "yes").check();
  await checkAndSend(person, { total: totalOf(offer, TRUCKS.before), version: 1 });
  await look(person);
}

/** A stale bid at another price: what was typed for the first is in the form still. */
export async function reviseStale(person: Person, { id, offer }: { id: string; offer: Offer }): Promise<void> {
  await go(person, `/requests/${id}`);
  await priceTruck(person, offer);
  await checkAndSend(person, { total: totalOf(offer, TRUCKS.after), version: 2 });
}
