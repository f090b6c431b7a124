import type { APIRequestContext } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { instantIn } from "./support/days-ahead";
import { callAs } from "./support/call-as";
import { askForCarriage, bidOnCarriage } from "./support/carriage-request";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { stepsOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

for (const { list, filter, column } of [
  { list: "orders", filter: "service=customs", column: "party" },
  { list: "deals", filter: "sort=posted", column: "next" },
] as const) {
  test(`a person arranges the list of ${list}: columns, a view that is kept, renamed and removed, and a file of it`, async ({
    page,
  }, { project }) => {
    const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
    const t = translator(locale);
    // Both windows are one person: each keeps a view of its own.
    const name = `${project.name} ${list}`;
    await signInAs(page, project.name === "phone" ? "buyer" : "buyer2");
    await page.goto(`/${locale}/${list}?${filter}`);
    await expectNoSideScroll(page);
    await page.getByRole("link", { name: t("lists.tools.arrange") }).click();
    await expectNoSideScroll(page);
    await expectAxeClean(page);

    const label = t(`${list}.column.${column}`);
    const box = page.getByRole("checkbox", { name: label, exact: true });
    const isShown = await box.isChecked();
    await box.setChecked(!isShown);
    await page.getByRole("button", { name: t("lists.arrange.keepColumns") }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/${list}\\?${filter}$`));
    await expect(page.locator("thead th", { hasText: label })).toHaveCount(isShown ? 0 : 1);

    await page.getByRole("link", { name: t("lists.tools.arrange") }).click();
    await page.getByLabel(t("lists.arrange.viewName")).fill(name);
    await page.getByRole("button", { name: t("lists.arrange.send") }).click();
    const view = page.getByRole("link", { name, exact: true });
    await expect(view).toHaveAttribute("aria-current", "true");
    await page.goto(`/${locale}/${list}`);
    await expect(view).not.toHaveAttribute("aria-current", "true");
    await view.click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/${list}\\?${filter}$`));

    const loading = page.waitForEvent("download");
    await page.getByRole("link", { name: t("lists.tools.csv") }).click();
    expect((await loading).suggestedFilename()).toBe(`${list}.csv`);

    await page.getByRole("link", { name: t("lists.tools.arrange") }).click();
    const kept = page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
    await kept.getByText(t("lists.arrange.rename"), { exact: true }).first().click();
    await kept.getByRole("textbox").fill(`${name} 2`);
    await kept.getByRole("button", { name: t("lists.arrange.rename"), exact: true }).click();
    await expect(page.getByRole("link", { name: `${name} 2`, exact: true })).toBeVisible();
    await page
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: `${name} 2`, exact: true }) })
      .getByRole("button", { name: t("lists.arrange.drop") })
      .click();
    await expect(page.getByRole("link", { name: `${name} 2`, exact: true })).toHaveCount(0);
  });
}

test("a list is sorted by a press on a head, on a phone among its filters, and what it is asked stays", async ({
  page,
}, { project }) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  const t = translator(locale);
  const sorted = new RegExp(`/${locale}/orders\\?.*sort=-price`);
  await signInAs(page, "buyer");
  await page.goto(`/${locale}/orders?side=buyer`);
  const head = page.locator("thead th").filter({ hasText: t("orders.column.price") });
  if (project.name === "phone") {
    await page.getByRole("button", { name: t("ui.filter.open") }).click();
    await page.getByLabel(t("orders.sort.label")).selectOption("-price");
    await page.getByRole("button", { name: t("ui.filter.apply") }).click();
  } else {
    await head.getByRole("link").click();
  }
  await expect(page).toHaveURL(sorted);
  await expect(page).toHaveURL(/side=buyer/);
  await expect(head).toHaveAttribute("aria-sort", "descending");
});

/** An order of carriage that is delivered, made by calls. */
async function deliveredOrder(request: APIRequestContext): Promise<{ id: string; reference: string }> {
  const [buyer, provider] = [callAs(request, "buyer"), callAs(request, "provider")];
  const requestId = await askForCarriage(buyer, { bidding: { mayCloseEarly: true } });
  const bidId = await bidOnCarriage(provider, requestId);
  await buyer(`/requests/${requestId}/close`, {});
  await buyer(`/requests/${requestId}/award`, { bids: [{ bidId }] });
  const [order] = stored("SELECT id, reference FROM orders WHERE request_id = ?", requestId);
  const [id, reference] = [String(order?.id), String(order?.reference)];
  const steps = stepsOf(id);
  for (const code of steps.slice(0, steps.indexOf("delivered") + 1))
    await provider(`/orders/${id}/milestones`, {
      ...{ code, occurredAt: new Date().toISOString() },
      ...{ earlyReason: "Played in a minute", papersReason: "On paper" },
    });
  return { id, reference };
}

test("a buyer accepts several deliveries at once and is told what became of each", async ({ page, request }, {
  project,
}) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  const t = translator(locale);
  const both = [await deliveredOrder(request), await deliveredOrder(request)];
  await signInAs(page, "buyer");
  await page.goto(`/${locale}/orders`);
  await page.getByRole("link", { name: t("orders.several.link") }).click();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  const send = page.getByRole("button", { name: t("orders.several.accept") });
  await send.click();
  await expect(page.getByText(t("issues.choose_one")).first()).toBeVisible();
  for (const { reference } of both) await page.getByRole("checkbox", { name: new RegExp(reference) }).check();
  await send.click();
  await expect(page.getByText(t("orders.several.accepted", { done: 2, asked: 2 }))).toBeVisible();
  for (const { id, reference } of both) {
    await expect(page.getByRole("checkbox", { name: new RegExp(reference) })).toHaveCount(0);
    expect(stored("SELECT state FROM orders WHERE id = ?", id)).not.toEqual([{ state: "delivered" }]);
  }
});

test("a provider withdraws several bids at once, chosen by keys and as a run, and is told what became of each", async ({
  page,
  request,
}, { project }) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  const t = translator(locale);
  const [buyer, provider] = [callAs(request, "buyer"), callAs(request, "provider")];
  const requests = [await askForCarriage(buyer, {}), await askForCarriage(buyer, {})];
  const bids = [];
  for (const id of requests) bids.push(await bidOnCarriage(provider, id));
  const references = requests.map((id) =>
    String(stored("SELECT reference FROM requests WHERE id = ?", id)[0]?.reference),
  );
  await signInAs(page, "provider");
  await page.goto(`/${locale}/bids`);
  await page.getByRole("link", { name: t("lists.withdraw.link") }).click();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  const boxOf = (reference: string) => page.getByRole("checkbox", { name: new RegExp(reference) });
  const [first, last] = references.map(boxOf) as [ReturnType<typeof boxOf>, ReturnType<typeof boxOf>];

  await first.focus();
  await page.keyboard.press("x");
  await expect(first).toBeChecked();
  await page.keyboard.press("x");
  await expect(first).not.toBeChecked();
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await expect(page.locator("[data-rows] [type=checkbox]:focus")).toHaveCount(1);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText(t("find.keys.act.select"));
  await page.keyboard.press("Escape");
  await page.context().addCookies([{ name: "keys", value: "off", url: new URL(page.url()).origin }]);
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain("keys=off");
  await first.focus();
  await page.keyboard.press("x");
  await expect(first, "single keys are turned off").not.toBeChecked();
  await page.context().clearCookies({ name: "keys" });
  await expect.poll(() => page.evaluate(() => document.cookie)).not.toContain("keys=off");

  await first.click();
  await last.click({ modifiers: ["Shift"] });
  await expect(first).toBeChecked();
  await expect(last).toBeChecked();
  const states = await page
    .locator("[data-rows] [type=checkbox]")
    .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
  expect(states.slice(states.indexOf(true), states.lastIndexOf(true)), "the run has no gap").not.toContain(false);
  await page.reload();
  await first.check();
  await last.check();
  await page.getByRole("button", { name: t("lists.withdraw.withdraw") }).click();
  await expect(page.getByText(t("lists.withdraw.withdrawn", { done: 2, asked: 2 }))).toBeVisible();
  for (const id of bids) expect(stored("SELECT state FROM bids WHERE id = ?", id)).toEqual([{ state: "withdrawn" }]);
});

test("where nothing waits, no button is shown that would do nothing", async ({ page }, { project }) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  const t = translator(locale);
  for (const [role, path, reason, button] of [
    ["provider", "/orders/accept", "orders.several.none", "orders.several.accept"],
    ["provider", "/deals/drafts", "deals.draft.noneLeft", "deals.draft.discardChosen"],
    ["buyer", "/bids/withdraw", "lists.withdraw.none", "lists.withdraw.withdraw"],
  ] as const) {
    await signInAs(page, role);
    await page.goto(`/${locale}${path}`);
    await expect(page.getByText(t(reason))).toBeVisible();
    await expect(page.getByRole("button", { name: t(button) })).toHaveCount(0);
  }
});

test("a provider passes on a request and on several, which leaves its desk and nothing else, and takes them back", async ({
  page,
  request,
}, { project }) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  const t = translator(locale);
  const bidding = { closesAt: instantIn(2), decideBy: instantIn(6) };
  // Where the provider carries to.
  const deal = { hubId: "pingxiang", destinationId: "VNHAN", incoterm: { rule: "DAP", place: "Hanoi" } };
  const id = await askForCarriage(callAs(request, "buyer"), { bidding, deal });
  const reference = String(stored("SELECT reference FROM requests WHERE id = ?", id)[0]?.reference);
  const passed = () => stored("SELECT request_id FROM passed_requests WHERE request_id = ?", id).length;
  await signInAs(page, "provider");
  const onDesk = page.locator(".desk-queue").getByText(reference);
  await page.goto(`/${locale}/desk`);
  await expect(onDesk).toHaveCount(1);
  await page.goto(`/${locale}/requests/${id}`);
  await page.getByRole("link", { name: t("lists.pass.pass.one") }).click();
  await page.getByRole("button", { name: t("lists.pass.pass.one") }).click();
  await expect(page.getByText(t("lists.pass.isPassed"))).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  await page.goto(`/${locale}/desk`);
  await expect(page.locator(".desk-queue")).toBeAttached();
  await expect(onDesk).toHaveCount(0);
  await page.goto(`/${locale}/requests?passed=1`);
  await page.getByRole("link", { name: reference }).click();
  await page.getByRole("link", { name: t("lists.pass.takeUp.one") }).click();
  await page.getByRole("button", { name: t("lists.pass.takeUp.one") }).click();
  await expect(page.getByRole("link", { name: t("lists.pass.pass.one") })).toBeVisible();
  expect(passed()).toBe(0);

  await page.goto(`/${locale}/desk/pass`);
  const box = page.getByRole("checkbox", { name: new RegExp(reference) });
  await box.check();
  await page.getByRole("button", { name: t("lists.pass.pass.send") }).click();
  await expect(page.getByText(t("lists.pass.passed", { done: 1, asked: 1 }))).toBeVisible();
  expect(passed()).toBe(1);
  await page
    .locator("#passed")
    .getByRole("checkbox", { name: new RegExp(reference) })
    .check();
  await page.getByRole("button", { name: t("lists.pass.takeUp.send") }).click();
  await expect(page.getByText(t("lists.pass.takenUp", { done: 1, asked: 1 }))).toBeVisible();
  expect(passed()).toBe(0);
});
