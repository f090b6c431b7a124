import type { Page, TestInfo } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { askForCarriage } from "./support/carriage-request";
import { enterAs, signInAs } from "./support/sign-in";
import { damageStored, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

/** The phone is looked at in Chinese and the desk in English. */
const localeOf = ({ project }: TestInfo): "en" | "zh-CN" => (project.name === "phone" ? "zh-CN" : "en");

/** The link that a mail of the demo market brings, which stops mails of its topic. */
/** The stop links of the mails that were written so far, each of one person and topic. */
const stopTokens = (): string[] => {
  const bodies = stored("SELECT DISTINCT body FROM mails WHERE body LIKE '%/stop-mails/%'");
  return [...new Set(bodies.flatMap(({ body }) => /\/stop-mails\/(\S+)/.exec(String(body))?.[1] ?? []))].sort();
};

async function seen(page: Page): Promise<void> {
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

test("a reader finds what needs them apart, opens a deal in place by keys, and mutes and unmutes it where it stands", async ({
  page,
}, info) => {
  const locale = localeOf(info);
  const t = translator(locale);
  await signInAs(page, "provider");
  await page.goto(`/${locale}/inbox`);
  const needed = page.getByRole("list", { name: t("notices.inbox.needed") });
  await expect(needed.getByRole("listitem").first()).toBeVisible();
  const groups = page.getByRole("list", { name: t("notices.inbox.groups") });
  const first = groups.locator("a.row-link").first();
  await expect(first).toHaveAttribute("aria-expanded", "false");
  await seen(page);
  await page.keyboard.press("j");
  await expect(needed.locator("a.row-link").first()).toBeFocused();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]open=/);
  await expect(page.getByRole("list", { name: t("notices.inbox.list") })).toBeVisible();
  const press = (key: string) => page.getByRole("button", { name: t(`notices.inbox.${key}`), exact: true });
  await press("muteDeal").click();
  await expect(page.getByText(t("notices.inbox.mutedMeans"))).toBeVisible();
  await seen(page);
  await press("undoDeal").click();
  await expect(press("muteDeal")).toBeVisible();
});

/** In two windows no more than a provider may have waiting at a time. */
const ASKED = 9;

test("of what needs a reader the first lines stand at once, those due first, and all of them after a press", async ({
  page,
  request,
}, info) => {
  const locale = localeOf(info);
  const t = translator(locale);
  const [buyer, provider] = [callAs(request, "buyer"), callAs(request, "provider")];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const requestId = await askForCarriage(buyer);
    await provider(`/requests/${requestId}/questions`, { question: "Is the loading ramp open on Saturday?" });
  }
  await enterAs(page, "buyer", locale);
  await page.goto(`/${locale}/inbox`);
  const needed = page.getByRole("list", { name: t("notices.inbox.needed") }).getByRole("listitem");
  await expect(async () => {
    await page.reload();
    await expect(needed).toHaveCount(12, { timeout: 1_000 });
  }).toPass();
  const due = await needed.allInnerTexts();
  await page.locator('#needed a[href$="needed=all#needed"]').click();
  await expect.poll(() => needed.count()).toBeGreaterThan(12);
  expect((await needed.allInnerTexts()).slice(0, 6).map((line) => line.split("\n")[0])).toEqual(
    due.slice(0, 6).map((line) => line.split("\n")[0]),
  );
  await seen(page);
});

test("what a reader chooses of a topic stands in their account when they come back", async ({ page }, info) => {
  const locale = localeOf(info);
  const t = translator(locale);
  await enterAs(page, "inspector", locale);
  await page.goto(`/${locale}/account`);
  const timing = page.getByLabel(t("notices.choices.mailOf", { topic: t("notices.topic.hubs") }));
  const choose = async (value: string) => {
    await timing.selectOption(value);
    await page
      .locator("#notices")
      .getByRole("button", { name: t("notices.choices.send"), exact: true })
      .click();
    await expect(page.getByText(t("notices.choices.saved"))).toBeVisible();
    await page.reload();
    await expect(timing).toHaveValue(value);
  };
  await choose("daily");
  await seen(page);
  await choose("never");
});

test("the link of a mail stops its like without a session at one press, by a mail program too, and undoes it; opening it changes nothing", async ({
  page,
  request,
}, info) => {
  const locale = localeOf(info);
  const t = translator(locale);
  // Both windows play at once: each stops what is another's.
  const token = stopTokens().at(locale === "en" ? 0 : -1) as string;
  const [, what] = token.split(".");
  const topic = t(`notices.topic.${what}`);
  const isStopped = page.getByText(t("notices.stop.stopped", { name: topic }));
  const stop = page.getByRole("button", { name: t("notices.stop.send") });
  await request.get(`/api/stop-mails/${token}`);
  await page.goto(`/${locale}/stop-mails/${token}`);
  await expect(stop).toBeVisible();
  await seen(page);
  await stop.click();
  await expect(isStopped).toBeVisible();
  await seen(page);
  await page.getByRole("button", { name: t("notices.stop.undo") }).click();
  await expect(stop).toBeVisible();
  const answer = await request.post(`/api/stop-mails/${token}`, { form: { "List-Unsubscribe": "One-Click" } });
  expect(answer.status()).toBe(204);
  await page.reload();
  await expect(isStopped).toBeVisible();
  await page.getByRole("button", { name: t("notices.stop.undo") }).click();
  await expect(stop).toBeVisible();
  const forged = `${token.slice(0, -2)}AA`;
  expect((await request.post(`/api/stop-mails/${forged}`, { form: {} })).status()).toBe(404);
  await page.goto(`/${locale}/stop-mails/${forged}`);
  await expect(page.getByText(t("notices.stop.unknown"))).toBeVisible();
});

test("whoever has not confirmed their address is told so where it matters, and has the link sent again", async ({
  page,
}, info) => {
  const locale = localeOf(info);
  const t = translator(locale);
  await enterAs(page, "broker", locale);
  await page.goto(`/${locale}/account`);
  const email = String(await page.locator(".page-sub").first().textContent());
  damageStored("UPDATE users SET email_verified_at = NULL WHERE email = ?", email.trim());
  for (const place of ["home", "inbox"] as const) {
    await page.goto(`/${locale}/${place}`);
    await expect(page.getByText(t(`accounts.unconfirmed.${place}`, { email: email.trim() }))).toBeVisible();
  }
  await seen(page);
  await page.getByRole("button", { name: t("accounts.account.sendLink") }).click();
  await expect(page.getByText(t("accounts.account.linkSent"))).toBeVisible();
});
