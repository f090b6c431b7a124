import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { dayIn } from "./support/days-ahead";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

// Drafts of visitors are counted by address, and other plays send some too: a proxy on this machine is believed.
test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.75" } });

test("the help finds an answer as somebody types, and the same by a press without a script", async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  const locale = languagesOf(project.name)[0] as string;
  const t = translator(locale);
  const asked = locale === "en" ? "what does it cost" : "平台收费吗";
  const answer = t("help.article.fees.title");
  await page.goto(`/${locale}/help`);
  const box = page.getByRole("searchbox", { name: t("help.search.label") });
  await box.pressSequentially(asked);
  await expect(page.locator(".help-found").getByRole("link", { name: answer })).toBeVisible();
  await expect(page).toHaveURL(/\/help\?q=/);
  await expect(box, "what is typed stays typed").toHaveValue(asked);
  await expect(box).toBeFocused();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  const plain = await (await browser.newContext({ baseURL: baseURL as string, javaScriptEnabled: false })).newPage();
  await plain.goto(`/${locale}/help`);
  await plain.getByRole("searchbox", { name: t("help.search.label") }).fill(asked);
  await plain
    .getByRole("main")
    .getByRole("button", { name: t("help.search.do") })
    .click();
  await plain.locator(".help-found").getByRole("link", { name: answer }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText(answer);
  await plain.getByRole("link", { name: t("help.article.fees.link") }).click();
  await expect(plain).toHaveURL(`/${locale}/fees`);
  await plain.context().close();
});

test("a term is found by its name in another language, and has an address of its own", async ({ page }) => {
  await page.goto("/en/help?q=%E5%9B%9E%E6%89%A7");
  await expect(page.locator(".term-list dt").filter({ hasText: "Receipt" })).toBeVisible();
  await page.goto("/en/glossary#sealed");
  await expect(page.locator("#sealed dt")).toHaveText("Sealed");
  await expect(page.locator("#sealed")).toBeInViewport();
});

test("a fee that is entered for a later day is told to everybody beforehand", async ({ page }, { project }) => {
  const locale = languagesOf(project.name)[0] as string;
  const t = translator(locale);
  // Both windows enter one: each its own, so that neither says what holds anyway.
  const amount = project.name === "phone" ? "41" : "37";
  const note = `Announced by the play on the ${project.name}`;
  await signInAs(page, "admin");
  await page.goto(`/${locale}/admin/fees`);
  const form = page.locator("form:has([name=basis])");
  await form.locator("[name=payer]").selectOption("buyer");
  await form.locator("[name=basis]").selectOption("order");
  await form.locator("[name=percent]").fill("5");
  await form.locator("[name=amount]").fill(amount);
  await form.locator("[name=validFrom]").fill(dayIn(project.name === "phone" ? 80 : 70));
  await form.locator("[name=noteEn]").fill(note);
  await form.locator("[name=noteZh]").fill(note);
  await form.getByRole("button", { name: t("about.fees.form.send") }).click();
  await expect(form.locator("#fee-percent-error")).toContainText(t("about.issue.fee_takes_amount"));
  await form.locator("[name=percent]").fill("");
  await form.getByRole("button", { name: t("about.fees.form.send") }).click();
  await expect(page.getByText(t("about.done.fee"))).toBeVisible();
  await expect(page.locator(".data-table").getByText(note)).toBeVisible();
  await expect(async () => {
    await page.goto(`/${locale}/fees`);
    await expect(page.locator(".panel", { hasText: t("about.fees.coming") }).getByText(note)).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
});

test("a text is kept as a draft, and read by everybody once it is published", async ({ page }, { project }) => {
  // One text is written by one window, or each would publish what the other has written.
  const kind = project.name === "phone" ? "privacy" : "terms";
  const words = `Ours since today ${project.name}`;
  await signInAs(page, "admin");
  await page.goto(`/en/admin/texts?kind=${kind}`);
  await page.locator("[name=bodyEn]").fill(`## ${words}\n\n{operator} <b>runs</b> this. [Fees](/en/fees)`);
  await page.locator("[name=bodyZh]").fill(`## ${words}`);
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  await expect(page.getByText("is a draft. Everybody still reads")).toBeVisible();
  await page.goto(`/en/${kind}`);
  await expect(page.getByRole("heading", { name: words })).toHaveCount(0);
  await page.goto(`/en/admin/texts?kind=${kind}`);
  await page.getByRole("button", { name: /^Publish version/ }).click();
  await expect(page.getByRole("button", { name: /^Publish version/ })).toHaveCount(0);
  await expect(async () => {
    await page.goto(`/en/${kind}`);
    await expect(page.getByRole("heading", { name: words })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("main")).toContainText("<b>runs</b> this.");
  await expect(page.getByRole("main").getByRole("link", { name: "Fees" })).toHaveAttribute("href", "/en/fees");
});

test("the note of a first visit is put away for good, with a script and without one", async ({ browser, baseURL }, {
  project,
}) => {
  const locale = languagesOf(project.name)[0] as string;
  const t = translator(locale);
  // What a person puts away stays away, so each window is somebody else's.
  const role = project.name === "phone" ? "provider" : "buyer2";
  const path = role === "provider" ? "desk" : "deals/new";
  const isScripted = role === "provider";
  const page = await (
    await browser.newContext({ baseURL: baseURL as string, javaScriptEnabled: isScripted })
  ).newPage();
  await signInAs(page, role);
  await page.goto(`/${locale}/${path}`);
  const note = page.getByRole("complementary", { name: t("about.note.label") });
  await expect(note).toBeVisible();
  await note.getByRole("button", { name: t("about.note.dismiss") }).click();
  await expect(note).toHaveCount(0);
  await page.goto(`/${locale}/${path}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(note).toHaveCount(0);
  await page.context().close();
});

test("whoever has no account puts the note of the posting form away by a cookie", async ({ page }, { project }) => {
  const locale = languagesOf(project.name)[0] as string;
  const t = translator(locale);
  await page.goto(`/${locale}`);
  await page.getByLabel(t("landing.first.label")).fill("20 t of timber from Suifenhe to Yiwu by rail");
  await page.getByRole("button", { name: t("landing.first.send") }).click();
  await expect(page).toHaveURL(/\/start\//);
  const note = page.getByRole("complementary", { name: t("about.note.label") });
  await note.getByRole("button", { name: t("about.note.dismiss") }).click();
  await expect(note).toHaveCount(0);
  await page.reload();
  await expect(page.locator("[name=title]")).toHaveCount(1);
  await expect(note).toHaveCount(0);
});
