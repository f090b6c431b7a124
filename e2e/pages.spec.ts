import type { Page } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { fill, pageRoutes, type Route } from "./support/routes";
import { samplesOf } from "./support/samples";
import { type Role, signInAs } from "./support/sign-in";
import { expect, expectNoSideScroll, test } from "./support/test";

const VISIT_MS = 30_000;
/** The wide window is looked through in English, the phone in Chinese: each word and each width is seen, and each once. */
const LOCALE_OF: Readonly<Record<string, string>> = { desktop: "en", phone: "zh-CN" };
const SAMPLES_MAX: Readonly<Record<string, number>> = { desktop: 8, phone: 2 };

/** Whose page it is, by the group it stands in. */
function rolesOf({ file }: Route): readonly Role[] {
  if (file.includes("/(admin)/")) return ["admin"];
  if (file.includes("/(market)/")) return ["buyer", "provider"];
  if (file.includes("/(account)/account/")) return ["buyer"];
  if (file.includes("/(account)/")) return ["visitor"];
  return ["visitor", "buyer"];
}

/** Pages that a link in a mail opens: without its token they only say that it is outdated, which the journeys look at. */
const BY_TOKEN = /\/\[token\]/;

async function expectWhole(page: Page, address: string, locale: string): Promise<void> {
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  expect(await page.locator("html").getAttribute("lang")).toBe(locale);
  expect(await page.title()).toMatch(/\S/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

for (const route of pageRoutes().filter(({ path }) => !BY_TOKEN.test(path))) {
  for (const role of rolesOf(route)) {
    test(`${route.path} is whole for a ${role}, in light and dark`, async ({ page }, { project }) => {
      const samples = samplesOf(route.params, role).slice(0, SAMPLES_MAX[project.name]);
      const isSomebodys = rolesOf(route).some((one) => samplesOf(route.params, one).length > 0);
      expect(isSomebodys, "the demo market has a sample of this page for somebody").toBe(true);
      test.setTimeout(VISIT_MS * (1 + samples.length));
      await signInAs(page, role);
      const locale = LOCALE_OF[project.name] as string;
      for (const values of samples) {
        const address = fill(route.path, { ...values, locale });
        await test.step(address, () => expectWhole(page, address, locale));
      }
    });
  }
}

test("the build has pages to look at", () => {
  expect(pageRoutes().length).toBeGreaterThan(10);
});
