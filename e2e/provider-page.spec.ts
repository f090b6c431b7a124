import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { expectAxeClean, SCHEMES } from "./support/axe";
import { enterAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

const TEXT = "Kiểm hàng tại xưởng, báo cáo kèm ảnh trong một ngày.";
const QUESTION = "Có đi kiểm vào chủ nhật không?";
const ANSWER = "Có, nếu đặt trước hai ngày làm việc.";

/** The provider's own page, by the button of its listings. */
async function ownPage(page: Page): Promise<string> {
  await page.goto("/zh-CN/organisation/listings");
  const href = await page.locator('a[href*="/providers/"]').first().getAttribute("href");
  return (href ?? "").replace("/zh-CN/", "/");
}

/** A figure of the exposure page, by its label. */
const figure = async (page: Page, label: string): Promise<number> => {
  await page.reload();
  return Number(await page.locator(".waybill > div").filter({ hasText: label }).locator(".figure").innerText());
};

test("a provider writes text, hours and an answer; a visitor reads them in Vietnamese and asks it for a bid; the provider sees that it was found and opened", async ({
  page,
  browser,
}, { project, retry }) => {
  const [zh, vi] = [translator("zh-CN"), translator("vi")];
  const own = `${QUESTION} ${project.name} ${retry}`;
  await enterAs(page, "inspector", "zh-CN");
  const path = await ownPage(page);
  const form = page.locator("form").filter({ has: page.locator("[name=textVi]") });
  await form.locator("[name=textVi]").fill(TEXT);
  for (const day of [1, 2, 3, 4, 5, 6, 7]) await form.locator(`[name=days][value="${day}"]`).setChecked(day < 6);
  await form.locator("[name=from]").fill("18:30");
  await form.locator("[name=to]").fill("17:30");
  await form.locator("[name=zone]").selectOption("Asia/Shanghai");
  await form.getByRole("button", { name: zh("catalogue.pageForm.save") }).click();
  await expect(page.getByText(zh("catalogue.issue.hours_reversed")).first()).toBeVisible();
  await page.locator("[name=from]").fill("08:30");
  await page.getByRole("button", { name: zh("catalogue.pageForm.save") }).click();
  await expect(page.getByText(zh("catalogue.pageForm.saved"))).toBeVisible();
  await expectAxeClean(page, SCHEMES);

  const adding = page.locator("#answers details").last();
  await adding.locator("summary").click();
  await adding.locator("[name=language]").selectOption("vi");
  await adding.locator("[name=question]").fill(own);
  await adding.locator("[name=answer]").fill(ANSWER);
  await adding.getByRole("button", { name: zh("catalogue.answersForm.save") }).click();
  await expect(page.locator("#answers li").filter({ hasText: own })).toHaveCount(1);

  const visitor = await (await browser.newContext({ viewport: page.viewportSize(), locale: "vi" })).newPage();
  await visitor.goto("/vi/providers?service=inspection");
  await expect(visitor.locator(`a[href$="${path}"]`).first()).toBeVisible();
  await visitor.goto(`/vi${path}`);
  await expect(visitor.getByText(TEXT)).toBeVisible();
  await expect(visitor.getByText("08:30").first()).toBeVisible();
  const fold = visitor.locator("#answers details").filter({ hasText: own });
  await unfold(fold.getByText(ANSWER));
  await expect(fold.getByText(ANSWER)).toBeVisible();
  await expectNoSideScroll(visitor);
  await expectAxeClean(visitor, SCHEMES);

  await visitor.getByRole("link", { name: vi("catalogue.provider.ask") }).click();
  await expect(visitor).toHaveURL(/\/vi\?ask=inspection/);
  await visitor.locator("[name=text]").fill("Kiểm 400 thùng đèn LED tại Ningbo, đi Hà Nội");
  await visitor.locator("#first button.btn-primary").click();
  await expect(visitor).toHaveURL(/\/vi\/start\//);
  const id = path.split("/").at(-1) ?? "";
  await expect(visitor.locator(`input[name=invited][value="${id}"]`)).toBeChecked();
  await visitor.context().close();

  await page.goto("/zh-CN/organisation/exposure");
  await expect.poll(() => figure(page, zh("catalogue.exposure.found")), { timeout: 30_000 }).toBeGreaterThan(0);
  await expect.poll(() => figure(page, zh("catalogue.exposure.opened")), { timeout: 30_000 }).toBeGreaterThan(0);
  await expectNoSideScroll(page);
  await expectAxeClean(page, SCHEMES);

  await page.goto("/zh-CN/organisation/listings#answers");
  const written = page.locator("#answers li").filter({ hasText: own });
  await written.getByRole("button", { name: zh("catalogue.answersForm.remove") }).click();
  await expect(page.locator("#answers li").filter({ hasText: own })).toHaveCount(0);
});

test("a buyer asks a provider for a bid from its page: the new deal asks for its service and invites it", async ({
  page,
}) => {
  const t = translator("en");
  await enterAs(page, "buyer2", "en");
  await page.goto("/en/providers?service=customs");
  const href = await page.locator('tbody a[href*="/en/providers/"]').first().getAttribute("href");
  await page.goto(href ?? "");
  await page.getByRole("link", { name: t("catalogue.provider.invite") }).click();
  await expect(page).toHaveURL(/\/shortlist\/invite\?with=/);
  await page.goto(href ?? "");
  await page.getByRole("link", { name: t("catalogue.provider.ask") }).click();
  await expect(page).toHaveURL(/\/en\/deals\/new\?ask=/);
  const id = (href ?? "").split("/").at(-1);
  await expect(page.locator(`input[name=invited][value="${id}"]`)).toBeChecked();
});
