import { type DemoFacts, demoFacts } from "../support/demo-facts";

/** Which of the demo market's people bids against the newcomers. */
export const RIVAL = "provider2";

/** What the demo market says of the rival. */
export const rivalFacts = (locale: string): DemoFacts => demoFacts(RIVAL, locale);
