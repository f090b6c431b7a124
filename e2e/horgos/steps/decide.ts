import { follow, go, type Person, press, tick, write } from "../../journey/person";
import { expect } from "../../support/test";
import type { Haul } from "../haul";
import { look } from "../look";

type Decision = "accept" | "reinspect";

async function choose(buyer: Person, decision: Decision, reason: string): Promise<void> {
  const { page, t } = buyer;
  await tick(buyer, "radio", t(`inspections.decide.choice.${decision}`));
  await write(buyer, t("inspections.decide.reason"), reason);
  await press(buyer, t("inspections.decide.check"));
  await look(buyer, `decide-${decision}`);
  await press(buyer, t(`inspections.decide.send.${decision}`));
  await expect(page.getByText(t(`inspections.decide.done.${decision}`)).first()).toBeVisible();
}

/** From the deal's page to the report, and by it to another visit; goods that failed cannot simply be accepted. */
export async function askAgain(buyer: Person, { dealId, run }: Haul): Promise<void> {
  const { page, t } = buyer;
  await go(buyer, `/deals/${dealId}`);
  await follow(buyer, t("chain.turn.decide"));
  await expect(page).toHaveURL(/\/inspection#decide$/);
  const accepts = page.getByRole("radio", { name: new RegExp(`^${t("inspections.decide.choice.accept")}$`) });
  await expect(accepts).toHaveCount(0);
  await choose(buyer, "reinspect", run.again);
  await expect(page.getByText(t("inspections.page.roundTightened", { number: 2 }))).toBeVisible();
}

/** The goods have passed, and the buyer takes them: with that the inspection is over. */
export async function acceptGoods(buyer: Person, { orders }: Haul): Promise<void> {
  await go(buyer, `/orders/${orders.inspection.id}/inspection`);
  await choose(buyer, "accept", "");
  await go(buyer, `/orders/${orders.inspection.id}`);
  await expect(buyer.page.getByText(buyer.t("orders.turn.completed"))).toBeVisible();
}
