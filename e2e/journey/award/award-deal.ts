import { SERVICES, type Service } from "@/domain/shared/service";
import { decimal } from "../bid/offered/line";
import { type Offer, totalOf } from "../bid/offered/offer";
import { expect } from "../../support/test";
import { arrive, follow, go, type Person, press } from "../person";

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
