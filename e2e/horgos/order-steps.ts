import { FUNDS_STEP } from "@/domain/services/payment/funds";
import { writeFunds } from "../support/paid-funds";
import { unfold } from "../support/unfold";
import { sendReport } from "../journey/perform-order";
import { type Person, arrive, choose, follow, go, write } from "../journey/person";
import { expect } from "../support/test";
import type { Haul, Order } from "./haul";
import { type Cast, look } from "./cast";

/** All that the haul's payment asks for. */
const PAID = { amount: "84,371.00", currency: "USD" } as const;

/** Reports a step of one's own order on its page, at the time that stands in the form. */
export async function reportStep(person: Person, order: Order, code: string): Promise<void> {
  const { page, t } = person;
  await go(person, `/orders/${order.id}`);
  await unfold(page.locator('#report [name="code"]'));
  await choose(person, t("orders.report.code"), code);
  if (code === FUNDS_STEP) await writeFunds(person, order.id, PAID);
  await sendReport(person, code);
  await expect(page.locator(`#report [name="code"] option[value="${code}"]`)).toHaveCount(0);
}

/** The buyer accepts a delivery; the amount stands in the button that binds. */
export async function acceptOrder(buyer: Person, { id }: Order): Promise<void> {
  const { page, t } = buyer;
  await go(buyer, `/orders/${id}`);
  await follow(buyer, t("orders.page.accept"));
  await arrive(buyer, /step=accept/);
  await page.getByRole("button", { name: new RegExp(t("orders.accept.send", { price: ".*" })) }).click();
  await arrive(buyer, new RegExp(`/orders/${id}$`));
}

/** Opens a form of a declaration by its own link, and sends it. */
async function clearanceStep(
  person: Person,
  orderId: string,
  kind: string,
  fill: () => Promise<unknown> = async () => {},
) {
  const { page } = person;
  await go(person, `/orders/${orderId}`);
  const link = page.locator(`a[href*="?do=${kind}"]`).first();
  await unfold(link);
  await link.click();
  await fill();
  await page.locator("#clearance-form .send-bar button").click();
  await expect(page).toHaveURL(({ search }) => search === "");
}

/** The export declaration is drafted, approved, filed and released; only then may the truck cross. */
export async function clearCustoms({ broker, buyer }: Cast, haul: Haul): Promise<void> {
  const { id } = haul.orders.customs;
  await clearanceStep(broker, id, "draft.export", async () => {
    await expect(broker.page.locator('[name="lines[0].hsCode"]')).toBeVisible();
    for (const box of await broker.page.locator('[name$="].hsCode"]').all()) await box.fill("8504409999");
    for (const box of await broker.page.locator('[name$="].value"]').all()) await box.fill("600,000.00");
  });
  const { page, t } = buyer;
  await go(buyer, `/orders/${id}`);
  await expect(page.locator(".turn-bar").first()).toContainText(t("clearance.task.approve.yours"));
  await look(buyer, "declaration-approve");
  await clearanceStep(buyer, id, "approve");
  // The filing is done to the declaration: the bar leads there, and no report offers it.
  await go(broker, `/orders/${id}`);
  await expect(broker.page.locator('.turn-bar a[href*="?do=file"]')).toBeVisible();
  await expect(broker.page.locator('#report option[value="filed"]')).toHaveCount(0);
  await clearanceStep(broker, id, "file", () =>
    write(broker, broker.t("clearance.form.file.text"), haul.run.declaration),
  );
  // A play is faster than the customs: it is asked why the release came so soon after the papers.
  await clearanceStep(broker, id, "release", async () => {
    await broker.page.locator("#clearance-form .send-bar button").click();
    await broker.page.locator('#clearance-form [name="earlyReason"]').fill("Played in one go");
  });
  await look(broker, "declaration-released");
  await acceptOrder(buyer, haul.orders.customs);
}

async function paymentStep(
  person: Person,
  orderId: string,
  kind: string,
  fill: () => Promise<unknown> = async () => {},
) {
  const { page } = person;
  await go(person, `/orders/${orderId}`);
  const link = page.locator(`a[href*="?do=${kind}"]`).first();
  await unfold(link);
  await link.click();
  await expect(page.locator("#remittance-form")).toBeVisible();
  await fill();
  await page.locator("#remittance-form .send-bar button").click();
  await expect(page).toHaveURL(({ search }) => search === "");
}

/** A rate is locked that is worse than agreed, the buyer takes it, and the money goes out under it and arrives. */
export async function payUnderLock({ agent, buyer }: Cast, haul: Haul): Promise<void> {
  const { payment } = haul.orders;
  const { t } = agent;
  await paymentStep(agent, payment.id, "lock", async () => {
    await write(agent, t("remittance.field.rate.label"), "7.10");
    await write(agent, t("remittance.field.reference.label"), `FX-${payment.reference.slice(-6)}`);
  });
  await go(buyer, `/orders/${payment.id}`);
  await expect(buyer.page.locator(".turn-bar").first()).toContainText(buyer.t("remittance.task.confirm.yours"));
  await look(buyer, "lock-confirm");
  await paymentStep(buyer, payment.id, "confirm");
  for (const code of [FUNDS_STEP, "compliance_cleared"]) await reportStep(agent, payment, code);
  await paymentStep(agent, payment.id, "send", async () => {
    await agent.page.locator('#remittance-form [name="referenceKind"]').selectOption("uetr");
    await write(agent, t("remittance.field.reference.label"), haul.run.reference);
  });
  await look(agent, "money-sent");
  await paymentStep(agent, payment.id, "receive");
  await acceptOrder(buyer, payment);
}
