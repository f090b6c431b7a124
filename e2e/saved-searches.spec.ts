import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { askForCarriage } from "./support/carriage-request";
import { enterAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

const PLAY_MS = 180_000;
const LOCALE = "ru";
const t = translator(LOCALE);
/** A word that no other goods of the market have. */
const WORD = "zirkelbrett";

test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.91" } });

async function seen(page: Page): Promise<void> {
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

const told = () =>
  stored("SELECT m.body, m.stop_address FROM mails m WHERE m.subject LIKE ? ORDER BY m.id", `%${WORD}%`);

test("a visitor who saves a search is led to sign in, and comes back to it", async ({ page }) => {
  await page.goto(`/${LOCALE}/requests?q=granite+tiles&service=customs`);
  const save = page.getByRole("link", { name: t("notices.saved.from"), exact: true });
  await unfold(save);
  await save.click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator('button[name="handle"][value="inspector"]').click();
  await expect(page).toHaveURL(/\/saved\?keep=1/);
  await expect(page.locator("input[name=query]")).toHaveValue("q=granite+tiles&service=customs");
});

test("a provider saves a search, hears of the one request that it finds in the inbox and by a mail that stops at one press, and opens it", async ({
  page,
  request,
}) => {
  test.setTimeout(PLAY_MS);
  await enterAs(page, "provider", LOCALE);
  await page.goto(`/${LOCALE}/requests?q=${WORD}`);
  await page.getByRole("link", { name: t("notices.saved.from"), exact: true }).click();
  await seen(page);
  await page.getByRole("button", { name: t("notices.saved.send"), exact: true }).click();
  const kept = page.locator("#searches li").filter({ hasText: WORD });
  await expect(kept).toContainText(t("notices.saved.new", { count: 0 }));
  await seen(page);

  const buyer = callAs(request, "buyer");
  await askForCarriage(buyer, { deal: { title: "Granite plates" } });
  const id = await askForCarriage(buyer, { deal: { title: `Clamps ${WORD}` } });
  await expect.poll(() => told().length, { timeout: 30_000 }).toBe(1);
  const [mail] = told();
  expect(String(mail?.body)).toContain(`/requests/${id}`);
  expect(String(mail?.stop_address)).toContain("/stop");

  await page.goto(`/${LOCALE}/saved`);
  await expect(kept).toContainText(t("notices.saved.new", { count: 1 }));
  await kept.getByRole("button", { name: t("notices.saved.open") }).click();
  await expect(page).toHaveURL(new RegExp(`/requests\\?q=${WORD}$`));
  await expect(page.locator(`a[href$="/requests/${id}"]`).first()).toBeVisible();
  const [row] = stored("SELECT deal_id FROM notices WHERE kind = 'search_found' AND subject_id = ?", id);
  await page.goto(`/${LOCALE}/inbox?open=${String(row?.deal_id)}`);
  await expect(page.getByText(WORD).first()).toBeVisible();

  const stop = /\S+\/stop-mails\/\S+/.exec(String(mail?.body))?.[0] ?? "";
  const { pathname } = new URL(stop);
  const token = pathname.split("/").at(-1) ?? "";
  const pressed = await request.post(`/api/stop-mails/${token}`, { form: { "List-Unsubscribe": "One-Click" } });
  expect(pressed.status()).toBe(204);
  await page.goto(`/${LOCALE}/stop-mails/${token}`);
  const undo = page.getByRole("button", { name: t("notices.stop.undo") });
  await undo.click();
  await expect(page.getByRole("button", { name: t("notices.stop.send") })).toBeVisible();
  await page.goto(`/${LOCALE}/saved`);
  await expect(kept).toContainText(t("notices.saved.new", { count: 0 }));
  await kept.getByRole("button", { name: t("notices.saved.mute") }).click();
  await expect(kept).toContainText(t("notices.saved.muted"));
  await kept.getByRole("button", { name: t("notices.saved.drop") }).click();
  await expect(kept).toHaveCount(0);
});

test("a hub is watched from its page and left again, and a corridor has a feed that its page names", async ({
  page,
  request,
}) => {
  await enterAs(page, "buyer2", LOCALE);
  await page.goto(`/${LOCALE}/hubs/horgos`);
  await page.getByRole("link", { name: t("notices.watch.do"), exact: true }).click();
  await seen(page);
  await page.locator("main form button").first().click();
  const watched = page.locator("#watches li");
  await expect(watched).toHaveCount(1);
  await seen(page);
  await watched.getByRole("button").click();
  await expect(watched).toHaveCount(0);

  const [way] = stored("SELECT service, corridor FROM requests WHERE state = 'open' AND visibility = 'open' LIMIT 1");
  await page.goto(`/${LOCALE}/services/${String(way?.service)}/${String(way?.corridor)}`);
  const named = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const path = new URL(named ?? "").pathname;
  const feed = await request.get(path);
  expect([feed.status(), feed.headers()["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  expect(await feed.text()).toContain("<entry>");
  const again = await request.get(path, { headers: { "if-none-match": feed.headers()["etag"] ?? "" } });
  expect(again.status()).toBe(304);
  expect((await request.get(`/${LOCALE}/feeds/CN-XX.xml`)).status()).toBe(404);
});

test("a provider sees what fits it by corridor, and saves a corridor as an alert", async ({ page }) => {
  await enterAs(page, "provider", LOCALE);
  await page.goto(`/${LOCALE}/desk/corridors`);
  await seen(page);
  await page
    .getByRole("link", { name: new RegExp(t("bidding.leads.alert")) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/saved\?keep=1&corridor=[A-Z]{2}-[A-Z]{2}$/);
});
