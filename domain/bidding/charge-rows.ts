import { CHARGE_LINES_MAX } from "../services/charge";
import { type FormValues, valueOf } from "../shared/form-state";

/** A charge line of the form as it was typed. */
export type ChargeRow = {
  readonly code: string;
  readonly basis: string;
  readonly price: string;
  /** The least amount of a percentage. */
  readonly minimum: string;
  readonly note: string;
  readonly isPassThrough: string;
};

const PARTS = ["code", "basis", "price", "minimum", "note", "isPassThrough"] as const;
const NAME = /^charges\[(\d{1,3})\]\.(code|basis|price|minimum|note|isPassThrough)$/;

export const EMPTY_ROW: ChargeRow = { code: "", basis: "", price: "", minimum: "", note: "", isPassThrough: "" };

const nameOf = (position: number, part: (typeof PARTS)[number]): string => `charges[${position}].${part}`;

/** The charge lines among a form's values, in their order. */
export function chargeRows(values: FormValues): ChargeRow[] {
  const positions = Object.keys(values).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  return [...new Set(positions)]
    .map(Number)
    .sort((a, b) => a - b)
    .slice(0, CHARGE_LINES_MAX)
    .map((position) => ({
      code: valueOf(values, nameOf(position, "code")),
      basis: valueOf(values, nameOf(position, "basis")),
      price: valueOf(values, nameOf(position, "price")),
      minimum: valueOf(values, nameOf(position, "minimum")),
      note: valueOf(values, nameOf(position, "note")),
      isPassThrough: valueOf(values, nameOf(position, "isPassThrough")),
    }));
}

/** The form's values with these lines in place of those it had. */
export function withChargeRows(values: FormValues, rows: readonly ChargeRow[]): FormValues {
  const others = Object.entries(values).filter(([name]) => !NAME.test(name));
  const lines = rows.flatMap((row, position) =>
    PARTS.map((part): [string, string] => [nameOf(position, part), row[part]]),
  );
  return Object.fromEntries([...others, ...lines]);
}

/** What a line's button asks: one more line, or one fewer. Null where the button is none of these. */
export function editChargeRows(intent: string, rows: readonly ChargeRow[]): readonly ChargeRow[] | null {
  if (intent === "add-line") return rows.length < CHARGE_LINES_MAX ? [...rows, EMPTY_ROW] : rows;
  const removed = /^remove-line:(\d{1,3})$/.exec(intent)?.[1];
  return removed === undefined ? null : rows.filter((_, position) => position !== Number(removed));
}
