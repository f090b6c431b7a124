import { Temporal } from "temporal-polyfill";
import type { FormValues } from "@/domain/shared/form-state";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import { toDecimal } from "@/domain/shared/money";
import { DEGREE_PLACES, PERCENT_PLACES, QUANTITY_PLACES, writeScaled } from "../shared/parse-scaled";
import { moneySchema } from "@/domain/shared/money-schema";
import type { FormField, RowsField } from "./form-field";
import { rowField } from "./form-values";

const memberAt = (wire: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], wire);

const wallClock = (iso: string, zone: string): string =>
  Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" });

const valuesOfRows = ({ name, rowFields }: RowsField, rows: readonly unknown[], zone: string): FormValues =>
  Object.fromEntries(
    rows.flatMap((row, position) =>
      Object.entries(writeForm(rowFields, row, { zone })).map(([part, value]) => [
        rowField(name, position, part),
        value,
      ]),
    ),
  );

function valuesOfField(field: FormField, value: unknown, zone: string): FormValues {
  if (value === undefined || value === null) return {};
  if (field.as === "rows") return valuesOfRows(field, value as readonly unknown[], zone);
  if (field.as === "list") return { [field.name]: value as readonly string[] };
  if (field.as === "flag") return value === true ? { [field.name]: "on" } : {};
  if (field.as === "answer") return { [field.name]: value === true ? "yes" : "no" };
  if (field.as === "percent") return { [field.name]: writeScaled(value as number, PERCENT_PLACES) };
  if (field.as === "thousandths") return { [field.name]: writeScaled(value as number, QUANTITY_PLACES) };
  if (field.as === "degrees") return { [field.name]: writeScaled(value as number, DEGREE_PLACES) };
  if (field.as === "time") return { [field.name]: wallClock(value as string, zone) };
  if (field.as === "money") {
    const money = moneySchema.parse(value);
    return { [field.name]: toDecimal(money), [field.currencyName]: money.currency };
  }
  return { [field.name]: String(value) };
}

/** The strings with which a form shows a stored wire form again; the counterpart of `readForm`. */
export function writeForm(
  fields: readonly FormField[],
  wire: unknown,
  { prefix = "", zone = MARKET_ZONE }: { readonly prefix?: string; readonly zone?: string } = {},
): FormValues {
  const values = fields.map((field) => valuesOfField(field, memberAt(wire, field.path), zone));
  const entries = values.flatMap((some) => Object.entries(some));
  return Object.fromEntries(entries.map(([name, value]) => [prefix + name, value]));
}
