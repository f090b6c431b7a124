import type { Locator } from "@playwright/test";
import { go, type Person } from "../../journey/person";
import { expect } from "../../support/test";
import type { Cast } from "../cast";
import type { Haul, Order } from "../haul";
import { look } from "../look";

export const workRow = ({ page }: Person, part: string, { reference }: Order): Locator =>
  page.locator(`#${part} [data-row-link]`, { hasText: reference }).locator("visible=true");

type Held = { readonly why: "inspection_failed"; readonly by: "buyer" | "inspector" };

/** The lists of work of the carrier and of the payment agent: both orders are held, by what, and who can lift it. */
async function expectListed({ carrier, agent }: Cast, { orders, names }: Haul, { why, by }: Held): Promise<void> {
  for (const [person, order] of [
    [carrier, orders.logistics],
    [agent, orders.payment],
  ] as const) {
    const { t } = person;
    await go(person, "/work");
    const row = workRow(person, "held", order);
    await expect(row).toContainText(t("chain.gate.need.inspection"));
    await expect(row).toContainText(t(`chain.gate.why.${why}`));
    await expect(row).toContainText(t("work.gate.openedBy", { who: names[by] }));
    await look(person, `work-held-${by}`);
  }
}

/** On the deal's page the buyer reads first what is held, by what and who can lift it, and goes from there to the decision. */
export async function expectHeldForDecision(cast: Cast, haul: Haul): Promise<void> {
  const { page, t } = cast.buyer;
  await go(cast.buyer, `/deals/${haul.dealId}`);
  const bar = page.getByRole("region", { name: t("ui.turn.label") });
  await expect(bar).toContainText(t("chain.turn.heldAt", { number: 1 }));
  await expect(bar).toContainText(t("chain.gate.why.inspection_failed"));
  await expect(bar).toContainText(t("chain.turn.decideNext"));
  await look(cast.buyer, "deal-held");
  await go(cast.buyer, `/deals/${haul.dealId}/chain`);
  for (const code of ["logistics.picked_up", "payment.sent"]) {
    const [service = "", step = ""] = code.split(".");
    const held = t("chain.gate.step", {
      service: t(`service-${service}.name`),
      milestone: t(`service-${service}.milestone.${step}`),
    });
    await expect(page.locator("#gates li.is-held").filter({ hasText: held })).toBeVisible();
  }
  await look(cast.buyer, "chain-held");
  await expectListed(cast, haul, { why: "inspection_failed", by: "buyer" });
}

/** While the goods are looked at again it is the inspection company that all wait for. */
export const expectHeldForVisit = (cast: Cast, haul: Haul): Promise<void> =>
  expectListed(cast, haul, { why: "inspection_failed", by: "inspector" });

/** Nothing holds them any more: what they do next is theirs, or waits for somebody else without having failed. */
export async function expectGoesOn({ carrier, agent, buyer }: Cast, { dealId, orders }: Haul): Promise<void> {
  for (const [person, order] of [
    [carrier, orders.logistics],
    [agent, orders.payment],
  ] as const) {
    await go(person, "/work");
    await expect(workRow(person, "held", order)).toHaveCount(0);
    await expect(person.page.locator("[data-row-link]", { hasText: order.reference }).first()).toBeAttached();
  }
  await go(buyer, `/deals/${dealId}/chain`);
  await expect(buyer.page.locator("#gates li.is-held")).toHaveCount(0);
}
