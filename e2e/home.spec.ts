import { translator } from "@/server/platform/translate";
import { openPerson } from "./journey/person";
import { joinMarket, offerService } from "./journey/join-market";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const NEWCOMER = {
  person: "Zhao Min",
  nameOwn: "霍尔果斯丝桥国际货运代理有限公司",
  nameLatin: "Khorgos Silk Bridge Freight Forwarding Co., Ltd.",
  country: "CN",
  city: "Khorgos",
  registrationNumber: "91654004MA7AB3C508",
} as const;

test("a newcomer is led from the first step to the next, and the page around is true after each", async ({
  browser,
  baseURL,
}, { project }) => {
  const locale = languagesOf(project.name)[0] as string;
  const person = await openPerson(browser, { locale, baseURL: baseURL as string });
  const { page, t } = person;
  await joinMarket(person, NEWCOMER);
  // The frame was drawn while nobody knew of the organisation.
  await page.getByRole("button", { name: t("ui.shell.account") }).click();
  await expect(page.locator("#account-menu")).toContainText(locale === "en" ? NEWCOMER.nameLatin : NEWCOMER.nameOwn);
  await page.keyboard.press("Escape");
  const next = page.locator(".first-steps [aria-current=step]");
  await expect(next).toContainText(t("home.steps.name.post_request"));
  await page
    .getByRole("main")
    .getByRole("button", { name: t("home.side.provider") })
    .click();
  await expect(next).toContainText(t("home.steps.name.list_service"));
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  await next.getByRole("link").click();
  await offerService(person, "customs", { summary: NEWCOMER.nameLatin, hubId: "horgos", corridor: "CN-KZ" });
  await page
    .getByRole("link", { name: t("shell.nav.home") })
    .filter({ visible: true })
    .first()
    .click();
  await expect(next).toContainText(t("home.steps.name.ask_check"));
  await expect(page.locator("#fit")).toBeVisible();
  expect(person.complaints).toEqual([]);
});

test("a home holds what waits for each role, and each of it leads to where it is done", async ({ page }, {
  project,
}) => {
  const locale = languagesOf(project.name)[0] as string;
  const t = translator(locale);
  await signInAs(page, "buyer");
  await page.goto(`/${locale}/home`);
  const waiting = page.locator("#waits .data-table tbody tr");
  await expect(waiting.first()).toBeVisible();
  await waiting.first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/deals\/\w{26}$/);
  await expect(page.locator(".turn-bar.is-you").first()).toBeVisible();
  await page.context().clearCookies();
  await signInAs(page, "admin");
  await page.goto(`/${locale}/home`);
  await expect(page.locator("#share .figure")).toHaveText(/%/);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
  await page
    .locator("#share")
    .getByRole("link", { name: t("home.share.all") })
    .click();
  await expect(page).toHaveURL(/\/admin\/traffic/);
});
