import type { DemoOrganisation, DemoService } from "../plan/market-data";
import { cargoLineOf, shipmentOf } from "../../domain/deals/deal";
import { dealSchema } from "../../domain/deals/deal-schema";
import { hubIdOf, type Place } from "../../domain/hubs/place";
import { SERVICE_KINDS } from "../../domain/services/registry";
import type { Currency } from "../../domain/shared/money";
import type { Instant } from "../../domain/shared/time";
import type { PlannedDeal, PlannedRequest } from "../plan/plan-deal";
import type { Movement, ReferenceData } from "../plan/plan-movement";
import { dutyQuantitiesOf } from "../plan/landed-cost";
import { planOffer } from "../plan/plan-offer";
import { kmToSite } from "../plan/parties/plan-parties";
import type { Random } from "../plan/random";

/** How the demo's own buyer has its bids judged, where it says more than the price; other buyers of the demo take the lowest. */
const TERMS: Readonly<
  Partial<
    Record<
      DemoService,
      {
        readonly criteria?: { readonly kind: string; readonly weight: number; readonly title?: string }[];
        readonly gates?: object[];
      }
    >
  >
> = {
  logistics: {
    criteria: [
      { kind: "price", weight: 60 },
      { kind: "time", weight: 25 },
      { kind: "own", title: "过关排队与替代口岸安排 · Plan for queues at the border", weight: 15 },
    ],
  },
  inspection: {
    gates: [
      { question: "近十二个月内与该工厂无业务往来？ · No business with this factory in twelve months?", mustBe: "yes" },
      { question: "检验员会说哪些语言？ · Which languages does the inspector speak?", mustBe: null },
    ],
  },
};

const ANSWERS = [
  { gate: 0, answer: "yes" },
  { gate: 1, answer: "中文、英文 · Chinese, English" },
];

/** The terms that a request of the demo is posted with beside its times, by whether the demo's own buyer posts it. */
export const demoTerms = (service: DemoService, isOwnBuyer: boolean) => (isOwnBuyer ? (TERMS[service] ?? {}) : {});

/** What a bid answers to the gates of such a request. */
export const demoGateAnswers = (service: DemoService, isOwnBuyer: boolean) =>
  demoTerms(service, isOwnBuyer).gates ? { gateAnswers: ANSWERS } : {};

function shipment(deal: PlannedDeal, { places }: ReferenceData) {
  const parsed = dealSchema.parse(deal.deal);
  const country = (id: string) => places.get(id)?.country ?? "CN";
  return shipmentOf(
    { ...parsed, cargo: parsed.cargo.map(cargoLineOf) },
    { origin: country(parsed.originId), destination: country(parsed.destinationId) },
  );
}

/** The crossing that the goods go through: its route's own, since a hub may have one for trucks and one for trains. */
const crossingOf = ({ places }: ReferenceData, { hubId, route }: Movement): Place | undefined =>
  places.get(route?.hub ?? "") ?? [...places.values()].find((place) => hubIdOf(place) === hubId);

/** A place as a provider writes it: in Chinese where it is in China, else in English. Pages show it by the reader's name of it. */
const writtenBy = ({ country }: DemoOrganisation, place: Place | undefined, id: string): string =>
  (country === "CN" ? place?.nameZh : place?.nameEn) ?? id;

/** What bids on a planned request are priced by: its quantities and amounts, the same for every bidder. */
export function pricedOn(referenceData: ReferenceData, deal: PlannedDeal, planned: PlannedRequest) {
  const kind = SERVICE_KINDS[planned.service];
  const spec = kind.specSchema.parse(planned.spec);
  const goods = shipment(deal, referenceData);
  return {
    quantities: kind.quantities(spec as never, goods),
    basisAmounts: kind.basisAmounts(spec as never, goods),
    codes: kind.chargeCodes,
    localParts: kind.localParts?.(spec as never, goods) ?? [],
  };
}

/** What duty and tax of a deal's goods are reckoned by. */
export const goodsOf = ({ deal }: PlannedDeal) => ({
  quantities: dutyQuantitiesOf(deal.cargo as Parameters<typeof dutyQuantitiesOf>[0]),
  value: deal.goodsValue as { readonly minor: number; readonly currency: Currency },
});

type Offering = {
  readonly deal: PlannedDeal;
  readonly planned: PlannedRequest;
  readonly priced: ReturnType<typeof pricedOn>;
  readonly provider: DemoOrganisation;
  readonly at: Instant;
  /** Whether a payment agent charges the buyer for checking who it is. */
  readonly isCheckCharged: boolean;
};

/** What a provider offers on a planned request, as it travels; null where it has no price for it. */
export const offerOn = (
  random: Random,
  referenceData: ReferenceData,
  { deal, planned, priced, provider, at, isCheckCharged }: Offering,
) =>
  planOffer(random, {
    market: referenceData.market,
    movement: deal.movement,
    request: planned,
    buyer: deal.buyer,
    provider,
    ...priced,
    goods: goodsOf(deal),
    at,
    isCheckCharged,
    hub: writtenBy(provider, crossingOf(referenceData, deal.movement), deal.movement.hubId),
    siteKm: kmToSite(referenceData, provider, deal.movement),
    destination: writtenBy(
      provider,
      referenceData.places.get(deal.movement.destinationId),
      deal.movement.destinationId,
    ),
  });
