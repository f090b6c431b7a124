import { readSubheadings } from "../../db/reference/read-subheadings";
import { cargoLineOf } from "../../domain/deals/cargo/cargo-line";
import { checkDeal } from "../../domain/deals/posting/check-deal";
import { type DealInput, dealSchema } from "../../domain/deals/deal-schema";
import { type DealPlan, endsOf, planDeal } from "../../domain/deals/plan-deal";
import { dayOf } from "../../domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import type { PlannedDeal } from "../plan/plan-deal";
import type { LiveDeal, Step } from "./live-deal";
import type { Makers } from "./makers";

function planOf({ world, plans }: Makers, deal: DealInput): DealPlan | null {
  const { originId, destinationId, hubId, mode, inlandMode, readyDate } = deal;
  const key = [originId, destinationId, hubId, mode, inlandMode, readyDate.slice(5, 7)].join();
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = planDeal(world, deal);
  plans.set(key, plan.ok ? plan.value : null);
  return plan.ok ? plan.value : null;
}

/** A posted deal, by the same rules as the command's. */
export function postDeal(makers: Makers, planned: PlannedDeal, step: Step): Result<LiveDeal, Refusal> {
  const input = dealSchema.parse(planned.deal);
  const ends = endsOf(makers.world, input);
  if (!ends.ok) return ends;
  const [issue] = checkDeal(input, {
    ...ends.value,
    today: dayOf(step.at, ends.value.origin.zone),
    subheadings: readSubheadings(),
  });
  if (issue) return refuse("deal_invalid", { rule: issue.code });
  const plan = planOf(makers, input);
  if (!plan) return refuse("no_way");
  const { reason: _, ...route } = plan;
  const row = {
    ...input,
    ...route,
    inlandMode: input.inlandMode ?? null,
    id: makers.newId(step.at),
    reference: makers.newReference("KD", step.at),
    buyerOrganisationId: step.organisationId,
    createdByUserId: step.userId as string,
    cargo: input.cargo.map(cargoLineOf),
    contractedAt: null,
    createdAt: step.at,
    version: 1,
  };
  return accept({ planned, row, ends: ends.value, requests: [], awards: [], orders: [] });
}
