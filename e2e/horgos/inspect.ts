import { dayOf, instant } from "@/domain/shared/time";
import { damageStored, inPostgres } from "../support/stored";
import { type Person, choose, follow, go, press, tick, write } from "../journey/person";
import { expect } from "../support/test";
import type { Haul } from "./haul";
import { look, photo } from "./cast";

const recordOf = ({ orders }: Haul): string => `/orders/${orders.inspection.id}/inspection`;

async function arrive(inspector: Person, haul: Haul, name: string): Promise<void> {
  const { page, t } = inspector;
  await go(inspector, recordOf(haul));
  // It is made at once, and so booked for today where the goods are.
  await page.locator('[name="plannedDay"]').fill(dayOf(instant(Date.now())));
  await write(inspector, t("inspections.book.inspector"), name);
  await press(inspector, t("inspections.book.send"));
  // The first visit comes before the goods are ready, and is asked about.
  const early = page.locator('[name="isEarly"]');
  await expect(early.or(page.locator('[name="cartons"]'))).toBeVisible();
  if (await early.isVisible()) {
    await tick(inspector, "checkbox", t("inspections.book.early"));
    await press(inspector, t("inspections.book.send"));
  }
  await write(inspector, t("inspections.checkIn.cartons"), haul.run.container);
  // The draw is told with the check-in and not before.
  await expect(page.locator('input[name="results.openedCartons"]')).toHaveCount(0);
  await press(inspector, t("inspections.checkIn.send"));
  await expect(page.getByRole("heading", { name: t("inspections.site.title") })).toBeVisible();
}

async function writeDown(inspector: Person, haul: Haul, defects: number): Promise<void> {
  const { page, t } = inspector;
  const ticks = page.locator('input[name="results.openedCartons"]');
  await expect(ticks).not.toHaveCount(0);
  for (const tick of await ticks.all()) await tick.check();
  const units = page.locator('[name="results.unitsInspected"]');
  const sample = (await page.getByText(/\d/).and(page.locator("#site .field-help")).allTextContents()).join(" ");
  await units.fill(/\d+/.exec(sample)?.[0] ?? "");
  if (defects > 0) {
    await page.locator('[name="results.defects[0].code"]').fill(haul.run.defect);
    await page.locator('[name="results.defects[0].defectClass"]').selectOption("critical");
    await page.locator('[name="results.defects[0].count"]').fill(String(defects));
  }
  for (const box of await page.locator('[name$=".presented"], [name$=".packed"]').all()) await box.fill("40");
  await look(inspector, "inspect-site");
  await press(inspector, t("inspections.site.save"));
  await expect(page.getByText(t("inspections.sum.preview")).first()).toBeVisible();
}

async function photograph(inspector: Person, { about, number }: { about: string; number: number }): Promise<void> {
  const { page, t } = inspector;
  await choose(inspector, t("inspections.photos.about"), about);
  const files = [{ name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: await photo() }];
  await page.locator("#files input[type=file]").setInputFiles(files);
  await press(inspector, t("inspections.photos.send"));
  await expect(page.getByText(t("field.outbox.allSent", { count: number }))).toBeVisible();
}

/** The visit of a play takes a minute: it is made two hours longer, and placed where a telephone without a position was. */
function cameEarlier({ orders }: Haul): void {
  const of = [orders.inspection.id];
  const twoHours = inPostgres ? "interval '2 hours'" : "7200000";
  damageStored(`UPDATE inspection_rounds SET checked_in_at = checked_in_at - ${twoHours} WHERE order_id = ?`, ...of);
  damageStored(
    `UPDATE inspection_rounds SET position = '{"latE6":44213000,"lonE6":80410000}' WHERE order_id = ?`,
    ...of,
  );
}

/** A whole visit on the inspector's telephone: booked, arrived, drawn, looked at, photographed, left and reported. */
export async function visit(inspector: Person, haul: Haul, of: { name: string; defects: number }): Promise<void> {
  const { page, t } = inspector;
  await arrive(inspector, haul, of.name);
  await writeDown(inspector, haul, of.defects);
  for (const [at, subject] of ["product", "packing", "marks", "measuring"].entries())
    await photograph(inspector, { about: t(`service-inspection.option.photo.${subject}`), number: at + 1 });
  cameEarlier(haul);
  await press(inspector, t("inspections.checkOut.send"));
  const verdict = t(`inspections.verdict.${of.defects > 0 ? "fail" : "pass"}`);
  await expect(page.getByText(t("inspections.issue.ready"))).toBeVisible();
  await look(inspector, `inspect-issue-${of.defects > 0 ? "fail" : "pass"}`);
  await press(inspector, t("inspections.issue.send", { verdict }));
  await expect(page.getByText(t("inspections.turn.decide.other", { buyer: haul.names.buyer }))).toBeVisible();
}

type Decision = "accept" | "reinspect";

async function chooseDecision(buyer: Person, decision: Decision, reason: string): Promise<void> {
  const { page, t } = buyer;
  await tick(buyer, "radio", t(`inspections.decide.choice.${decision}`));
  await write(buyer, t("inspections.decide.reason"), reason);
  await press(buyer, t("inspections.decide.check"));
  await look(buyer, `decide-${decision}`);
  await press(buyer, t(`inspections.decide.send.${decision}`));
  await expect(page.getByText(t(`inspections.decide.done.${decision}`)).first()).toBeVisible();
}

/** From the deal's page to the report, and by it to another visit; goods that failed cannot simply be accepted. */
export async function askAgain(buyer: Person, { dealId, run }: Haul): Promise<void> {
  const { page, t } = buyer;
  await go(buyer, `/deals/${dealId}`);
  await follow(buyer, t("chain.turn.decide"));
  await expect(page).toHaveURL(/\/inspection#decide$/);
  const accepts = page.getByRole("radio", { name: new RegExp(`^${t("inspections.decide.choice.accept")}$`) });
  await expect(accepts).toHaveCount(0);
  await chooseDecision(buyer, "reinspect", run.again);
  await expect(page.getByText(t("inspections.page.roundTightened", { number: 2 }))).toBeVisible();
}

/** The goods have passed, and the buyer takes them: with that the inspection is over. */
export async function acceptGoods(buyer: Person, { orders }: Haul): Promise<void> {
  await go(buyer, `/orders/${orders.inspection.id}/inspection`);
  await chooseDecision(buyer, "accept", "");
  await go(buyer, `/orders/${orders.inspection.id}`);
  await expect(buyer.page.getByText(buyer.t("orders.turn.completed"))).toBeVisible();
}
