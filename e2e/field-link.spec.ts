import type { APIRequestContext, Page } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { apiKeyOf, callAs } from "./support/call-as";
import { expectAxeClean } from "./support/axe";
import { leftOn, pictureOf } from "./support/on-the-phone";
import { signInAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** An order of carriage whose truck is about to be loaded, made by calls of its two parties. */
async function orderOfCarriage(request: APIRequestContext): Promise<string> {
  const [buyer, provider] = [callAs(request, "buyer"), callAs(request, "provider")];
  const dealId = await buyer("/deals", { ...DEAL_BODY, hubId: "horgos", readyDate: inDays(20).slice(0, 10) });
  const spec = { equipment: "tilt_136", pickupFrom: inDays(21).slice(0, 10), pickupTo: inDays(22).slice(0, 10) };
  const bidding = { ...REQUEST_BODY.bidding, closesAt: inDays(5), decideBy: inDays(9) };
  const requestId = await buyer("/requests", { dealId, service: "logistics", spec, bidding, publish: true });
  const charges = [{ code: "OFT", basis: "truck", unitPrice: { minor: 1_850_000, currency: "CNY" } }];
  const bidId = await provider(`/requests/${requestId}/bids`, { ...BID_BODY, charges, validUntil: inDays(30) });
  await buyer(`/requests/${requestId}/close`, {});
  await buyer(`/requests/${requestId}/award`, { bids: [{ bidId }] });
  const [order] = stored("SELECT id FROM orders WHERE request_id = ?", requestId);
  const orderId = String(order?.id);
  for (const code of ["booked", "slot_reserved"])
    await provider(`/orders/${orderId}/milestones`, {
      code,
      occurredAt: new Date(Date.now() - 9 * HOUR_MS).toISOString(),
    });
  return orderId;
}

async function linkTo(
  request: APIRequestContext,
  orderId: string,
  { locale = "en" } = {},
): Promise<{ id: string; address: string }> {
  const answer = await request.post(`/api/v1/orders/${orderId}/field-links`, {
    data: { role: "driver", person: "Azamat, 123 ABC 02", locale, days: 3 },
    headers: { authorization: `Bearer ${apiKeyOf("provider")}`, "idempotency-key": `link-${Date.now()}` },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { id, address } = (await answer.json()) as { id: string; address: string };
  return { id, address: new URL(address).pathname };
}

/** This phone's wall clock so many hours ago, as a date-and-time field has it. */
const wallClock = (page: Page, hoursAgo: number): Promise<string> =>
  page.evaluate((ago) => {
    const at = new Date(Date.now() - ago * 3_600_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, hoursAgo);

type Told = {
  readonly step: string;
  readonly hoursAgo: number;
  readonly photos?: readonly Buffer[];
  readonly seal?: string;
};

async function tell(page: Page, { step, hoursAgo, photos = [], seal }: Told): Promise<void> {
  await page.getByRole("radio", { name: step }).check();
  await page.getByLabel("When").fill(await wallClock(page, hoursAgo));
  const files = photos.map((buffer, at) => ({ name: `IMG_${at}.jpg`, mimeType: "image/jpeg", buffer }));
  await page.getByLabel("Pictures").setInputFiles(files);
  if (seal) await page.getByLabel("Seals").fill(seal);
  // The deal's goods are ready in twenty days.
  await page.locator('[name="earlyReason"]').fill("Played in a day");
  await page.getByRole("button", { name: "Do not tell it" }).click();
  await page.getByRole("button", { name: "Report", exact: true }).click();
}

test("five reports without a connection arrive once and in order, and nothing is left on the phone", async ({
  browser,
  request,
  baseURL,
}) => {
  const orderId = await orderOfCarriage(request);
  const { address } = await linkTo(request, orderId);
  // A window of its own: without a connection a browser complains of what it cannot fetch, and that is what is played.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async (path) => (await caches.match(path)) !== undefined, address);
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await context.setOffline(true);
  await tell(page, {
    step: "Picked up",
    hoursAgo: 8,
    photos: [await pictureOf("#445"), await pictureOf("#544")],
    seal: "CN 778812",
  });
  await tell(page, { step: "Export released", hoursAgo: 6 });
  await tell(page, { step: "Arrived at the hub", hoursAgo: 7, photos: [await pictureOf("#454")] });
  await expect(page.getByText("3 reports wait on this phone")).toBeVisible();
  await page.reload();
  await expect(page.getByText("3 reports wait on this phone")).toBeVisible();
  await tell(page, { step: "Import released", hoursAgo: 4 });
  await tell(page, { step: "Crossed the border", hoursAgo: 5 });
  await expect(page.getByText("5 reports wait on this phone")).toBeVisible();
  await expectAxeClean(page);
  expect(stored("SELECT id FROM field_reports WHERE order_id = ?", orderId)).toEqual([]);

  await context.setOffline(false);
  await expect(page.getByText("Nothing is left on this phone.")).toBeVisible();
  expect(await leftOn(page)).toBe(0);
  const told = stored(
    `SELECT code, occurred_at AS at FROM order_milestones WHERE order_id = ? AND occurred_at IS NOT NULL ORDER BY occurred_at, position`,
    orderId,
  ) as { code: string; at: number }[];
  expect(told.map(({ code }) => code)).toEqual([
    "booked",
    "slot_reserved",
    "picked_up",
    "arrived_hub",
    "export_released",
    "crossed_border",
    "import_released",
  ]);
  expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted((one, other) => one - other));
  expect(stored("SELECT id FROM field_reports WHERE order_id = ? AND is_step", orderId)).toHaveLength(5);
  expect(stored("SELECT id FROM files WHERE subject_id = ? AND milestone_code = 'picked_up'", orderId)).toHaveLength(2);
  await context.close();

  const office = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signInAs(office, "provider");
  await office.goto(`${baseURL}/en/orders/${orderId}`);
  await expect(office.getByText("CN778812")).toBeVisible();
  await expect(office.getByRole("img", { name: "Picture 1" }).first()).toBeVisible();
  await expectAxeClean(office);
  await office.context().close();
});

test("reports that wait when their link is called back go by the one that replaces it, once and in order", async ({
  browser,
  request,
  baseURL,
}) => {
  const orderId = await orderOfCarriage(request);
  const first = await linkTo(request, orderId);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(first.address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async (path) => (await caches.match(path)) !== undefined, first.address);
  await context.setOffline(true);
  await tell(page, { step: "Picked up", hoursAgo: 8, photos: [await pictureOf("#445"), await pictureOf("#544")] });
  await tell(page, { step: "Arrived at the hub", hoursAgo: 7, photos: [await pictureOf("#454")] });
  await tell(page, { step: "Export released", hoursAgo: 6 });
  await expect(page.getByText("3 reports wait on this phone")).toBeVisible();

  // Away from the page before the line is back: what waits is to be found by pages that are opened later.
  await page.goto("about:blank");
  await callAs(request, "provider")(`/field-links/${first.id}/revoke`, {});
  await context.setOffline(false);
  expect((await page.goto(first.address))?.status()).toBe(410);
  await expect(page.getByText("3 reports lie on this phone")).toBeVisible();
  await expect(page.getByText("The link was called back. Ask for a new one.")).toHaveCount(3);
  await expect(page.getByText("Arrived at the hub")).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  expect(stored("SELECT id FROM field_reports WHERE order_id = ?", orderId)).toEqual([]);

  const next = await linkTo(request, orderId);
  expect((await page.goto(next.address))?.status()).toBe(200);
  await expect(page.getByText("Nothing is left on this phone.")).toBeVisible();
  expect(await leftOn(page)).toBe(0);
  const reports = stored(
    "SELECT code, link_id AS link FROM field_reports WHERE order_id = ? ORDER BY received_at, seq",
    orderId,
  );
  expect(reports).toEqual(["picked_up", "arrived_hub", "export_released"].map((code) => ({ code, link: next.id })));
  const told = stored(
    `SELECT code FROM order_milestones WHERE order_id = ? AND occurred_at IS NOT NULL ORDER BY occurred_at`,
    orderId,
  );
  expect(told.map(({ code }) => code).slice(-3)).toEqual(["picked_up", "arrived_hub", "export_released"]);
  expect(stored("SELECT id FROM files WHERE subject_id = ?", orderId)).toHaveLength(3);
  await context.close();
});

test("a link that ended or was called back is gone and says whom to ask; a forged one is not there", async ({
  page,
  request,
}) => {
  const orderId = await orderOfCarriage(request);
  const { id, address } = await linkTo(request, orderId);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^KO-/);
  await expect(page.getByText(/CNY|¥/)).toHaveCount(0);
  await callAs(request, "provider")(`/field-links/${id}/revoke`, {});
  expect((await page.goto(address))?.status()).toBe(410);
  await expect(page.getByText("For a new one, ask:")).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  expect((await page.goto(`${address.slice(0, -1)}${address.endsWith("a") ? "b" : "a"}`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

test("a driver is spoken to in Kazakh to the last word, and may take Russian", async ({ page, request }) => {
  const orderId = await orderOfCarriage(request);
  const { address } = await linkTo(request, orderId, { locale: "kk" });
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("lang", "kk");
  await expect(page.getByRole("radio", { name: "Шекарадан өтті" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText(/Report|Pictures|Ask|Language|Logistics/);
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await page.getByRole("button", { name: /Тіл/ }).click();
  await page.getByRole("link", { name: "Русский" }).click();
  await expect(page).toHaveURL(/\/ru\/f\//);
  await page.getByRole("radio", { name: "Груз забран" }).check();
  await page.getByLabel("Пломбы").fill("1");
  await page.getByRole("button", { name: "Сообщить", exact: true }).click();
  await expect(page.getByText(/Номер пломбы\s— от трёх до двадцати/).first()).toBeVisible();
  await expectAxeClean(page);
  // Whoever has a link has no way into the rest of the market from it.
  await expect(page.locator('a[href^="/ru/"]:not([href^="/ru/f/"])')).toHaveCount(0);
});

test("a report that was wrong is struck on the phone, and its step is open again", async ({ page, request }) => {
  const orderId = await orderOfCarriage(request);
  const { address } = await linkTo(request, orderId);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expect(page.locator("#strike")).toHaveCount(0);
  await tell(page, { step: "Picked up", hoursAgo: 8 });
  await expect(page.getByText("Nothing is left on this phone.")).toBeVisible();
  await page.locator('#strike [name="reportId"]').selectOption({ index: 1 });
  await page.locator('#strike [name="reason"]').fill("Another truck");
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  await page.getByRole("button", { name: "Strike the report" }).click();
  await expect(page.locator("#strike")).toHaveCount(0);
  const step = "SELECT occurred_at FROM order_milestones WHERE order_id = ? AND code = 'picked_up'";
  expect(stored(step, orderId)).toEqual([{ occurred_at: null }]);
});
