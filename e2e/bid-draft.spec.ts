import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";
import { askForCarriage } from "./support/carriage-request";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { languagesOf } from "./support/forms/languages";
import { cookieOf, sessionFile, signInAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";
import { unfold } from "./support/unfold";

/** Digits that occur nowhere else. */
const SECRET = "73914682";
const SAVED_MS = 15_000;
/** Longer than a change waits to be saved. */
const QUIET_MS = 4_000;

type Writer = { readonly page: Page; readonly address: string; readonly t: ReturnType<typeof translator> };

/** A provider before a request that nobody else bids on; `close` ends its bidding. */
async function write(page: Page, request: APIRequestContext, project: string) {
  const [language = "en"] = languagesOf(project);
  const buyer = callAs(request, "buyer");
  const id = await askForCarriage(buyer);
  await signInAs(page, "provider");
  const address = `/${language}/requests/${id}`;
  await page.goto(address);
  return { page, address, id, t: translator(language), close: () => buyer(`/requests/${id}/close`, {}) };
}

const price = (page: Page) => page.locator("[name='charges[0].price']").first();
const said = (page: Page) => page.locator("#bid output");
const press = ({ page, t }: Writer, key: string) => page.getByRole("button", { name: t(key), exact: true }).click();

/** The same person elsewhere, with or without scripts. */
async function elsewhere(browser: Browser, of: Writer, javaScriptEnabled = true): Promise<Writer> {
  const context = await browser.newContext({ storageState: sessionFile("provider"), javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(of.address);
  return { ...of, page };
}

const draftsOf = (id: string) => stored("SELECT * FROM bid_drafts WHERE request_id = ?", id);

test("what is typed of a bid saves itself, is there on another device, in nobody else's page, and becomes the bid", async ({
  page,
  browser,
  request,
  baseURL,
}, { project }) => {
  const writer = await write(page, request, project.name);
  await price(page).fill(`${SECRET} or so`);
  await page.locator("[name='transitDays.min']").fill("soon");
  await expect(said(page)).toHaveText(/\d:\d\d:\d\d/, { timeout: SAVED_MS });
  await expect(price(page)).toHaveValue(`${SECRET} or so`);
  expect(draftsOf(writer.id)).toHaveLength(1);

  const other = await elsewhere(browser, writer);
  await expect(price(other.page)).toHaveValue(`${SECRET} or so`);
  await expect(other.page.locator("[name='transitDays.min']")).toHaveValue("soon");
  await expect(other.page.locator("#bid")).toContainText(writer.t("bidding.draft.notSent"));
  await expectNoSideScroll(other.page);
  await expectAxeClean(other.page);

  for (const who of ["buyer", "admin"] as const) {
    const answer = await request.get(`${baseURL}${writer.address}`, { headers: { cookie: cookieOf(who) } });
    expect(await answer.text(), who).not.toContain(SECRET);
  }

  await price(other.page).fill("1250");
  await other.page.locator("[name='transitDays.min']").fill("2");
  await other.page.locator("[name='transitDays.max']").fill("4");
  await press(other, "bidding.form.check");
  const send = other.page.locator("#bid button[value=send]");
  await expect(send).toBeVisible();
  // Prices far from what is usual are meant here.
  for (const tick of await other.page.locator("#outliers input").all()) await tick.check();
  await send.click();
  await expect(other.page.locator("#own-bid")).toBeVisible();
  await expect(other.page.locator("#bid")).not.toContainText(writer.t("bidding.draft.besideBid"));
  expect(draftsOf(writer.id)).toEqual([]);
  await other.page.context().close();
});

test("without a script a draft is saved by its button, stands among the bids, and is discarded in a second step", async ({
  page,
  browser,
  request,
}, { project }) => {
  const writer = await write(page, request, project.name);
  const plain = await elsewhere(browser, writer, false);
  await price(plain.page).fill("twelve");
  const remarks = plain.page.locator("[name=remarks]");
  await unfold(remarks);
  await remarks.fill("USD 200 a day");
  await press(plain, "bidding.form.saveDraft");
  await expect(plain.page).toHaveURL(/\?draft=/);
  await expect(price(plain.page)).toHaveValue("twelve");
  await expect(plain.page.locator("[name=remarks]")).toHaveValue("USD 200 a day");

  const [reference] = stored("SELECT reference FROM requests WHERE id = ?", writer.id);
  await page.goto(writer.address.replace(/requests\/.*/, "bids"));
  const row = page.getByText(String(reference?.reference)).locator("visible=true").first();
  await expect(row).toBeVisible();
  await expect(page.locator("main")).toContainText(writer.t("bidding.turn.who.you"));
  await expectNoSideScroll(page);
  await expectAxeClean(page);

  await plain.page.getByRole("link", { name: writer.t("bidding.step.discard.ask") }).click();
  await press(plain, "bidding.step.discard.send");
  await expect(plain.page.locator("main")).toContainText(writer.t("bidding.draft.discarded"));
  await expect(price(plain.page)).not.toHaveValue("twelve");
  expect(draftsOf(writer.id)).toEqual([]);
  await plain.page.context().close();
});

test("two windows never overwrite each other unseen: the later one is told, keeps its text and may choose", async ({
  page,
  browser,
  request,
}, { project }) => {
  const writer = await write(page, request, project.name);
  const other = await elsewhere(browser, writer);
  await price(page).fill("100");
  await expect(said(page)).toHaveText(/\d:\d\d:\d\d/, { timeout: SAVED_MS });
  // Whoever types nothing saves nothing.
  await other.page.waitForTimeout(QUIET_MS);
  expect(draftsOf(writer.id)).toMatchObject([{ version: 1 }]);
  await price(other.page).fill("200");
  const conflict = other.page.locator("#draft-conflict");
  await expect(conflict).toBeVisible({ timeout: SAVED_MS });
  await expect(price(other.page)).toHaveValue("200");
  await expectNoSideScroll(other.page);
  await expectAxeClean(other.page);
  await press(other, "bidding.draft.keepThis");
  await expect(other.page).toHaveURL(/\?draft=/);
  await expect(price(other.page)).toHaveValue("200");

  await price(page).fill("300");
  await expect(page.locator("#draft-conflict")).toBeVisible({ timeout: SAVED_MS });
  await page.locator("#draft-conflict").getByRole("link").click();
  await expect(price(page)).toHaveValue("200");
  await expect(page.locator("#draft-conflict")).toHaveCount(0);
  await other.page.context().close();
});

test("after the close a draft is still read as it was typed, and says that it cannot be sent any more", async ({
  page,
  request,
}, { project }) => {
  const { address, t, close } = await write(page, request, project.name);
  await price(page).fill("twelve");
  await page.getByRole("button", { name: t("bidding.form.saveDraft"), exact: true }).click();
  await expect(page).toHaveURL(/\?draft=/);

  // What is being typed at the close is not lost either: the page is not drawn anew below it, and the form says what to do.
  await price(page).fill("thirteen");
  await close();
  await expect(page.getByRole("link", { name: t("requests.live.news"), exact: true })).toBeVisible();
  await page.getByRole("button", { name: t("bidding.form.saveDraft"), exact: true }).click();
  await expect(page.locator("#bid [role=alert]").first()).toContainText(t("bidding.refusal.draft_too_late"));
  await expect(price(page)).toHaveValue("thirteen");

  await page.goto(address);
  await expect(page.locator("#bid")).toContainText(t("bidding.draft.over"));
  await expect(price(page)).toHaveValue("twelve");
  await expect(page.locator("#bid button:visible")).toHaveCount(0);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
});
