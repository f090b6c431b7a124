import { follow, go } from "../journey/person";
import { openByTwo } from "../journey/award";
import { expect } from "../support/test";
import { type Cast, expectUntold, look } from "./cast";
import { amountsOf, OFFERED } from "./contest";

/** Two bids of two versions each. */
const VERSIONS = 4;
/** The provider's second version came third. */
const CONFIRMED_AT = 3;

/** One person's word opens nothing, the second's opens; the minutes say so, and a bidder finds its receipt in the list. */
export async function proveOpening({ buyer, colleague, provider, outsider }: Cast, id: string): Promise<void> {
  await openByTwo(buyer, colleague, id);
  await look(colleague);
  const { page, t } = provider;
  await go(provider, `/requests/${id}`);
  await expect(page.getByText(t("requests.proof.minutes.openers.two_people"))).toBeVisible();
  await look(provider);
  await follow(provider, /^[0-9A-Za-z_=-]{20,64}$/);
  await expect(page.getByText(t("requests.proof.check.found", { number: CONFIRMED_AT }))).toBeVisible();
  await expect(page.getByText(t("requests.proof.minutes.opened", { count: 2 }))).toBeVisible();
  await look(provider);
  await go(outsider, `/requests/${id}/proof`);
  await expect(outsider.page.getByText(outsider.t("requests.proof.box.count", { count: VERSIONS }))).toBeVisible();
  await expectUntold(outsider, `/requests/${id}/proof`, amountsOf(...Object.values(OFFERED)));
}
