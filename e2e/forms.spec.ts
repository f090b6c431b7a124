import type { Locator, Page } from "@playwright/test";
import { languagesOf } from "./support/forms/languages";
import { WRONG_FORMS, type WrongForm } from "./support/forms/wrong-forms";
import { openForBid } from "./support/carriage-request";
import { signInAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

const AUTOSAVE_MS = 15_000;

const named = (form: Locator, name: string): Locator => form.locator(`[name="${name}"]`).first();

/** The form that has all these fields: pages have others. */
const formWith = (page: Page, names: readonly string[]): Locator =>
  names.reduce((forms, name) => forms.filter({ has: page.locator(`[name="${name}"]`) }), page.locator("main form"));

async function fillIn(form: Locator, typed: WrongForm["typed"]): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    const field = named(form, name);
    const isSelect = await field.evaluate((element) => element.tagName === "SELECT");
    await unfold(field);
    await (isSelect ? field.selectOption(text) : field.fill(text));
  }
}

const send = (form: Locator, button: string | undefined): Promise<void> =>
  form
    .locator(button ? `button[value="${button}"]:not([aria-hidden])` : "button")
    .last()
    .click();

/** The words that are read with a field because it is wrong. */
const errorOf = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element.closest("[aria-describedby]")?.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => id.endsWith("-error"))
      .map((id) => document.getElementById(id)?.innerText ?? "")
      .join(" "),
  );

async function expectKept(form: Locator, typed: WrongForm["typed"]): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    const kept = /password/i.test(name) ? "" : text;
    await expect(named(form, name), `what was typed into ${name}`).toHaveValue(kept);
  }
}

for (const wrongly of WRONG_FORMS) {
  test(`${wrongly.what}, filled in wrongly, says at each field what to mend, and keeps the rest`, async ({ page }, {
    project,
  }) => {
    const [language = "en"] = languagesOf(project.name);
    await signInAs(page, wrongly.role);
    await page.goto(`/${language}${wrongly.path}`);
    if (wrongly.path === "/desk") await openForBid(page, language);
    const form = formWith(page, Object.keys(wrongly.typed));
    await fillIn(form, wrongly.typed);
    await send(form, wrongly.button);
    const summary = form.locator(".error-summary");
    await expect(summary).toBeFocused();
    for (const name of wrongly.wrong) expect(await errorOf(named(form, name)), name).toMatch(/\S/);
    await expectKept(form, wrongly.typed);
    await expectNoSideScroll(page);
    await summary.getByRole("link").first().press("Enter");
    await expect(named(form, wrongly.wrong[0] as string)).toBeFocused();
  });
}

const TITLE = "Timber, typed slowly";

test("a new posting that saves itself is one draft, and stays as it was typed", async ({ page }) => {
  await signInAs(page, "buyer");
  await page.goto("/en/deals/new");
  const [title, draftId] = [page.locator("[name=title]"), page.locator("form:has([name=title]) [name=draftId]")];
  const id = await draftId.inputValue();
  for (const words of [TITLE, `${TITLE}, and on`]) {
    const saved = page.waitForResponse((answer) => answer.request().method() === "POST", { timeout: AUTOSAVE_MS });
    await title.fill(words);
    expect((await saved).status()).toBe(200);
    await expect(page.locator("output").last()).toHaveText(/\d:\d\d/);
    await expect(title).toHaveValue(words);
    await expect(title).toBeFocused();
    await expect(draftId).toHaveValue(id);
    expect(stored("SELECT title FROM deal_drafts WHERE id = ?", id)).toEqual([{ title: words }]);
  }
});

test("what is typed before the scripts have come is saved as well", async ({ page }) => {
  await signInAs(page, "buyer");
  const scripts = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto("/en/deals/new", { waitUntil: "commit" });
  const id = await page.locator("form:has([name=title]) [name=draftId]").inputValue();
  await page.locator("[name=title]").fill(TITLE);
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST", { timeout: AUTOSAVE_MS });
  scripts.resolve();
  expect((await saved).status()).toBe(200);
  expect(stored("SELECT title FROM deal_drafts WHERE id = ?", id)).toEqual([{ title: TITLE }]);
});

test("a posting with two services leads to every field that is wrong, and keeps what was typed", async ({ page }, {
  project,
}) => {
  const [language = "en"] = languagesOf(project.name);
  await signInAs(page, "buyer");
  await page.goto(`/${language}/deals/new`);
  const typed = {
    title: "木材 Timber",
    goodsValue: "a lot",
    "cargo[0].hsCode": "77.01",
    "cargo[0].packages": "-3",
    "cargo[0].grossWeightKg": "1e30",
    readyDate: "",
  };
  const form = page.locator("form", { has: page.locator("[name=title]") });
  await fillIn(form, typed);
  for (const service of ["customs", "inspection"]) await form.locator(`[name=wanted][value=${service}]`).check();
  await send(form, "check");
  await expect(page).toHaveURL(/check=1/);
  const summary = form.locator(".error-summary");
  await expect(summary).toBeFocused();
  for (const name of ["goodsValue", "cargo[0].hsCode", "cargo[0].packages", "cargo[0].grossWeightKg", "readyDate"])
    expect(await errorOf(named(form, name)), name).toMatch(/\S/);
  for (const link of await summary.getByRole("link").all()) {
    const id = (await link.getAttribute("href"))?.slice(1) ?? "";
    expect(await errorOf(page.locator(`[id="${id}"]`)), id).toMatch(/\S/);
  }
  await expectKept(form, typed);
  await expectNoSideScroll(page);
});
