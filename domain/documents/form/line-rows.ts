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

const LINE = /^fields\.lines\[(\d+)\]\./;

/** The name of a field of a line, as it is sent. */
export const lineName = (position: number, part: string): string => `fields.lines[${position}].${part}`;

/** How many lines a form offers for these values: all that are written on, and a few empty ones. */
export function lineRows(values: FormValues): number {
  const written = Object.keys(values).filter((name) => valueOf(values, name).trim() !== "");
  const positions = written.flatMap((name) => LINE.exec(name)?.[1] ?? []);
  return Math.min(DOCUMENT_LINES_MAX, Math.max(-1, ...positions.map(Number)) + 1 + SPARE_ROWS);
}

type Line = Readonly<Record<string, string | undefined>>;

const isWritten = (line: Line | undefined): line is Line =>
  line !== undefined && Object.values(line).some((text) => text !== undefined && text.trim() !== "");

/** The lines without the empty ones at the end. An empty one in between stays, for what follows it to keep its place. */
export function writtenLines(lines: readonly (Line | undefined)[]): Line[] {
  const last = lines.findLastIndex(isWritten);
  return lines.slice(0, last + 1).map((line) => line ?? {});
}
