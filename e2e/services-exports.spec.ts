import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { signInAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const PUBLIC = "/en/services-exports";
const REVIEW = "/en/admin/exports";

const digitsOf = (text: string): number => Number(text.replace(/\D/g, ""));

const linesOf = (csv: string): string[] =>
  csv
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");

async function savedBy(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  return readFileSync(await (await download).path(), "utf8");
}

/** The last whole month in Shanghai. */
function lastMonth(): string {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

test("whoever has no account reads a month's services exports with their n, their rule and their file", async ({
  page,
}) => {
  await page.goto("/en/corridors");
  await page.getByRole("main").getByRole("link", { name: "Services exports" }).click();
  await expect(page).toHaveURL(new RegExp(`${PUBLIC}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Services exports");
  const boxes = page.locator(".waybill dd .figure");
  const value = digitsOf(await boxes.nth(0).innerText());
  const orders = digitsOf(await boxes.nth(1).innerText());
  expect(orders).toBeGreaterThanOrEqual(8);
  await expect(page.locator("#definitions")).toContainText("8 orders of 5 providers");
  await expect(page.locator("#definitions")).toContainText("EBOPS 2010");
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  const [heads, total, ...lines] = linesOf(await savedBy(page, "Figures as CSV"));
  expect(heads).toBe("Section,Name,Code,Month,Orders,Providers,Value (CNY),Share (%)");
  expect(total?.split(",")[4]).toBe(String(orders));
  expect(Math.round(Number(total?.split(",")[6]))).toBe(value);
  const kinds = lines.filter((line) => line.startsWith("By kind of service,"));
  expect(kinds.reduce((all, line) => all + Number(line.split(",")[4]), 0)).toBe(orders);
});

test("an earlier month has an address of its own, and one that is not over has no figures", async ({ page }) => {
  await page.goto(PUBLIC);
  await page.locator("#months tbody th a").first().click();
  await expect(page).toHaveURL(/\?month=\d{4}-\d{2}$/);
  await expect(page.locator(".waybill dd .figure").first()).toHaveText(/\d/);
  const running = new Date().toISOString().slice(0, 7);
  await page.goto(`${PUBLIC}?month=${running}`);
  await expect(page.locator("#months tbody th").first()).not.toContainText(running);
});

test("an administrator sees value, kinds, pairs and corridors, and opens a figure to its orders", async ({ page }) => {
  await signInAs(page, "admin");
  const month = lastMonth();
  await page.goto(`${REVIEW}?month=${month}`);
  const [counted] = stored(
    `SELECT count(*) AS orders FROM orders o JOIN organisations p ON p.id = o.provider_organisation_id
      JOIN organisations b ON b.id = o.buyer_organisation_id
      WHERE o.contracted_month = ? AND o.state <> 'cancelled' AND p.country <> b.country`,
    month,
  );
  const boxes = page.locator(".waybill dd .figure");
  await expect(boxes.nth(1)).toHaveText(String((counted as { orders: number }).orders));
  for (const panel of ["By kind of service", "By country pair", "By corridor of the goods"])
    await expect(page.getByRole("heading", { name: panel })).toBeVisible();
  await expect(page.locator("#funnel")).toContainText("First foreign buyer");
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  const pair = page.getByRole("table", { name: "By country pair" }).locator("tbody tr").first();
  const orders = digitsOf((await pair.locator("td").nth(3).textContent()) ?? "");
  await pair.getByRole("link").click();
  await expect(page).toHaveURL(/\/admin\/exports\/rows\?.*exporter=[A-Z]{2}/);
  await expect(page.locator(".rows-total")).toHaveText(new RegExp(`^${orders} orders?, `));
  expect(linesOf(await savedBy(page, "Rows as CSV"))).toHaveLength(orders + 1);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
});

test("the home of administrators says the last whole month and leads to the review", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/en/home");
  await page.locator("#exports").getByRole("link", { name: "Services exports" }).click();
  await expect(page).toHaveURL(/\/admin\/exports$/);
  await page.getByRole("link", { name: "Eurostat" }).click();
  await expect(page).toHaveURL(/definition=eurostat/);
  await expect(page.locator("#definitions")).toContainText("NACE Rev. 2");
  expect(linesOf(await savedBy(page, "Figures as CSV"))[0]).toContain("Median days");
});

test("members and visitors have neither the review nor its files", async ({ page, request }) => {
  for (const path of [REVIEW, `${REVIEW}/rows`, `${REVIEW}/export`, `${REVIEW}/rows/export`])
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).not.toBe(200);
  await signInAs(page, "buyer");
  for (const path of [REVIEW, `${REVIEW}/rows`, `${REVIEW}/export`, `${REVIEW}/rows/export`])
    expect((await page.request.get(path)).status(), path).toBe(404);
});

test("the published file speaks the language of its page", async ({ request }) => {
  const chinese = await (await request.get("/zh-CN/services-exports/export")).text();
  expect(linesOf(chinese)[0]).toContain("订单数");
  const russian = await (await request.get("/ru/services-exports/export")).text();
  expect(linesOf(russian)[0]).toContain("Исполнители");
});
