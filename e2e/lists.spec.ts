import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
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
