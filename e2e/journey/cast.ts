import type { Browser } from "@playwright/test";
import { enterAs } from "../support/sign-in";
import { openPerson, type Person, type Place } from "./person";

/** Who plays: two that come in from outside, and two that the demo market has. */
export type Cast = Readonly<Record<"buyer" | "newcomer" | "rival" | "administrator", Person>>;

export async function castFor(browser: Browser, place: Place): Promise<Cast> {
  const demo = async (handle: string): Promise<Person> => {
    const person = await openPerson(browser, place);
    await enterAs(person.page, handle, place.locale);
    return person;
  };
  return {
    buyer: await openPerson(browser, place),
    newcomer: await openPerson(browser, place),
    rival: await demo("provider"),
    administrator: await demo("admin"),
  };
}
