import type { APIRequestContext } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { dayIn, instantIn } from "./support/days-ahead";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const FIELD = "services.inspection.manufacturer";
const ADDRESS = "services.inspection.factoryAddress";

/** A request for an inspection, of which no other play knows. */
async function inspectedAt(request: APIRequestContext, factory: { name: string; address: string }): Promise<void> {
  const buyer = callAs(request, "buyer2");
  const dealId = await buyer("/deals", { ...DEAL_BODY, title: "Lamps of the address book", readyDate: dayIn(40) });
  const spec = {
    ...{ type: "pre_shipment", manufacturer: factory.name, factoryAddress: factory.address, date: dayIn(30) },
    ...{ standard: "iso-2859-1", level: "S-2", aql: { critical: 0, major: 2.5, minor: 4 }, lotSize: 40 },
  };
  const bidding = { ...REQUEST_BODY.bidding, closesAt: instantIn(4), decideBy: instantIn(9) };
  await buyer("/requests", { dealId, service: "inspection", spec, bidding, publish: true });
}

test("the second posting of a buyer takes the factory by one press, and the book corrects, finds and deletes it", async ({
  page,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const factory = { name: `Ningbo Haida ${project.name}`, address: `9 Jiangnan Road, Ningbo, ${project.name}` };
  await inspectedAt(request, factory);
  await signInAs(page, "buyer2");

  await page.goto(`/${language}/deals/new`);
  await page.locator("#wanted-inspection").check();
  const atHand = page.locator("[data-book=factory]");
  await atHand.getByRole("button", { name: factory.name }).click();
  await expect(page.locator(`[name="${FIELD}"]`)).toHaveValue(factory.name);
  await expect(page.locator(`[name="${ADDRESS}"]`)).toHaveValue(factory.address);
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  // By keys alone, out of the whole list.
  const field = page.locator(`[id="${FIELD}"]`);
  await field.fill("ningbo haida");
  await expect(page.getByRole("option", { name: factory.name })).toBeVisible();
  await field.press("ArrowDown");
  await expectAxeClean(page);
  await field.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);

  await page.goto(`/${language}/organisation/address-book?q=${encodeURIComponent(factory.name)}`);
  await expectNoSideScroll(page);
  await page.locator("main .data-table a.row-link").first().click();
  await expect(page).toHaveURL(/entry=/);
  await expectAxeClean(page);
  await page.locator("#entry-facts-address").fill(`${factory.address}, Gate 2`);
  await page.getByRole("button", { name: t("accounts.book.save") }).click();
  await expect(page.getByText(t("accounts.book.done.corrected"))).toBeVisible();
  const file = await page.request.get(`/${language}/organisation/address-book/export`);
  expect(await file.text()).toContain(`${factory.address}, Gate 2`);

  await page.goto(`/${language}/organisation/address-book?q=${encodeURIComponent(factory.name)}`);
  await page.locator("main .data-table a.row-link").first().click();
  await page.getByText(t("accounts.book.drop"), { exact: true }).click();
  await page.getByRole("button", { name: t("accounts.book.dropConfirm") }).click();
  await expect(page.getByText(t("accounts.book.done.dropped"))).toBeVisible();
  await page.goto(`/${language}/organisation/address-book?q=${encodeURIComponent(factory.name)}`);
  await expect(page.getByText(t("accounts.book.noneFound"))).toBeVisible();
});

test("without a script a press keeps the form and brings it back filled", async ({ browser, request }, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const factory = { name: `Yiwu Hongda ${project.name}`, address: `3 Futian Road, Yiwu, ${project.name}` };
  await inspectedAt(request, factory);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, "buyer2");
  await page.goto(`/${language}/deals/new`);
  await page.locator('[name="title"]').fill("Typed before");
  await page.locator("#wanted-inspection").check();
  await page.locator('button[value="show-service:inspection"]').click();
  await page.locator("[data-book=factory]").getByRole("button", { name: factory.name }).click();
  await expect(page.locator(`[name="${FIELD}"]`)).toHaveValue(factory.name);
  await expect(page.locator(`[name="${ADDRESS}"]`)).toHaveValue(factory.address);
  await expect(page.locator('[name="title"]')).toHaveValue("Typed before");
  await context.close();
});
