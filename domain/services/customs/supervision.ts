import type { Direction } from "@/domain/shared/vocabulary";
import { type Money, money } from "@/domain/shared/money";
import type { Shipment } from "../kind";
import { specIssue } from "../spec-issue";
import { ruleOf } from "../spec-rule";
import type { SupervisionMode } from "./choices";
import { isDeclaredInChina } from "./form";
import type { CustomsSpec } from "./spec";

/** Market procurement (1039) ends at USD 150,000 a declaration; minor units are cents (GACC notice 2019 no. 221). */
export const MARKET_PROCUREMENT_MAX_USD_MINOR = 15_000_000n;

/** What a border resident may bring in free of duty in a day, in fen: CNY 8,000 (Ministry of Finance, 2008 no. 90). */
export const MUTUAL_TRADE_MAX_CNY_MINOR = 800_000n;

type ModeRule = {
  readonly directions: readonly Direction[];
  /** Border trade crosses by land at a border hub; through a sea gateway or an airport it would be general trade. */
  readonly isLandBorderOnly: boolean;
};

const BOTH: readonly Direction[] = ["export", "import"];
const EXPORT: readonly Direction[] = ["export"];

/** Which way each supervision mode goes, and where it may cross the border. */
export const MODE_RULES: Readonly<Record<SupervisionMode, ModeRule>> = {
  "0110": { directions: BOTH, isLandBorderOnly: false },
  "1039": { directions: EXPORT, isLandBorderOnly: false },
  "1210": { directions: BOTH, isLandBorderOnly: false },
  "3422": { directions: EXPORT, isLandBorderOnly: false },
  "4019": { directions: BOTH, isLandBorderOnly: true },
  "9610": { directions: BOTH, isLandBorderOnly: false },
  "9710": { directions: EXPORT, isLandBorderOnly: false },
  "9810": { directions: EXPORT, isLandBorderOnly: false },
  mutual_trade: { directions: BOTH, isLandBorderOnly: true },
};

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

/** The limit is a sum of yuan: a value in another currency is not waved through at some rate. */
const MUTUAL_TRADE = rule(
  ["supervisionMode", "borderResidents", "deal.direction", "deal.goodsValue"],
  (spec, { direction, goodsValue }) => {
    const limit = mutualTradeLimit(spec, { direction });
    if (!limit) return [];
    if (goodsValue.currency !== limit.currency) return [specIssue("supervisionMode", "mutual_trade_not_in_cny")];
    return goodsValue.minor > limit.minor ? [specIssue("borderResidents.persons", "mutual_trade_limit")] : [];
  },
);

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

/**
 * A supervision mode where a declaration in China is asked for, since the modes are its customs' own; one that fits the direction, the hub and its limit of value.
 * The limit of 1039 needs the value in US dollars and answers an issue where it is not known; that of mutual trade is checked
 * where the residents are given.
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
    return MODE_RULES[supervisionMode].directions.includes(direction)
      ? []
      : [specIssue("supervisionMode", "supervision_mode_export_only")];
  }),
  rule(["supervisionMode", "deal.mode", "deal.hubKind"], ({ supervisionMode }, crossing) =>
    supervisionMode && MODE_RULES[supervisionMode].isLandBorderOnly && !isByLand(crossing)
      ? [specIssue("supervisionMode", "supervision_mode_land_only")]
      : [],
  ),
  MUTUAL_TRADE,
  MARKET_PROCUREMENT,
];
