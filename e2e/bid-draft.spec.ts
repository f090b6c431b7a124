import type { Browser, Page } from "@playwright/test";
import { translator } from "@/server/platform/words/translate";
import { expectAxeClean } from "./support/axe";
import { languagesOf } from "./support/forms/languages";
import { cookieOf, sessionFile, signInAs } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

/** Digits that occur nowhere else. */
const SECRET = "73914682";
const SAVED_MS = 15_000;
/** Longer than a change waits to be saved. */
const QUIET_MS = 4_000;
const HOUR_MS = 3_600_000;

/** Each test writes on a request of its own, in both windows at once. */
const PLACES = ["itself", "button", "windows"] as const;

const TESTS = PLACES.length * 2;

/** Of which test a request is: others open and close meanwhile, so that its place among them would not stay the same. */
const testOf = (id: string): number => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % TESTS;

/** An open request that the provider may bid on and has not. All that it may bid on are dealt out among the tests. */
function openRequest(project: string, place: (typeof PLACES)[number]): string {
  const rows = stored(
    `SELECT r.id, EXISTS (SELECT 1 FROM bids b WHERE b.request_id = r.id AND b.provider_organisation_id = @own)
        OR EXISTS (SELECT 1 FROM bid_drafts d WHERE d.request_id = r.id AND d.provider_organisation_id = @own) AS taken
      FROM requests r JOIN listings l ON l.service = r.service AND l.organisation_id = @own AND l.is_active = 1
      WHERE r.state = 'open' AND r.visibility = 'open' AND r.buyer_organisation_id <> @own
        AND r.closes_at > CAST(@from AS INTEGER)
      ORDER BY r.id`,
    { own: organisationOf("provider"), from: String(Date.now() + HOUR_MS) },
  );
  const own = PLACES.indexOf(place) * 2 + (project === "phone" ? 1 : 0);
  const row = rows.find(({ id, taken }) => testOf(id as string) === own && taken === 0);
  if (!row) throw new Error("The demo market has too few open requests for its provider");
  return row.id as string;
}

type Writer = { readonly page: Page; readonly address: string; readonly t: ReturnType<typeof translator> };

async function write(page: Page, project: string, place: (typeof PLACES)[number]): Promise<Writer & { id: string }> {
  const [language = "en"] = languagesOf(project);
  await signInAs(page, "provider");
  const id = openRequest(project, place);
  const address = `/${language}/requests/${id}`;
  await page.goto(address);
  return { page, address, id, t: translator(language) };
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
  const writer = await write(page, project.name, "itself");
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
  await other.page.locator("#bid button[value=send]").click();
  await expect(other.page.locator("#own-bid")).toBeVisible();
  await expect(other.page.locator("#bid")).not.toContainText(writer.t("bidding.draft.besideBid"));
  expect(draftsOf(writer.id)).toEqual([]);
  await other.page.context().close();
});

test("without a script a draft is saved by its button, stands among the bids, and is discarded in a second step", async ({
  page,
  browser,
}, { project }) => {
  const writer = await write(page, project.name, "button");
  const plain = await elsewhere(browser, writer, false);
  await price(plain.page).fill("twelve");
  await plain.page.locator("[name=remarks]").fill("USD 200 a day");
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
}, { project }) => {
  const writer = await write(page, project.name, "windows");
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
