import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAxeClean, SCHEMES, type Scheme } from "./support/axe";
import { layoutFaults } from "./support/layout-faults";
import { fill, pageRoutes, type Route } from "./support/routes";
import { samplesOf } from "./support/samples";
import { type Role, windowOf } from "./support/sign-in";
import { stored } from "./support/stored";
import { expect, expectNoSideScroll, test } from "./support/test";

const VISIT_MS = 30_000;
/** The wide window is looked through in English, the phone in Chinese: each word and each width is seen, and each once. PAGES_IN=ru looks through the pages of a phone in another language. */
const LOCALE_OF: Readonly<Record<string, string>> = { desktop: "en", phone: process.env.PAGES_IN ?? "zh-CN" };
/** What a tab says: the page's heading and the product, or the product and what it is. */
const titleIn = (locale: string): RegExp => (locale === "zh-CN" ? /\S · 口岸$|^口岸 · \S/ : /\S · Kouan$|^Kouan · \S/);
/** A folder that takes a picture of each page as it is looked through, for whoever reads a language with its pages beside. */
const PICTURES = process.env.PICTURES;
const IS_LONG = process.env.OTHER_WAYS === "1";
/** Of a page's states so many are looked at in each window, and another one in the other; all of them, and each in both schemes, by the long run. */
const SAMPLES_MAX = IS_LONG ? Infinity : 1;
/** Pages beside a request look alike in most of its states: a few of them are enough. */
const COMMERCIAL_TERMS_MAX = 3;
const isBeside = ({ path }: Route): boolean => /\/\[requestId\]\/.+/.test(path);

/** Whose page it is, by the group it stands in. */
function rolesOf({ file }: Route): readonly Role[] {
  if (file.includes("/(admin)/")) return ["admin"];
  if (file.includes("/organisation/exposure/")) return ["provider"];
  if (file.includes("/(market)/")) return ["buyer", "provider"];
  if (file.includes("/(account)/account/")) return ["buyer"];
  if (file.includes("/(account)/")) return ["visitor"];
  if (/\/\[requestId\]\/(amend|again)\//.test(file)) return ["buyer"];
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
  "/[locale]/requests/[requestId]/again": ({ requestId = "" }) =>
    stored(
      `SELECT id FROM requests WHERE id = ? AND (state IN ('no_bids', 'no_decision') OR (state = 'cancelled' AND is_rejected))
        AND (fallback IS NULL OR fallback <> 'again')`,
      requestId,
    ).length > 0,
};

const samplesOn = (route: Route, role: Role): Values[] =>
  samplesOf(route, role).filter(ONLY_OF[route.path] ?? (() => true));

/** Pages that a link in a mail opens: without its token they only say that it is outdated, which the journeys look at. */
const BY_TOKEN = /\/\[token\]/;

/** Pages that show several the same. */
const ALIKE =
  /^\/\[locale\]\/(?:developers|help|glossary|how-it-works|hubs|tariff|providers|deals\/new|organisation(?!\/listings))(?:\/|$)/;

/** Who looks at a page. What is alike for several is seen by one of them on the phone, and by another in the wide window. */
function lookersAt(route: Route, project: string): readonly Role[] {
  const all = rolesOf(route).filter((role) => samplesOn(route, role).length > 0);
  if (!ALIKE.test(route.path)) return all;
  return project === "phone" ? all.slice(0, 1) : all.slice(-1);
}

type Visit = {
  readonly role: Role;
  readonly address: string;
  readonly end: string;
  readonly locale: string;
  readonly schemes: readonly Scheme[];
  readonly narrow: readonly number[];
};

/** Colours do not depend on the width: the wide window sees a page in the light scheme first and the phone in the dark one, further visits by turns. */
const schemesAt = (project: string, visit: number): readonly Scheme[] =>
  IS_LONG ? SCHEMES : [SCHEMES[(visit + (project === "phone" ? 1 : 0)) % SCHEMES.length] as Scheme];

/** The wide window takes the first of them, the phone the last. */
const samplesIn = (project: string, samples: readonly Values[], most: number): readonly Values[] =>
  project === "phone" ? samples.slice(-most) : samples.slice(0, most);

function visitsTo(route: Route, project: string): Visit[] {
  const most = Math.min(SAMPLES_MAX, isBeside(route) ? COMMERCIAL_TERMS_MAX : Infinity);
  const locale = LOCALE_OF[project] as string;
  const seen = lookersAt(route, project).flatMap((role) =>
    samplesIn(project, samplesOn(route, role), most).map((values) => ({
      role,
      values: { ...values, locale },
    })),
  );
  return seen.map(({ role, values }, visit) => ({
    role,
    address: fill(route.path, values),
    end: fill(LEADS_TO[route.path] ?? route.path, values),
    locale,
    schemes: schemesAt(project, visit),
    narrow: NARROW_OF[project] ?? [],
  }));
}

const PHONE_PX = 390;
/** The window of whoever has made a page four times as large (WCAG 1.4.10). */
const ENLARGED_PX = 320;
const NARROW_OF: Readonly<Record<string, readonly number[]>> = {
  desktop: [ENLARGED_PX],
  phone: [PHONE_PX, ENLARGED_PX],
};

/** Fails where a narrow window hides or breaks a number or a word, also of what lies folded away. */
async function expectReadWhereNarrow(page: Page, windows: readonly number[]): Promise<void> {
  const own = page.viewportSize();
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  for (const width of windows) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSideScroll(page);
    expect(await layoutFaults(page), `at ${width} px`).toEqual([]);
  }
  if (own) await page.setViewportSize(own);
}

async function expectWhole(page: Page, { role, address, end, locale, schemes, narrow }: Visit): Promise<void> {
  await page.emulateMedia({ colorScheme: schemes[0] as Scheme, reducedMotion: "reduce" });
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  expect(new URL(page.url()).pathname, "it is this page that is looked at").toBe(end);
  expect(await page.locator("html").getAttribute("lang")).toBe(locale);
  const picture = `${role}${address.replaceAll("/", "_")}.jpg`;
  if (PICTURES) await page.screenshot({ path: join(PICTURES, picture), fullPage: true, quality: 60 });
  await expect(page).toHaveTitle(titleIn(locale));
  await expect(page.locator("title:not(svg title)"), "one title, whatever the page is made of").toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoSideScroll(page);
  await expectAxeClean(page, schemes);
  await expectReadWhereNarrow(page, narrow);
}

for (const route of pageRoutes().filter(({ path }) => !BY_TOKEN.test(path))) {
  test(`${route.path} is whole for everybody whose it is, in light and dark`, async ({ browser, baseURL }, {
    project,
  }) => {
    const visits = visitsTo(route, project.name);
    expect(visits.length, "the demo market has a sample of this page for somebody").toBeGreaterThan(0);
    test.setTimeout(VISIT_MS * (1 + visits.length));
    for (const visit of visits) {
      await test.step(`${visit.role} at ${visit.address}`, async () => {
        const { page, complaints } = await windowOf(visit.role, browser, baseURL as string);
        await expectWhole(page, visit);
        expect(complaints, "the browser complained").toEqual([]);
      });
    }
  });
}

test("the build has pages to look at", () => {
  expect(pageRoutes().length).toBeGreaterThan(10);
});
