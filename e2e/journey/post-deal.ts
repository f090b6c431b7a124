import type { Service } from "@/domain/services/service";
import { expect } from "../support/test";
import { fillPosting } from "./fill-posting";
import type { Lane } from "./lanes";
import { arrive, follow, go, idOf, type Person, press } from "./person";

export type Posted = {
  readonly dealId: string;
  /** The one that the planner suggested. */
  readonly hubId: string;
  readonly requestIds: Readonly<Record<"logistics" | "customs", string>>;
};

async function publish(person: Person): Promise<string> {
  const { page, t } = person;
  await press(person, t("deals.form.check"));
  await expect(page.getByRole("heading", { name: t("deals.checkPage.title") })).toBeVisible();
  await arrive(person, /\/check$/);
  await press(person, t("deals.checkPage.publish", { count: 2 }));
  await arrive(person, /\/deals\/\w{26}$/);
  return idOf(person);
}

/** From a request in the deal's list to its page, for its address. */
async function requestIdOf(person: Person, dealId: string, service: Service): Promise<string> {
  await go(person, `/deals/${dealId}`);
  await follow(person, new RegExp(person.t(`service-${service}.name`)));
  await arrive(person, /\/requests\/\w{26}$/);
  return idOf(person);
}

/** Posts a deal with two services, from an empty form to its page. */
export async function postDeal(person: Person, lane: Lane): Promise<Posted> {
  const { page, t } = person;
  const hubId = await fillPosting(person, lane);
  const dealId = await publish(person);
  await expect(page.getByText(t(`deals.box.direction.${lane.direction}`))).toBeVisible();
  await expect(page.getByText(t("deals.box.hubChoice.any"))).toBeVisible();
  const logistics = await requestIdOf(person, dealId, "logistics");
  const customs = await requestIdOf(person, dealId, "customs");
  return { dealId, hubId, requestIds: { logistics, customs } };
}
