import type { Locator, Page } from "@playwright/test";
import { PLAYED_LOCALES } from "@/test/played-locales";
import { translator } from "@/server/platform/translate";
import { openMailed, PASSWORD } from "./journey/join-market";
import { type Person, arrive, field, follow, go, press, write } from "./journey/person";
import { expectAxeClean } from "./support/axe";
import { callAs } from "./support/call-as";
import { askForCarriage } from "./support/carriage-request";
import { instantIn } from "./support/days-ahead";
import { enterAs } from "./support/sign-in";
import { organisationOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

/** Presses, choices and typed fields from the front page, or from the home of who offers the service, to a bid. At first it took 27 and 9. */
const OF_NEWCOMER = 15;
const OF_LISTED = 5;
const LONG_MS = 150_000;

// People are counted by address, and other plays send some too: a proxy on this machine is believed.
test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.43" } });

const NEWCOMERS = {
  en: {
    mores: [1, 2],
    ...{ zone: "Asia/Almaty", person: "Daulet Akhmetov", registrationNumber: "170540003213" },
    nameOwn: "Zhetysu Forwarding",
    ...{ inLatin: "Zhetysu Forwarding", city: "" },
  },
  "zh-CN": {
    mores: [3, 4],
    ...{ zone: "Asia/Shanghai", person: "周岚", registrationNumber: "91310115MA1K4D2U80" },
    nameOwn: "上海岚桥货运代理有限公司",
    ...{ inLatin: "Shanghai Lanqiao Freight Forwarding Co., Ltd.", city: "上海 Shanghai" },
  },
} as const;

function counting(page: Page, locale: string) {
  const person: Person = { page, locale, t: translator(locale), complaints: [] };
  let count = 0;
  return {
    person,
    count: () => count,
    counted: async (act: () => Promise<unknown>) => {
      count += 1;
      await act();
    },
  };
}

type Counting = ReturnType<typeof counting>;

/** Who bids: a person of the demo, or somebody new. In open bidding no two prices are level, so each asks so much more than is usual. */
type Bidder = { readonly who?: string; readonly more: number };

/** Carriage that closes next of what the front page leads to, which leaves out what closes within six hours; it asks nothing else of its bidders. */
const CLOSES_IN_DAYS = 6.1 / 24;

/** Which of the requests that the front page leads to is for carriage and asks nothing else of its bidders. */
async function shownOne(page: Page): Promise<string> {
  const links = page.locator("#next tbody th a");
  const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""));
  const [fit] = stored(
    `SELECT r.id FROM requests r WHERE r.id IN (${shown.map((id) => `'${id}'`).join(", ")}) AND r.service = 'logistics'
      AND coalesce(json_array_length(r.terms, '$.gates'), 0) = 0
      ORDER BY r.closes_at DESC LIMIT 1`,
  );
  return fit?.id as string;
}

/** Which of the requests that fit somebody of the demo asks for a first bid of theirs and for nothing else. */
async function unanswered(page: Page, who: string): Promise<string> {
  const links = page.locator('#fit tbody a[href*="request="]');
  const ids = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href")?.split("request=")[1] ?? ""),
  );
  const [one] = stored(
    `SELECT r.id FROM requests r WHERE r.id IN (${ids.map((id) => `'${id}'`).join(", ")})
      AND coalesce(json_array_length(r.terms, '$.gates'), 0) = 0
      AND r.id NOT IN (SELECT b.request_id FROM bids b WHERE b.provider_organisation_id = ?)
      ORDER BY r.closes_at DESC LIMIT 1`,
    organisationOf(who),
  );
  return one?.id as string;
}

const USUAL = `SELECT CAST(json_extract(line.value, '$.unitPriceMinor') AS INTEGER) AS price
  FROM bid_versions v JOIN bids b ON b.id = v.bid_id JOIN json_each(v.content, '$.lines') line
  WHERE v.content IS NOT NULL AND json_extract(v.content, '$.currency') = ? AND json_extract(line.value, '$.code') = ?
    AND json_extract(line.value, '$.basis') = ? AND json_extract(line.value, '$.unitPriceMinor') > 0`;
/** Where nobody has asked anything for such a charge yet, nothing is far from it. */
const ANY_PRICE = "70000";

/** What is usually asked for the charge of a line, by the organisation where it has asked for it, and `more` of the currency beside it: far from that a form asks whether it is meant. */
async function usualPrice(page: Page, line: Locator, { who, more }: Bidder): Promise<string> {
  const charge = [
    await page.locator("[name=currency]").inputValue(),
    await line.locator('[name$=".code"]').inputValue(),
    await line.locator('[name$=".basis"]').inputValue(),
  ];
  const own = who
    ? stored(`${USUAL} AND b.provider_organisation_id = ? ORDER BY price`, ...charge, organisationOf(who))
    : [];
  const prices = own.length > 0 ? own : stored(`${USUAL} ORDER BY price`, ...charge);
  return String(Math.round(Number(prices[Math.floor(prices.length / 2)]?.price ?? ANY_PRICE) / 100) + more);
}

/** A price and the days: what no bid can be without. */
async function bid({ person, counted }: Counting, bidder: Bidder): Promise<void> {
  const { page, t } = person;
  await expectNoSideScroll(page);
  const inPercent = page.locator(".input-group span", { hasText: "%" });
  const line = page.locator(".bid-rows > li").filter({ hasNot: inPercent }).first();
  const price = await usualPrice(page, line, bidder);
  await counted(() => line.locator('[name$=".price"]').fill(price));
  await counted(() => write(person, t("bidding.form.days.min"), "12"));
  await counted(() => press(person, t("bidding.form.check")));
  const send = page.getByRole("button", { name: new RegExp(t("bidding.form.send", { amount: ".*" })) });
  await counted(() => send.click());
  await expect(page.locator("#own-bid")).toBeVisible();
}

for (const locale of PLAYED_LOCALES) {
  const { zone, person: name, mores, inLatin, city, ...organisation } = NEWCOMERS[locale];

  test.describe(`in ${locale}`, () => {
    test.use({ timezoneId: zone });

    test(`a provider who is new here bids after ${OF_NEWCOMER} interactions, one of them in a mail`, async ({
      page,
      request: calls,
    }) => {
      test.setTimeout(LONG_MS);
      await askForCarriage(callAs(calls, "buyer"), { bidding: { closesAt: instantIn(CLOSES_IN_DAYS) } });
      const by = counting(page, locale);
      const { person, counted } = by;
      const { t } = person;
      await go(person, "");
      const request = await shownOne(page);
      await counted(() => page.locator(`#next a[href$="/requests/${request}"]`).click());
      await arrive(person, new RegExp(`/requests/${request}$`));
      await expectAxeClean(page);
      await counted(() => follow(person, t("bidding.way.do.signIn")));
      await arrive(person, /\/sign-up/);

      const email = `first-bid-${locale.toLowerCase()}@way-in.example`;
      await counted(() => write(person, t("accounts.field.name"), name));
      await counted(() => write(person, t("accounts.field.email"), email));
      await counted(() => write(person, t("accounts.field.password"), PASSWORD));
      await counted(() => press(person, t("accounts.signUp.send")));
      await expect(page.getByText(t("accounts.signUp.sentLead"))).toBeVisible();
      await counted(() => openMailed(person, email, t("accounts.mail.email_verification.subject")));
      await counted(() => press(person, t("accounts.verify.send")));

      await arrive(person, /\/organisation\/new\?next=/);
      await expectAxeClean(page);
      await expect(field(person, t("accounts.organisation.country"))).not.toHaveValue("");
      for (const [part, said] of Object.entries(organisation))
        await counted(() => page.locator(`[name="${part}"]`).fill(said));
      await counted(() => press(person, t("accounts.organisation.create")));
      await arrive(person, new RegExp(`/requests/${request}$`));
      await bid(by, { more: mores[0] });
      expect(by.count()).toBeLessThanOrEqual(OF_NEWCOMER);
      await page.goto(`/${locale}/organisation/profile`);
      await expect(page.locator("[name=nameLatin]")).toHaveValue(inLatin);
      await expect(page.locator("[name=city]")).toHaveValue(city);
    });

    test(`a provider who is listed bids after ${OF_LISTED} interactions from home`, async ({
      page,
      request: calls,
    }) => {
      test.setTimeout(LONG_MS);
      await askForCarriage(callAs(calls, "buyer"), { bidding: { closesAt: instantIn(CLOSES_IN_DAYS) } });
      await enterAs(page, "provider", locale);
      const by = counting(page, locale);
      await go(by.person, "/home");
      const fitting = await unanswered(page, "provider");
      await by.counted(() => page.locator(`#fit tbody a[href$="request=${fitting}"]`).click());
      await arrive(by.person, /\/desk\?request=/);
      await bid(by, { who: "provider", more: mores[1] });
      expect(by.count()).toBeLessThanOrEqual(OF_LISTED);
    });
  });
}

test("the link of a mail signs nobody in but in the browser in which the account was made", async ({
  page,
  browser,
}) => {
  const by = counting(page, "en");
  const { person } = by;
  const { t } = person;
  const email = "elsewhere@way-in.example";
  await go(person, "/sign-up");
  await write(person, t("accounts.field.name"), "Elsewhere");
  await write(person, t("accounts.field.email"), email);
  await write(person, t("accounts.field.password"), PASSWORD);
  await press(person, t("accounts.signUp.send"));
  await expect(page.getByText(t("accounts.signUp.sentLead"))).toBeVisible();
  const other = counting(await (await browser.newContext()).newPage(), "en").person;
  await openMailed(other, email, t("accounts.mail.email_verification.subject"));
  await press(other, t("accounts.verify.send"));
  await arrive(other, /\/sign-in\?done=verified/);
  expect((await other.page.context().cookies()).map((cookie) => cookie.name)).not.toContain("kouan.session");
  await other.page.context().close();
});
