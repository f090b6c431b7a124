import { fill, pageRoutes, type Route } from "../../support/routes";
import { expect } from "../../support/test";
import type { Person } from "../person";
import { tells } from "./tells";

type Hidden = {
  readonly amounts: readonly string[];
  /** What the addresses of this trade are made of: every value of a parameter is tried. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
};

const PAGES_MIN = 10;

/** All addresses of a page that can be made of the ids. */
const addressesOf = ({ path, params }: Route, ids: Hidden["ids"], locale: string): string[] =>
  params
    .reduce<Record<string, string>[]>(
      (filled, name) => filled.flatMap((values) => (ids[name] ?? []).map((id) => ({ ...values, [name]: id }))),
      [{ locale }],
    )
    .map((values) => fill(path, values));

/** Reads every page of the build that this person may open, and finds none of the amounts in what the server sent. */
export async function expectSealed({ page, locale }: Person, { amounts, ids }: Hidden): Promise<void> {
  let read = 0;
  for (const address of pageRoutes().flatMap((route) => addressesOf(route, ids, locale))) {
    const response = await page.request.get(address);
    expect([200, 404], address).toContain(response.status());
    if (response.status() === 200) read += 1;
    expect(tells(await response.text(), amounts), address).toEqual([]);
  }
  expect(read, "there were pages to read").toBeGreaterThan(PAGES_MIN);
}
