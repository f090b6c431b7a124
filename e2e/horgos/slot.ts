import { unfold } from "../support/unfold";
import { follow, go, type Person, press, write } from "../journey/person";
import { expect } from "../support/test";
import { type Cast, look } from "./cast";
import type { Haul } from "./haul";
import { workRow } from "./border-closure";
import { reportStep } from "./order-steps";

const orderOf = ({ orders }: Haul): string => `/orders/${orders.logistics.id}`;

/** From the order to the page of the slot that stands, and there to one of its steps. */
async function openSlot(carrier: Person, haul: Haul, step: "rebook" | "move"): Promise<void> {
  const { page, t } = carrier;
  await go(carrier, orderOf(haul));
  await unfold(page.locator('#slots a[href*="/slots/"]').first());
  await follow(carrier, new RegExp(`^${t("slots.slot", { number: 1 })}`));
  await expect(page).toHaveURL(/\/slots\/\w{26}$/);
  await follow(carrier, t(`slots.todo.${step}`));
  await expect(page.locator("form#slot-form")).toBeVisible();
}

/** Pays and confirms the slot whose page is open. */
async function payAndConfirm(carrier: Person, number: string): Promise<void> {
  const { page, t } = carrier;
  const here = new URL(page.url()).pathname;
  for (const step of ["pay", "confirm"] as const) {
    await page.goto(`${here}?step=${step}#slot-form`);
    if (step === "confirm") await write(carrier, t("slots.form.bookingNumber"), number);
    await page.locator("form#slot-form .send-bar button").click();
    await expect(page.locator("form#slot-form")).toHaveCount(0);
  }
  await expect(page.getByText(t("slots.next.arrive"))).toBeVisible();
}

/** The slot waits for complete papers, and the carrier reads so; with them it asks, pays and gets its booking. */
export async function bookSlot({ carrier, broker }: Cast, haul: Haul): Promise<void> {
  const { page, t } = carrier;
  const { driver, plates } = haul.run;
  await reportStep(carrier, haul.orders.logistics, "booked");
  await expect(page.locator("#slots")).toContainText(t("slots.panel.why.gate_closed"));
  await go(carrier, "/work");
  // The goods may be picked up meanwhile: the slot is needed for the way to the hub.
  await expect(workRow(carrier, "yours", haul.orders.logistics)).toBeVisible();

  await reportStep(broker, haul.orders.customs, "documents_requested");
  await reportStep(broker, haul.orders.customs, "documents_complete");
  await go(carrier, orderOf(haul));
  await unfold(page.locator("#slots [name=tractorPlate]"));
  await write(carrier, t("slots.form.tractorPlate"), plates[0]);
  await write(carrier, t("slots.form.driverName", { number: 1 }), driver.name);
  await write(carrier, t("slots.form.driverDocument", { number: 1 }), driver.document);
  await press(carrier, t("slots.form.sendRequest"));
  await expect(page).toHaveURL(/\/slots\/\w{26}$/);
  await payAndConfirm(carrier, `KGD-${plates[0].slice(0, 3)}`);
  await look(carrier, "slot-confirmed");
}

/** Another truck has to come: what is confirmed cannot be changed, so it is booked anew, and the page says at what fee and by whose fault. */
export async function rebookSlot({ carrier, buyer }: Cast, haul: Haul): Promise<void> {
  const { page, t } = carrier;
  await openSlot(carrier, haul, "rebook");
  await expect(page.locator("form#slot-form")).toContainText("432,500");
  await write(carrier, t("slots.form.tractorPlate"), haul.run.plates[1]);
  await page.locator('form#slot-form [name="atFault"]').selectOption("provider");
  await write(carrier, t("slots.form.words"), haul.run.moved);
  await look(carrier, "slot-rebook");
  await page.locator("form#slot-form .send-bar button").click();
  await expect(page).not.toHaveURL(/step=rebook/);
  await expect(page.getByText(t("slots.paidBy.provider")).first()).toBeVisible();
  await payAndConfirm(carrier, `KGD-${haul.run.plates[1].slice(0, 3)}`);
  await go(buyer, orderOf(haul));
  const slots = buyer.page.locator("#slots");
  await expect(slots.getByText(haul.run.plates[1]).filter({ visible: true })).toHaveCount(1);
  await expect(slots).toContainText(buyer.t("slots.state.cancelled"));
}

/** The same truck comes later: until the window begins the system moves it for nothing. */
export async function moveSlot({ carrier, buyer }: Cast, haul: Haul): Promise<void> {
  const { page, t } = carrier;
  await openSlot(carrier, haul, "move");
  for (const name of ["windowTo", "windowFrom"]) {
    const field = page.locator(`form#slot-form [name="${name}"]`);
    const later = new Date(Date.parse(`${await field.inputValue()}Z`) + 2 * 86_400_000);
    await field.fill(later.toISOString().slice(0, 16));
  }
  await look(carrier, "slot-move");
  await page.locator("form#slot-form .send-bar button").click();
  await expect(page.getByText(t("slots.history.moved", { count: 1 }))).toBeVisible();
  await go(buyer, orderOf(haul));
  await expect(buyer.page.locator("#slots")).toContainText(buyer.t("slots.state.confirmed"));
}
