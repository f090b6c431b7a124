import { CHARGE_LINES_MAX } from "../../services/charge";
import { type FormValues, valueOf } from "../../shared/form-state";

/** A charge line of the form as it was typed. */
export type ChargeRow = {
  readonly code: string;
  readonly basis: string;
  readonly price: string;
  /** The least amount of a percentage. */
  readonly minimum: string;
  readonly note: string;
  readonly isPassThrough: string;
  /** Prices by quantity, as `readTiers` reads them. */
  readonly tiers: string;
  /** Of which alternative it is, as the form counts them; empty for the main offer. */
  readonly alternative: string;
};

const PARTS = ["code", "basis", "price", "minimum", "note", "isPassThrough", "tiers", "alternative"] as const;
const NAME = /^charges\[(\d{1,3})\]\.(code|basis|price|minimum|note|isPassThrough|tiers|alternative)$/;

export const EMPTY_ROW: ChargeRow = {
  code: "",
  basis: "",
  price: "",
  minimum: "",
  note: "",
  isPassThrough: "",
  tiers: "",
  alternative: "",
};

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
      tiers: valueOf(values, nameOf(position, "tiers")),
      alternative: valueOf(values, nameOf(position, "alternative")),
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

/** The main offer's lines once more for an alternative, which then differs where it is typed over; as many as the form may have. */
const copiedFor = (alternative: string, rows: readonly ChargeRow[]): readonly ChargeRow[] =>
  [
    ...rows,
    ...rows
      .filter((row) => (row.alternative === "" || row.alternative === "0") && row.price.trim() !== "")
      .map((row) => ({ ...row, alternative })),
  ].slice(0, CHARGE_LINES_MAX);

/**
 * The lines without those of an alternative whose row was taken out; those of the alternatives after it move up with them. `row` counts
 * from 0.
 */
export const withoutAlternative = (rows: readonly ChargeRow[], row: number): readonly ChargeRow[] =>
  rows
    .filter(({ alternative }) => Number(alternative) !== row + 1)
    .map((one) =>
      Number(one.alternative) > row + 1 ? { ...one, alternative: String(Number(one.alternative) - 1) } : one,
    );

/** What a line's button asks: one more line, one fewer, or the main offer's for an alternative. Null where the button is none of these. */
export function editChargeRows(intent: string, rows: readonly ChargeRow[]): readonly ChargeRow[] | null {
  const copied = /^copy-lines:([1-3])$/.exec(intent)?.[1];
  if (copied !== undefined) return copiedFor(copied, rows);
  if (intent === "add-line") return rows.length < CHARGE_LINES_MAX ? [...rows, EMPTY_ROW] : rows;
  const removed = /^remove-line:(\d{1,3})$/.exec(intent)?.[1];
  return removed === undefined ? null : rows.filter((_, position) => position !== Number(removed));
}
