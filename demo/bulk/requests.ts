import { z } from "zod";
import { priceBasisOf } from "../../domain/bidding/offer/price-offer";
import { shipmentOf } from "../../domain/deals/deal";
import { publish } from "../../domain/requests/request-transitions";
import { kindOf } from "../../domain/services/registry";
import { convert } from "../../domain/shared/exchange-rate";
import { type Instant, MINUTE_MS } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { searchText } from "../../domain/shared/search-text";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";
import type { PlannedRequest } from "../plan/plan-deal";
import { newRequestKey } from "../../server/sealing/request-key";
import type { LiveBid, LiveDeal, LiveRequest, Makers, Step } from "./live-deal";
import { BID_LIFECYCLE, type BidEvent } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/states";
import { close, lapse, open } from "../../domain/requests/request";
import { advance } from "../../domain/shared/lifecycle";
import { show } from "./bids";

const SEARCH_MAX = 4_000;

function wordsOf(reference: string, { row: deal, ends }: LiveDeal, { referenceData }: Makers): string {
  const hub = referenceData.hubs.get(deal.hubId);
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
  const goodsValueUsd = valueUsd.ok ? valueUsd.value.amount : undefined;
  const [issue] = kind.checkSpec(spec, { ...shipment, goodsValueUsd });
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

/** The clock's close, with the opening that follows it at once. */
export function closeRequest({ row, bids, key }: LiveRequest, now: Instant): Result<void, Refusal> {
  const closed = close(row, now);
  if (!closed.ok) return closed;
  row.state = closed.value;
  row.closedAt = now;
  row.version += 1;
  const opened = open(row, 0);
  if (!opened.ok) return accept(undefined);
  for (const bid of key === null ? [] : bids) {
    bid.version.content = bid.content;
    show(bid);
  }
  row.state = opened.value;
  row.openedAt = now;
  row.version += 1;
  return accept(undefined);
}

/** Moves a standing bid to its end. */
export function endBid({ row }: LiveBid, event: "win" | "lose", now: Instant): void {
  const state = advance<BidState, BidEvent>(BID_LIFECYCLE, row.state, event);
  if (!state.ok) return;
  row.state = state.value;
  row.updatedAt = now;
}

/** The end of a request that was not decided in time. */
export function lapseRequest({ row, bids }: LiveRequest, now: Instant): Result<void, Refusal> {
  const state = lapse(row, now);
  if (!state.ok) return state;
  row.state = state.value;
  row.version += 1;
  for (const bid of bids) endBid(bid, "lose", now);
  return accept(undefined);
}
