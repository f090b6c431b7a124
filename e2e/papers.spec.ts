import type { Page } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const WORDS = {
  en: { blocked: "The gross weight differs" },
  "zh-CN": { blocked: "毛重不一致" },
} as const;

type Language = keyof typeof WORDS;

/** Deals of the buyer that go by road and have no papers but those of these plays; each window and each way of trying takes one of its own. */
function dealOf(place: number): string {
  const rows = stored(
    `SELECT id FROM deals WHERE buyer_organisation_id = ? AND mode = 'road' AND NOT EXISTS
      (SELECT 1 FROM deal_documents d WHERE d.deal_id = deals.id AND d.number NOT IN ('PL-118', 'CMR-7')) ORDER BY id LIMIT 4`,
    organisationOf("buyer"),
  );
  return rows[place]?.id as string;
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const send = (page: Page) => page.locator("main form").locator("button[type=submit]").last();

/** A packing list says 12,400 kg and the consignment note 12,040 kg: the deal is not ready, and both are named. */
async function enterBoth(page: Page, language: Language, dealId: string): Promise<void> {
  const papers = `/${language}/deals/${dealId}/documents`;
  await page.goto(`${papers}?enter=packing_list`);
  await field(page, "number").fill("PL-118");
  await field(page, "fields.packages").fill("400");
  await field(page, "fields.grossWeightGrams").fill("12400");

  const lines = field(page, "fields.lines[0].description");
  const described = await lines.inputValue();
  expect(described, "the lines begin with the deal's own").not.toBe("");
  const rows = page.locator('[name^="fields.lines["][name$=".description"]');
  const before = await rows.count();
  await page.locator('button[value="add-row:fields.lines"]').click();
  await expect(rows).toHaveCount(before + 1);
  await expect(lines).toHaveValue(described);
  await expect(field(page, "fields.grossWeightGrams")).toHaveValue("12400");
  await page.locator(`button[value="remove-row:fields.lines[${before}]"]`).click();
  await expect(rows).toHaveCount(before);
  await expectNoSideScroll(page);
  await send(page).click();
  await expect(page).toHaveURL(new RegExp(`${papers}$`));

  await page.goto(`${papers}?enter=cmr`);
  await field(page, "number").fill("CMR-7");
  await field(page, "fields.packages").fill("400");
  await field(page, "fields.grossWeightGrams").fill("12040");
  await field(page, "fields.consignee").fill("Alatau Trade");
  await field(page, "fields.vehicle").fill("A123BC");
  await send(page).click();
  await expect(page).toHaveURL(new RegExp(`${papers}$`));
}

/** A finding names both papers, each with what it says; it stands among the findings and beside the papers. */
async function expectBlocked(page: Page, language: Language): Promise<void> {
  const finding = page
    .getByRole("listitem")
    .filter({ hasText: WORDS[language].blocked })
    .filter({ hasText: /12[,. ]?400/ })
    .filter({ hasText: /12[,. ]?040/ });
  await expect(finding.filter({ visible: true }).first()).toBeVisible();
}

test("two papers of one deal that do not agree block it, and both values are shown", async ({ page }, { project }) => {
  const language = languagesOf(project.name)[0] as Language;
  const dealId = dealOf(project.name === "desktop" ? 0 : 1);
  await signInAs(page, "buyer");
  await enterBoth(page, language, dealId);
  await expectBlocked(page, language);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("papers are entered line by line all the same", async ({ page }, { project }) => {
    const language = languagesOf(project.name)[0] as Language;
    await signInAs(page, "buyer");
    await enterBoth(page, language, dealOf(project.name === "desktop" ? 2 : 3));
    await expectBlocked(page, language);
  });
});
