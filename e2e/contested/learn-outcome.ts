import { arrive, follow, go } from "../journey/person";
import { tells } from "../journey/tells";
import { expect } from "../support/test";
import { type Cast, HANDLES, type Part, expectUntold, look } from "./cast";
import { type Contest, OFFERED, TRUCKS, amountsOf, grouped, totalOf } from "./contest";
import { type Due, expectMails } from "../journey/mails";
import { demoFacts } from "../support/demo-facts";
import type { Posted } from "./post-contested";

/** The loser reads its band and the reason, and neither who won nor for how much; the winner finds its order at the price agreed. */
export async function learnOutcome({ provider, rival, outsider }: Cast, { names }: Contest, id: string): Promise<void> {
  await go(rival, `/requests/${id}`);
  const debrief = rival.page.locator("#debrief");
  await expect(debrief).toContainText(rival.t("decide.debrief.code.price"));
  await expect(debrief).toContainText(rival.t("decide.debrief.rank.top_three"));
  await look(rival);
  const read = await rival.page.content();
  expect(tells(read, amountsOf(OFFERED.provider, OFFERED.countered, OFFERED.agreed))).toEqual([]);
  expect(read, "the loser reads who won").not.toContain(names.provider);

  const { page, t } = provider;
  await go(provider, `/requests/${id}`);
  await follow(provider, t("negotiation.link.provider"));
  await follow(provider, t("negotiation.page.order"));
  await arrive(provider, /\/orders\/\w{26}$/);
  await expect(page.getByText(grouped(totalOf(OFFERED.agreed, TRUCKS.after))).first()).toBeVisible();
  await look(provider);
  await expectUntold(outsider, `/requests/${id}`, amountsOf(...Object.values(OFFERED)));
}

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
