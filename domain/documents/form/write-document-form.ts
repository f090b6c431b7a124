import type { FormValues } from "@/domain/shared/form-state";
import type { LocalDate } from "@/domain/shared/local-date";
import { type Money, toDecimal } from "@/domain/shared/money";
import { type DealDocument, fieldsIf } from "../deal-document";
import { type DocumentKind, type DocumentShape, shapeOf } from "../../services/document-kind";
import { type DealDescribed, lineName } from "./line-rows";

const GRAMS_PER_KG = 1_000;
const HAS_LINES: readonly DocumentShape[] = ["invoice", "packing_list", "declaration"];

/** Kilograms as they are typed: `12400`, `0.5`. */
const kilograms = (grams: number): string => {
  const rest = String(grams % GRAMS_PER_KG)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${Math.floor(grams / GRAMS_PER_KG)}${rest === "" ? "" : `.${rest}`}`;
};

/** The form of a new document: the day, and the lines with what the deal says of its cargo. Amounts and weights are typed off the paper. */
export function newDocumentForm(kind: DocumentKind, deal: DealDescribed, today: LocalDate): FormValues {
  const lines = HAS_LINES.includes(shapeOf(kind)) ? deal.cargo : [];
  return Object.fromEntries([
    ["date", today],
    ["fields.currency", deal.currency],
    ...lines.flatMap(({ description, hsCode }, at) => [
      [lineName(at, "description"), description],
      [lineName(at, "hsCode"), hsCode],
    ]),
  ]);
}

type Cell = string | number | Money | undefined;

const textOf = (name: string, value: Cell): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === "object") return toDecimal(value);
  return /WeightGrams$/.test(name) ? kilograms(value as number) : String(value);
};

/** The strings with which the form shows a document that is there, for its revision. */
export function writeDocumentForm(document: DealDocument): FormValues {
  const {
    lines = [],
    hsCodes,
    ...plain
  } = document.fields as Record<string, unknown> & {
    lines?: readonly Record<string, Cell>[];
    hsCodes?: readonly string[];
  };
  const money = fieldsIf(document, "invoice")?.total ?? fieldsIf(document, "declaration")?.value;
  const cells = [
    ...Object.entries(plain).map(([name, value]) => [`fields.${name}`, textOf(name, value as Cell)] as const),
    ...lines.flatMap((line, at) =>
      Object.entries(line).map(([name, value]) => [lineName(at, name), textOf(name, value)] as const),
    ),
    ["fields.hsCodes", hsCodes?.join(", ")] as const,
    ["fields.currency", money?.currency] as const,
  ];
  return {
    number: document.number,
    date: document.date,
    ...Object.fromEntries(cells.filter((cell): cell is readonly [string, string] => cell[1] !== undefined)),
  };
}
