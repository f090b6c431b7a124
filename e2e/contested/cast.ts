import type { Browser } from "@playwright/test";
import { openPerson, type Person, type Place } from "../journey/person";
import { RIVAL } from "../journey/rival";
import { enterAs } from "../support/sign-in";

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
