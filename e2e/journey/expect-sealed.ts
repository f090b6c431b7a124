import { fill, pageRoutes } from "../support/routes";
import { expect } from "../support/test";
import type { Person } from "./person";

/**
 * A whole amount in any of the ways that it may be written: plain, in minor units, with a language's separators, or as React
 * sends a whole number to a browser (`$n`). Digits inside of an id are no amount.
 */
const written = (amount: string): RegExp => {
  const grouped = amount.replace(/\B(?=(\d{3})+$)/g, "[,.\\s\\u00a0\\u202f]?");
  return new RegExp(`(?:(?<!\\w)|(?<=\\$n))${grouped}(?:[.,]?00)?(?!\\w)`);
};

/** Whether a text tells one of the amounts. */
export const tells = (text: string, amounts: readonly string[]): string[] =>
  amounts.filter((amount) => written(amount).test(text));

type Hidden = {
  readonly amounts: readonly string[];
  /** What the addresses of this trade are made of. */
  readonly ids: Readonly<Record<string, string>>;
};

const PAGES_MIN = 10;

/** Reads every page of the build that this person may open, and finds none of the amounts in what the server sent. */
export async function expectSealed({ page, locale }: Person, { amounts, ids }: Hidden): Promise<void> {
  const routes = pageRoutes().filter(({ params }) => params.every((name) => name in ids));
  let read = 0;
  for (const { path } of routes) {
    const address = fill(path, { ...ids, locale });
    const response = await page.request.get(address);
    expect([200, 404], address).toContain(response.status());
    if (response.status() === 200) read += 1;
    expect(tells(await response.text(), amounts), address).toEqual([]);
  }
  expect(read, "there were pages to read").toBeGreaterThan(PAGES_MIN);
}
