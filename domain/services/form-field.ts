import type { z } from "zod";
import { DEGREE_PLACES, PERCENT_PLACES, QUANTITY_PLACES } from "@/domain/shared/parse-scaled";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";

/**
 * One field of a form and the member of the wire form that it fills (`path` with dots). `answer` is yes, no or nothing;
 * `flag` is a check box, which a form may require to be ticked; `percent` is kept in basis points, `thousandths` in those of its
 * unit and `degrees` in millionths; `money` has its currency in a second field; `time` is a clock time in the reader's zone.
 */
export type PlainField =
  | {
      readonly name: string;
      readonly path: string;
      readonly as: "text" | "number" | "percent" | "thousandths" | "degrees" | "answer" | "list" | "time";
    }
  | { readonly name: string; readonly path: string; readonly as: "flag"; readonly mustBeTicked?: true }
  | { readonly name: string; readonly path: string; readonly as: "money"; readonly currencyName: string };

/** A list whose rows have fields of their own, named `products[0].name`; a row left empty is no row. */
export type RowsField = {
  readonly name: string;
  readonly path: string;
  readonly as: "rows";
  readonly rowFields: readonly [PlainField, ...PlainField[]];
  readonly rowsMax: number;
};

export type FormField = PlainField | RowsField;

/** A form read into the input of a schema, with the complaints that only the typed text can cause. */
export type FormReading = {
  readonly input: Record<string, unknown>;
  readonly issues: readonly z.core.$ZodIssue[];
  /** The field that shows an issue of this path; empty where it concerns the whole form. */
  readonly fieldOf: (path: readonly PropertyKey[]) => string;
};

/** The field of a row that shows an issue; the list itself where the issue names no row. Rows left empty are not counted. */
function fieldInRows(field: RowsField, path: readonly string[], values: FormValues): string {
  const [position, ...rest] = path;
  if (position === undefined || !/^\d+$/.test(position)) return field.name;
  const row = filledRows(values, field.name)[Number(position)] ?? Number(position);
  const part = fieldAt(field.rowFields, rest);
  return rowField(field.name, row, part === "" ? field.rowFields[0].name : part);
}

/** The name of the field that fills `path`, or the first one within it; `values` are what the form was sent with. */
export function fieldAt(fields: readonly FormField[], path: readonly PropertyKey[], values: FormValues = {}): string {
  const whole = path.map(String).join(".");
  const holding = fields.find((field) => whole === field.path || whole.startsWith(`${field.path}.`));
  if (holding?.as === "rows") {
    const within = whole.slice(holding.path.length + 1);
    return fieldInRows(holding, within === "" ? [] : within.split("."), values);
  }
  if (holding?.as === "money" && whole === `${holding.path}.currency`) return holding.currencyName;
  const within = whole === "" ? undefined : fields.find((field) => field.path.startsWith(`${whole}.`));
  return (holding ?? within)?.name ?? "";
}

/** How the field that fills `path` is typed; undefined where none does. */
function typedAs(fields: readonly FormField[], path: readonly PropertyKey[]): PlainField["as"] | undefined {
  const whole = path.map(String).join(".");
  const field = fields.find((one) => whole === one.path || whole.startsWith(`${one.path}.`));
  if (field?.as !== "rows") return field?.as;
  return typedAs(field.rowFields, path.slice(field.path.split(".").length + 1));
}

const PLACES: Readonly<Partial<Record<PlainField["as"], number>>> = {
  percent: PERCENT_PLACES,
  thousandths: QUANTITY_PLACES,
  degrees: DEGREE_PLACES,
};

/** An issue with its limits as they are typed, of a member that is kept in whole units of the last of so many decimal places. */
export function limitsAsTyped(issue: z.core.$ZodIssue, places: number): z.core.$ZodIssue {
  if (issue.code !== "too_big" && issue.code !== "too_small") return issue;
  const asTyped = (limit: number | bigint) => Number(limit) / 10 ** places;
  return issue.code === "too_big"
    ? { ...issue, maximum: asTyped(issue.maximum) }
    : { ...issue, minimum: asTyped(issue.minimum) };
}

/** The same by the field that fills the issue's path: a rate in percent, a quantity in its unit. */
export const inUnitOfField = (fields: readonly FormField[], issue: z.core.$ZodIssue): z.core.$ZodIssue =>
  limitsAsTyped(issue, PLACES[typedAs(fields, issue.path) ?? "text"] ?? 0);

/** The field at which an issue is told: at its path, but that an amount lacks its currency where the currency is chosen. */
export const fieldOfIssue = (
  fields: readonly FormField[],
  { path, message }: Pick<z.core.$ZodIssue, "path" | "message">,
  values: FormValues = {},
): string => fieldAt(fields, message === "currency_missing" ? [...path, "currency"] : path, values);

/** The names of a table's fields as they stand in the form: the currency of an amount before it. */
export const fieldNames = (fields: readonly FormField[]): string[] =>
  fields.flatMap((field) => (field.as === "money" ? [field.currencyName, field.name] : [field.name]));

type Field<Name extends string, As extends string> = { readonly name: Name; readonly path: string; readonly as: As };

/** A field fills the member of its own name where its table names no path. */
const taking =
  <const As extends string>(as: As) =>
  <const Name extends string>(name: Name, path: string = name): Field<Name, As> => ({ name, path, as });

/** How the tables of a form's fields are written: one a line, by what is typed into it. What each means stands with `PlainField`. */
export const text = taking("text");
export const number = taking("number");
export const percent = taking("percent");
export const thousandths = taking("thousandths");
export const answer = taking("answer");
export const list = taking("list");
export const time = taking("time");
export const flag = taking("flag");

/** An amount; its currency is typed beside it, in a field named after it where the table names none. */
export const money = <const Name extends string>(
  name: Name,
  path: string = name,
  currencyName: string = `${name}Currency`,
): Field<Name, "money"> & { readonly currencyName: string } => ({ name, path, as: "money", currencyName });

/** A list of at most `rowsMax` rows that fills the member of its own name. */
export const rows = <const Name extends string>(
  name: Name,
  rowsMax: number,
  rowFields: readonly [PlainField, ...PlainField[]],
): RowsField & { readonly name: Name } => ({ name, path: name, as: "rows", rowsMax, rowFields });

const INTENT = /^(add-row|remove-row):([\w.]{1,80})(?:\[(\d{1,3})\])?$/;

/**
 * The form's values after a list's own button, `add-row:terms.legs` or `remove-row:terms.legs[2]`; `fields` are those whose names begin
 * with `prefix`. Null where the button is none of these or there is no such list.
 */
export function editRows(
  intent: string,
  values: FormValues,
  of: { readonly fields: readonly FormField[]; readonly prefix: string },
): FormValues | null {
  const [, verb, list = "", row] = INTENT.exec(intent) ?? [];
  const field = of.fields.find((one): one is RowsField => one.as === "rows" && of.prefix + one.name === list);
  if (!field) return null;
  if (verb === "add-row") return withRow(values, list, { rowsMax: field.rowsMax, firstPart: field.rowFields[0].name });
  return row === undefined ? null : withoutRow(values, list, Number(row));
}

const GROUPING = /[\s\u00A0\u202F]/g;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

const bareOf = (text: string): string => text.normalize("NFKC").replace(GROUPING, "");

/** A number as people write it, with either decimal sign; what is no number stays text, so that a schema can say so. */
export function readNumber(text: string): number | string {
  const bare = bareOf(text);
  return NUMBER.test(bare) ? Number(bare.replace(",", ".")) : text;
}

/** The full name of one field of a list's row: `products[0].name`. */
export const rowField = (list: string, row: number, part: string): string => `${list}[${row}].${part}`;

/** Where in a form's values a name belongs to a row of this list; null where it does not. */
function placeIn(list: string, name: string): { readonly row: number; readonly part: string } | null {
  if (!name.startsWith(`${list}[`)) return null;
  const [, row, part] = /^\[(\d{1,3})\]\.(.+)$/.exec(name.slice(list.length)) ?? [];
  return row === undefined || part === undefined ? null : { row: Number(row), part };
}

/** How many rows of a list a form shows: at least one, so that an empty list shows where to begin. */
export function rowCount(values: FormValues | undefined, list: string, rowsMax: number): number {
  const rows = Object.keys(values ?? {}).flatMap((name) => placeIn(list, name)?.row ?? []);
  return Math.min(rowsMax, Math.max(0, ...rows) + 1);
}

/** The rows in which something was typed, as their places on the form; a row left empty is no row. */
export function filledRows(values: FormValues, list: string): number[] {
  const rows = Object.keys(values).flatMap((name) => {
    const place = placeIn(list, name);
    return place !== null && valueOf(values, name).trim() !== "" ? [place.row] : [];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** What was typed into one row, by the bare names of its fields. */
export const rowValues = (values: FormValues, list: string, row: number): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const place = placeIn(list, name);
      return place?.row === row ? [[place.part, value]] : [];
    }),
  );

/** The form's values with one empty row more; unchanged where the list is full. */
export function withRow(values: FormValues, list: string, of: { rowsMax: number; firstPart: string }): FormValues {
  const rows = rowCount(values, list, of.rowsMax);
  return rows < of.rowsMax ? { ...values, [rowField(list, rows, of.firstPart)]: "" } : values;
}

/** The form's values without one row; those after it move up. */
export const withoutRow = (values: FormValues, list: string, row: number): FormValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const place = placeIn(list, name);
      if (place === null || place.row < row) return [[name, value]];
      return place.row === row ? [] : [[rowField(list, place.row - 1, place.part), value]];
    }),
  );

/** What a form holds and what is to be mended in it, by the full names of its fields. */
export type Typed = {
  readonly values?: FormValues;
  readonly errors?: Readonly<Record<string, string>>;
};

/** Whether a name is that of the field itself or of something within it: a row of a list, a member of a sum. */
export const isWithin = (name: string, field: string): boolean =>
  name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`);

const isGiven = (values: FormValues, field: string): boolean =>
  Object.keys(values).some(
    (name) => isWithin(name, field) && valuesOf(values, name).some((value) => value.trim() !== ""),
  );

/** How many of these fields somebody has filled in, chosen or ticked; a list counts once, with any of its rows. */
export const countGiven = (values: FormValues, fields: readonly string[]): number =>
  fields.filter((field) => isGiven(values, field)).length;

/** How much one list holds: its ticks or days, or its rows in which something was typed. */
export function countEntries(values: FormValues, list: string): number {
  const rows = filledRows(values, list).length;
  return rows > 0 ? rows : valuesOf(values, list).filter((value) => value.trim() !== "").length;
}

const isLaterRow = (name: string, field: string): boolean => /^\[[1-9]/.test(name.slice(field.length));

/**
 * Whether somebody filled one of these fields or has to mend one, so that they must not be hidden. A list counts from its second row on
 * even where that is empty: it was asked for, and an empty first row is always there.
 */
export const isTouched = ({ values = {}, errors = {} }: Typed, fields: readonly string[]): boolean =>
  fields.some(
    (field) =>
      Object.keys(errors).some((name) => isWithin(name, field)) ||
      Object.keys(values).some(
        (name) => isWithin(name, field) && (valueOf(values, name) !== "" || isLaterRow(name, field)),
      ),
  );
