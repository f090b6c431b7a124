import type { Browser } from "@playwright/test";
import { openPerson, type Person, type Place } from "../journey/person";
import { RIVAL } from "../journey/rival";
import { enterAs } from "../support/sign-in";

/** Who of the demo market plays which part. */
export const HANDLES = {
  buyer: "buyer",
  carrier: "provider",
  agent: RIVAL,
  broker: "broker",
  inspector: "inspector",
  administrator: "admin",
} as const;
export type Part = keyof typeof HANDLES;

/** Everybody with an account, each at a screen of their own. The driver has none, and comes by a link. */
export type Cast = Readonly<Record<Part, Person>>;

export async function castFor(browser: Browser, place: Place): Promise<Cast> {
  const parts = Object.keys(HANDLES) as Part[];
  const entered = await Promise.all(
    parts.map(async (part) => {
      const person = await openPerson(browser, place);
      await enterAs(person.page, HANDLES[part], place.locale);
      return [part, person] as const;
    }),
  );
  return Object.fromEntries(entered) as unknown as Cast;
}
