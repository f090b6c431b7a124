import { type FormValues, valueOf } from "../shared/form-state";

const LINE = /^licences\[(\d+)\]\.(name|number|validUntil)$/;

export type LicenceLine = { readonly name: string; readonly number: string; readonly validUntil: string };

export const LICENCES_MAX = 12;
const EMPTY: LicenceLine = { name: "", number: "", validUntil: "" };

/** The licence lines of a form as typed, empty ones too. */
export function licenceLines(values: FormValues): LicenceLine[] {
  const positions = Object.keys(values).flatMap((name) => LINE.exec(name)?.[1] ?? []);
  const count = Math.min(LICENCES_MAX, positions.length === 0 ? 0 : Math.max(...positions.map(Number)) + 1);
  return Array.from({ length: count }, (_, position) => ({
    name: valueOf(values, `licences[${position}].name`),
    number: valueOf(values, `licences[${position}].number`),
    validUntil: valueOf(values, `licences[${position}].validUntil`),
  }));
}

/** The form's values with these licence lines in place of its own. */
export function withLicenceLines(values: FormValues, lines: readonly LicenceLine[]): FormValues {
  const others = Object.entries(values).filter(([name]) => !LINE.test(name));
  const own = lines.flatMap((line, position) =>
    Object.entries(line).map(([part, value]) => [`licences[${position}].${part}`, value] as const),
  );
  return Object.fromEntries([...others, ...own]);
}

/**
 * What a form's button does to its licence lines before anything is sent: `add-licence`, or `remove-licence:2`; null where the
 * button was another one.
 */
export function editLicences(intent: string, lines: readonly LicenceLine[]): LicenceLine[] | null {
  if (intent === "add-licence") return lines.length < LICENCES_MAX ? [...lines, EMPTY] : [...lines];
  const removed = /^remove-licence:(\d{1,2})$/.exec(intent)?.[1];
  return removed === undefined ? null : lines.filter((_, position) => position !== Number(removed));
}

/** Whether anything was written on the line. */
export const isWritten = (line: Partial<LicenceLine> | undefined): boolean =>
  line !== undefined &&
  [line.name, line.number, line.validUntil].some((text) => text !== undefined && text.trim() !== "");
