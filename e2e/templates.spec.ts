import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const NAMES = { en: "Lamps to Moscow", "zh-CN": "灯具发莫斯科" } as const;

const WORDS = {
  en: {
    repeat: "Post the like again",
    keepThis: "Keep as template",
    name: "Name of the template",
    keep: "Keep it",
    kept: "Kept. It stands on the page of a new deal.",
    begin: "Begin from a template",
    start: "Begin",
    drop: "Remove",
  },
  "zh-CN": {
    repeat: "再发一单",
    keepThis: "存为模板",
    name: "模板名称",
    keep: "保存",
    kept: "已保存，发布新交易时可选用。",
    begin: "从模板开始",
    start: "使用",
    drop: "移除",
  },
} as const;

test("a deal is posted again without its days, kept as a template, begun from and removed", async ({ page }, {
  project,
}) => {
  const language = languagesOf(project.name)[0] as keyof typeof WORDS;
  const [words, name] = [WORDS[language], `${NAMES[language]} ${project.name}`];
  await signInAs(page, "buyer");
  await page.goto(`/${language}/deals`);
  await page.locator("main a[href*='/deals/0']").locator("visible=true").first().click();
  await expect(page).toHaveURL(/\/deals\/\w{26}$/);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: words.repeat }).click();

  await expect(page).toHaveURL(/\/deals\/drafts\/\w{26}$/);
  await expect(page.locator("[name=title]")).toHaveValue(title);
  await expect(page.locator("[name=readyDate]")).toHaveValue("");
  await expect(page.locator("[name=closesAt]")).toHaveValue("");
  await expect(page.locator('[name="cargo[0].hsCode"]')).toHaveValue(/\d{6}/);

  await page.getByText(words.keepThis).click();
  await page.getByLabel(words.name).fill(name);
  await page.getByRole("button", { name: words.keep, exact: true }).click();
  await expect(page.getByText(words.kept)).toBeVisible();

  await page.goto(`/${language}/deals/new`);
  const templates = page.locator("section.panel").filter({ has: page.getByRole("heading", { name: words.begin }) });
  await expect(templates.locator("b", { hasText: name })).toBeVisible();
  await expectNoSideScroll(page);
  await page.getByRole("button", { name: `${words.start} ${name}` }).click();
  await expect(page).toHaveURL(/\/deals\/drafts\/\w{26}$/);
  await expect(page.locator("[name=title]")).toHaveValue(title);

  await page.goto(`/${language}/deals/new`);
  await page.getByRole("button", { name: `${words.drop} ${name}` }).click();
  await expect(page.locator("b", { hasText: name })).toHaveCount(0);
});
