import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { sessionFile } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";
import { truckOrder } from "./support/truck-order";
import { unfold } from "./support/unfold";

const hubOf = (dealId: string) => stored("SELECT hub_id FROM deals WHERE id = ?", dealId)[0]?.hub_id;

for (const javaScriptEnabled of [true, false]) {
  test(`a buyer asks for another border ${javaScriptEnabled ? "with" : "without"} a script, the carrier declines and then agrees, and the deal goes by it`, async ({
    browser,
    request,
  }, { project }) => {
    const [language = "en"] = languagesOf(project.name);
    const t = translator(language);
    const orderId = await truckOrder(request, "Pumps for the other border", 2);
    const dealId = String(stored("SELECT deal_id FROM orders WHERE id = ?", orderId)[0]?.deal_id);
    // The planner chose it by the boards, which other plays fill in.
    const planned = hubOf(dealId);
    const here = `/${language}/deals/${dealId}/chain`;
    const open = async (who: "buyer" | "provider") =>
      (await browser.newContext({ storageState: sessionFile(who), javaScriptEnabled })).newPage();
    const [buyer, carrier] = [await open("buyer"), await open("provider")];
    // What measures a page is a script itself.
    const expectSound = async (page: typeof buyer) => {
      await expectNoSideScroll(page);
      if (javaScriptEnabled) await expectAxeClean(page);
    };
    const press = (page: typeof buyer, words: string) => page.getByRole("button", { name: words, exact: true }).click();

    const ask = async () => {
      await buyer.goto(here);
      // Which one is the soonest follows from the boards, which other plays fill in.
      const link = buyer.locator('a[href*="via="]').first();
      const hub = /via=([\w-]+)/.exec((await link.getAttribute("href")) ?? "")?.[1];
      await link.click();
      await buyer.locator("[name=reason]").fill("The road at Horgos is closed for three days");
      await buyer.locator("[name=extra]").fill("a lot");
      await buyer.locator("#reroute .send-bar button").first().click();
      await expect(buyer.locator("#reroute-extra-error")).toHaveText(/\S/);
      await expect(buyer.locator("[name=reason]")).toHaveValue("The road at Horgos is closed for three days");
      await buyer.locator("[name=extra]").fill("1,200.00");
      await expectSound(buyer);
      await buyer.locator("#reroute .send-bar button").first().click();
      await expect(buyer).toHaveURL(({ pathname, search }) => pathname === here && search === "");
      return hub;
    };
    await ask();
    await expect(buyer.locator("#reroute")).toContainText("1,200.00");
    await expect(buyer.locator('a[href*="via="]')).toHaveCount(0);

    await carrier.goto(`/${language}/orders/${orderId}`);
    await expect(carrier.locator(".turn-bar")).toContainText(t("reroute.task.answer.yours"));
    await carrier.locator(".turn-bar a").click();
    await expect(carrier).toHaveURL(({ pathname, hash }) => pathname === here && hash === "#reroute");
    await expect(carrier.locator(".turn-bar")).toContainText(t("chain.turn.yours"));
    await press(carrier, t("reroute.panel.decline"));
    await expect(carrier.locator("#reroute-words-error")).toContainText(t("reroute.refusal.reason_required"));
    await expectSound(carrier);
    await carrier.locator("[name=words]").fill("Ask for a little more");
    await press(carrier, t("reroute.panel.decline"));
    await expect(carrier.locator("#reroute")).toHaveCount(0);
    expect(hubOf(dealId)).toBe(planned);

    const hub = await ask();
    await carrier.goto(here);
    await press(carrier, t("reroute.panel.agree"));
    await expect(carrier.locator("#reroute")).toHaveCount(0);
    await expect(carrier.locator("main")).toContainText(t("reroute.history.states.agreed"));
    expect(hubOf(dealId)).toBe(hub);
    await carrier.goto(`/${language}/orders/${orderId}`);
    const payable = carrier.locator("#price tr").filter({ hasText: t("orders.charges.withExtras") });
    await unfold(payable);
    await expect(payable).toContainText("38,200.00");
    await buyer.goto(here);
    await expect(buyer.locator(`a[href*="via=${hub}"]`)).toHaveCount(0);
    await expectSound(buyer);
  });
}
