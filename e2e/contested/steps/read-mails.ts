import { type Due, expectMails } from "../../journey/after/expect-mails";
import { demoFacts } from "../../support/demo-facts";
import { type Cast, HANDLES, type Part } from "../cast";
import type { Posted } from "./post-contested";

/** Every step that somebody has to know of at once was mailed to them, and its link opens for them. */
const DUE: Readonly<Record<Exclude<Part, "outsider">, readonly Due["kind"][]>> = {
  buyer: ["question_asked", "request_opened", "cure_sent", "bid_countered"],
  colleague: ["question_asked", "request_opened", "cure_sent"],
  provider: ["bid_went_stale", "request_closed_to_bidder", "cure_asked", "cure_accepted", "bid_countered", "bid_won"],
  rival: ["bid_went_stale", "request_closed_to_bidder", "bid_lost"],
};

export async function readMails(cast: Cast, { reference }: Posted): Promise<void> {
  for (const [part, kinds] of Object.entries(DUE) as [keyof typeof DUE, readonly Due["kind"][]][]) {
    const person = cast[part];
    const due = kinds.map((kind): Due => ({ kind, service: "logistics", reference, bids: 2 }));
    await expectMails({ person, ...demoFacts(HANDLES[part], person.locale) }, due);
  }
}
