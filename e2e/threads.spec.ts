import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { RIVAL } from "./journey/cast";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { askForCarriage, bidOnCarriage } from "./support/carriage-request";
import { languagesOf } from "./support/forms/languages";
import { enterAs, sessionFile } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

const NUMBER = "+7 701 234 56 78";

async function write(page: Page, words: string): Promise<void> {
  const form = page.locator('form:has(textarea[name="words"])').last();
  await form.locator("textarea").fill(words);
  await form.locator("button").last().click();
}

async function expectSound(page: Page): Promise<void> {
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

test("the two sides of a bid write to each other, contacts come with the award, and the order has one story", async ({
  browser,
  request,
}, { project }) => {
  const [language = "en"] = languagesOf(project.name);
  const t = translator(language);
  const [asBuyer, asRival] = [callAs(request, "buyer"), callAs(request, RIVAL)];
  const requestId = await askForCarriage(asBuyer, { bidding: { mayCloseEarly: true } });
  const bidId = await bidOnCarriage(asRival, requestId);
  const thread = `#thread-${bidId}`;
  const buyer = await (
    await browser.newContext({ storageState: sessionFile("buyer"), javaScriptEnabled: false })
  ).newPage();
  const rival = await (await browser.newContext()).newPage();
  await enterAs(rival, RIVAL, language);

  // Before the opening nobody has a thread.
  await buyer.goto(`/${language}/requests/${requestId}?thread=${bidId}`);
  await expect(buyer.locator(thread)).toHaveCount(0);
  await asBuyer(`/requests/${requestId}/close`, {});

  // Without a script: the buyer chooses the bidder and writes.
  await buyer.goto(`/${language}/requests/${requestId}`);
  await unfold(buyer.locator(`a[href*="thread=${bidId}"]`));
  await buyer.locator(`a[href*="thread=${bidId}"]`).click();
  await write(buyer, `When is the cut-off? Call ${NUMBER}`);
  await expect(buyer.locator(thread)).toContainText(NUMBER);
  await expect(buyer.locator(thread)).toContainText(t("threads.held.kind.phone"));

  await rival.goto(`/${language}/requests/${requestId}`);
  await expect(rival.locator(thread)).toContainText("When is the cut-off?");
  await expect(rival.locator(thread)).not.toContainText("701");
  await expectSound(rival);
  // Whoever has it in sight has read it.
  await rival.locator(thread).locator("form").first().scrollIntoViewIfNeeded();
  await expect(rival.getByRole("button", { name: t("threads.markRead", { count: 1 }) })).toHaveCount(0);
  await write(rival, "Thursday 16:00, the truck is in by noon");
  await expect(rival.locator(thread)).toContainText("Thursday 16:00");
  await buyer.reload();
  await expect(buyer.locator(thread)).toContainText(t("threads.read"));
  // Whoever has the page open is shown what comes.
  await write(buyer, "Noon is fine");
  await expect(rival.locator(thread)).toContainText("Noon is fine");

  await asBuyer(`/requests/${requestId}/award`, { bids: [{ bidId }] });
  const [row] = stored("SELECT id FROM orders WHERE request_id = ?", requestId);
  const orderId = String(row?.id);
  await rival.goto(`/${language}/orders/${orderId}`);
  const story = rival.locator(thread);
  await expect(story).toContainText(NUMBER);
  await expect(story).toContainText(t("threads.story.turning.placed"));

  // A file is laid ready, and goes with the next message.
  await unfold(story.locator("a, button").first());
  await story.getByRole("link", { name: t("threads.form.addFiles") }).click();
  await story.locator("input[type=file]").setInputFiles({
    ...{ name: "cmr.txt", mimeType: "text/plain" },
    buffer: Buffer.from("CMR 0042817"),
  });
  await story.locator("input[type=file]").locator("xpath=ancestor::form").locator("button").click();
  await expect(rival.locator(thread)).toContainText(t("threads.laid"));
  await write(rival, "The waybill is here");
  await expect(rival.locator(thread).getByRole("link", { name: "cmr.txt" })).toBeVisible();
  await expectSound(rival);
  await buyer.goto(`/${language}/orders`);
  await expect(buyer.locator(`tr:has(a[href$="${orderId}"])`)).toContainText(t("orders.column.unread", { count: 1 }));
  await buyer.goto(`/${language}/orders/${orderId}`);
  // What is unread stands open.
  await expect(buyer.locator(thread).getByRole("link", { name: "cmr.txt" })).toBeVisible();
  // axe waits for timers, which a page without scripts has none of.
  await expectNoSideScroll(buyer);
  await write(buyer, "The waybill has come");
  await expect(rival.locator(thread)).toContainText("The waybill has come");
});
