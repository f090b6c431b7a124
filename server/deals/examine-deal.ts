import { readSubheadings } from "@/db/reference/read-tariff";
import type { ReadDeal } from "@/domain/deals/deal-schema";
import { type DealPlan, type Ends, planDeal, type PlanRefusal } from "@/domain/deals/plan-deal";
import { checkDeal, type DealIssue } from "@/domain/deals/posting/check-deal";
import type { Place } from "@/domain/hubs/place";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { type Refusal, refuse } from "@/domain/shared/result";
import type { ReferenceData } from "../hubs/queries/network";

export type DealRefusal = PlanRefusal | Refusal<"deal_invalid">;

/** A broken rule as the one refusal of deals: `rule` names it and `field` says where. */
const dealInvalid = (issue: DealIssue): Refusal<"deal_invalid"> =>
  refuse("deal_invalid", { rule: issue.code, ...issue.details }).refusal;

type Known = { readonly referenceData: ReferenceData; readonly now: Instant };

export type ExaminedDeal = {
  /** Those that are known places. */
  readonly ends: Partial<Ends>;
  readonly plan: DealPlan | null;
  readonly refusals: readonly DealRefusal[];
};

function placeOf({ places }: ReferenceData, deal: ReadDeal, field: "originId" | "destinationId") {
  const placeId = deal[field];
  const place: Place | undefined = placeId === undefined ? undefined : places.get(placeId);
  const isUnknown = placeId !== undefined && place === undefined;
  return { place, unknown: isUnknown ? [refuse("place_unknown", { field, placeId }).refusal] : [] };
}

/** The way of a deal of which so much is read as a way is planned by; null where it is not. */
function planSoFar(referenceData: ReferenceData, deal: ReadDeal) {
  const { originId, destinationId, hubId, mode, inlandMode, readyDate, unread } = deal;
  if (!originId || !destinationId || !hubId || !mode || !readyDate || unread?.has("inlandMode")) return null;
  return planDeal(referenceData, { originId, destinationId, hubId, mode, inlandMode, readyDate });
}

/**
 * A deal as far as it could be read, held to its rules, the world and the day that it is now where the goods are, with the way that it takes: the
 * same for the posting form, for what is posted over the API and for what is kept. Every refusal is told, each with its member.
 */
export function examineDeal(deal: ReadDeal, { referenceData, now }: Known): ExaminedDeal {
  const { place: origin, unknown: noOrigin } = placeOf(referenceData, deal, "originId");
  const { place: destination, unknown: noDestination } = placeOf(referenceData, deal, "destinationId");
  const today = origin && dayOf(now, origin.zone);
  const broken = checkDeal(deal, { origin, destination, today, subheadings: readSubheadings() });
  const isWithin = broken.some(({ code }) => code === "not_across_china_border");
  const plan = origin && destination && !isWithin ? planSoFar(referenceData, deal) : null;
  return {
    ends: { ...(origin ? { origin } : {}), ...(destination ? { destination } : {}) },
    plan: plan?.ok ? plan.value : null,
    refusals: [...noOrigin, ...noDestination, ...broken.map(dealInvalid), ...(plan && !plan.ok ? [plan.refusal] : [])],
  };
}
