import type { Page } from "@playwright/test";
import { LOCALES } from "@/domain/shared/locale";
import { translator } from "@/server/platform/translate";
import { openMailed, PASSWORD } from "./journey/join-market";
import { type Person, arrive, field, follow, go, press, write } from "./journey/person";
import { expectAxeClean } from "./support/axe";
import { enterAs } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

/** Presses, choices and typed fields from the front page, or from the home of who offers the service, to a bid. At first it took 27 and 9. */
const OF_NEWCOMER = 15;
const OF_LISTED = 5;
const LONG_MS = 150_000;

// People are counted by address, and other plays send some too: a proxy on this machine is believed.
test.use({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.43" } });

// In open bidding no two prices are level.
const NEWCOMERS = {
  en: {
    prices: ["701", "702"],
    ...{ zone: "Asia/Almaty", person: "Daulet Akhmetov", registrationNumber: "170540003213" },
    nameOwn: "Zhetysu Forwarding",
    ...{ inLatin: "Zhetysu Forwarding", city: "" },
  },
  "zh-CN": {
    prices: ["703", "704"],
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

/** A price and the days: what no bid can be without. */
async function bid({ person, counted }: Counting, price: string): Promise<void> {
  const { page, t } = person;
  await expectNoSideScroll(page);
  const inPercent = page.locator(".input-group span", { hasText: "%" });
  const line = page.locator(".bid-rows > li").filter({ hasNot: inPercent }).first();
  await counted(() => line.locator('[name$=".price"]').fill(price));
  await counted(() => write(person, t("bidding.form.days.min"), "12"));
  await counted(() => press(person, t("bidding.form.check")));
  const send = page.getByRole("button", { name: new RegExp(t("bidding.form.send", { amount: ".*" })) });
  await counted(() => send.click());
  await expect(page.locator("#own-bid")).toBeVisible();
}

for (const locale of LOCALES) {
  const { zone, person: name, prices, inLatin, city, ...organisation } = NEWCOMERS[locale];

  test.describe(`in ${locale}`, () => {
    test.use({ timezoneId: zone });

    test(`a provider who is new here bids after ${OF_NEWCOMER} interactions, one of them in a mail`, async ({
      page,
    }) => {
      test.setTimeout(LONG_MS);
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
      await bid(by, prices[0]);
      expect(by.count()).toBeLessThanOrEqual(OF_NEWCOMER);
      await page.goto(`/${locale}/organisation/profile`);
      await expect(page.locator("[name=nameLatin]")).toHaveValue(inLatin);
      await expect(page.locator("[name=city]")).toHaveValue(city);
    });

    test(`a provider who is listed bids after ${OF_LISTED} interactions from home`, async ({ page }) => {
      test.setTimeout(LONG_MS);
      await enterAs(page, "provider", locale);
      const by = counting(page, locale);
      await go(by.person, "/home");
      await by.counted(() => page.locator("#fit tbody a").last().click());
      await arrive(by.person, /\/desk\?request=/);
      await bid(by, prices[1]);
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
