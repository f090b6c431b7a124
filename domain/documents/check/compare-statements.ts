import type { CheckRule, Finding, Side, Stated } from "./finding";
import type { Statement } from "./statement";

const BPS = 10_000;

const sideOf = ({ source, documentIds }: Statement, stated: Stated): Side => ({ source, documentIds, stated });

type Pair = { readonly rule: CheckRule; readonly left: Stated; readonly right: Stated };

const bothSaid = <T>(a: T | null, b: T | null): readonly [T, T] | null => (a === null || b === null ? null : [a, b]);

/** Whether two weights in grams are further apart than so many basis points of the larger one. */
export const isBeyond = (a: number, b: number, toleranceBps: number): boolean =>
  BigInt(Math.abs(a - b)) * BigInt(BPS) > BigInt(toleranceBps) * BigInt(Math.max(a, b));

function weights(a: Statement, b: Statement, toleranceBps: number): Pair[] {
  const said = bothSaid(a.grossWeightGrams, b.grossWeightGrams);
  if (!said || !isBeyond(...said, toleranceBps)) return [];
  const [left, right] = said.map((grams): Stated => ({ as: "weight", grams })) as [Stated, Stated];
  return [{ rule: "weight_equal", left, right }];
}

function packages(a: Statement, b: Statement): Pair[] {
  const said = bothSaid(a.packages, b.packages);
  if (!said || said[0] === said[1]) return [];
  const [left, right] = said.map((count): Stated => ({ as: "count", count })) as [Stated, Stated];
  return [{ rule: "packages_equal", left, right }];
}

function codes(a: Statement, b: Statement): Pair[] {
  const said = bothSaid(a.hsCodes, b.hsCodes);
  if (!said || said[0].join() === said[1].join()) return [];
  return [{ rule: "hs_equal", left: { as: "codes", codes: said[0] }, right: { as: "codes", codes: said[1] } }];
}

/** In two currencies amounts say nothing of each other, so only the currencies are complained of. */
function values(a: Statement, b: Statement): Pair[] {
  const said = bothSaid(a.value, b.value);
  if (!said) return [];
  const [one, other] = said;
  if (one.currency !== other.currency) {
    const [left, right] = said.map(({ currency }): Stated => ({ as: "text", text: currency })) as [Stated, Stated];
    return [{ rule: "currency_equal", left, right }];
  }
  if (one.minor === other.minor) return [];
  return [{ rule: "value_equal", left: { as: "money", money: one }, right: { as: "money", money: other } }];
}

function incoterms(a: Statement, b: Statement): Pair[] {
  const said = bothSaid(a.incoterm, b.incoterm);
  if (!said || said[0] === said[1]) return [];
  return [{ rule: "incoterm_equal", left: { as: "text", text: said[0] }, right: { as: "text", text: said[1] } }];
}

/**
 * Where two sources contradict each other on weight, packages, HS, value, currency or Incoterm. What one of them does not say is
 * not compared. Two documents block each other; the deal's own figures were given before loading and stay as posted, so
 * against them it is a warning.
 */
export function compareStatements(a: Statement, b: Statement, toleranceBps: number): Finding[] {
  const severity = a.source === "deal" || b.source === "deal" ? "warning" : "blocked";
  const pairs = [
    ...weights(a, b, toleranceBps),
    ...packages(a, b),
    ...codes(a, b),
    ...values(a, b),
    ...incoterms(a, b),
  ];
  return pairs.map(({ rule, left, right }) => ({
    rule,
    severity,
    left: sideOf(a, left),
    right: sideOf(b, right),
    toleranceBps: rule === "weight_equal" ? toleranceBps : 0,
  }));
}
