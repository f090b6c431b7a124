import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const REVIEW = "/en/admin/traffic";
const ROWS = `${REVIEW}/rows`;

test.beforeEach(({ page }) => signInAs(page, "admin"));

/** The form of the filters, which a phone keeps behind a button. */
async function filters(page: Page) {
  const opener = page.getByRole("button", { name: /^Filters/ });
  if (await opener.isVisible()) await opener.click();
  const form = page.getByRole("form", { name: "Filters" });
  return {
    form,
    day: (name: string) => form.getByLabel(name, { exact: true }),
    send: () => form.getByRole("button", { name: "Apply" }).click(),
  };
}

const totalOf = async (page: Page): Promise<number> => {
  const words = await page.getByText(/^[\d,]+ orders? in all$/).innerText();
  return Number(words.replace(/\D/g, ""));
};

const linesOf = (csv: string): string[] =>
  csv
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");

test("the line and each term are explained one click away", async ({ page }) => {
  await page.goto(REVIEW);
  await page.getByRole("link", { name: "More about the line" }).click();
  await expect(page).toHaveURL(/#term-line$/);
  const line = page.locator("#term-line");
  await expect(line).toBeInViewport();
  await expect(line).toContainText("1688");
  for (const term of ["Within", "Mix", "Share"]) {
    await page.getByRole("link", { name: term, exact: true }).last().click();
    await expect(page.locator(`#term-${term.toLowerCase()}`)).toBeInViewport();
  }
  await expectNoSideScroll(page);
  await expectAxeClean(page);
});

test("the fields hold the days that are shown, and a form that is sent as it stands changes nothing", async ({
  page,
}) => {
  await page.goto(`${REVIEW}?period=30d`);
  const { day, send } = await filters(page);
  const from = await day("From").inputValue();
  expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await expect(day("Compare to")).not.toHaveValue("");
  await send();
  await expect(page).toHaveURL(new RegExp(`${REVIEW}\\?period=30d$`));
  await expect(page.getByRole("link", { name: "30 days" })).toHaveAttribute("aria-current", "true");
});

test("another comparison is chosen by its days or a year earlier, and days the wrong way round are refused as typed", async ({
  page,
}) => {
  await page.goto(REVIEW);
  await page.getByRole("link", { name: "Against a year earlier" }).click();
  await expect(page).toHaveURL(/\?compare=year$/);
  const chosen = await filters(page);
  await chosen.day("Compare from").fill("2026-01-01");
  await chosen.day("Compare to").fill("2026-01-31");
  await chosen.send();
  await expect(page).toHaveURL(/\?compareFrom=2026-01-01&compareTo=2026-01-31$/);
  const turned = await filters(page);
  await expect(turned.day("Compare from")).toHaveValue("2026-01-01");
  await turned.day("Compare to").fill("2025-12-31");
  await turned.send();
  await expect(page.getByText("The last day of the comparison is before its first.")).toBeVisible();
  const refused = await filters(page);
  await expect(refused.day("Compare to")).toHaveValue("2025-12-31");
  await expect(refused.day("Compare to")).toHaveAttribute("aria-invalid", "true");
});

test("the figures come as a file in the reader's language, with the comparison that is chosen", async ({ page }) => {
  await page.goto(`${REVIEW}?compareFrom=2026-01-01&compareTo=2026-01-31`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Figures as CSV" }).click(),
  ]);
  const lines = linesOf(readFileSync(await file.path(), "utf8"));
  expect(lines[0]).toContain("Section,Name,Code");
  expect(lines.some((line) => line.startsWith("Corridors,China to Kazakhstan"))).toBe(true);
  expect(lines.find((line) => line.startsWith("Totals,All border ports"))).toContain("2026-01-01,2026-01-31");
  const chinese = await page.request.get("/zh-CN/admin/traffic/export");
  expect(linesOf(await chinese.text())[0]).toContain("代付（人民币元）");
});

test("a hub's rows are sorted, summed and had as a file", async ({ page }) => {
  await page.goto(`${REVIEW}/horgos?period=12m`);
  const count = await totalOf(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Rows as CSV" }).click(),
  ]);
  expect(linesOf(readFileSync(await file.path(), "utf8"))).toHaveLength(count + 1);
  await page.getByRole("navigation", { name: "Sorted by" }).getByRole("link", { name: "Value" }).click();
  await expect(page).toHaveURL(/sort=-value/);
  await expect(page.getByRole("link", { name: "Value largest first" })).toBeVisible();
  for (const address of [page.url(), `${ROWS}?measure=deals`]) {
    await page.goto(address);
    await expectNoSideScroll(page);
    await expectAxeClean(page);
  }
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("rows are searched, sorted and turned page by page, and their file holds what was found", async ({ page }) => {
    await page.goto(`${ROWS}?hub=border&period=12m`);
    const all = await totalOf(page);
    expect(all).toBeGreaterThan(25);
    const reference = (
      await page
        .getByText(/^KO-[\w-]+$/)
        .filter({ visible: true })
        .first()
        .innerText()
    ).trim();
    await page.getByRole("navigation", { name: "Sorted by" }).getByRole("link", { name: "Weight" }).click();
    await expect(page).toHaveURL(/sort=-weight/);
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(/cursor=-weight/);
    expect(await totalOf(page)).toBe(all);
    const { form, send } = await filters(page);
    await form.getByRole("searchbox").fill(reference);
    await send();
    await expect(page).toHaveURL(/hub=border&sort=-weight&q=/);
    await expect(page.getByText("1 order in all")).toBeVisible();
    const href = await page.getByRole("link", { name: "Rows as CSV" }).getAttribute("href");
    const lines = linesOf(await (await page.request.get(href ?? "")).text());
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(reference);
    await expectNoSideScroll(page);
  });
});

test("nobody but administrators has the files", async ({ page }) => {
  await page.context().clearCookies();
  await signInAs(page, "buyer");
  for (const path of [`${REVIEW}/export`, `${ROWS}/export?hub=horgos`])
    expect((await page.request.get(path)).status()).toBe(404);
});
