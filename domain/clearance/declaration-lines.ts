import { parseHsCode } from "../tariff/hs-code";
import { type Currency, isStorable, type Money } from "../shared/money";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { DutyUnit } from "../tariff/duty-rate";
import { isOddlyCounted, legalUnitOf } from "../tariff/legal-units";
import type { Declaration, DeclaredContent, DeclaredLine, DeclaredQuantity } from "./declaration";

export type TypedLine = {
  readonly line: number;
  readonly hsCode: string;
  readonly customsValue: Money;
  /** The goods' name as it is declared; that of the deal where none is given. So of their packages, weights and quantity. */
  readonly name?: string | undefined;
  readonly packages?: number | undefined;
  readonly grossWeightGrams?: number | undefined;
  readonly netWeightGrams?: number | undefined;
  readonly quantity?: DeclaredQuantity | undefined;
};

export type LinesRefusal = Refusal<
  | "line_not_in_cargo"
  | "line_declared_twice"
  | "hs_code_malformed"
  | "net_above_gross"
  | "declared_above_cargo"
  | "goods_undeclared"
  | "declared_unit_odd"
  | "currency_not_of_declaration"
  | "amount_too_large"
>;

/** A line of the cargo as the deal tells of it, with the quantities that its request gives in thousandths of the customs' units. */
export type DealGoods = {
  readonly description: string;
  readonly packages: number;
  readonly grossWeightGrams: number;
  readonly netWeightGrams: number | null;
  readonly quantitiesMilli: Partial<Readonly<Record<DutyUnit, number>>>;
};

type OfDeal = {
  readonly cargo: readonly DealGoods[];
  readonly currency: Currency;
  /** Whose customs it is declared to. */
  readonly country: string;
  /** Whether somebody has said that more than the deal's cargo, or less of it, is right. */
  readonly isConfirmed: boolean;
  /** How many declarations are asked for on the side: one alone holds all goods. Left out where several may be. */
  readonly asked?: number;
  /** Whether somebody has said that the units are right in which the customs do not count such goods. */
  readonly isUnitConfirmed?: boolean;
  /** The lines of the draft that is revised; what they have above the cargo was confirmed before. */
  readonly revised?: readonly DeclaredLine[];
};

/**
 * How many digits a code has in a country's declarations: ten in China and by the common nomenclature of the Eurasian Economic Union (ТН ВЭД), eight in Viet Nam
 * (AHTN). Elsewhere any extension of the six that all countries share is taken.
 */
const CODE_DIGITS: Readonly<Record<string, number>> = { CN: 10, RU: 10, KZ: 10, KG: 10, BY: 10, AM: 10, VN: 8 };

/**
 * The lines of a draft as they are kept, in the order of the cargo. Refuses a line that the cargo does not have or that is named twice, a
 * code that is none or has not as many digits as the country's customs ask for, a net weight above the gross one, and values in another currency than
 * the country's customs reckon in. Asks whether it is right that the only declaration leaves goods out (`goods_undeclared`), that a line has more packages or weighs more than the deal's (`declared_above_cargo`),
 * and of a revision only where that figure is not the one that was confirmed before; so of a quantity in a unit in which the customs do not count goods of
 * the code (`declared_unit_odd`).
 */
export function declareLines(
  typed: readonly TypedLine[],
  { cargo, currency, country, isConfirmed, asked = 0, isUnitConfirmed = false, revised = [] }: OfDeal,
): Result<readonly DeclaredLine[], LinesRefusal> {
  const kept: DeclaredLine[] = [];
  const digits = CODE_DIGITS[country];
  for (const one of typed) {
    const { line, hsCode, customsValue } = one;
    const goods = cargo[line - 1];
    if (!goods) return refuse("line_not_in_cargo", { line, lines: cargo.length });
    if (kept.some((earlier) => earlier.line === line)) return refuse("line_declared_twice", { line });
    const code = parseHsCode(hsCode);
    if (!code || (digits !== undefined && code.length !== digits))
      return refuse("hs_code_malformed", { line, digits: digits === undefined ? "any" : `${digits}` });
    if (customsValue.currency !== currency) return refuse("currency_not_of_declaration", { currency });
    const { packages, netWeightGrams: net, grossWeightGrams: gross } = declaredGoods(one, goods);
    if (net !== null && net > gross) return refuse("net_above_gross", { line });
    const earlier = revised.find((kept) => kept.line === line);
    const isMore =
      (packages > goods.packages && packages !== earlier?.packages) ||
      (gross > goods.grossWeightGrams && gross !== earlier?.grossWeightGrams);
    if (isMore && !isConfirmed)
      return refuse("declared_above_cargo", {
        line,
        packages: goods.packages,
        grossKg: goods.grossWeightGrams / 1_000,
      });
    const counted = declaredGoods(one, goods).quantitiesMilli;
    const isSeen = earlier?.hsCode === code && isCountedAlike(declaredGoods(earlier, goods).quantitiesMilli, counted);
    if (!isUnitConfirmed && !isSeen && isOddlyCounted(country, { hsCode: code, quantitiesMilli: counted }))
      return refuse("declared_unit_odd", { line, unit: legalUnitOf(country, code) ?? "kg" });
    kept.push({ line, hsCode: code, valueMinor: `${customsValue.minor}`, ...unlikeDeal(one, goods) });
  }
  const isPart = asked === 1 && kept.length < cargo.length && kept.length !== revised.length;
  if (isPart && !isConfirmed) return refuse("goods_undeclared", { lines: kept.length, goods: cargo.length });
  if (!isStorable(kept.reduce((sum, { valueMinor }) => sum + BigInt(valueMinor), 0n)))
    return refuse("amount_too_large");
  return accept(kept.sort((a, b) => a.line - b.line));
}

/** Whether two quantities are in the same units. */
const isCountedAlike = (one: object, other: object): boolean =>
  Object.keys(one).toSorted().join() === Object.keys(other).toSorted().join();

type Said = Partial<Pick<TypedLine, "packages" | "grossWeightGrams" | "netWeightGrams" | "quantity">>;

/** The goods of a line as they are declared: as the declaration says, and as the deal where it says nothing. */
export const declaredGoods = (
  { packages, grossWeightGrams, netWeightGrams, quantity }: Said,
  deal: Omit<DealGoods, "description">,
): Omit<DealGoods, "description"> => ({
  packages: packages ?? deal.packages,
  grossWeightGrams: grossWeightGrams ?? deal.grossWeightGrams,
  netWeightGrams: netWeightGrams ?? deal.netWeightGrams,
  quantitiesMilli: quantity ? { [quantity.unit]: quantity.milli } : deal.quantitiesMilli,
});

/** What a line declares otherwise than the deal tells of its goods. */
function unlikeDeal({ name = "", quantity, ...typed }: TypedLine, deal: DealGoods) {
  const figures = (["packages", "grossWeightGrams", "netWeightGrams"] as const).flatMap((member) => {
    const figure = typed[member];
    return figure === undefined || figure === deal[member] ? [] : [[member, figure] as const];
  });
  const counted = Object.entries(deal.quantitiesMilli);
  const isDeals = quantity && counted.length === 1 && deal.quantitiesMilli[quantity.unit] === quantity.milli;
  return {
    ...(name === "" || name === deal.description ? {} : { name }),
    ...Object.fromEntries(figures),
    ...(quantity && !isDeals ? { quantity } : {}),
  };
}

const contentOf = ({ line: _, before: __, ...content }: DeclaredLine): DeclaredContent => content;

const MEMBERS = ["hsCode", "valueMinor", "name", "packages", "grossWeightGrams", "netWeightGrams"] as const;

const isAlike = (one: DeclaredContent, other: DeclaredContent): boolean =>
  MEMBERS.every((member) => one[member] === other[member]) &&
  one.quantity?.unit === other.quantity?.unit &&
  one.quantity?.milli === other.quantity?.milli;

/**
 * The lines of a revision, each with what the buyer had read of it where that was something else: as it was when the buyer last sent the draft
 * back or approved it, however often it was changed since. Values of another currency are compared with nothing.
 */
export function markChanged(
  lines: readonly DeclaredLine[],
  revised: Pick<Declaration, "state" | "lines" | "currency">,
  currency: Currency,
): readonly DeclaredLine[] {
  if (revised.currency !== currency) return lines;
  return lines.map((line) => {
    const earlier = revised.lines.find((one) => one.line === line.line);
    const read = earlier && ((revised.state === "drafted" ? earlier.before : undefined) ?? contentOf(earlier));
    return read && !isAlike(read, line) ? { ...line, before: read } : line;
  });
}
