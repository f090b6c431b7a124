import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { translator } from "@/server/platform/translate";
import { apiKeyOf } from "./support/call-as";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { sessionFile } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A port that no other test plans a way through. */
const HUB = "alashankou";
/** Within so long an open page shows what is new on its port's board. */
const SHOWN_MS = 2_000;

const iso = (ms: number): string => new Date(Date.now() + ms).toISOString();
/** As a field for day and time takes it, on Beijing's clock. */
const inBeijing = (ms: number): string => new Date(Date.now() + ms + 8 * HOUR_MS).toISOString().slice(0, 16);

/** An open request for carriage through the port, made by calls. */
async function openRequest(request: APIRequestContext): Promise<string> {
  const post = async (path: string, data: object) => {
    const headers = {
      authorization: `Bearer ${apiKeyOf("buyer")}`,
      "idempotency-key": `board-${process.pid}-${Date.now()}-${Math.random()}`,
    };
    const answer = await request.post(`/api/v1${path}`, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { id: string }).id;
  };
  const dealId = await post("/deals", { ...DEAL_BODY, hubId: HUB, readyDate: iso(20 * DAY_MS).slice(0, 10) });
  const spec = {
    equipment: "tilt_136",
    pickupFrom: iso(21 * DAY_MS).slice(0, 10),
    pickupTo: iso(22 * DAY_MS).slice(0, 10),
  };
  const bidding = { ...REQUEST_BODY.bidding, closesAt: iso(3 * DAY_MS), decideBy: iso(6 * DAY_MS) };
  return post("/requests", { dealId, service: "logistics", spec, bidding, publish: true });
}

async function pageOf(browser: Browser, role: "buyer" | "admin", like: Page, javaScriptEnabled = true) {
  const viewport = like.viewportSize() ?? undefined;
  const context = await browser.newContext({ storageState: sessionFile(role), javaScriptEnabled, viewport });
  return context.newPage();
}

test("an administrator without a script announces a closure and takes it back, and a buyer's open page shows both within two seconds without a reload", async ({
  page,
  browser,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  // As long as officers write them: nothing that repeats it may stand wider than a phone.
  const reason = `Snow on the pass, ${project.name} ${Date.now()}: ploughs clear one lane at a time, trucks with chains go first and all others wait in the yard`;
  const buyer = await pageOf(browser, "buyer", page);
  await buyer.goto(`/${language}/requests/${await openRequest(request)}`);
  await expect(buyer.locator(".live-bar .live")).toHaveText(t("requests.live.live"));
  const board = buyer.locator("#hub-wait");
  await expect(board).toBeVisible();
  await buyer.evaluate(() => Object.assign(window, { kouanSame: true }));

  const admin = await pageOf(browser, "admin", page, false);
  await admin.goto(`/${language}/admin/hubs/${HUB}`);
  const field = (name: string) => admin.locator(`#closure [name='${name}']`);
  await field("mode").selectOption("road");
  await field("from").fill(inBeijing(-HOUR_MS));
  await field("to").fill(inBeijing(-2 * HOUR_MS));
  await field("reason").fill(reason);
  await field("source").fill("Customs notice");
  const announce = () => admin.getByRole("button", { name: t("hub-board.admin.announce") }).click();
  await announce();
  await expect(admin.locator("#closure-to-error")).toHaveText(t("hubs.refusal.closure_backwards"));
  await expect(field("reason")).toHaveValue(reason);
  await field("to").fill(inBeijing(3 * DAY_MS));
  await announce();
  await expect(admin.getByText(t("hub-board.admin.announced"))).toBeVisible();

  await expect(board).toContainText(reason, { timeout: SHOWN_MS });
  await expect(board).toContainText(t("hub-board.closure.road"));
  expect(await buyer.evaluate(() => "kouanSame" in window), "the page was not loaded anew").toBe(true);
  await expectNoSideScroll(buyer);
  await expectAxeClean(buyer);

  await page.goto(`/${language}/hubs/${HUB}`);
  await expect(page.locator("#closures")).toContainText(reason);
  await expect(page.locator("#board-road .board-closed").first()).toBeAttached();
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await admin.goto(`/${language}/admin/hubs/${HUB}`);
  await expectNoSideScroll(admin);
  const own = admin.locator("#ahead details").filter({ hasText: reason });
  await own.locator("summary").click();
  await own.locator("[name=reason]").fill("The pass is clear");
  await own.locator("button").click();
  await expect(admin.getByText(t("hub-board.admin.withdrawn"))).toBeVisible();
  await expect(board).not.toContainText(reason, { timeout: SHOWN_MS });
  for (const one of [buyer, admin]) await one.context().close();
});

test("a plan of nine ways is a few screens on a phone, and a row after the best two unfolds to its legs", async ({
  page,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${language}/hubs/plan?from=CNYIU&to=RUMOW`);
  await expect(page.getByRole("heading", { name: t("hubs.plan.others") })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5_000);
  await expect(page.locator("#way-3")).toBeHidden();
  await page.locator("summary.way-row").first().press("Enter");
  await expect(page.locator("#way-3")).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
});
