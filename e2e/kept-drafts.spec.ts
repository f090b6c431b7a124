import type { Page } from "@playwright/test";
import type { Locale } from "@/domain/shared/locale";
import { translator } from "@/server/platform/translate";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, test } from "./support/test";

const SAVED_MS = 15_000;

/** The text before a blank of a message. */
const before = (words: string): string => words.split("§")[0] as string;

async function opened(page: Page, project: string): Promise<{ language: Locale; t: ReturnType<typeof translator> }> {
  const [language = "en"] = languagesOf(project);
  await signInAs(page, "buyer2");
  await page.goto(`/${language}/deals/new`);
  // The list of places gives way to the search once the scripts are there.
  await expect(page.locator("input#originId[role=combobox]")).toBeVisible();
  return { language, t: translator(language) };
}

const title = (page: Page) => page.locator("[name=title]");

test("what is typed is saved with a link to the draft, and whoever leaves by a link and comes back finds all of it", async ({
  page,
}, { project }) => {
  const { language, t } = await opened(page, project.name);
  const [first, second, third] = ["one", "two", "three"].map((one) => `Lamps ${one} ${project.name} ${Date.now()}`);
  await title(page).fill(first as string);
  await expect(page.getByText(t("deals.form.unsaved"))).toBeVisible();
  const link = page.locator(".action-bar").getByRole("link", { name: t("deals.form.openDraft") });
  await expect(link).toBeVisible({ timeout: SAVED_MS });
  await expect(page.locator(".action-bar output").last()).toContainText(before(t("deals.form.saved", { time: "§" })));
  const draft = (await link.getAttribute("href")) as string;
  expect(draft).toMatch(/\/deals\/drafts\/\w{26}$/);

  // Sooner than it saves by itself, and back by the browser's own button: the same form, with all that was typed.
  await title(page).fill(second as string);
  await page
    .locator(".top-bar a[href$='/orders']")
    .or(page.locator(".phone-tabs a[href$='/orders']"))
    .locator("visible=true")
    .first()
    .click();
  await expect(page).toHaveURL(/\/orders/);
  await page.goBack();
  await expect(title(page)).toHaveValue(second as string);

  // Left for good while it is typed: the browser has it.
  await title(page).fill(third as string);
  await page.goto(`/${language}/hubs`);
  await page.goto(draft);
  await expect(title(page)).toHaveValue(third as string);
  await expect(page.locator(".action-bar").getByRole("link", { name: t("deals.form.openDraft") })).toBeVisible({
    timeout: SAVED_MS,
  });
  await page.goto(`/${language}/deals/new`);
  await page.getByRole("link", { name: t("deals.draft.goOn") }).click();
  await expect(page).toHaveURL(/\/deals\/drafts\/\w{26}$/);
});

test("without a connection what is typed is kept in the browser, says so, and is sent once there is one", async ({
  page,
  context,
}, { project }) => {
  const { language, t } = await opened(page, project.name);
  const typed = `Offline ${project.name} ${Date.now()}`;
  await context.setOffline(true);
  await title(page).fill(typed);
  await expect(page.getByText(t("deals.form.keptHere"))).toBeVisible({ timeout: SAVED_MS });
  // A press leads nowhere, and loses nothing.
  await page
    .getByRole("button", { name: t("deals.form.save"), exact: true })
    .first()
    .click();
  await expect(title(page)).toHaveValue(typed);
  await context.setOffline(false);
  await expect(page.locator(".action-bar").getByRole("link", { name: t("deals.form.openDraft") })).toBeVisible({
    timeout: SAVED_MS,
  });

  // Closed without a connection: the next new deal sends it and leads to it.
  await page.goto(`/${language}/deals/new`);
  await expect(page.locator("input#originId[role=combobox]")).toBeVisible();
  await context.setOffline(true);
  await title(page).fill(`${typed} closed`);
  await expect(page.getByText(t("deals.form.keptHere"))).toBeVisible({ timeout: SAVED_MS });
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(`/${language}/deals/new`);
  await expect(next.getByText(t("deals.form.sentLate"))).toBeVisible({ timeout: SAVED_MS });
  await next
    .locator(".note")
    .getByRole("link", { name: t("deals.form.openDraft") })
    .click();
  await expect(title(next)).toHaveValue(`${typed} closed`);
});
