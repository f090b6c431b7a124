import type { Person } from "../journey/person";
import { expectAxeClean } from "../support/axe";
import { expect, expectNoSideScroll } from "../support/test";
import { tells } from "../journey/seal/tells";

/** A page that is seen for the first time: nothing stands beyond the edge, and nothing is in the way of those who see it otherwise. */
export async function look({ page }: Person): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAxeClean(page);
}

/** What the server sends this person for an address holds none of the amounts. */
export async function expectUntold({ page, locale }: Person, path: string, amounts: readonly string[]): Promise<void> {
  const response = await page.request.get(`/${locale}${path}`);
  expect(response.status(), path).toBe(200);
  expect(tells(await response.text(), amounts), path).toEqual([]);
}

/** To this person the page is not there. */
export async function expectHidden({ page, locale }: Person, path: string): Promise<void> {
  expect((await page.request.get(`/${locale}${path}`)).status(), path).toBe(404);
}
