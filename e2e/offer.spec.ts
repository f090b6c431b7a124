import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/words/translate";
import { languagesOf } from "./support/forms/languages";
import { sessionFile } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const HOUR_MS = 3_600_000;

/** Open requests for customs that the provider may bid on; the windows take them from either end, away from the drafts' own. */
function openRequests(project: string): string[] {
  const rows = stored(
    `SELECT r.id FROM requests r JOIN listings l ON l.service = r.service AND l.organisation_id = @own AND l.is_active = 1
      WHERE r.state = 'open' AND r.visibility = 'open' AND r.buyer_organisation_id <> @own
        AND r.closes_at > CAST(@from AS INTEGER)
        AND NOT EXISTS (SELECT 1 FROM bids b WHERE b.request_id = r.id AND b.provider_organisation_id = @own)
        AND NOT EXISTS (SELECT 1 FROM bid_drafts d WHERE d.request_id = r.id AND d.provider_organisation_id = @own)
      ORDER BY r.closes_at DESC, r.id`,
    { own: organisationOf("provider"), from: String(Date.now() + HOUR_MS) },
  );
  const ids = rows.map(({ id }) => id as string);
  return project === "phone" ? ids.reverse() : ids;
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first();

/** Opens the fold that a field is in, as a reader does. */
async function reach(page: Page, name: string) {
  const wanted = field(page, name);
  for (const fold of await wanted.locator("xpath=ancestor::details[not(@open)]").all())
    await fold.locator("summary").first().click();
  return wanted;
}

const press = (page: Page, intent: string) => page.locator(`#bid button[value="${intent}"]`).last().click();

test("a bid says all that it may, keeps it over a check, becomes a template, and asks for a tick, also without scripts", async ({
  browser,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const [id] = openRequests(project.name);
  const context = await browser.newContext({ storageState: sessionFile("provider"), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${language}/requests/${id}`);
  await field(page, "charges[0].price").fill("1234.56");
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
  const ticks = page.locator("#slips input[type=checkbox]");
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
