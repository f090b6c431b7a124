import type { Direction } from "@/domain/shared/vocabulary";
import { isEnterpriseOfChina } from "@/domain/accounts/registration-numbers";
import { type Money, money } from "@/domain/shared/money";
import type { Shipment } from "../kind";
import { specIssue } from "../spec-issue";
import { ruleOf } from "../spec-rule";
import type { ImportProcedure, SupervisionMode } from "./choices";
import { isDeclaredInChina } from "./form";
import type { CustomsSpec } from "./spec";

/** Market procurement (1039) ends at USD 150,000 a declaration; minor units are cents (GACC notice 2019 no. 221). */
export const MARKET_PROCUREMENT_MAX_USD_MINOR = 15_000_000n;

/** What a border resident may bring in free of duty in a day, in fen: CNY 8,000 (Ministry of Finance, 2008 no. 90). */
export const MUTUAL_TRADE_MAX_CNY_MINOR = 800_000n;

type ModeRule = {
  readonly directions: readonly Direction[];
  /** Border trade crosses by land at a border hub, with a country beside China; through a sea gateway or an airport, or with another country, it would be general trade. */
  readonly isBorderTrade?: true;
  /** Retail goes to consumers in parcels. */
  readonly isRetail?: true;
  /** What the goods may do in China once they are in; release for home use alone where left out. A transit to the customs inland ends under any mode. */
  readonly procedures?: readonly ImportProcedure[];
};

const BOTH: readonly Direction[] = ["export", "import"];
const EXPORT: readonly Direction[] = ["export"];

/** Which way each supervision mode goes, and what it is for; what is not named is open to every deal between companies. */
export const MODE_RULES: Readonly<Record<SupervisionMode, ModeRule>> = {
  "0110": { directions: BOTH },
  // Bought at a market for export (GACC notices 2014 no. 54 and 2019 no. 221).
  "1039": { directions: EXPORT },
  "1210": { directions: BOTH, procedures: ["home_use", "warehouse"] },
  // Goods of a bonded warehouse, and goods that go back in time (GACC's table of supervision modes).
  "1233": { directions: BOTH, procedures: ["warehouse"] },
  "2600": { directions: BOTH, procedures: ["temporary"] },
  "3422": { directions: EXPORT },
  // Enterprises of a border county with those across its border, by its land ports (State Council notice 1996 no. 2).
  "4019": { directions: BOTH, isBorderTrade: true },
  // Retail by electronic commerce, released by lists of parcels (GACC notice 2014 no. 12).
  "9610": { directions: BOTH, isRetail: true },
  // Sales to companies abroad, and stock for a warehouse there (GACC notice 2020 no. 75).
  "9710": { directions: EXPORT },
  "9810": { directions: EXPORT },
  // Residents within 20 km of the border; what they bring in is free of duty (State Council notice 1996 no. 2; Ministry of Finance, 2008 no. 90).
  mutual_trade: { directions: ["import"], isBorderTrade: true },
};

/** The countries that share a land border with China. */
const LAND_NEIGHBOURS: readonly string[] = [
  ...["AF", "BT", "IN", "KG", "KP", "KZ", "LA"],
  ...["MM", "MN", "NP", "PK", "RU", "TJ", "VN"],
];

/** Whether goods between China and another country may go under border trade. */
export const isLandNeighbour = (country: string): boolean => LAND_NEIGHBOURS.includes(country);

/** A postal parcel weighs 30 kg at the most, and no consumer's parcels fill a truck of one sale: 5 t of them are our choice. */
export const PARCEL_MAX_GRAMS = 30_000;
export const PARCELS_MAX_GRAMS = 5_000_000;

const isByLand = ({ hubKind, mode }: Pick<Shipment, "hubKind" | "mode">): boolean =>
  (mode === "road" || mode === "rail") && (hubKind === undefined || hubKind === "border");

/** How much border residents may bring in free of duty: CNY 8,000 a person a day. Undefined where the persons are not given or nothing is brought in. */
export function mutualTradeLimit(
  spec: Pick<CustomsSpec, "supervisionMode" | "borderResidents">,
  { direction }: Pick<Shipment, "direction">,
): Money | undefined {
  const { supervisionMode, borderResidents: residents } = spec;
  if (supervisionMode !== "mutual_trade" || direction !== "import" || residents === undefined) return undefined;
  return money(MUTUAL_TRADE_MAX_CNY_MINOR * BigInt(residents.persons) * BigInt(residents.days ?? 1), "CNY");
}

const rule = ruleOf<CustomsSpec>();

/**
 * Mutual trade is open to border residents and to the cooperatives and groups in which they join, never to a company or to anybody abroad. The limit is a
 * sum of yuan: a value in another currency is not waved through at some rate.
 */
const MUTUAL_TRADE = [
  rule(
    ["supervisionMode", "importerOfRecord.name", "importerOfRecord.country", "importerOfRecord.taxId"],
    ({ supervisionMode, importerOfRecord: importer }) =>
      supervisionMode === "mutual_trade" &&
      importer &&
      (importer.country !== "CN" || isEnterpriseOfChina(importer.taxId))
        ? [specIssue("supervisionMode", "mutual_trade_by_company", { importer: importer.name })]
        : [],
  ),
  rule(
    ["supervisionMode", "borderResidents", "deal.direction", "deal.goodsValue"],
    (spec, { direction, goodsValue }) => {
      const limit = mutualTradeLimit(spec, { direction });
      if (!limit) return [];
      if (goodsValue.currency !== limit.currency)
        return [specIssue("deal.goodsValue.currency", "mutual_trade_not_in_cny")];
      const { persons = 0, days = 1 } = spec.borderResidents ?? {};
      const yuan = Number(limit.minor / 100n);
      return goodsValue.minor > limit.minor
        ? [specIssue("deal.goodsValue", "mutual_trade_limit", { persons, days, yuan })]
        : [];
    },
  ),
];

const MARKET_PROCUREMENT = rule(
  ["supervisionMode", "declarations", "deal.goodsValue", "deal.goodsValueUsd"],
  ({ supervisionMode, declarations = 1 }, { goodsValue, goodsValueUsd }) => {
    if (supervisionMode !== "1039") return [];
    const usd = goodsValue.currency === "USD" ? goodsValue : goodsValueUsd;
    if (usd?.currency !== "USD") return [specIssue("supervisionMode", "value_usd_unknown")];
    return usd.minor > MARKET_PROCUREMENT_MAX_USD_MINOR * BigInt(declarations)
      ? [specIssue("supervisionMode", "market_procurement_limit")]
      : [];
  },
);

/** Retail goes in parcels to consumers: no heavy packages, no truckload, and no one importer abroad who takes them all. */
const RETAIL = [
  rule(["supervisionMode", "deal.cargo.packages", "deal.cargo.grossWeightGrams"], ({ supervisionMode }, { cargo }) => {
    if (!supervisionMode || !MODE_RULES[supervisionMode].isRetail) return [];
    const isHeavy = cargo.some(({ packages, grossWeightGrams }) => grossWeightGrams > packages * PARCEL_MAX_GRAMS);
    const all = cargo.reduce((sum, { grossWeightGrams }) => sum + grossWeightGrams, 0);
    return isHeavy || all > PARCELS_MAX_GRAMS ? [specIssue("supervisionMode", "retail_not_parcels")] : [];
  }),
  rule(
    ["side", "supervisionMode", "importerOfRecord", "deal.direction"],
    ({ side, supervisionMode, importerOfRecord }, { direction }) =>
      supervisionMode &&
      MODE_RULES[supervisionMode].isRetail &&
      direction === "export" &&
      side === "both" &&
      importerOfRecord
        ? [specIssue("supervisionMode", "retail_to_one_importer")]
        : [],
  ),
];

/** The procedure on entering China is one of the mode that is declared there; what the other country's customs do is theirs. */
const PROCEDURE = rule(
  ["side", "supervisionMode", "importProcedure", "deal.direction"],
  ({ side, supervisionMode, importProcedure = "home_use" }, { direction }) => {
    const entersChina = direction === "import" && (side === "import" || side === "both");
    if (!entersChina || !supervisionMode || importProcedure === "transit") return [];
    const { procedures = ["home_use"] } = MODE_RULES[supervisionMode];
    return procedures.includes(importProcedure) ? [] : [specIssue("importProcedure", "procedure_not_of_mode")];
  },
);

const BORDER_TRADE = [
  rule(["supervisionMode", "deal.mode", "deal.hubKind"], ({ supervisionMode }, crossing) =>
    supervisionMode && MODE_RULES[supervisionMode].isBorderTrade && !isByLand(crossing)
      ? [specIssue("supervisionMode", "supervision_mode_land_only")]
      : [],
  ),
  rule(
    ["supervisionMode", "deal.originCountry", "deal.destinationCountry"],
    ({ supervisionMode }, { originCountry, destinationCountry }) => {
      const partner = originCountry === "CN" ? destinationCountry : originCountry;
      return supervisionMode && MODE_RULES[supervisionMode].isBorderTrade && !isLandNeighbour(partner)
        ? [specIssue("supervisionMode", "border_trade_not_neighbour", { country: partner })]
        : [];
    },
  ),
];

/**
 * A supervision mode where a declaration in China is asked for, since the modes are its customs' own; one that fits the direction, the border, the procedure, what
 * is sent to whom, and its limit of value. The limit of 1039 needs the value in US dollars and answers an issue where it is not known; that of mutual trade goes by its residents, which
 * `customsRequired` asks for.
 */
export const SUPERVISION = [
  rule(["supervisionMode", "borderResidents"], ({ supervisionMode, borderResidents }) =>
    borderResidents && supervisionMode !== "mutual_trade"
      ? [specIssue("borderResidents.persons", "residents_without_mutual_trade")]
      : [],
  ),
  rule(["side", "supervisionMode", "deal.direction"], ({ side, supervisionMode }, { direction }) => {
    if (supervisionMode === undefined) return [];
    if (isDeclaredInChina(side, { direction }) === false)
      return [specIssue("supervisionMode", "supervision_mode_outside_china")];
    if (MODE_RULES[supervisionMode].directions.includes(direction)) return [];
    return direction === "import"
      ? [specIssue("supervisionMode", "supervision_mode_export_only")]
      : [specIssue("supervisionMode", "supervision_mode_import_only")];
  }),
  ...BORDER_TRADE,
  ...RETAIL,
  PROCEDURE,
  ...MUTUAL_TRADE,
  MARKET_PROCUREMENT,
];
