import { arrive, follow, go } from "../../journey/person";
import { tells } from "../../journey/seal/tells";
import { expect } from "../../support/test";
import type { Cast } from "../cast";
import { amountsOf, type Contest, grouped, OFFERED, totalOf, TRUCKS } from "../contest";
import { expectUntold, look } from "../look";

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
