import { type Person, go, press } from "../journey/person";
import { minuteIn } from "../support/days-ahead";
import { expect } from "../support/test";
import { type Cast, look } from "./cast";
import type { Haul, Order } from "./haul";
import type { Locator } from "@playwright/test";

/** So long after it was announced an open page shows it. */
const SHOWN_MS = 2_500;
/** Where the truck comes to the border, in days after its pick-up, and for how many days nobody gets through. */
const CLOSED = { from: 3, to: 13 } as const;

const expectedOn = ({ page }: Person) => page.locator("#times .panel-aside");

/** An administrator closes the border to trucks, and it shows in the expected time of pages that were open before. */
export async function closeBorder({ administrator, buyer, carrier }: Cast, { dealId, run }: Haul): Promise<void> {
  const readers = [buyer, carrier];
  const before: string[] = [];
  for (const reader of readers) {
    await go(reader, `/deals/${dealId}/chain`);
    await expect(reader.page.getByText(reader.t("ui.live.live"), { exact: true })).toBeVisible();
    await reader.page.evaluate(() => Object.assign(globalThis, { isStillThere: true }));
    before.push(await expectedOn(reader).innerText());
  }
  const { t } = administrator;
  const label = (name: string) => t(`hub-board.admin.${name}`);
  await go(administrator, "/admin/hubs/horgos");
  const form = administrator.page.locator("#closure");
  await form.locator('[name="mode"]').selectOption("road");
  await form.locator('[name="from"]').fill(minuteIn(run.pickUpIn + CLOSED.from));
  await form.locator('[name="to"]').fill(minuteIn(run.pickUpIn + CLOSED.to));
  await form.locator('[name="reason"]').fill(run.reason);
  await form.locator('[name="source"]').fill("Customs notice");
  await press(administrator, label("announce"));
  await expect(administrator.page.getByText(label("announced"))).toBeVisible();
  for (const [at, reader] of readers.entries()) {
    await expect(expectedOn(reader)).not.toHaveText(before[at] as string, { timeout: SHOWN_MS });
    const closed = reader.t("chain.times.closed", { hours: "@" }).split("@")[0] as string;
    await expect(reader.page.locator("#times")).toContainText(closed);
    expect(await reader.page.evaluate(() => "isStillThere" in globalThis)).toBe(true);
    await look(reader, "chain-closed");
  }
}

export const workRow = ({ page }: Person, part: string, { reference }: Order): Locator =>
  page.locator(`#${part} tbody tr`, { hasText: reference });

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
    await expect(person.page.locator(".row-link", { hasText: order.reference }).first()).toBeAttached();
  }
  await go(buyer, `/deals/${dealId}/chain`);
  await expect(buyer.page.locator("#gates li.is-held")).toHaveCount(0);
}
