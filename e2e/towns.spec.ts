import type { Page } from "@playwright/test";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expectAxeClean } from "./support/axe";
import { holdScripts } from "./support/on-the-phone";
import { expect, expectNoSideScroll, test } from "./support/test";

const WORDS = {
  en: {
    kunshan: "Kunshan, China",
    shymkent: "Shymkent, Kazakhstan",
    save: "Save draft",
  },
  "zh-CN": {
    kunshan: "昆山, 中国",
    shymkent: "奇姆肯特, 哈萨克斯坦",
    save: "保存草稿",
  },
} as const;

const KUNSHAN = "CN-1785623";
const SHYMKENT = "KZ-1518980";

/** Writes a name and takes what is offered first, by keyboard alone. */
async function look(page: Page, id: string, name: string): Promise<void> {
  // In place of the list of places, once the script has come.
  const box = page.locator(`input#${id}[role=combobox]`);
  await box.fill(name);
  const offers = page.getByRole("listbox").getByRole("option");
  await expect(offers.first()).toBeVisible();
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(offers).toHaveCount(0);
}

test("goods go from a town to a town, found by names in any script, and both are there again", async ({ page }, {
  project,
}) => {
  const language = languagesOf(project.name)[0] as keyof typeof WORDS;
  const words = WORDS[language];
  await signInAs(page, "buyer");
  await page.goto(`/${language}/deals/new`);
  await look(page, "originId", "昆山");
  await expectAxeClean(page);
  await look(page, "destinationId", "Шымкент");
  await page.locator("#mode").selectOption("road");
  await page.getByRole("button", { name: words.save, exact: true }).first().click();
  await expect(page).toHaveURL(/saved=1/);
  await expect(page.locator("#originId")).toHaveValue(words.kunshan);
  await expect(page.locator("#destinationId")).toHaveValue(words.shymkent);
  await expect(page.locator("#chosen-way")).toBeVisible();
  await expectNoSideScroll(page);
});

test("a visitor plans from town to town; a name that no town has stays where it was written", async ({ page }, {
  project,
}) => {
  const language = languagesOf(project.name)[0] as keyof typeof WORDS;
  const words = WORDS[language];
  await page.goto(`/${language}/hubs/plan?mode=road&from=${KUNSHAN}&to=${SHYMKENT}`);
  await expect(page.locator("#plan-from")).toHaveValue(words.kunshan);
  await expect(page.locator(".plan-found")).toBeVisible();
  await page.locator("input#plan-from").fill("zzqxv");
  await page.locator("#plan-to").focus();
  await expect(page.locator("#plan-from")).toHaveValue("zzqxv");
  await expectAxeClean(page);
});

test("a place that is chosen from the list before the script has come stays chosen", async ({ page }, { project }) => {
  const language = languagesOf(project.name)[0] as keyof typeof WORDS;
  const letCome = await holdScripts(page);
  await page.goto(`/${language}/hubs/plan?mode=road`, { waitUntil: "commit" });
  const list = page.locator("select#plan-from");
  await list.selectOption("CNYIU");
  const chosen = await list.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? "");
  letCome();
  await expect(page.locator("input#plan-from")).toHaveValue(chosen);
  await expect(page.locator('input[type="hidden"][name="from"]')).toHaveValue("CNYIU");
});

test("words that are faster than the offers are the place that they name; where several are meant the form asks, and loses nothing", async ({
  page,
}, { project }) => {
  const language = languagesOf(project.name)[0] as keyof typeof WORDS;
  const words = WORDS[language];
  // Nothing is ever offered.
  await page.route("**/api/v1/towns?*", (route) => route.fulfill({ json: { items: [], beyond: [] } }));
  await signInAs(page, "buyer");
  await page.goto(`/${language}/deals/new`);
  await page.locator("input#originId[role=combobox]").fill("Suzhou");
  await page.locator("input#destinationId[role=combobox]").fill("Shymkent");
  await page.getByRole("button", { name: words.save, exact: true }).first().click();
  await expect(page).toHaveURL(/saved=1/);
  await expect(page.locator("#destinationId")).toHaveValue(words.shymkent);
  await expect(page.locator("#originId")).toHaveValue("Suzhou");
  const choice = page.locator("[data-meant=originId]");
  await expect(choice.getByRole("button")).toHaveCount(2);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  await choice.locator('button[value="take-place:originId:CN-1793743"]').click();
  await expect(page.locator('[name="originId"]')).toHaveValue("CN-1793743");
  await expect(page.locator("#destinationId")).toHaveValue(words.shymkent);
});
