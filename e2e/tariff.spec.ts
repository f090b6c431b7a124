import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const CODE = '[name="cargo[0].hsCode"]';
const CALLED = '[id="cargo[0].hsCode-called"]';

test("a code is offered while words are typed, taken by the keys, and called by its name", async ({ page }) => {
  await signInAs(page, "buyer");
  await page.goto("/en/deals/new", { waitUntil: "networkidle" });
  const field = page.locator(CODE);
  await field.pressSequentially("solar panels");
  const list = page.getByRole("listbox", { name: "Candidates for the code" });
  await expect(list.getByRole("option").first()).toContainText("854143");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expectNoSideScroll(page);
  await field.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).toContainText("854143");
  await field.press("Enter");
  await expect(field).toHaveValue("854143");
  await expect(page.locator(CALLED)).toContainText("Solar panels");
  await expect(list).toBeHidden();
});

test("a heading leads to its codes and is not taken for one", async ({ page }) => {
  await signInAs(page, "buyer");
  await page.goto("/en/deals/new", { waitUntil: "networkidle" });
  const field = page.locator(CODE);
  await field.pressSequentially("tyres");
  const options = page.getByRole("listbox", { name: "Candidates for the code" }).getByRole("option");
  await expect(options.first()).toContainText("Show the codes under 4011");
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(field).toHaveValue("tyres");
  await options.filter({ hasText: "401110" }).click();
  await expect(field).toHaveValue("401110");
});

test("the button offers codes for the goods that are described, and Escape leaves all as it was", async ({ page }) => {
  await signInAs(page, "buyer");
  await page.goto("/en/deals/new", { waitUntil: "networkidle" });
  await page.locator('[name="cargo[0].description"]').fill("Smartphones, 500 pcs");
  await page.getByRole("button", { name: "Find a code" }).click();
  await expect(page.locator(".combo-option").first()).toContainText("851713");
  await page.keyboard.press("Escape");
  await expect(page.locator(".combo-option")).toHaveCount(0);
  await expect(page.locator(CODE)).toHaveValue("");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the button finds codes, and taking one keeps all that was typed", async ({ page }) => {
    await signInAs(page, "buyer");
    await page.goto("/en/deals/new");
    await page.locator('[name="title"]').fill("Chairs and tables");
    await page.locator('[name="cargo[0].description"]').fill("Wooden furniture");
    await page.getByRole("button", { name: "Find a code" }).click();
    await page.getByRole("button", { name: "Take 940360" }).click();
    await expect(page.locator(CODE)).toHaveValue("940360");
    await expect(page.locator(CALLED)).toContainText("Wooden furniture");
    await expect(page.locator('[name="title"]')).toHaveValue("Chairs and tables");
  });

  test("the button of a heading leads to its codes, and the field stays as it was typed", async ({ page }) => {
    await signInAs(page, "buyer");
    await page.goto("/en/deals/new");
    await page.locator('[name="cargo[0].description"]').fill("Tyres");
    await page.getByRole("button", { name: "Find a code" }).click();
    await page.getByRole("button", { name: "Show the codes under 4011" }).click();
    await expect(page.locator(CODE)).toHaveValue("");
    await page.getByRole("button", { name: "Take 401110" }).click();
    await expect(page.locator(CODE)).toHaveValue("401110");
  });

  test("anybody looks through the tariff, from words to a heading and to what stands below it", async ({ page }) => {
    await page.goto("/en/tariff?q=инверторы");
    await page.getByRole("link", { name: "8504", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Transformers and chargers");
    await page.getByRole("link", { name: "850440" }).click();
    await expect(page.getByText("逆变器及充电器")).toBeVisible();
    await expectNoSideScroll(page);
  });
});
