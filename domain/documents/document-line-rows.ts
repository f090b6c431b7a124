import type { CargoLine } from "@/domain/deals/deal";
import { editRows, rowCount, rowField, rows, text } from "@/domain/services/form-field";
import type { FormValues } from "@/domain/shared/form-state";
import type { Currency } from "@/domain/shared/money";

/** As many lines as a deal has of cargo. */
export const DOCUMENT_LINES_MAX = 50;

/** What the deal says already, so that nobody types descriptions and codes twice. */
export type DealDescribed = {
  readonly cargo: readonly Pick<CargoLine, "description" | "hsCode">[];
  readonly currency: Currency;
};

/** What concerns the lines as a whole, such as that there are none. */
export const LINES = "fields.lines";

/** The name of a field of a line, as it is sent. */
export const lineName = (position: number, part: string): string => rowField(LINES, position, part);

/** The lines as a list of a form, whose rows come and go. */
const LIST = [rows("lines", DOCUMENT_LINES_MAX, [text("description")])];

/** What a button of the lines makes of the form: one line more, or one fewer. Null where the button is none of these. */
export const editLines = (intent: string, values: FormValues): FormValues | null =>
  editRows(intent, values, { fields: LIST, prefix: "fields." });

/** How many lines a form shows: all that it has and, where something is to be mended, that one too. At least one. */
export const lineRows = (values: FormValues, errors: Readonly<Record<string, string>>): number =>
  rowCount({ ...errors, ...values }, LINES, DOCUMENT_LINES_MAX);

type Line = Readonly<Record<string, string | undefined>>;

const isWritten = (line: Line | undefined): line is Line =>
  line !== undefined && Object.values(line).some((text) => text !== undefined && text.trim() !== "");

/** The lines without the empty ones at the end. An empty one in between stays, for what follows it to keep its place. */
export function writtenLines(lines: readonly (Line | undefined)[]): Line[] {
  const last = lines.findLastIndex(isWritten);
  return lines.slice(0, last + 1).map((line) => line ?? {});
}
