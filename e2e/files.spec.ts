import { languagesOf } from "./support/forms/languages";
import { expectAxeClean } from "./support/axe";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

const WORDS = {
  en: { add: "Add files", send: "Upload", kept: "Uploaded.", remove: "Take away" },
  "zh-CN": { add: "添加附件", send: "上传", kept: "上传成功。", remove: "移除" },
} as const;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test("a provider attaches a file to its order, has it back as it was, and takes it away; a drawing with a script is refused", async ({
  page,
}, { project }) => {
  const language = languagesOf(project.name)[0] as keyof typeof WORDS;
  const [words, name] = [WORDS[language], `seal-${project.name}.txt`];
  await signInAs(page, "provider");
  await page.goto(`/${language}/orders`);
  await page.locator("main a[href*='/orders/0']").locator("visible=true").first().click();
  await expect(page).toHaveURL(/\/orders\/\w{26}$/);

  const attach = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const field = page.getByLabel(words.add);
    await unfold(field);
    await field.setInputFiles(file);
    await page.getByRole("button", { name: words.send, exact: true }).click();
  };
  await attach({ name, mimeType: "text/plain", buffer: Buffer.from("seal KZ 004518\n") });
  await expect(page.getByText(words.kept)).toBeVisible();
  const link = page.getByRole("link", { name }).locator("visible=true").first();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe(name);
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await attach({ name: "drawing.txt", mimeType: "text/plain", buffer: Buffer.from(SVG) });
  await expect(page.getByText(words.kept)).toHaveCount(0);
  await expect(page.locator("main [role=alert]").first()).toBeVisible();

  await page.getByRole("button", { name: words.remove }).locator("visible=true").first().click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});
