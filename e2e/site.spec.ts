import type { APIRequestContext, Page } from "@playwright/test";
import { wireSpecExample } from "@/domain/services/inspection/spec-example";
import { dayOf, HOUR_MS, instant } from "@/domain/shared/time";
import { wallClock } from "@/domain/shared/zones";
import { translator } from "@/server/platform/translate";
import { RIVAL } from "./journey/cast";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { holdScripts, leftOn, pictureOf, waitingOn } from "./support/on-the-phone";
import { orderOf } from "./support/order-of";
import { enterAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const t = translator("en");

const perUnit = (code: string, basis: string, minor: number) => ({
  code,
  basis,
  unitPrice: { minor, currency: "CNY" },
});

async function sendPhoto(page: Page, about: string, colour: string): Promise<void> {
  await page.getByLabel(t("inspections.photos.about")).selectOption(about);
  const buffer = await pictureOf(colour);
  const file = { name: `${about}.jpg`, mimeType: "image/jpeg", buffer };
  await page.getByLabel(t("inspections.photos.files")).setInputFiles([file]);
  await page.getByRole("button", { name: t("inspections.photos.send") }).click();
}

async function saveFindings(page: Page, units: number, remarks: string): Promise<void> {
  await page.locator('[name="results.unitsInspected"]').fill(String(units));
  await page.locator('[name="results.remarks"]').fill(remarks);
  await page.locator("#site .send-bar button").click();
}

// A phone tries again after 5 s, then after 10 s more: two tries without an answer are no fault.
const SENT_BY_MS = 30_000;

const allSent = (page: Page, count: number) =>
  expect(page.getByText(t("field.outbox.allSent", { count }))).toBeVisible({ timeout: SENT_BY_MS });

const waiting = (page: Page, count: number) => page.getByText(t("field.outbox.waiting", { count }).split(".")[0] ?? "");

/** A visit for today that the rival has booked. */
async function bookedVisit(request: APIRequestContext): Promise<string> {
  const orderId = await orderOf(request, {
    service: "inspection",
    spec: { ...wireSpecExample, date: inDays(10) },
    charges: [perUnit("MND", "man_day", 168_000), perUnit("RPT", "report", 10_000)],
    terms: {},
  });
  await callAs(request, RIVAL)(`/orders/${orderId}/inspection/book`, {
    plannedDay: dayOf(instant(Date.now())),
    inspectorName: "Wang Wei",
    isConfirmed: true,
  });
  return orderId;
}

async function checkIn(page: Page, visit: string): Promise<void> {
  await page.goto(visit);
  await page.locator('[name="cartons"]').fill("160");
  await page.getByRole("button", { name: t("inspections.checkIn.send") }).click();
  await expect(page.locator("#site")).toBeVisible();
}

function resultsOf(orderId: string): unknown {
  const [round] = stored("SELECT results FROM inspection_rounds WHERE order_id = ?", orderId);
  return JSON.parse(String(round?.results));
}

/** What this browser keeps of a page; null where it keeps none. */
const keptOf = (page: Page, path: string): Promise<string | null> =>
  page.evaluate(async (key) => (await caches.match(key))?.text() ?? null, path);

async function signOut(page: Page): Promise<void> {
  await page.goto("/en/inbox");
  await page.getByRole("button", { name: t("ui.shell.account") }).click();
  await page.getByRole("button", { name: t("shell.menu.signOut") }).click();
  await expect(page).toHaveURL(/sign-in/);
}

test("an inspector without a connection goes on: findings and photos arrive once and in order, and nothing is left on the phone", async ({
  browser,
  request,
  baseURL,
}) => {
  const orderId = await bookedVisit(request);
  // A window of its own: without a connection a browser complains of what it cannot fetch, and that is what is played.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await enterAs(page, RIVAL);
  await checkIn(page, `/en/orders/${orderId}/inspection`);
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await context.setOffline(true);
  await sendPhoto(page, "product", "#445");
  await saveFindings(page, 60, "Half of the sample");
  await sendPhoto(page, "marks", "#8a2");
  await saveFindings(page, 125, "All of the sample");
  await sendPhoto(page, "packing", "#fd0");
  // Of the findings the last alone waits: they are whole each time.
  await expect(waiting(page, 4)).toBeVisible();
  await expectAxeClean(page);
  expect(stored("SELECT file_id FROM inspection_photos WHERE order_id = ?", orderId)).toEqual([]);

  await context.setOffline(false);
  await allSent(page, 4);
  expect(await leftOn(page)).toBe(0);
  const [round] = stored("SELECT id, results FROM inspection_rounds WHERE order_id = ?", orderId);
  expect(JSON.parse(String(round?.results))).toMatchObject({ unitsInspected: 125, remarks: "All of the sample" });
  const photos = stored("SELECT about FROM inspection_photos WHERE round_id = ? ORDER BY file_id", round?.id as string);
  expect(photos.map(({ about }) => about)).toEqual(["product", "marks", "packing"]);
  await context.close();
});

test("a photo that is sent while a slow phone still keeps the one before is kept, too", async ({ page, request }) => {
  const orderId = await bookedVisit(request);
  await enterAs(page, RIVAL);
  await page.addInitScript(() => {
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function slowly(this: Blob) {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return read.call(this);
    };
  });
  await checkIn(page, `/en/orders/${orderId}/inspection`);
  await sendPhoto(page, "product", "#445");
  await sendPhoto(page, "marks", "#8a2");
  await allSent(page, 2);
  const photos = stored("SELECT about FROM inspection_photos WHERE order_id = ? ORDER BY file_id", orderId);
  expect(photos.map(({ about }) => about)).toEqual(["product", "marks"]);
});

test("a check-in is told by the phone's clock, in the zone of the visit", async ({ browser, request, baseURL }) => {
  const orderId = await bookedVisit(request);
  const context = await browser.newContext({ timezoneId: "Asia/Almaty", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await enterAs(page, RIVAL);
  // As a page that was kept hours ago shows it.
  const arrival = instant(Date.now() + 3 * HOUR_MS);
  await page.clock.setFixedTime(arrival);
  await page.goto(`/en/orders/${orderId}/inspection`);
  const zone = await page.locator('#check-in [name="zone"]').inputValue();
  await expect(page.locator('#check-in [name="occurredAt"]')).toHaveValue(wallClock(arrival, zone));
  await context.close();
});

test("a figure that is typed before the script has come stays, and the buttons count on from it", async ({
  page,
  request,
}) => {
  const orderId = await bookedVisit(request);
  await enterAs(page, RIVAL);
  const letCome = await holdScripts(page);
  await page.goto(`/en/orders/${orderId}/inspection`, { waitUntil: "commit" });
  const cartons = page.locator('[name="cartons"]');
  await cartons.fill("160");
  letCome();
  await expect(async () => {
    await page
      .locator(".counter", { has: cartons })
      .getByRole("button", { name: t("inspections.site.more") })
      .click();
    await expect(cartons).not.toHaveValue("160", { timeout: 500 });
  }).toPass();
  await expect(cartons).toHaveValue("161");
});

test("a visit opens again without a connection, with what was found; after signing out its page is gone from the phone and what was not sent is not", async ({
  browser,
  request,
  baseURL,
}) => {
  const orderId = await bookedVisit(request);
  const visit = `/en/orders/${orderId}/inspection`;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await enterAs(page, RIVAL);
  await checkIn(page, visit);
  await expect.poll(() => keptOf(page, visit)).toContain('id="site"');

  await context.setOffline(true);
  await saveFindings(page, 60, "Half of the sample");
  await expect(waiting(page, 1)).toBeVisible();
  await page.reload();
  await expect(waiting(page, 1)).toBeVisible();
  await expect(page.locator('[name="results.unitsInspected"]')).toHaveValue("60");
  await expect(page.locator('[name="results.remarks"]')).toHaveValue("Half of the sample");
  await expectAxeClean(page);
  await saveFindings(page, 125, "All of the sample");
  await expect.poll(() => waitingOn(page)).not.toContain("Half of the sample");
  await expect(waiting(page, 1)).toBeVisible();
  expect(resultsOf(orderId)).toBeNull();

  await context.setOffline(false);
  await allSent(page, 1);
  expect(resultsOf(orderId)).toMatchObject({ unitsInspected: 125, remarks: "All of the sample" });

  await context.setOffline(true);
  await saveFindings(page, 124, "Counted again");
  await expect(waiting(page, 1)).toBeVisible();
  await page.goto("about:blank");
  await context.setOffline(false);
  await signOut(page);
  await expect.poll(() => keptOf(page, visit)).toBeNull();
  await context.setOffline(true);
  await expect(page.goto(visit)).rejects.toThrow(/net::ERR_/);
  await context.setOffline(false);

  await enterAs(page, RIVAL);
  expect(await leftOn(page)).toBe(1);
  await page.goto(visit);
  await allSent(page, 1);
  expect(resultsOf(orderId)).toMatchObject({ unitsInspected: 124, remarks: "Counted again" });
  await context.close();
});
