import { type DemoFacts, demoFacts } from "../support/demo-facts";
import type { Browser } from "@playwright/test";
import { enterAs } from "../support/sign-in";
import { type Person, type Place, openPerson } from "./person";

/** Which of the demo market's people bids against the newcomers. */
export const RIVAL = "provider2";

/** What the demo market says of the rival. */
export const rivalFacts = (locale: string): DemoFacts => demoFacts(RIVAL, locale);

/** Who plays: three that come in from outside, and two that the demo market has. */
export type Cast = Readonly<Record<"buyer" | "colleague" | "newcomer" | "rival" | "administrator", Person>>;

export async function castFor(browser: Browser, place: Place): Promise<Cast> {
  const demo = async (handle: string): Promise<Person> => {
    const person = await openPerson(browser, place);
    await enterAs(person.page, handle, place.locale);
    return person;
  };
  return {
    buyer: await openPerson(browser, place),
    colleague: await openPerson(browser, place),
    newcomer: await openPerson(browser, place),
    rival: await demo(RIVAL),
    administrator: await demo("admin"),
  };
}
