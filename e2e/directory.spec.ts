import type { APIRequestContext, Page } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { translator } from "@/server/platform/translate";
import { expectAxeClean, SCHEMES } from "./support/axe";
import { callAs } from "./support/call-as";
import { dayIn, instantIn } from "./support/days-ahead";
import { languagesOf } from "./support/forms/languages";
import { enterAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const PHONE = { width: 390, height: 844 };

/** An open request for an inspection, of which no other play knows: its id. */
async function inspectionOf(request: APIRequestContext, title: string): Promise<string> {
  const buyer = callAs(request, "buyer2");
  const dealId = await buyer("/deals", { ...DEAL_BODY, title, readyDate: dayIn(40) });
  const spec = {
    ...{ type: "pre_shipment", manufacturer: title, factoryAddress: `9 Jiangnan Road, Ningbo, ${title}` },
    ...{
      date: dayIn(30),
      standard: "iso-2859-1",
      level: "S-2",
      aql: { critical: 0, major: 2.5, minor: 4 },
      lotSize: 40,
    },
  };
  const bidding = { ...REQUEST_BODY.bidding, closesAt: instantIn(4), decideBy: instantIn(9) };
  return await buyer("/requests", { dealId, service: "inspection", spec, bidding, publish: true });
}

const boxes = (page: Page) => page.locator("input[name=with]");

/** Narrows the directory to a service by its facet, which stands in a sheet on a phone. */
async function narrowTo(page: Page, service: string): Promise<void> {
  const opener = page.locator(".filter-open");
  if (await opener.isVisible()) await opener.click();
  await page
    .locator("details.facet")
    .filter({ has: page.locator("[name=service]") })
    .locator("summary")
    .click();
  await page.locator(`input[name=service][value=${service}]`).check();
  await page.locator(".filter-form button.btn").click();
  await expect(page).toHaveURL(new RegExp(`service=${service}`));
}

test("on a phone in Kazakh a newcomer narrows, compares and shortlists, signs in and asks the chosen to bid", async ({
  page,
  request,
}, { project }) => {
  const t = translator("kk");
  const requestId = await inspectionOf(request, `Directory ${project.name}`);
  await page.setViewportSize(PHONE);
  await page.goto("/kk/providers");
  const all = await boxes(page).count();
  await narrowTo(page, "inspection");
  expect(await boxes(page).count()).toBeLessThanOrEqual(all);
  await expectNoSideScroll(page);
  await expectAxeClean(page, SCHEMES);

  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  const [first] = await boxes(page).evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
  await page.getByRole("button", { name: t("catalogue.choose.compare") }).click();
  await expect(page).toHaveURL(/\/kk\/providers\/compare\?with=/);
  await expect(page.locator(".provider-compare thead th")).toHaveCount(3);
  await expectNoSideScroll(page);
  await expectAxeClean(page, SCHEMES);

  // A browser may remember what was ticked.
  await page.goBack();
  await boxes(page).nth(0).setChecked(true);
  await boxes(page).nth(1).setChecked(false);
  await page.getByRole("button", { name: t("catalogue.choose.shortlist") }).click();
  await expect(page).toHaveURL(/\/kk\/shortlist$/);
  await expect(page.getByText(t("catalogue.shortlist.ofBrowser"))).toBeVisible();
  await expect(boxes(page)).toHaveCount(1);

  await enterAs(page, "buyer2", "kk");
  await page.goto("/kk/shortlist");
  await expect(page.getByText(t("catalogue.shortlist.ofOrganisation"))).toBeVisible();
  await page.locator(`input[name=with][value="${first}"]`).check();
  await page.getByRole("button", { name: t("catalogue.choose.invite") }).click();
  await page.locator(`a[href*="request=${requestId}"]`).click();
  await expectAxeClean(page, SCHEMES);
  await page.getByRole("button", { name: t("catalogue.invite.send") }).click();
  await expect(page.getByText(t("catalogue.invite.done", { count: 1 }))).toBeVisible();
  await expect(page.locator("input[name=organisationIds]")).toHaveCount(0);
});

test("a count says how many a choice leaves, the address keeps what is chosen, and the map's table leads back narrowed", async ({
  page,
}, { project }) => {
  const [locale = "en"] = languagesOf(project.name);
  await page.goto(`/${locale}/providers?service=customs`);
  const hub = page.locator("details.facet").filter({ has: page.locator("[name=hub]") });
  const [value, count] = await hub
    .locator("label")
    .first()
    .evaluate((label) => [
      label.querySelector("input")?.value ?? "",
      Number(label.querySelector("small")?.textContent),
    ]);
  await page.goto(`/${locale}/providers?service=customs&hub=${value}`);
  await expect(boxes(page)).toHaveCount(count as number);

  await page.goto(`/${locale}/providers/map?service=customs`);
  await expectNoSideScroll(page);
  await expectAxeClean(page, SCHEMES);
  await page.locator(`a[href*="hub=${value}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/providers\\?service=customs&hub=${value}`));
  await expect(boxes(page)).toHaveCount(count as number);
});
