import type { Page } from "@playwright/test";
import { cookieOf, signInAs } from "./support/sign-in";
import { expect, test } from "./support/test";

const ORDERS = "/en/orders";
const REVIEW = "/en/admin/traffic";

/** The mark that a document with the same page's scripts keeps and a new document has not. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isSameDocument: true }));
const isSameDocument = (page: Page) => page.evaluate(() => "isSameDocument" in window);

test("what is written stands in the document once, and nothing is left where it was put", async ({ request }) => {
  const html = await (await request.get(ORDERS, { headers: { cookie: cookieOf("buyer") } })).text();
  const [, order = ""] = /row-link" href="\/en\/orders\/([^"]+)"/.exec(html) ?? [];
  expect(order).not.toBe("");
  expect(html.split(order)).toHaveLength(2);
  // Its key is of sixteen letters, and a number follows it.
  expect(html).not.toMatch(/data-written="[^>]*>[\w-]{16}\.\d+\.</);
});

test("a written list reads the same once its scripts run, after a page that was opened from it, and anew", async ({
  page,
}) => {
  await signInAs(page, "buyer");
  // The older of those that are over: other plays go on with what is not, and finish the newest.
  await page.goto(`${ORDERS}?state=completed`);
  const older = await page.locator(".pager a").last().getAttribute("href");
  await page.goto(older ?? "");
  const rows = page.locator("[data-table] tbody tr");
  const links = page.locator("[data-table] .row-link");
  await page.waitForLoadState("networkidle");
  const before = await rows.allInnerTexts();
  expect(before.length).toBeGreaterThan(5);
  await mark(page);
  const title = await page.locator("h1").innerText();
  await links.first().click();
  await expect(page).toHaveURL(/\/orders\/[\w-]+$/);
  await expect(page.locator("h1")).not.toHaveText(title);
  await page.goBack();
  await expect(page).toHaveURL(/\/orders\?.*cursor=/);
  await expect(rows).toHaveCount(before.length);
  expect(await rows.allInnerTexts()).toEqual(before);
  expect(await isSameDocument(page)).toBe(true);
  await links.nth(1).click();
  await expect(page).toHaveURL(/\/orders\/[\w-]+$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/orders\?.*cursor=/);
  await expect(rows).toHaveCount(before.length);
  expect(await rows.allInnerTexts()).toEqual(before);
});

test("links of a written page are followed without a new document, and its files are fetched as ever", async ({
  page,
}) => {
  await signInAs(page, "admin");
  await page.goto(REVIEW);
  await page.waitForLoadState("networkidle");
  await mark(page);
  await page.locator(".hub-share-table th a").first().click();
  await expect(page).toHaveURL(/\/admin\/traffic\/[\w-]+/);
  await page.goBack();
  await expect(page.locator(".hub-share-table tbody tr").first()).toBeVisible();
  await page.getByRole("link", { name: "Within", exact: true }).first().click();
  await expect(page.locator("#term-within")).toBeInViewport();
  expect(await isSameDocument(page)).toBe(true);
});
