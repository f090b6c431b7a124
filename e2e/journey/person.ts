import type { Browser, Locator, Page } from "@playwright/test";
import { type Translate, translator } from "@/server/platform/translate";
import { expect, expectNoSideScroll, watch } from "../support/test";

/** Somebody at a screen of their own. */
export type Person = {
  readonly page: Page;
  readonly locale: string;
  /** The words of the screens by their keys, so that one script plays in every language. */
  readonly t: Translate;
  /** What their browser has complained of so far. */
  readonly complaints: readonly string[];
};

export type Place = { readonly locale: string; readonly baseURL: string };

export async function openPerson(browser: Browser, { locale, baseURL }: Place): Promise<Person> {
  const page = await (await browser.newContext()).newPage();
  const { complaints } = watch(page, new URL(baseURL).origin);
  return { page, locale, t: translator(locale), complaints };
}

/** Where they have come to, with a page that fits their window. A fragment outlives a redirect, so it is no part of where. */
export async function arrive({ page }: Person, address: RegExp): Promise<void> {
  await expect(page).toHaveURL(({ pathname, search }) => address.test(pathname + search));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoSideScroll(page);
}

/** The id of what the page is about: the last part of its address. */
export const idOf = ({ page }: Person): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";

export async function go(person: Person, path: string): Promise<void> {
  const response = await person.page.goto(`/${person.locale}${path}`);
  expect(response?.status(), path).toBe(200);
  await expectNoSideScroll(person.page);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A field by its label; where it may stay empty, its label says so. */
export function field({ page, t }: Pick<Person, "page" | "t">, label: string): Locator {
  const name = new RegExp(`^${escaped(label)}( ${escaped(t("ui.field.optional"))})?$`);
  return page.getByLabel(name).filter({ visible: true });
}

export const write = (person: Person, label: string, text: string): Promise<void> => field(person, label).fill(text);

export async function choose(person: Person, label: string, value: string): Promise<void> {
  await field(person, label).selectOption(value);
}

/** Boxes and cards carry their detail in the label too, so their name only begins with the words. */
export const tick = ({ page }: Person, role: "checkbox" | "radio", words: string): Promise<void> =>
  page
    .getByRole(role, { name: new RegExp(`^${escaped(words)}`) })
    .first()
    .check();

export const press = ({ page }: Person, words: string): Promise<void> =>
  page.getByRole("button", { name: words, exact: true }).filter({ visible: true }).click();

export const follow = ({ page }: Person, words: string | RegExp): Promise<void> =>
  page.getByRole("link", { name: words, exact: true }).filter({ visible: true }).first().click();

/** Loads the page until what another process writes has come: mail, notices, figures. */
export async function untilShown({ page }: Person, shown: () => Locator): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(shown()).toBeVisible({ timeout: 500 });
  }).toPass();
}
