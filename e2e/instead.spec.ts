import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as unwatched } from "@playwright/test";
import { LOCALES } from "@/domain/shared/locale";
import { expectAxeClean } from "./support/axe";
import { IN_PRODUCTION, type OwnServer, expectFault, fieldToken, startWithoutDatabase } from "./support/own-server";
import { signInAs } from "./support/sign-in";
import { damageStored, organisationOf, stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const LOCALE_OF: Readonly<Record<string, string>> = { desktop: "en", phone: "zh-CN" };

type Words = {
  readonly fault: { readonly title: string; readonly again: string };
  readonly missing: { readonly title: string; readonly requests: string; readonly home: string };
};
type RefusedWords = {
  readonly requests: string;
  readonly outage: { readonly title: string; readonly again: string };
  readonly elsewhere: { readonly title: string; readonly again: string };
  readonly no_address: { readonly title: string };
};
const read = (...path: readonly string[]) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../messages", ...path), "utf8"));
const wordsOf = (locale: string): Words => read(locale, "forms", "instead.json");
const refusedWordsOf = (locale: string): RefusedWords => read(locale, "error-pages.json");

test("a page that is not there says so in the reader's language", async ({ page }, { project }) => {
  const locale = LOCALE_OF[project.name] as string;
  for (const address of [`/${locale}/nowhere`, `/${locale}/requests/nothing`]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf(locale).missing.title);
    await expectNoSideScroll(page);
    await expectAxeClean(page);
  }
});

/** Writes what no code of ours would into a request that nobody else here looks at, and answers how to undo it. */
function damage(at: number): { readonly id: string; readonly mend: () => void } {
  const old = "SELECT id, terms FROM requests WHERE state = 'awarded' AND visibility = 'open' ORDER BY id LIMIT 2";
  const { id, terms } = stored(old)[at] as { id: string; terms: string };
  const write = (value: string) => damageStored("UPDATE requests SET terms = ? WHERE id = ?", value, id);
  write("[]");
  return { id, mend: () => write(terms) };
}

// Not watched: a fault is what the browser complains of, and what is looked for.
unwatched(
  "a fault gives a reference, and the page comes once it can be made",
  async ({ page, browser, baseURL }, { project }) => {
    const locale = LOCALE_OF[project.name] as string;
    const { fault } = wordsOf(locale);
    const { id, mend } = damage(locale === "en" ? 0 : 1);
    try {
      const response = await page.goto(`/${locale}/requests/${id}`);
      expect(response?.status()).toBe(500);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(fault.title);
      await expect(page.getByRole("main")).toContainText(/\d{6,}/);
      await expectAxeClean(page);
      const again = page.getByRole("button", { name: fault.again });
      await Promise.all([page.waitForEvent("load"), again.click()]);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(fault.title);
      // Without scripts the same page stands there, with the same reference and a link.
      const reference = /\d{6,}/.exec(await page.getByRole("main").innerText())?.[0] as string;
      expectFault(reference);
      const plain = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
      expect((await plain.goto(`/${locale}/requests/${id}`))?.status()).toBe(500);
      await expect(plain.getByRole("heading", { level: 1 })).toHaveText(fault.title);
      await expect(plain.getByRole("main")).toContainText(reference);
      await expect(plain.getByRole("contentinfo")).toBeVisible();
      mend();
      await plain.getByRole("link", { name: fault.again }).click();
      await expect(plain.locator("dl.waybill").first()).toBeVisible();
      await plain.context().close();
      await again.click();
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(fault.title);
      await expect(page.locator("dl.waybill").first()).toBeVisible();
    } finally {
      mend();
    }
  },
);

/** The page of something that the demo market holds and `buyer2` has no part in. */
function foreign(kind: "orders" | "deals"): string {
  const parties = kind === "orders" ? "buyer_organisation_id, provider_organisation_id" : "buyer_organisation_id";
  const ids = stored(
    `SELECT id FROM ${kind} WHERE ? NOT IN (${parties}) ORDER BY id LIMIT 1`,
    organisationOf("buyer2"),
  );
  return `/${kind}/${String(ids[0]?.id)}`;
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("what is not there is a whole page with its status, in the reader's language, with a way on", async ({ page }, {
    project,
  }) => {
    const locale = LOCALE_OF[project.name] as string;
    const { missing } = wordsOf(locale);
    const refused = refusedWordsOf(locale);
    await signInAs(page, "buyer2");
    await page.goto(`/${locale}/requests`);
    const addresses = [
      [`/${locale}/nowhere`, 404, missing.title],
      [`/${locale}/requests/nothing`, 404, missing.title],
      [`/${locale}/deals/nothing`, 404, missing.title],
      [`/${locale}${foreign("orders")}`, 404, missing.title],
      [`/${locale}${foreign("deals")}`, 404, missing.title],
      [`/${locale}/instead/visitor/outage`, 404, missing.title],
      ["/nowhere.svg", 404, missing.title],
      [`/${locale}/%`, 400, refused.no_address.title],
      [`/api/files/nothing`, 404, missing.title],
    ] as const;
    for (const [address, status, title] of addresses) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(status);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(title);
      await expect(page.locator("html"), address).toHaveAttribute("lang", locale);
      const main = page.getByRole("main");
      await expect(main.getByRole("link", { name: missing.requests })).toHaveAttribute("href", `/${locale}/requests`);
      await expect(main.getByRole("link", { name: missing.home })).toHaveAttribute("href", `/${locale}`);
      await expect(page.getByRole("banner").locator(`a[href="/${locale}/account"]`)).toBeVisible();
      await expect(page.getByRole("contentinfo")).toBeVisible();
    }
  });

  test("a theme that was chosen, and the same address in the other language, are kept", async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: "theme", value: "dark", url: baseURL as string }]);
    await page.goto("/en/requests/nothing?q=%22a%22&b=1");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator('#language-menu a[lang="zh-CN"]')).toHaveAttribute(
      "href",
      "/zh-CN/requests/nothing?q=%22a%22&b=1",
    );
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  });

  for (const locale of LOCALES) {
    test(`a link into the field that opens nothing says so in ${locale}, and offers every language`, async ({
      page,
    }) => {
      const { forged } = read(locale, "forms", "field.json").over;
      const response = await page.goto(`/${locale}/f/dead`);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(forged.title);
      await expect(page.getByRole("main")).toContainText(forged.detail);
      await expect(page.locator("#language-menu a")).toHaveCount(5);
      await expect(page.locator('#language-menu a[lang="vi"]')).toHaveAttribute("href", "/vi/f/dead");
    });
  }
});

test("a form from another site is refused with a whole page", async ({ request }) => {
  const { elsewhere } = refusedWordsOf("zh-CN");
  const headers = { origin: "https://elsewhere.example" };
  const response = await request.post("/zh-CN/sign-in", { form: { email: "a" }, headers });
  expect(response.status()).toBe(403);
  expect(response.headers()["x-instead"]).toBeUndefined();
  const html = await response.text();
  for (const part of ['lang="zh-CN"', `<h1>${elsewhere.title}</h1>`, 'href="/zh-CN/sign-in"', elsewhere.again])
    expect(html).toContain(part);
});

// Not watched: the server is another one than the tested market's.
unwatched.describe("while the database is out of reach", () => {
  // One after the other: each process that played some of them would start a database and a server of its own.
  unwatched.describe.configure({ mode: "default" });
  let server: OwnServer;
  unwatched.beforeAll(async () => {
    server = await startWithoutDatabase();
  });
  unwatched.afterAll(() => server?.stop());

  for (const isScripted of [false, true]) {
    unwatched.describe(isScripted ? "and scripts run" : "and no script runs", () => {
      unwatched.use({ javaScriptEnabled: isScripted });

      unwatched(
        "a page says so with 503, when to come again and the reference of the log",
        async ({ page }, { project }) => {
          const locale = LOCALE_OF[project.name] as string;
          const { outage } = refusedWordsOf(locale);
          const address = `/${locale}/requests?q=%22`;
          const response = await page.goto(`${server.url}${address}`);
          expect(response?.status()).toBe(503);
          expect(Number(response?.headers()["retry-after"])).toBeGreaterThan(0);
          await expect(page.getByRole("heading", { level: 1 })).toHaveText(outage.title);
          await expect(page.getByRole("main").getByRole("link", { name: outage.again })).toHaveAttribute(
            "href",
            address,
          );
          await expect(page.locator(`a[href="/${locale}/sign-in"]`)).toBeVisible();
          await expect(page.locator(".demo-banner")).toHaveCount(0);
          const reference = /\d{6,}/.exec(await page.getByRole("main").innerText())?.[0];
          expect(reference).toBeDefined();
          expect(server.lines().filter((line) => line.includes(`"reference":"${reference}"`))).not.toEqual([]);
          if (!isScripted) return;
          await expectNoSideScroll(page);
          await expectAxeClean(page, ["light", "dark"]);
        },
      );
    });
  }

  for (const locale of LOCALES) {
    unwatched(`a page in the field says so in ${locale}, too`, async ({ page }) => {
      const { outage } = refusedWordsOf(locale);
      const address = `/${locale}/f/${fieldToken()}`;
      const response = await page.goto(`${server.url}${address}`);
      expect(response?.status()).toBe(503);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(outage.title);
      await expect(page.getByRole("link", { name: outage.again })).toHaveAttribute("href", address);
      await expectNoSideScroll(page);
    });
  }

  unwatched("whom to tell of a hole is said all the same, and where search engines may look", async ({ request }) => {
    const security = await request.get(`${server.url}/.well-known/security.txt`);
    expect(security.status()).toBe(200);
    expect(await security.text()).toContain(`Contact: ${IN_PRODUCTION.SECURITY_CONTACT}`);
    expect(await (await request.get(`${server.url}/robots.txt`)).text()).toContain("Disallow: /en/orders");
  });
});
