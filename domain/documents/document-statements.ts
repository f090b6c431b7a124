import { type HsCode, subheadingOf } from "@/domain/tariff/hs-code";
import { cargoTotals, type Deal } from "@/domain/deals/deal";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import { type Money, money } from "@/domain/shared/money";
import { type CheckedDocument, fieldsIf } from "./deal-document";
import type { DocumentKind } from "../services/document-kind";
import type { CheckRule, Finding, Side, Stated } from "./check-findings";

/** What the deal's own posting says of the goods. */
export type CheckedDeal = Pick<Deal, "incoterm" | "goodsValue" | "cargo"> & {
  readonly supervisionModes: readonly string[];
};

/** What one source says of the goods; null where it does not say. */
export type Statement = {
  readonly source: DocumentKind | "deal";
  readonly documentIds: readonly string[];
  readonly packages: number | null;
  readonly grossWeightGrams: number | null;
  /** Six digits each, sorted, each once. */
  readonly hsCodes: readonly string[] | null;
  readonly value: Money | null;
  readonly incoterm: IncotermRule | null;
};

type Said = Pick<Statement, "packages" | "grossWeightGrams" | "hsCodes" | "value" | "incoterm">;

const NOTHING: Said = { packages: null, grossWeightGrams: null, hsCodes: null, value: null, incoterm: null };

const sixDigits = (codes: readonly string[]): string[] =>
  [...new Set(codes.map((code) => subheadingOf(code as HsCode)))].sort();

/** Codes count as said only where every line has one: a part of them would contradict every full list. */
const codesOf = (lines: readonly { readonly hsCode?: string | undefined }[]): string[] | null => {
  const codes = lines.flatMap((line) => line.hsCode ?? []);
  return codes.length === lines.length && codes.length > 0 ? sixDigits(codes) : null;
};

function saidBy(document: CheckedDocument): Said {
  const invoice = fieldsIf(document, "invoice");
  if (invoice) return { ...NOTHING, value: invoice.total, incoterm: invoice.incoterm, hsCodes: codesOf(invoice.lines) };
  const packing = fieldsIf(document, "packing_list");
  if (packing) {
    const { packages, grossWeightGrams, lines } = packing;
    return { ...NOTHING, packages, grossWeightGrams, hsCodes: codesOf(lines) };
  }
  const waybill = fieldsIf(document, "waybill");
  if (waybill) return { ...NOTHING, packages: waybill.packages, grossWeightGrams: waybill.grossWeightGrams };
  const declaration = fieldsIf(document, "declaration");
  if (!declaration) return NOTHING;
  const { packages, grossWeightGrams, value, incoterm = null, lines } = declaration;
  return { packages, grossWeightGrams, value, incoterm, hsCodes: codesOf(lines) };
}

const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((all: number | null, one) => (all === null || one === null ? null : all + one), 0);

const valueOf = (values: readonly (Money | null)[]): Money | null => {
  const [first] = values;
  if (!first || values.some((one) => one?.currency !== first.currency)) return null;
  return money(
    values.reduce((all, one) => all + (one?.minor ?? 0n), 0n),
    first.currency,
  );
};

function together(said: readonly Said[]): Said {
  const codes = said.map((one) => one.hsCodes);
  const terms = new Set(said.map((one) => one.incoterm));
  return {
    packages: sumOf(said.map((one) => one.packages)),
    grossWeightGrams: sumOf(said.map((one) => one.grossWeightGrams)),
    hsCodes: codes.includes(null) ? null : sixDigits(codes.flatMap((some) => some ?? [])),
    value: valueOf(said.map((one) => one.value)),
    incoterm: terms.size === 1 ? ([...terms][0] as IncotermRule | null) : null,
  };
}

/** What the documents of one kind say: they are parts of one whole, so that three trucks' waybills add up to the packing list. */
export function statementOf(source: DocumentKind, documents: readonly CheckedDocument[]): Statement {
  const documentIds = documents.map(({ id }) => id).sort();
  return { source, documentIds, ...together(documents.map(saidBy)) };
}

/** What the deal says by its cargo lines, its goods value and its term of delivery. */
export function statementOfDeal(deal: CheckedDeal): Statement {
  const { packages, grossWeightGrams } = cargoTotals(deal.cargo);
  const { goodsValue: value, incoterm } = deal;
  const hsCodes = codesOf(deal.cargo);
  return { source: "deal", documentIds: [], packages, grossWeightGrams, hsCodes, value, incoterm: incoterm.rule };
}

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
