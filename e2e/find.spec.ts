import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { expectAxeClean, SCHEMES } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

/** An order that is over, of the buyer's own: no play goes on with it. */
const orderThatIsOver = () =>
  stored(
    "SELECT id, reference FROM orders WHERE buyer_organisation_id = ? AND state = 'completed' ORDER BY id LIMIT 1",
    organisationOf("buyer"),
  )[0] as { readonly id: string; readonly reference: string };

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page) => dialog(page).getByRole("combobox");

test("one search finds by a part of a number, by a place and a page, and keys open what they have come to", async ({
  page,
}, { project }) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  const t = translator(locale);
  await signInAs(page, "buyer");
  await page.goto(`/${locale}/hubs`);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await expect(dialog(page).getByRole("group", { name: t("find.latest.commands") })).toBeVisible();
  await expectAxeClean(page, SCHEMES);

  await field(page).fill("霍尔果斯");
  await expect(dialog(page).getByRole("group", { name: t("find.kind.hubs") })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await field(page).fill(t("find.command.inbox.name"));
  const first = dialog(page).getByRole("option").first();
  await expect(first).toHaveAttribute("aria-selected", "true");
  await expect(first).toContainText(t("find.command.inbox.name"));
  await field(page).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/${locale}/inbox$`));

  // The keys go on in a field, and the page behind is where it was.
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
});

test("a number is found without its dashes and by its end, and Enter leads to the page of the search where nothing answers", async ({
  page,
}, { project }) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  await signInAs(page, "buyer");
  await page.goto(`/${locale}/orders`);
  const { id, reference } = orderThatIsOver();
  for (const part of [reference.replaceAll("-", "").toLowerCase(), reference.slice(-6)]) {
    await page.getByRole("link", { name: translator(locale)("shell.find") }).click();
    await field(page).fill(part);
    const hit = dialog(page).getByRole("option").filter({ hasText: reference });
    await expect(hit).toHaveAttribute("href", `/${locale}/orders/${id}`);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("link", { name: translator(locale)("shell.find") }).click();
  await field(page).fill("qqqqwwwweeee");
  await field(page).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/${locale}/find\\?q=qqqqwwwweeee$`));
  await expect(page.getByRole("main")).toContainText(translator(locale)("find.noneDetail"));
});

test("? shows the keys that act on the page, and they can be turned off and on without an account", async ({ page }, {
  project,
}) => {
  const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
  const t = translator(locale);
  await page.goto(`/${locale}/requests`);
  await page.keyboard.press("?");
  await expect(dialog(page)).toContainText(t("find.keys.act.next"));
  await expectAxeClean(page);
  await dialog(page)
    .getByRole("link", { name: t("find.keys.page") })
    .click();
  await expect(page).toHaveURL(new RegExp(`/${locale}/keys$`));
  // A page without a list tells nothing of rows.
  await page.keyboard.press("?");
  await expect(dialog(page)).toContainText(t("find.keys.act.find"));
  await expect(dialog(page)).not.toContainText(t("find.keys.act.next"));
  await page.keyboard.press("Escape");

  const main = page.getByRole("main");
  await main.getByRole("button", { name: t("ui.keys.off"), exact: true }).click();
  await expect(main.getByRole("button", { name: t("ui.keys.off"), exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
});

test("what the search answers is kept by no cache, and says nothing of anybody's own to a visitor", async ({
  request,
}) => {
  const { reference } = orderThatIsOver();
  const answer = await request.get(`/api/find?locale=en&q=${reference}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  expect(await answer.json()).toMatchObject({ q: reference, groups: [] });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the search of the bar is a page that finds the same", async ({ page }, { project }) => {
    const locale = languagesOf(project.name)[0] as "en" | "zh-CN";
    const t = translator(locale);
    await page.goto(`/${locale}`);
    await page.getByRole("link", { name: t("shell.find") }).click();
    await page.getByRole("searchbox", { name: t("find.label") }).fill("Horgos");
    await page.getByRole("button", { name: t("find.go") }).click();
    await expect(page.getByRole("main").locator(`a[href="/${locale}/hubs/horgos"]`)).toBeVisible();
  });
});
