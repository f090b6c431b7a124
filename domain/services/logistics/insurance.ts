import { type Money, money } from "@/domain/shared/money";
import type { Shipment } from "../kind";
import type { SpecWarning } from "../spec-issue";
import type { INSURANCE_CLAUSES } from "./choices";
import type { LogisticsSpec } from "./spec";

type Clause = (typeof INSURANCE_CLAUSES)[number];
type Insured = Pick<Shipment, "goodsValue" | "incotermRule">;

/** What the seller insures by, where the parties agree nothing else: Incoterms 2020, A5 of CIP (clause A) and of CIF (clause C). */
const DEFAULT_CLAUSES = { CIP: "A", CIF: "C" } as const satisfies Partial<Record<string, Clause>>;

/** Both rules ask for the price and ten percent. */
const COVER_PERCENT = 110n;

const isSellerInsured = (rule: Insured["incotermRule"]): rule is keyof typeof DEFAULT_CLAUSES =>
  rule === "CIP" || rule === "CIF";

/** From A, all risks, to C, the fewest. */
const coversLess = (clause: Clause, least: Clause): boolean => clause > least;

/**
 * What goods are insured for where nothing is said: 110 percent of their value under CIP and CIF, up to the next minor unit, since the rules ask
 * for no less; their value under other rules.
 */
export function insuredByDefault({ goodsValue, incotermRule }: Insured): Money {
  if (!isSellerInsured(incotermRule)) return goodsValue;
  return money((goodsValue.minor * COVER_PERCENT + 99n) / 100n, goodsValue.currency);
}

/** Less cover than the rule's own, which parties may agree and mostly have forgotten; without CIP or CIF less than the goods are worth. */
export function coverWarnings({ insurance }: Pick<LogisticsSpec, "insurance">, shipment: Insured): SpecWarning[] {
  if (!insurance) return [];
  const { goodsValue, incotermRule } = shipment;
  const value = insurance.value ?? insuredByDefault(shipment);
  const isSameCurrency = value.currency === goodsValue.currency;
  if (isSellerInsured(incotermRule)) {
    const clause = DEFAULT_CLAUSES[incotermRule];
    const isLess = isSameCurrency && value.minor < insuredByDefault(shipment).minor;
    return isLess || coversLess(insurance.clause, clause)
      ? [{ key: "cover_below_default", values: { rule: incotermRule, clause, percent: Number(COVER_PERCENT) } }]
      : [];
  }
  return isSameCurrency && value.minor < goodsValue.minor ? [{ key: "insured_below_value" }] : [];
}
