import type { APIRequestContext, Page } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { lossFields } from "@/domain/award/reason-names";
import { translator } from "@/server/platform/translate";
import { dayIn } from "./support/days-ahead";
import { RIVAL } from "./journey/cast";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { languagesOf } from "./support/forms/languages";
import { enterAs, signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** More than one award says; the browser never offers so many fields, but somebody may send them. */
const TOO_MANY = 201;

/** Two opened bids for carriage over a pass that no other test counts the orders of, made by calls. */
async function twoOpenedBids(request: APIRequestContext) {
  const call = callAs(request, "buyer");
  const dealId = await call("/deals", {
    ...DEAL_BODY,
    incoterm: { rule: "DAP", place: "Osh" },
    originId: "CNKSS",
    hubId: "irkeshtam",
    destinationId: "KGOSS",
    readyDate: dayIn(20),
  });
  const spec = { equipment: "tilt_136", pickupFrom: dayIn(21), pickupTo: dayIn(22) };
  const bidding = { ...REQUEST_BODY.bidding, closesAt: inDays(3), decideBy: inDays(6) };
  const id = await call("/requests", { dealId, service: "logistics", spec, bidding, publish: true });
  const bid = (by: string, minor: number) =>
    callAs(request, by)(`/requests/${id}/bids`, {
      ...BID_BODY,
      charges: [{ code: "OFT", basis: "truck", unitPrice: { minor, currency: "CNY" } }],
      validUntil: inDays(30),
    });
  const [chosen, lost] = [await bid("provider", 1_764_100), await bid(RIVAL, 1_853_200)];
  await call(`/requests/${id}/close`, {});
  return { dealId, id, chosen, lost };
}

/** Puts reasons into the form that no page offers. */
const forge = (page: Page, names: readonly string[]): Promise<void> =>
  page.evaluate((all) => {
    const form = document.querySelector("details fieldset")?.closest("form");
    for (const name of all) {
      const field = Object.assign(document.createElement("input"), { type: "hidden", name, value: "price" });
      form?.append(field);
    }
  }, names);

test("a buyer says why another was not chosen: it is kept over a mistake and another look, comes with the award, and is read by the one it is about", async ({
  page,
  browser,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const { dealId, id, chosen, lost } = await twoOpenedBids(request);
  const names = lossFields(lost);
  const said = language === "zh-CN" ? "尚无该口岸经验" : "No work at this pass so far";
  const field = (name: string) => page.locator(`[name="${name}"]`);
  const press = (intent: string) => page.locator(`button[name=intent][value=${intent}]`).click();
  await signInAs(page, "buyer");
  await page.goto(`/${language}/deals/${dealId}/compare`);
  await page
    .getByRole("radio", { name: /17,?641/ })
    .filter({ visible: true })
    .check();
  await press("check");
  await page.getByText(t("award.reasons.title")).click();
  await field(names.words).fill(said);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  await press("award");
  await expect(page.locator(`#award-${names.code.replaceAll(".", "\\.")}-error`)).toBeVisible();
  await expect(field(names.words)).toHaveValue(said);
  await press("edit");
  await page
    .getByRole("radio", { name: /17,?641/ })
    .filter({ visible: true })
    .check();
  await press("check");
  await expect(field(names.words)).toHaveValue(said);
  await field(names.code).selectOption("experience");

  await forge(page, [lossFields(chosen).code]);
  await press("award");
  await expect(page.getByText(t("award.refusal.reason_misplaced"))).toBeVisible();
  await expect(field(names.code)).toHaveValue("experience");
  await forge(
    page,
    Array.from({ length: TOO_MANY }, (_, at) => lossFields(`b${at}`).code),
  );
  await press("award");
  await expect(page.getByText(t("ui.errors.outdated"))).toBeVisible();
  await expect(page).toHaveURL(/\/compare$/);

  await press("award");
  await expect(page).toHaveURL(/\/orders\/\w{26}$/);
  const rival = await (await browser.newContext()).newPage();
  await enterAs(rival, RIVAL, language);
  await rival.goto(`/${language}/requests/${id}`);
  await expect(rival.locator("#debrief")).toContainText(t("decide.debrief.code.experience"));
  await expect(rival.locator("#debrief")).toContainText(said);
  await expectNoSideScroll(rival);
  await rival.context().close();
});
