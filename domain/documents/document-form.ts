import { z } from "zod";
import { readMeasure } from "@/domain/deals/posting/measures";
import { isCurrency, type Money, parseAmount, toDecimal } from "@/domain/shared/money";
import { toWireMoney } from "@/domain/shared/wire-fields";
import { DOCUMENT_KINDS, type DocumentKind, type DocumentShape, shapeOf } from "../services/document-kind";
import { type DealDescribed, lineName, writtenLines } from "./document-line-rows";
import type { FormValues } from "@/domain/shared/form-state";
import type { LocalDate } from "@/domain/shared/time";
import { type DealDocument, fieldsIf } from "./deal-document";

const KG_DECIMALS = 3;

const text = z.string().optional();

const line = z
  .object({ description: text, hsCode: text, packages: text, grossWeightGrams: text, amount: text })
  .optional();

const typedFields = z.object({
  currency: text,
  total: text,
  value: text,
  incoterm: text,
  packages: text,
  grossWeightGrams: text,
  netWeightGrams: text,
  consignee: text,
  vehicle: text,
  supervisionMode: text,
  validUntil: text,
  hsCodes: text,
  lines: z.array(line).optional(),
});
type TypedFields = z.output<typeof typedFields>;
type TypedLine = Readonly<Record<string, string | undefined>>;

type Read = { readonly value: unknown } | { readonly code: string; readonly details?: object };
type Reader = (typed: string, currency: string | undefined) => Read;

const plain: Reader = (typed) => ({ value: typed });

const weight: Reader = (typed) => {
  const read = readMeasure(typed, KG_DECIMALS);
  return read.ok ? { value: read.value } : { code: read.refusal.code };
};

const count: Reader = (typed) => {
  const read = readMeasure(typed, 0);
  return read.ok ? { value: read.value } : { code: "whole_number_malformed" };
};

const amount: Reader = (typed, currency) => {
  if (currency === undefined || !isCurrency(currency)) return { code: "currency_missing" };
  const read = parseAmount(typed, currency);
  return read.ok ? { value: toWireMoney(read.value) } : { code: read.refusal.code };
};

const codes: Reader = (typed) => ({
  value: typed
    .split(/[,;，；、\n]+/)
    .map((code) => code.trim())
    .filter((code) => code !== ""),
});

type Table = Readonly<Record<string, Reader>>;

/** Which fields a form of each shape has, and how each is read. */
const FIELDS: Readonly<Record<DocumentShape, { readonly head: Table; readonly line?: Table }>> = {
  invoice: { head: { total: amount, incoterm: plain }, line: { description: plain, hsCode: plain, amount } },
  packing_list: {
    head: { packages: count, grossWeightGrams: weight, netWeightGrams: weight },
    line: { description: plain, hsCode: plain, packages: count, grossWeightGrams: weight },
  },
  waybill: { head: { packages: count, grossWeightGrams: weight, consignee: plain, vehicle: plain } },
  declaration: {
    head: { supervisionMode: plain, packages: count, grossWeightGrams: weight, value: amount, incoterm: plain },
    line: { hsCode: plain, description: plain },
  },
  certificate: { head: { validUntil: plain, hsCodes: codes } },
  paper: { head: { validUntil: plain } },
};

/** The names of the fields of a form, of its head and of each line. */
export const fieldNames = (
  kind: DocumentKind,
): { readonly head: readonly string[]; readonly line: readonly string[] } => {
  const { head, line: ofLine = {} } = FIELDS[shapeOf(kind)];
  return { head: Object.keys(head), line: Object.keys(ofLine) };
};

type Complain = (path: readonly (string | number)[], code: string) => void;

function readTable(table: Table, typed: TypedLine, of: { currency: string | undefined; complain: Complain }) {
  const read: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(table)) {
    const written = typed[name]?.trim();
    if (written === undefined || written === "") continue;
    const found = reader(written, of.currency);
    if ("value" in found) read[name] = found.value;
    else of.complain([name], found.code);
  }
  return read;
}

/** The wire form of the typed fields of a kind; what cannot be read is complained of at its field. */
function readFields(kind: DocumentKind, typed: TypedFields, complain: Complain): Record<string, unknown> {
  const { head, line: ofLine } = FIELDS[shapeOf(kind)];
  const { lines = [], currency, ...flat } = typed;
  const fields = readTable(head, flat, { currency, complain });
  if (ofLine)
    fields.lines = writtenLines(lines).map((one, at) =>
      readTable(ofLine, one, { currency, complain: (path, code) => complain(["lines", at, ...path], code) }),
    );
  return fields;
}

/** The form of a document, read into the input of its command: kilograms become grams and amounts minor units, exactly. */
export const documentForm = z
  .object({
    kind: z.string().default(""),
    number: z.string().default(""),
    date: z.string().default(""),
    dealId: text,
    documentId: text,
    version: z.coerce.number().optional(),
    fields: typedFields.default({}),
  })
  .transform(({ fields, ...head }, context) => {
    const kind = DOCUMENT_KINDS.find((one) => one === head.kind);
    if (kind === undefined) return { ...head, fields };
    const complain: Complain = (path, message) =>
      context.addIssue({ code: "custom", path: ["fields", ...path], message });
    return { ...head, fields: readFields(kind, fields, complain) };
  });

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
