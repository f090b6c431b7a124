import type { Page } from "@playwright/test";
import { PLAYED_LOCALES } from "@/test/played-locales";
import { enterAs } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

/** What the page of an order, and the form of a bid, may measure on a phone: three screens. */
const HEIGHT_MAX = 2_500;
const LONG_MS = 120_000;
/** Of a list, so many are measured. */
const FIRST = 4;

test.use({ viewport: { width: 390, height: 844 } });

const addressesIn = (page: Page, list: "orders" | "requests"): Promise<string[]> =>
  page
    .locator(`main a[href*="/${list}/"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))]);

const ofOne = (list: string) => (address: string) => new RegExp(`/${list}/\\w{26}$`).test(address);

for (const locale of PLAYED_LOCALES)
  for (const who of ["buyer", "provider", "provider2", "broker", "inspector"]) {
    test(`an order of ${who} is at most ${HEIGHT_MAX} px high on a phone, in ${locale}`, async ({ page }) => {
      test.setTimeout(LONG_MS);
      await enterAs(page, who, locale);
      await page.goto(`/${locale}/orders`);
      const orders = (await addressesIn(page, "orders")).filter(ofOne("orders")).slice(0, FIRST);
      expect(orders.length).toBeGreaterThan(0);
      for (const address of orders) {
        await page.goto(address);
        await expectNoSideScroll(page);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect(height, address).toBeLessThanOrEqual(HEIGHT_MAX);
      }
    });

    if (who === "buyer") continue;

    test(`the form of a bid of ${who} is at most ${HEIGHT_MAX} px high on a phone, in ${locale}`, async ({ page }) => {
      test.setTimeout(LONG_MS);
      await enterAs(page, who, locale);
      await page.goto(`/${locale}/desk`);
      const requests = (await addressesIn(page, "requests")).filter(ofOne("requests")).slice(0, FIRST);
      const heights: (readonly [string, number])[] = [];
      for (const address of requests) {
        await page.goto(address);
        await expectNoSideScroll(page);
        const form = page.locator("#bid");
        if ((await form.count()) > 0)
          heights.push([address, await form.evaluate((panel) => (panel as HTMLElement).offsetHeight)]);
      }
      for (const [address, height] of heights) expect(height, address).toBeLessThanOrEqual(HEIGHT_MAX);
    });
  }

/** Where an own bid stands, its page is told at once what it comes to; the bid and the form that changes it wait behind a press. */
for (const locale of PLAYED_LOCALES)
  for (const who of ["provider", "provider2", "inspector"])
    test(`a request with a bid of ${who} is at most ${HEIGHT_MAX} px high on a phone, in ${locale}`, async ({
      page,
    }) => {
      test.setTimeout(LONG_MS);
      await enterAs(page, who, locale);
      const own = stored(
        `SELECT b.request_id AS id FROM bids b JOIN requests r ON r.id = b.request_id
          WHERE b.provider_organisation_id = ? AND b.state = 'submitted' AND r.state = 'open'
          ORDER BY (SELECT max(length(v.content)) FROM bid_versions v WHERE v.bid_id = b.id) DESC LIMIT ${FIRST}`,
        organisationOf(who),
      );
      expect(own.length).toBeGreaterThan(0);
      for (const { id } of own) {
        await page.goto(`/${locale}/requests/${String(id)}`);
        await expectNoSideScroll(page);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect(height, String(id)).toBeLessThanOrEqual(HEIGHT_MAX);
      }
    });

test("what a phone folds opens by a press, by its address, and stays as it was left when the page is drawn anew", async ({
  page,
}) => {
  await enterAs(page, "provider");
  await page.goto("/en/orders");
  const [order = ""] = (await addressesIn(page, "orders")).filter(ofOne("orders"));
  await page.goto(order);
  const price = page.locator("#price");
  const inside = price.getByRole("table").or(price.getByRole("list")).first();
  await expect(price).not.toHaveAttribute("open");
  await expect(inside).toBeHidden();
  await price.locator("summary").first().press("Enter");
  await expect(inside).toBeVisible();
  await page.goto(`${order}#route`);
  await page.reload();
  await expect(page.locator("#route")).toHaveAttribute("open");
});

test("a desk shows all of it, also without a script", async ({ browser, baseURL }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const page = await context.newPage();
    await enterAs(page, "provider");
    await page.goto("/en/orders");
    const [order = ""] = (await addressesIn(page, "orders")).filter(ofOne("orders"));
    await page.goto(order);
    await expect(page.locator("#price table")).toBeVisible();
    await context.close();
  }
});
