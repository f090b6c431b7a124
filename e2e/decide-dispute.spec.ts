import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { sessionFile } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const REASONS = "Half of the wait was the queue at the border";

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? "with" : "without"} a script an administrator reads what a decision comes to before it binds, and may change it`, async ({
    browser,
  }, { project }) => {
    const [language = "en"] = languagesOf(project.name);
    const t = translator(language);
    const [dispute] = stored(
      "SELECT id, state FROM disputes WHERE ended_at IS NULL AND evidence_ends_at < (SELECT max(occurred_at) FROM outbox) ORDER BY id",
    );
    expect(dispute, "the demo market has a dispute that can be decided").toBeDefined();
    const viewport = project.use.viewport ?? null;
    const context = await browser.newContext({ storageState: sessionFile("admin"), javaScriptEnabled, viewport });
    const page = await context.newPage();
    await page.goto(`/${language}/admin/disputes/${String(dispute?.id)}`);
    const field = (name: string) => page.locator(`#decide [name="${name}"]`);
    const press = (words: string) => page.locator("#decide").getByRole("button", { name: words }).click();
    await field("outcome").selectOption("split");
    await field("sharePercent").fill("140");
    await field("words").fill(REASONS);
    await press(t("disputes.form.decide.check"));
    await expect(field("sharePercent")).toHaveAttribute("aria-invalid", "true");
    await field("sharePercent").fill("40");
    await press(t("disputes.form.decide.check"));
    // Nothing is decided yet: the button that binds repeats both sums.
    await expect(page.locator('#decide button[value="send"]')).toHaveText(/\d.*\d/);
    await expect(page.locator("#decide")).toContainText(REASONS);
    await expectNoSideScroll(page);
    if (javaScriptEnabled) await expectAxeClean(page);
    await press(t("disputes.form.decide.edit"));
    await expect(field("sharePercent")).toHaveValue("40");
    await expect(field("words")).toHaveValue(REASONS);
    expect(stored("SELECT id, state FROM disputes WHERE id = ?", dispute?.id as string)).toEqual([dispute]);
    await context.close();
  });
}
