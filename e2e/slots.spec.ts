import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { plateIn, truckOrder } from "./support/truck-order";

const PLAY_MS = 180_000;

const field = (page: Page, name: string) => page.locator(`form#slot-form [name="${name}"]`);
const send = (page: Page, form: string) => page.locator(`form#${form} .send-bar button`).click();

/** A window that the crossing's clock has not reached yet stands in the form already. */
async function bookSlot(page: Page, orderPath: string, plate: string): Promise<void> {
  await page.goto(`${orderPath}#slots`);
  const [from, to] = [await field(page, "windowFrom").inputValue(), await field(page, "windowTo").inputValue()];
  await field(page, "tractorPlate").fill("ABC");
  await field(page, "windowFrom").fill("2026-01-05T10:00");
  await field(page, "windowTo").fill("2026-01-05T12:00");
  await field(page, "drivers[0].name").fill("Ivan Petrov");
  await send(page, "slot-form");
  // What cannot be read and what is refused stand at their fields at once, and what was typed is kept: a driver without a document is no driver yet.
  await expect(page.locator("form#slot-form .error-summary")).toBeVisible();
  for (const name of ["tractorPlate", "windowFrom", "drivers-0-document"])
    await expect(page.locator(`#slot-${name}-error`)).toHaveText(/\S/);
  await expect(field(page, "tractorPlate")).toHaveValue("ABC");
  await field(page, "tractorPlate").fill(plate.toLowerCase());
  await field(page, "windowFrom").fill(from);
  await field(page, "windowTo").fill(to);
  await field(page, "drivers[0].document").fill("N 1234567");
  await send(page, "slot-form");
  await expect(page).toHaveURL(new RegExp(`${orderPath}/slots/[0-9a-z]{26}$`));
}

test("lesson 32: a slot is booked, paid and confirmed on its page; then its plate is fixed, and booking anew names fee and fault", async ({
  page,
  request,
}, { project }) => {
  test.setTimeout(PLAY_MS);
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const orderId = await truckOrder(request, `Slots ${project.name}`);
  const orderPath = `/${language}/orders/${orderId}`;
  await signInAs(page, "provider");
  await bookSlot(page, orderPath, plateIn(project.name, "ABC"));
  const slotPath = new URL(page.url()).pathname;
  await page.goto(`${slotPath}?step=pay#slot-form`);
  await send(page, "slot-form");
  // Whoever goes on before the answer is there takes back what was sent.
  await expect(page).not.toHaveURL(/step=pay/);
  await expect(page.getByText(t("slots.state.paid")).first()).toBeVisible();
  await page.goto(`${slotPath}?step=confirm#slot-form`);
  await field(page, "bookingNumber").fill(`KGD-${project.name}-1`);
  await send(page, "slot-form");
  await expect(page.getByText(t("slots.next.arrive"))).toBeVisible();
  await expect(page.locator("#todo").getByText(/432,500/)).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await page.goto(`${slotPath}?lang=kk#guide`);
  await expect(page.locator('#guide [lang="kk"] ol')).toContainText("өткізу пункті");

  const another = plateIn(project.name, "XYZ");
  await page.goto(`${slotPath}?step=rebook#slot-form`);
  await field(page, "tractorPlate").fill(another);
  await field(page, "atFault").selectOption("provider");
  await field(page, "words").fill("Another truck had to come");
  await expectNoSideScroll(page);
  await send(page, "slot-form");
  await expect(page).not.toHaveURL(new RegExp(slotPath));
  await expect(page.getByText(t("slots.paidBy.provider")).first()).toBeVisible();
  await page.goto(`${orderPath}#slots`);
  await expect(page.locator("#slots").getByText(another).filter({ visible: true })).toHaveCount(1);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
});

test("lesson 34: work that has stopped is said with its reason, stops the steps and goes on", async ({
  page,
  request,
}, { project }) => {
  test.setTimeout(PLAY_MS);
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const orderPath = `/${language}/orders/${await truckOrder(request, `Stops ${project.name}`)}`;
  await signInAs(page, "provider");
  await page.goto(`${orderPath}?exception=raise#exception-form`);
  const form = page.locator("form#exception-form");
  await form.locator('[name="reason"]').selectOption("vehicle");
  await send(page, "exception-form");
  await expect(form.locator(".error-summary")).toBeVisible();
  await expect(form.locator('[name="reason"]')).toHaveValue("vehicle");
  await form.locator('[name="words"]').fill("The axle is broken");
  await send(page, "exception-form");
  await expect(page.getByRole("heading", { name: t("delay.exception.titleOpen") })).toBeVisible();
  await expect(page.locator("form").filter({ has: page.locator('[name="occurredAt"]') })).toHaveCount(0);
  await page.goto(`${orderPath}?exception=end#exception-form`);
  await send(page, "exception-form");
  await expect(page.getByRole("heading", { name: t("delay.exception.title"), exact: true })).toBeVisible();
  await expectAxeClean(page);
});
