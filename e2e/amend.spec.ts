import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { OUTLIER_FIELD } from "@/domain/bidding/bid-form-limits";
import { translator } from "@/server/platform/translate";
import { apiKeyOf, callAs } from "./support/call-as";
import { askForCarriage, bidOnCarriage } from "./support/carriage-request";
import { expectAxeClean } from "./support/axe";
import { dayIn } from "./support/days-ahead";
import { languagesOf } from "./support/forms/languages";
import { sessionFile } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

/** A request for carriage with a sealed bid on it. */
async function requestWithBid(request: APIRequestContext) {
  const id = await askForCarriage(callAs(request, "buyer"));
  await bidOnCarriage(callAs(request, "provider"), id);
  return id;
}

async function pageOf(browser: Browser, role: "buyer" | "provider", like: Page, javaScriptEnabled: boolean) {
  const viewport = like.viewportSize() ?? undefined;
  const context = await browser.newContext({ storageState: sessionFile(role), javaScriptEnabled, viewport });
  return context.newPage();
}

for (const hasScript of [true, false])
  test(`a buyer amends what somebody has bid on ${hasScript ? "with" : "without"} a script: the difference is read before it is sent, by the bidder who confirms, and by all`, async ({
    page,
    browser,
    request,
  }, { project }) => {
    const [language = "en"] = languagesOf(project.name);
    const t = translator(language);
    const words = (key: string, values?: Record<string, string | number>) => t(`requests.amend.${key}`, values);
    const id = await requestWithBid(request);
    const here = `/${language}/requests/${id}`;
    const buyer = await pageOf(browser, "buyer", page, hasScript);
    await buyer.goto(here);
    await buyer.getByRole("link", { name: t("bidding.page.amend"), exact: true }).click();
    const field = (name: string) => buyer.locator(`[name='${name}']`);
    const press = (name: string) => buyer.locator(`form .btn[name=intent][value=${name}]`).click();

    await expect(field("spec.equipment")).toHaveValue("tilt_136");
    await press("check");
    await expect(buyer.locator("#reason-error")).toBeVisible();
    await field("spec.equipmentCount").fill("3");
    await field("reason").fill("The factory splits the goods");
    await expectNoSideScroll(buyer);
    if (hasScript) await expectAxeClean(buyer);
    await press("check");
    const difference = buyer.locator(".change-list");
    await expect(difference.locator("ins")).toHaveText("3");
    await expect(buyer.locator(".change-consequences")).toContainText(words("consequence.stale", { count: 1 }));
    await expectNoSideScroll(buyer);
    if (hasScript) await expectAxeClean(buyer);
    await press("edit");
    await expect(field("spec.equipmentCount")).toHaveValue("3");
    await expect(field("reason")).toHaveValue("The factory splits the goods");
    await press("check");
    await press("send");
    await expect(buyer.locator("#changes")).toContainText(words("reason", { reason: "The factory splits the goods" }));
    await expect(buyer.locator("#changes ins")).toHaveText("3");

    const bidder = await pageOf(browser, "provider", page, hasScript);
    await bidder.goto(`/${language}/bids?state=stale`);
    await expect(bidder.locator("main")).toContainText(t("bidding.own.state.stale"));
    await bidder.goto(here);
    await expect(bidder.locator("main")).toContainText(t("bidding.turn.confirm"));
    await expect(bidder.locator("#confirm ins")).toHaveText("3");
    await expectNoSideScroll(bidder);
    if (hasScript) await expectAxeClean(bidder);
    await bidder.getByRole("button", { name: words("confirm.send"), exact: true }).click();
    await expect(bidder.locator("#confirm")).toHaveCount(0);
    await expect(bidder.locator("#own-bid")).toContainText(t("bidding.own.version", { number: 2 }));

    await page.goto(here);
    await expect(page.locator("#changes")).toContainText(words("signInForChanges"));
    await expect(page.locator("#changes")).not.toContainText("3 →");
    await expectNoSideScroll(page);
    await expectAxeClean(page);
    await buyer.context().close();
    await bidder.context().close();
  });

for (const hasScript of [true, false])
  test(`A bid form that was opened before an amendment is refused ${hasScript ? "with" : "without"} a script: it keeps what was typed and shows what changed, and goes when it is sent again.`, async ({
    page: like,
    browser,
    request,
  }, { project }) => {
    const [language = "en"] = languagesOf(project.name);
    const t = translator(language);
    const id = await requestWithBid(request);
    const page = await pageOf(browser, "provider", like, hasScript);
    await page.goto(`/${language}/requests/${id}`);
    const price = page.locator("[name='charges[0].price']").first();
    await unfold(price);
    await price.fill("18600");
    const amended = await request.patch(`/api/v1/requests/${id}`, {
      headers: { authorization: `Bearer ${apiKeyOf("buyer")}` },
      data: {
        spec: { equipment: "tilt_136", pickupFrom: dayIn(21), pickupTo: dayIn(22), equipmentCount: 3 },
        reason: "The factory splits the goods",
      },
    });
    expect(amended.ok(), await amended.text()).toBe(true);

    const press = (intent: string) => page.locator(`#bid button[name=intent][value=${intent}]`).last().click();
    await press("check");
    await expect(page.locator("#bid")).toContainText(t("bidding.refusal.amended_again", { amendment: 1 }));
    await expect(page.locator("#bid .change-list ins")).toHaveText("3");
    await expect(price).toHaveValue("18600");
    await expectNoSideScroll(page);
    if (hasScript) await expectAxeClean(page);
    await press("check");
    for (const tick of await page.locator(`#bid input[type=checkbox][name="${OUTLIER_FIELD}"]`).all())
      await tick.check();
    await press("send");
    await expect(page.locator("#own-bid")).toContainText(t("bidding.own.version", { number: 2 }));
    await expect(page.locator("#confirm")).toHaveCount(0);
    await page.context().close();
  });
