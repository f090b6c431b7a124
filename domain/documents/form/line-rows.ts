import type { CargoLine } from "@/domain/deals/deal";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import type { Currency } from "@/domain/shared/money";
import { DOCUMENT_LINES_MAX } from "../fields/lines-max";

/** What the deal says already, so that nobody types descriptions and codes twice. */
export type DealDescribed = {
  readonly cargo: readonly Pick<CargoLine, "description" | "hsCode">[];
  readonly currency: Currency;
};

/** Empty lines below those that are filled; with each saving there are as many again. */
const SPARE_ROWS = 3;

/** What concerns the lines as a whole, such as that there are none. */
export const LINES = "fields.lines";

const LINE = /^fields\.lines\[(\d+)\]\./;

/** The name of a field of a line, as it is sent. */
export const lineName = (position: number, part: string): string => `fields.lines[${position}].${part}`;

/** How many lines a form offers for these values: all that are written on, and a few empty ones. */
export function lineRows(values: FormValues): number {
  const written = Object.keys(values).filter((name) => valueOf(values, name).trim() !== "");
  return Math.min(DOCUMENT_LINES_MAX, lastLine(written) + 1 + SPARE_ROWS);
}

/** The position of the last line that one of the fields stands in; −1 where none does. */
export function lastLine(names: readonly string[]): number {
  const positions = names.flatMap((name) => LINE.exec(name)?.[1] ?? []).map(Number);
  return Math.max(-1, ...positions.filter((position) => position < DOCUMENT_LINES_MAX));
}

type Line = Readonly<Record<string, string | undefined>>;

const isWritten = (line: Line | undefined): line is Line =>
  line !== undefined && Object.values(line).some((text) => text !== undefined && text.trim() !== "");

/** The lines without the empty ones at the end. An empty one in between stays, for what follows it to keep its place. */
export function writtenLines(lines: readonly (Line | undefined)[]): Line[] {
  const last = lines.findLastIndex(isWritten);
  return lines.slice(0, last + 1).map((line) => line ?? {});
}
