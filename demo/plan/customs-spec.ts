import type { Currency } from "../../domain/shared/money";
import { ONE } from "../../domain/services/quantities";
import type { DutyUnit } from "../../domain/tariff/duty-rate";
import { isLandNeighbour } from "../../domain/services/customs/supervision";
import { legalUnitOf } from "../../domain/tariff/legal-units";
import type { IncotermRule } from "../../domain/tariff/incoterm";
import { type ByBorder, commercialTerms, type Handover, termsAtExit } from "./delivery-terms";
import { type DemoOrganisation, writtenName } from "./market-data";
import { inspectedUnit } from "./plan-inspection";
import { transitOffices } from "./registered-numbers";
import { transitCountryOf } from "./transits";
import type { Movement, ReferenceData } from "./plan-movement";
import { pickWeighted, type Random } from "./random";

type Wire = Record<string, unknown>;

/** Yuan to the dollar, for what only has to be about right. */
export const CNY_PER_USD = 7.12;

/** What a deal of the plan is asked for by. */
export type Facts = {
  readonly lines: readonly Wire[];
  readonly readyDate: string;
  readonly valueMinor: number;
  readonly currency: Currency;
  readonly partner: DemoOrganisation;
  /** On which side of the border customs are asked for. */
  readonly side: string;
  readonly rule: IncotermRule;
  /** Where a carrier hands the goods over. */
  readonly deliverAt: Handover;
  readonly byBorder: ByBorder;
};

/** Who asks for what moves, and in which market. */
export type Asking = {
  readonly referenceData: ReferenceData;
  readonly movement: Movement;
  readonly buyer: DemoOrganisation;
};

/** The most that one declaration of market purchases may be of, a little below the rule's 150,000 dollars since rates move. */
const MARKET_PURCHASE_USD = 140_000;
/** What shops abroad sell: kitchenware, bags, clothes, shoes, power tools, laptops, household and retail electronics, lamps, furniture and toys; no parts, machines or materials of works. */
const CONSUMER_GOODS = /^(3924|42|6[1-4]|846721|8471|8516|8517|8539|9[45])/;

const OWN_STOCK_RULES: readonly IncotermRule[] = ["EXW", "FCA", "FOB", "DAP"];

/**
 * Under what China's customs supervise such goods, by weight: general trade first; sales to businesses abroad by
 * the platform, an exporter's own stock for its warehouse abroad, and market purchases from Yiwu, are exports of consumer goods; small-scale border trade belongs to enterprises of the
 * border county or city that the goods cross at. Estimates.
 */
function supervisionOf(
  { lines, valueMinor, currency, side, rule }: Facts,
  { movement, buyer, partner, referenceData }: Asking & { readonly partner: DemoOrganisation },
): readonly (readonly [string, number])[] {
  const isExport = movement.corridor.startsWith("CN-");
  const isConsumer = isExport && CONSUMER_GOODS.test(String(lines[0]?.hsCode));
  const isStocked = buyer.stockIn?.some((country) => movement.corridor === `CN-${country}`) ?? false;
  const isOverLand = movement.mode === "road" || movement.mode === "rail";
  const { cityId } = buyer.country === "CN" ? buyer : partner;
  const trader = referenceData.places.get(cityId ?? "");
  const abroad = movement.corridor.replace(/CN-|-CN/, "");
  const usd = valueMinor / 100 / (currency === "CNY" ? CNY_PER_USD : 1);
  return [
    ["0110", 70],
    ["9710", isConsumer ? 24 : 0],
    // Nobody abroad has bought it yet: no price holds its carriage, and no importer is named.
    ["9810", isConsumer && isStocked && side === "export" && OWN_STOCK_RULES.includes(rule) ? 340 : 0],
    ["1039", isConsumer && movement.originId === "CNYIU" && usd <= MARKET_PURCHASE_USD ? 220 : 0],
    ["4019", isOverLand && isLandNeighbour(abroad) && trader?.hubId === movement.hubId ? 240 : 0],
  ];
}

/** Who sells and who buys the goods: the one whose country they leave, and the other. */
export function tradersOf(movement: Movement, buyer: DemoOrganisation, partner: DemoOrganisation) {
  const [chinese, foreign] = buyer.country === "CN" ? [buyer, partner] : [partner, buyer];
  const isExport = movement.corridor.startsWith("CN-");
  return isExport ? { exporter: chinese, importer: foreign } : { exporter: foreign, importer: chinese };
}

const party = (one: DemoOrganisation) => ({ name: writtenName(one, 160), country: one.country });

/** What a request for clearance names beside the price, in its currency: by the border where goods come in, and of exports alone by the exit. */
function commercialTermsSpec({ rule, byBorder, valueMinor, currency, side }: Facts): Wire {
  const named = (side === "export" ? termsAtExit : commercialTerms)({ rule, byBorder }, valueMinor);
  return Object.fromEntries(Object.entries(named).map(([name, minor]) => [name, { minor, currency }]));
}

/** A tile of 600 by 600 millimetres, in square metres. */
const TILE_M2 = 0.36;

/** What a cubic metre of wood weighs in kilograms as it is loaded, by the codes that begin so. Estimates; a stowed bundle holds air besides. */
const WOOD_KG_PER_M3: Readonly<Record<string, number>> = {
  ...{ "4407": 690, "440711": 540, "440712": 490, "4408": 580, "4409": 680, "4412": 670 },
};

/** Fibreboard, and wood of which nothing else is said. */
const BOARD_KG_PER_M3 = 650;

/** What the longest beginning of a code names, or else. */
function byCode<T>(named: Readonly<Record<string, T>>, hsCode: string, otherwise: T): T {
  for (let digits = hsCode.length; digits >= 2; digits--) {
    const found = named[hsCode.slice(0, digits)];
    if (found !== undefined) return found;
  }
  return otherwise;
}

/** How much of a line there is in thousandths of its unit: by its net weight, of wood the volume that weighs so much, or the pieces of its packages. */
function countedIn(unit: DutyUnit, line: Wire): number {
  const grams = Number(line.netWeightGrams);
  if (unit === "kg") return grams;
  if (unit === "cubic_metre") return Math.round(grams / byCode(WOOD_KG_PER_M3, String(line.hsCode), BOARD_KG_PER_M3));
  const pieces = Number(line.packages) * inspectedUnit(String(line.hsCode), line.packageType).pieces;
  return Math.round(pieces * ONE * (unit === "square_metre" ? TILE_M2 : 1));
}

/** What the customs count of a line, in thousandths of the first legal unit of its goods. */
export function legalQuantity(line: Wire): Partial<Record<DutyUnit, number>> {
  const unit = legalUnitOf("CN", String(line.hsCode)) ?? "kg";
  return { [unit]: countedIn(unit, line) };
}

/** How goods pass a country: by truck under a TIR carnet, for which Kazakhstan's union of carriers KazATO stands there; by rail under the general guarantee of the broker that is asked for. */
function transitOf(movement: Movement): Wire {
  const secured =
    movement.mode === "road"
      ? { guarantee: "tir_carnet", guarantor: "KazATO" }
      : { guarantee: "general", guarantor: "中标报关企业 · The customs broker of the winning bid" };
  return { country: transitCountryOf(movement), ...transitOffices(movement), declarant: "broker", ...secured };
}

/** A request for clearance as it is posted. */
export function customsSpec(random: Random, facts: Facts, of: Asking): Wire {
  const { movement, buyer } = of;
  const { partner, lines } = facts;
  const supervisionMode = pickWeighted(random, supervisionOf(facts, { ...of, partner }), ([, weight]) => weight)[0];
  const { side } = facts;
  const { exporter, importer } = tradersOf(movement, buyer, partner);
  const hasExport = side === "export" || side === "both";
  const hasImport = side === "import" || side === "both";
  // What only the other country's customs see goes under no mode of China's.
  const isDeclaredInChina = movement.corridor.startsWith("CN-") ? hasExport : hasImport;
  return {
    side,
    ...(isDeclaredInChina ? { supervisionMode } : {}),
    // A transit goes under one carnet or one declaration with its security.
    declarations: side !== "transit" && lines.length > 1 && random() < 0.12 ? 2 : 1,
    ...(hasExport ? { exporterOfRecord: party(exporter), exporterCode: exporter.registration.number } : {}),
    ...(hasImport
      ? { importerOfRecord: { ...party(importer), taxId: importer.registration.number }, importProcedure: "home_use" }
      : {}),
    ...(side === "transit" ? { transit: transitOf(movement) } : commercialTermsSpec(facts)),
    lineQuantities: Object.fromEntries(lines.map((line, at) => [String(at + 1), legalQuantity(line)])),
  };
}
