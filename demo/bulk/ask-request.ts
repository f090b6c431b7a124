import { z } from "zod";
import { priceBasisOf } from "../../domain/bidding/price-offer";
import { shipmentOf } from "../../domain/deals/shipment-of";
import { publish } from "../../domain/requests/posting/publish";
import { kindOf } from "../../domain/services/registry";
import { convert } from "../../domain/shared/exchange-rate";
import { MINUTE_MS } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { searchText } from "../../domain/shared/search-text";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import type { PlannedRequest } from "../plan/plan-deal";
import { newRequestKey } from "../../server/sealing/request-key/request-key";
import type { LiveDeal, LiveRequest, Step } from "./live-deal";
import type { Makers } from "./makers";

const SEARCH_MAX = 4_000;

function wordsOf(reference: string, { row: deal, ends }: LiveDeal, { world }: Makers): string {
  const hub = world.hubs.get(deal.hubId);
  const { origin, destination } = ends;
  const names = [origin.nameEn, origin.nameZh, destination.nameEn, destination.nameZh, hub?.nameEn, hub?.nameZh];
  const goods = deal.cargo.flatMap((line) => [line.description, line.hsCode]);
  return searchText(reference, deal.reference, deal.title, ...names, ...goods).slice(0, SEARCH_MAX);
}

/** A published request of the deal, by the same rules as the command's. */
export async function askRequest(
  makers: Makers,
  deal: LiveDeal,
  asked: { readonly planned: PlannedRequest; readonly step: Step },
): Promise<Result<LiveRequest, Refusal>> {
  const { planned, step } = asked;
  const kind = kindOf(planned.service);
  const spec = kind.specSchema.parse(planned.spec);
  const shipment = shipmentOf(deal.row, {
    origin: deal.ends.origin.country,
    destination: deal.ends.destination.country,
  });
  const rates = await makers.facts.ratesOn(step.at);
  const valueUsd = convert(deal.row.goodsValue, "USD", rates, dayOf(step.at));
  const [issue] = kind.checkSpec(spec, shipment, valueUsd.ok ? valueUsd.value.amount : undefined);
  if (issue) return refuse("spec_invalid", { rule: issue.message });
  const minOpenMs = (await makers.facts.rule("min_open_minutes", step.at)) * MINUTE_MS;
  const state = publish({ state: "draft", ...planned }, { minOpenMs, firstInReview: 0, publishedBefore: 0 }, step.at);
  if (!state.ok) return state;
  const id = makers.newId(step.at);
  const reference = makers.newReference("KR", step.at);
  const wireSpec = z.encode(kind.specSchema, spec);
  const row = {
    id,
    reference,
    dealId: deal.row.id,
    buyerOrganisationId: step.organisationId,
    service: planned.service,
    state: state.value,
    spec: wireSpec,
    bidMode: planned.mode,
    visibility: "open" as const,
    comparisonCurrency: planned.currency,
    mayCloseEarly: false,
    twoPersonOpening: false,
    publishedAt: step.at,
    closesAt: planned.closesAt,
    decideBy: planned.decideBy,
    terms: null,
    amendmentCount: 0,
    extensionCount: 0,
    logSeq: 0,
    closedAt: null,
    openedAt: null,
    awardedAt: null,
    cancelReason: null,
    isRejected: false,
    fallback: null,
    fallbackAt: null,
    fallbackByUserId: null,
    replacesId: null,
    bidCount: 0,
    hubId: deal.row.hubId,
    corridor: deal.row.corridor,
    searchText: wordsOf(reference, deal, makers),
    createdAt: step.at,
    version: 1,
  };
  const key = planned.mode === "sealed" ? newRequestKey(id, { isSplit: false }) : null;
  return accept({ row, basis: priceBasisOf(kind, wireSpec, shipment), key, bids: [] });
}
