import type { Page } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { fill, pageRoutes, type Route } from "./support/routes";
import { samplesOf } from "./support/samples";
import type { Role } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";
import { windowOf } from "./support/window-of";

const VISIT_MS = 30_000;
/** The wide window is looked through in English, the phone in Chinese: each word and each width is seen, and each once. */
const LOCALE_OF: Readonly<Record<string, string>> = { desktop: "en", phone: "zh-CN" };
/** What a tab says: the page's heading and the product, or the product and what it is. */
const TITLE_OF: Readonly<Record<string, RegExp>> = { en: /\S · Kouan$|^Kouan · \S/, "zh-CN": /\S · 口岸$|^口岸 · \S/ };
const SAMPLES_MAX: Readonly<Record<string, number>> = { desktop: 8, phone: 2 };
/** Pages beside a request look alike in most of its states: a few of them are enough. */
const BESIDE_MAX = 3;
const isBeside = ({ path }: Route): boolean => /\/\[requestId\]\/.+/.test(path);

/** Whose page it is, by the group it stands in. */
function rolesOf({ file }: Route): readonly Role[] {
  if (file.includes("/(admin)/")) return ["admin"];
  if (file.includes("/(market)/")) return ["buyer", "provider"];
  if (file.includes("/(account)/account/")) return ["buyer"];
  if (file.includes("/(account)/")) return ["visitor"];
  if (file.includes("/[requestId]/amend/")) return ["buyer"];
  // A request is read by everybody, and bid on from the same page.
  if (file.includes("/[requestId]/")) return ["visitor", "buyer", "provider"];
  return ["visitor", "buyer"];
}

/** Pages that only lead on. */
const LEADS_TO: Readonly<Record<string, string>> = { "/[locale]/organisation": "/[locale]/organisation/profile" };

type Values = ReturnType<typeof samplesOf>[number];

/** Pages of what is in some states only; of what is in another they lead back to it. */
const ONLY_OF: Readonly<Record<string, (values: Values) => boolean>> = {
  "/[locale]/requests/[requestId]/amend": ({ requestId = "" }) =>
    stored("SELECT id FROM requests WHERE id = ? AND state IN ('draft', 'open')", requestId).length > 0,
};

const samplesOn = (route: Route, role: Role): Values[] =>
  samplesOf(route.params, role).filter(ONLY_OF[route.path] ?? (() => true));

/** Pages that a link in a mail opens: without its token they only say that it is outdated, which the journeys look at. */
const BY_TOKEN = /\/\[token\]/;

type Visit = { readonly address: string; readonly end: string; readonly locale: string };

async function expectWhole(page: Page, { address, end, locale }: Visit): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  expect(new URL(page.url()).pathname, "it is this page that is looked at").toBe(end);
  expect(await page.locator("html").getAttribute("lang")).toBe(locale);
  await expect(page).toHaveTitle(TITLE_OF[locale] as RegExp);
  await expect(page.locator("title:not(svg title)"), "one title, whatever the page is made of").toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

for (const route of pageRoutes().filter(({ path }) => !BY_TOKEN.test(path))) {
  for (const role of rolesOf(route)) {
    test(`${route.path} is whole for a ${role}, in light and dark`, async ({ browser, baseURL }, { project }) => {
      const most = Math.min(SAMPLES_MAX[project.name] as number, isBeside(route) ? BESIDE_MAX : Infinity);
      const samples = samplesOn(route, role).slice(0, most);
      const isSomebodys = rolesOf(route).some((one) => samplesOn(route, one).length > 0);
      expect(isSomebodys, "the demo market has a sample of this page for somebody").toBe(true);
      test.setTimeout(VISIT_MS * (1 + samples.length));
      const { page, complaints } = await windowOf(role, browser, baseURL as string);
      const locale = LOCALE_OF[project.name] as string;
      for (const values of samples) {
        const address = fill(route.path, { ...values, locale });
        const end = fill(LEADS_TO[route.path] ?? route.path, { ...values, locale });
        await test.step(address, () => expectWhole(page, { address, end, locale }));
      }
      expect(complaints, "the browser complained").toEqual([]);
    });
  }
}

test("the build has pages to look at", () => {
  expect(pageRoutes().length).toBeGreaterThan(10);
});
