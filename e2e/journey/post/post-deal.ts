import { SERVICES, type Service } from "@/domain/shared/service";
import { expect } from "../../support/test";
import { kindName } from "../kind-name";
import type { Lane } from "../lanes/lane";
import { arrive, go, idOf, type Person, press } from "../person";
import { expectPlan } from "./expect-plan";
import { type FilledPosting, fillPosting } from "./fill-posting";

export type Posted = FilledPosting & {
  readonly dealId: string;
  readonly requestIds: Readonly<Record<Service, string>>;
};

/** The buyer reads what bidders will read, the numbers of the sample among it, and publishes. */
async function publish(person: Person, lane: Lane): Promise<string> {
  const { page, t } = person;
  await press(person, t("deals.form.check"));
  await expect(page.getByRole("heading", { name: t("deals.checkPage.title") })).toBeVisible();
  await arrive(person, /\/check$/);
  await expectPlan(person, lane);
  await press(person, t("deals.checkPage.publish", { count: SERVICES.length }));
  await arrive(person, /\/deals\/\w{26}$/);
  return idOf(person);
}

/** Where the deal's page leads for a kind. */
async function requestIdOf({ page, t }: Person, service: Service): Promise<string> {
  const link = page.getByRole("link", { name: new RegExp(kindName(t, service)) }).filter({ visible: true });
  return (await link.first().getAttribute("href"))?.split("/").at(-1) ?? "";
}

/** Posts a deal with all four services, from an empty form to its page. */
export async function postDeal(person: Person, lane: Lane): Promise<Posted> {
  const { page, t } = person;
  const filled = await fillPosting(person, lane);
  const dealId = await publish(person, lane);
  await expect(page.getByText(t(`deals.box.direction.${lane.direction}`))).toBeVisible();
  await expect(page.getByText(t("deals.box.hubChoice.any"))).toBeVisible();
  await go(person, `/deals/${dealId}`);
  const ids: [Service, string][] = [];
  for (const service of SERVICES) ids.push([service, await requestIdOf(person, service)]);
  return { ...filled, dealId, requestIds: Object.fromEntries(ids) as Posted["requestIds"] };
}
