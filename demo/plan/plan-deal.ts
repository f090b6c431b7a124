import { biddingTimes, declaredSide, drawServices, readyDateOf } from "./asked-services";
import { digitsOf, payeeOf } from "./registered-numbers";
import { addDays, dayOf, type Instant, type LocalDate } from "../../domain/shared/time";
import { addOpenDays } from "./holidays";
import { type Currency, minorDigits } from "../../domain/shared/money";
import { unitsNeeded } from "../../domain/services/logistics/capacity";
import type { Equipment } from "../../domain/services/logistics/equipment";
import {
  bagKgOf,
  type DemoCargo,
  type DemoOrganisation,
  type DemoPrices,
  type DemoService,
  type MarketData,
  titleBy,
  titleOf,
} from "./market-data";
import { factoryAddress, inspectionSpec, manufacturerOf } from "./plan-inspection";
import { type Asking, type Facts, customsSpec, tradersOf, CNY_PER_USD } from "./customs-spec";
import { BY_BORDER_BPS, type ByBorder, drawDelivery, drawRule, drawSide, namedPlace } from "./delivery-terms";
import { dutyQuantitiesOf, estimatedOn, freightByBorder, taxesInPrice } from "./landed-cost";
import type { Movement, ReferenceData } from "./plan-movement";
import { isRemote } from "./parties/plan-parties";
import { between, pickWeighted, type Random, randomFrom, wholeBetween } from "./random";
import { beyondChina, transitSpec } from "./transits";

type Wire = Record<string, unknown>;

export type PlannedRequest = {
  readonly service: DemoService;
  readonly spec: Wire;
  readonly mode: "sealed" | "open";
  readonly closesAt: Instant;
  readonly decideBy: Instant;
  readonly currency: Currency;
};

export type PlannedDeal = {
  readonly at: Instant;
  readonly buyer: DemoOrganisation;
  /** The company on the other side of the border. */
  readonly partner: DemoOrganisation;
  readonly movement: Movement;
  /** The body of POST /api/v1/deals. */
  readonly deal: Wire;
  readonly requests: readonly PlannedRequest[];
  readonly byBorder: ByBorder;
  /** Whether it is one of those that make the market's present lively, whatever day that is. */
  readonly isPresent: boolean;
};

const minorOf = (major: number, currency: Currency): number => Math.round(major * 10 ** minorDigits(currency));

/** What a part load weighs in kg: on a groupage truck, and on the pallets of one flight. */
const PART_LOAD_KG: Readonly<Record<string, readonly [number, number]>> = { ltl: [300, 2_400], air: [120, 1_600] };

/** In which currencies goods are invoiced between China and a country, by weight: the yuan leads with Russia. Estimates. */
const INVOICED_IN: Readonly<Record<string, readonly (readonly [Currency, number])[]>> = {
  RU: [
    ["CNY", 85],
    ["USD", 15],
  ],
  KZ: [
    ["USD", 50],
    ["CNY", 50],
  ],
};
const INVOICED_ELSEWHERE: readonly (readonly [Currency, number])[] = [
  ["USD", 60],
  ["CNY", 40],
];

/** UN number, class and packing group of goods that are dangerous, as a line of cargo names them. */
const dangerOf = ({ hazards }: DemoCargo): Wire =>
  hazards === null
    ? {}
    : {
        dangerousGoods: {
          unNumber: hazards.unNumber.replace(/^UN/, ""),
          hazardClass: hazards.class,
          ...(hazards.packingGroup ? { packingGroup: hazards.packingGroup } : {}),
        },
      };

/** What of the gross weight is the goods themselves, by the kind of package. Estimates; what is poured or loaded loose has none. */
const NET_SHARE: Readonly<Record<string, number>> = {
  ...{ CT: 0.92, PX: 0.955, BG: 0.994, BE: 0.99, RO: 0.975, CR: 0.9, CS: 0.93, PK: 0.93, CL: 0.992, BL: 0.985 },
  ...{ BX: 0.92, BK: 0.93, PL: 0.94, "43": 0.993, VR: 1, VO: 1, VL: 1, NE: 1 },
};
const NET_ELSE = 0.95;
/** A twentieth of the room is lost to stowing. */
const STOWED = 1.05;
/** Of goods in two lots the first has such a part. */
const FIRST_LOT = 0.65;
/** By how much a load is lightened until one unit takes it. */
const LIGHTER = 0.97;

type Goods = { readonly lines: Wire[]; readonly valueMinor: number; readonly currency: Currency };

/** What part of a shipment one container, truck or wagon takes: a deal of the market fills one, which has one number and one seal. */
function shareInOne({ equipment, corridor }: Movement, load: { readonly kg: number; readonly cbm: number }): number {
  const [originCountry = "", destinationCountry = ""] = corridor.split("-");
  for (let share = 1; ; share *= LIGHTER) {
    const [grossWeightGrams, volumeCm3] = [load.kg * share * 1_000, load.cbm * share * STOWED * 1_000_000];
    const part = { grossWeightGrams, volumeCm3, originCountry, destinationCountry };
    if (unitsNeeded(equipment as Equipment, part) === 1) return share;
  }
}

/** The goods of a deal: a full load by how full it is, a part load by what it weighs. */
function goodsOf(random: Random, movement: Movement, asked?: Currency): Goods {
  const { cargo, corridor, haul } = movement;
  const fill = between(random, 0.15, 1);
  const full = ({ min, max }: { min: number; max: number }) => min + (max - min) * fill;
  const partKg = PART_LOAD_KG[haul];
  const part = partKg
    ? Math.min(1, between(random, ...partKg) / full(cargo.grossKg))
    : shareInOne(movement, { kg: full(cargo.grossKg), cbm: full(cargo.cbm) });
  const of = (range: { min: number; max: number }) => full(range) * part;
  const [origin = "CN", destination = "CN"] = corridor.split("-");
  const invoiced = INVOICED_IN[origin === "CN" ? destination : origin] ?? INVOICED_ELSEWHERE;
  const currency = asked ?? pickWeighted(random, invoiced, ([, weight]) => weight)[0];
  const perUnit = cargo.value.currency === currency ? 1 : currency === "CNY" ? CNY_PER_USD : 1 / CNY_PER_USD;
  const valueMinor = minorOf(Math.max(100, Math.round((of(cargo.value) * perUnit) / 100) * 100), currency);
  // A lot of a few packages would weigh and measure by the package what they do not.
  const isSplit = random() < 0.3 && cargo.packages.max > 40 && of(cargo.packages) >= 40;
  const grams = (share: number) => Math.max(1000, Math.round(of(cargo.grossKg) * share) * 1000);
  const netShare = NET_SHARE[cargo.packageType] ?? NET_ELSE;
  const weighed = (share: number) => {
    const net = Math.floor((grams(share) * netShare) / 100) * 100;
    const bagGrams = bagKgOf(cargo) * 1_000;
    if (bagGrams === 0)
      return {
        packages: Math.max(1, Math.round(of(cargo.packages) * share)),
        ...{ grossWeightGrams: grams(share), netWeightGrams: net },
      };
    // So many whole bags, each of its weight.
    const bags = Math.max(1, Math.floor(net / bagGrams));
    return {
      ...{ packages: bags, netWeightGrams: bags * bagGrams },
      grossWeightGrams: Math.ceil((bags * bagGrams) / netShare / 1_000) * 1_000,
    };
  };
  const firstMinor = isSplit ? Math.round((valueMinor * FIRST_LOT) / 100) * 100 : valueMinor;
  const lines = (isSplit ? [FIRST_LOT, 1 - FIRST_LOT] : [1]).map((share, at) => ({
    description: titleOf(cargo) + (isSplit ? `, lot ${at + 1}` : ""),
    hsCode: cargo.hsCode,
    packageType: cargo.packageType,
    ...weighed(share),
    originCountry: origin,
    volumeCm3: Math.max(1000, Math.round(of(cargo.cbm) * share * 1_000) * 1_000),
    value: { minor: at === 0 ? firstMinor : valueMinor - firstMinor, currency },
    ...dangerOf(cargo),
  }));
  return { lines, valueMinor, currency };
}

function logisticsSpec(movement: Movement, facts: Facts): Wire {
  return {
    equipment: movement.equipment,
    equipmentCount: 1,
    haul: movement.haul,
    pickupFrom: facts.readyDate,
    pickupTo: addDays(facts.readyDate as never, 2),
    pickupAt: "door",
    deliverAt: facts.deliverAt,
    shipperDocuments: ["commercial_invoice", "packing_list", "contract"],
    freeTimeHours: 24,
    ...(movement.cargo.temperature && /reefer|rf$/.test(movement.equipment)
      ? { temperature: movement.cargo.temperature }
      : {}),
    ...(facts.side === "transit" ? transitSpec(movement) : {}),
  };
}

/** What carriage to the border, the way beyond it and insurance cost by the lane's own price. */
function byBorderOf(
  market: MarketData,
  movement: Movement,
  { lines, valueMinor, currency, deliverAt }: Pick<Facts, "lines" | "valueMinor" | "currency" | "deliverAt">,
): Omit<ByBorder, "taxes"> {
  const sum = (name: string) => lines.reduce((all, line) => all + Number(line[name]), 0);
  const load = { grossKg: sum("grossWeightGrams") / 1_000, cbm: sum("volumeCm3") / 1_000_000, currency };
  const share = (bps: number) => Math.max(1, Math.round((valueMinor * bps) / 10_000));
  const found = freightByBorder(market, movement, load);
  // What is handed over at the port or airport goes no further at the seller's cost.
  const isToTown = movement.aboard === null || deliverAt === "door";
  return {
    freight: found?.toBorder ?? share(BY_BORDER_BPS.freight),
    beyond: isToTown ? Math.max(found?.beyond ?? share(BY_BORDER_BPS.beyond), share(BY_BORDER_BPS.local)) : 0,
    insurance: share(BY_BORDER_BPS.insurance),
    isOverLand: movement.aboard === null,
  };
}

const paymentOf = (prices: DemoPrices, corridor: string) => prices.payment.find((entry) => entry.corridor === corridor);

/**
 * The payer pays in the currency of its country. A yuan or local invoice is paid out as it stands; one in dollars is paid out in dollars, or
 * paid in dollars by a payer who keeps them.
 */
function paymentSpec(
  random: Random,
  facts: Facts,
  of: { readonly movement: Movement; readonly buyer: DemoOrganisation; readonly prices: DemoPrices },
): Wire | null {
  const entry = paymentOf(of.prices, of.movement.corridor);
  if (!entry) return null;
  const { valueMinor, currency } = facts;
  const isForeign = currency !== entry.payerCurrency && currency !== entry.payeeCurrency;
  const keepsDollars = isForeign && random() < 0.3;
  const payerCurrency = keepsDollars ? currency : entry.payerCurrency;
  const payeeCurrency = isForeign && !keepsDollars ? currency : entry.payeeCurrency;
  const isExchange = payerCurrency !== payeeCurrency;
  const { exporter } = tradersOf(of.movement, of.buyer, facts.partner);
  // Who sells has its customer's money collected; who buys pays its supplier. No agent of the market keeps money in escrow.
  const isSeller = exporter === of.buyer;
  return {
    need: isSeller ? "collection_account" : "supplier_payment",
    payerCurrency,
    payeeCurrency,
    ...payeeOf(exporter, payeeCurrency),
    amount: { minor: valueMinor, currency },
    purpose: "GDDS",
    ...(isExchange ? { lockMinutes: 1440 } : {}),
  };
}

const COMPARED_IN: Readonly<Record<string, Currency>> = {
  KZ: "USD",
  RU: "CNY",
  VN: "CNY",
  UZ: "USD",
  KG: "USD",
  MN: "USD",
  TH: "USD",
};

function specOf(random: Random, service: DemoService, facts: Facts, context: Asking): Wire | null {
  const { referenceData, movement, buyer } = context;
  const { nameEn = movement.originId, nameZh = movement.originId } = referenceData.places.get(movement.originId) ?? {};
  switch (service) {
    case "logistics":
      return logisticsSpec(movement, facts);
    case "customs":
      return customsSpec(random, facts, context);
    case "inspection": {
      const { exporter } = tradersOf(movement, buyer, facts.partner);
      const made = { country: movement.cargo.originCountry, manufacturer: manufacturerOf(exporter) };
      const isUnwatched = movement.haul in PART_LOAD_KG || isRemote(referenceData, movement);
      const goods = { ...facts, ...made, isUnwatched };
      return inspectionSpec(random, goods, factoryAddress(random, exporter, { nameEn, nameZh }));
    }
    case "payment":
      return paymentSpec(random, facts, { movement, buyer, prices: referenceData.market.prices });
  }
}

/** Dice of one deal's own, another for each thing that they decide. */
const ownDice = (at: Instant, { id }: DemoOrganisation, of = ""): Random =>
  randomFrom(Number(digitsOf(`${at} ${id}${of}`, 9)));

/** Writes out a deal as its buyer would post it, with the requests for its services and their times. */
export function planDeal(
  random: Random,
  referenceData: ReferenceData,
  movement: Movement,
  parties: {
    at: Instant;
    buyer: DemoOrganisation;
    partner: DemoOrganisation;
    openHours?: number;
    /** What is asked for, where chance does not decide it. */
    services?: readonly DemoService[];
    /** In what the goods are invoiced, where chance does not decide it. */
    currency?: Currency;
    side?: string | undefined;
    /** When its requests are decided, and the goods ready, where chance does not decide it. */
    decideBy?: Instant;
    readyDate?: LocalDate | undefined;
  },
): PlannedDeal {
  const { at, buyer, partner } = parties;
  const { lines, valueMinor, currency } = goodsOf(random, movement, parties.currency);
  const drawnReady = addOpenDays(dayOf(at), wholeBetween(random, 7, 14));
  const place = (id: string) => {
    const { nameZh = id, nameEn = id } = referenceData.places.get(id) ?? {};
    const [zh, en] = [nameZh, nameEn].map((name) => name.replace(/\s*[（(].*$/, ""));
    return [zh ?? id, en ?? id] as const;
  };
  const poster = movement.corridor.startsWith(`${buyer.country}-`) ? "seller" : "buyer";
  const asked = parties.services ?? drawServices(random, movement, poster);
  const services = asked.length > 0 ? asked : (["logistics"] as const);
  const side = declaredSide(parties.side ?? drawSide(random, poster, services), { poster, movement });
  const isCleared = services.includes("customs");
  const { mode: by, originId, hubId, destinationId, cargo, corridor } = movement;
  const isToPort = referenceData.places.get(destinationId)?.role === "destination port";
  const isOverChina = beyondChina(movement) !== null;
  const rule = isOverChina
    ? "CPT"
    : drawRule(random, { poster, mode: by, services, side: isCleared ? side : null, isToPort });
  const deliverAt = isOverChina ? "terminal" : drawDelivery(ownDice(at, buyer), { rule, mode: by, isToPort });
  const portOfLoading = place(corridor.startsWith("CN-") ? hubId : originId);
  const ends = { origin: place(originId), destination: place(destinationId), portOfLoading };
  const { closesAt, decideBy } = biddingTimes(random, parties);
  const readyDate = readyDateOf(movement, { drawn: drawnReady, services, decideBy, asked: parties.readyDate });
  const deal: Wire = {
    direction: movement.corridor.startsWith("CN-") ? "export" : "import",
    title: titleBy(buyer, movement.cargo, ownDice(at, buyer, "title")),
    incoterm: { rule, place: namedPlace({ rule, mode: by, deliverAt }, ends) },
    ...{ originId, hubId, destinationId, mode: by },
    ...(movement.inlandMode ? { inlandMode: movement.inlandMode } : {}),
    readyDate,
    goodsValue: { minor: valueMinor, currency },
    cargo: lines,
  };
  const goods = { quantities: dutyQuantitiesOf(lines), value: { minor: valueMinor, currency } };
  const taxes = taxesInPrice(referenceData.market, { rule, corridor, cargo, ...goods, day: estimatedOn(dayOf(at)) });
  const byBorder = { ...byBorderOf(referenceData.market, movement, { lines, valueMinor, currency, deliverAt }), taxes };
  const facts: Facts = { lines, readyDate, valueMinor, currency, partner, side, rule, deliverAt, byBorder };
  const mode = random() < 0.4 ? "sealed" : "open";
  const compared = COMPARED_IN[buyer.country] ?? "CNY";
  const requests = services.flatMap((service) => {
    const spec = specOf(random, service, facts, { referenceData, movement, buyer });
    return spec ? [{ service, spec, mode, closesAt, decideBy, currency: compared } as const] : [];
  });
  return { at, buyer, partner, movement, deal, requests, byBorder, isPresent: parties.openHours !== undefined };
}
