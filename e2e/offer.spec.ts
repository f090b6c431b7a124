import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { askForCarriage } from "./support/carriage-request";
import { callAs } from "./support/call-as";
import { languagesOf } from "./support/forms/languages";
import { sessionFile } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first();

/** Opens the fold that a field is in, as a reader does. */
async function reach(page: Page, name: string) {
  const wanted = field(page, name);
  await unfold(wanted);
  return wanted;
}

/** Without scripts every press is a new page. */
async function press(page: Page, intent: string): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.locator(`#bid button[value="${intent}"]`).last().click();
  await answered;
}

test("a bid says all that it may, keeps it over a check, becomes a template, and asks for a tick, also without scripts", async ({
  browser,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const id = await askForCarriage(callAs(request, "buyer"));
  const context = await browser.newContext({ storageState: sessionFile("provider"), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${language}/requests/${id}`);
  await field(page, "charges[0].price").fill("1234.56");
  await page.locator("#bid .bid-rows summary").first().click();
  const answered = page.waitForEvent("load");
  await page.locator('#bid .bid-rows button[value="edit"]').first().click();
  await answered;
  await expect(field(page, "charges[0].price")).toHaveValue("1234.56");
  await (await reach(page, "charges[0].tiers")).fill("500 = 1100.25");
  await field(page, "transitDays.min").fill("2");
  await field(page, "transitDays.max").fill("4");
  await (await reach(page, "alternatives[0].title")).fill("By night");
  await field(page, "alternatives[0].daysMin").fill("1");
  await field(page, "alternatives[0].daysMax").fill("1");
  await press(page, "copy-lines:1");
  await (await reach(page, "conditions[0].type")).selectOption("prepayment_percent");
  await field(page, "conditions[0].value").fill("30");
  await (await reach(page, "closeOutDays")).fill("999");
  await press(page, "check");
  await expect(field(page, "closeOutDays")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "alternatives[0].title")).toHaveValue("By night");
  await expect(field(page, "charges[0].tiers")).toHaveValue("500 = 1100.25");
  await expectNoSideScroll(page);

  await field(page, "closeOutDays").fill("15");
  const name = `Usual ${project.name}`;
  await (await reach(page, "templateName")).fill(name);
  await press(page, "keep-template");
  await expect(page.getByText(t("bidding.template.kept", { name }))).toBeVisible();
  await expect(field(page, "charges[0].price")).toHaveValue("1234.56");

  await press(page, "check");
  await expect(page.getByRole("table", { name: t("bidding.line.ofAlternative", { title: "By night" }) })).toBeVisible();
  await expect(page.locator("#bid")).toContainText(t("bidding.beside.condition.prepayment_percent", { value: 30 }));
  await press(page, "send");
  const ticks = page.locator("#outliers input[type=checkbox]");
  if ((await ticks.count()) > 0) {
    await expect(page.getByText(t("bidding.slip.unconfirmed"))).toBeVisible();
    for (const tick of await ticks.all()) await tick.check();
    await press(page, "send");
  }
  await expect(page.locator("#own-bid")).toContainText("By night");

  await field(page, "charges[0].price").fill("123456");
  await press(page, "check");
  await press(page, "send");
  await expect(page.getByText(t("bidding.slip.unconfirmed"))).toBeVisible();
  await expect(page.locator("#own-bid").getByText(t("bidding.own.version", { number: 1 }))).toBeVisible();
  for (const tick of await ticks.all()) await tick.check();
  await press(page, "send");
  await expect(page.locator("#own-bid").getByText(t("bidding.own.version", { number: 2 }))).toBeVisible();

  await page.goto(`/${language}/bids/templates`);
  await expect(page.locator("main")).toContainText(name);
  await expectNoSideScroll(page);
  await context.close();
});
