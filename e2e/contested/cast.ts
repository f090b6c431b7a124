import type { Browser } from "@playwright/test";
import { type Person, type Place, openPerson } from "../journey/person";
import { RIVAL } from "../journey/cast";
import { enterAs } from "../support/sign-in";
import { expectAxeClean } from "../support/axe";
import { expect, expectNoSideScroll } from "../support/test";
import { tells } from "../journey/tells";

/** Who of the demo market plays which part. The outsider is a member of the market that has nothing to do with the request. */
export const HANDLES = {
  buyer: "buyer",
  colleague: "buyer-colleague",
  provider: "provider",
  rival: RIVAL,
  outsider: "buyer2",
} as const;
export type Part = keyof typeof HANDLES;

/** All of them side by side, each at a screen of their own; a visitor has no account. */
export type Cast = Readonly<Record<Part | "visitor", Person>>;

export async function castFor(browser: Browser, place: Place): Promise<Cast> {
  const demo = async (part: Part): Promise<Person> => {
    const person = await openPerson(browser, place);
    await enterAs(person.page, HANDLES[part], place.locale);
    return person;
  };
  return {
    buyer: await demo("buyer"),
    colleague: await demo("colleague"),
    provider: await demo("provider"),
    rival: await demo("rival"),
    outsider: await demo("outsider"),
    visitor: await openPerson(browser, place),
  };
}

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
