import type { FormValues } from "../../shared/form-state";
import { CARGO_LINES_MAX } from "../deal-choices";

export const lineField = (line: number, name: string): string => `cargo[${line}].${name}`;

const LINE = /^cargo\[(\d{1,4})\]\./;

/** How many cargo lines the form has: at least one, so that an empty form shows where to begin. */
export function lineCount(values: FormValues): number {
  const numbers = Object.keys(values).flatMap((name) => {
    const match = LINE.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return Math.min(CARGO_LINES_MAX, Math.max(0, ...numbers) + 1);
}

/** What most lines leave out: one click away in the form. */
export const MORE_LINE_FIELDS = [
  "lengthCm",
  "widthCm",
  "heightCm",
  "value",
  "netWeightKg",
  "originCountry",
  "isStackable",
  "marks",
  "unNumber",
  "hazardClass",
  "packingGroup",
] as const;
