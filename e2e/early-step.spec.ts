import { translator } from "@/server/platform/translate";
import { callAs } from "./support/call-as";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { sessionFile } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { plateIn, slotOf, truckOrder } from "./support/truck-order";
import { unfold } from "./support/unfold";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const WHY = "The factory had packed a fortnight ahead";

test("Who reports a step before it can be true is asked why, keeps what was typed, and both parties read the reason.", async ({
  browser,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const orderId = await truckOrder(request, `Fans ${project.name}`);
  // The slot gates what follows it.
  const call = callAs(request, "provider");
  const slotId = await call(`/orders/${orderId}/slots`, slotOf(plateIn(project.name, "FAN")));
  await call(`/orders/${orderId}/slots/${slotId}/pay`, {});
  await call(`/orders/${orderId}/slots/${slotId}/confirm`, { bookingNumber: `KGD-${project.name}` });
  const here = `/${language}/orders/${orderId}`;
  const provider = await (await browser.newContext({ storageState: sessionFile("provider") })).newPage();
  await provider.goto(here);
  const report = provider.locator("#report");
  await expect(report.locator('[name="earlyReason"]')).toHaveCount(0);
  // The goods are ready in twenty days.
  await report.locator('[name="code"]').selectOption("arrived_hub");
  // The slot was confirmed within this minute.
  const when = report.locator('[name="occurredAt"]');
  const minuteOn = Date.parse(`${await when.inputValue()}Z`) + MINUTE_MS;
  const send = report.getByRole("button", { name: t("orders.report.send") });
  await when.fill(new Date(minuteOn - DAY_MS).toISOString().slice(0, 16));
  await send.click();
  // Before the slot was confirmed: the time is what is wrong, so its field is marked.
  await expect(when).toHaveAttribute("aria-invalid", "true");
  await when.fill(new Date(minuteOn).toISOString().slice(0, 16));
  await report.locator('[name="note"]').fill("Yard 4");
  await send.click();
  const why = report.locator('[name="earlyReason"]');
  await expect(why).toBeVisible();
  await expect(report.locator('[name="code"]')).toHaveValue("arrived_hub");
  await expect(report.locator('[name="note"]')).toHaveValue("Yard 4");
  await expectNoSideScroll(provider);
  await expectAxeClean(provider);
  await expect(why).toHaveAttribute("aria-invalid", "true");
  await why.fill(WHY);
  await send.click();
  const words = t("orders.milestone.earlyBecause", { reason: WHY });
  await unfold(provider.getByText(words));
  await expect(provider.getByText(words)).toBeVisible();
  await expectAxeClean(provider);

  const buyer = await (await browser.newContext({ storageState: sessionFile("buyer") })).newPage();
  await buyer.goto(here);
  await unfold(buyer.getByText(words));
  await expect(buyer.getByText(words)).toBeVisible();
  await expectNoSideScroll(buyer);
});
