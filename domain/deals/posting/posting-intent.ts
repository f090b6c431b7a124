import { kindOf } from "../../services/registry";
import { isService } from "../../shared/service";
import type { RowsField } from "../../services/form-field";
import { withoutRow, withRow } from "../../services/form-values";
import type { FormValues } from "../../shared/form-state";
import { CARGO_LINES_MAX } from "../deal-schema";
import { SECTIONS, type Section } from "../../requests/posting-issue";
import { GATES_FIELD, lineCount, lineField } from "./posting-fields";

/** What a button of the posting form asks for; each of them keeps everything that was typed. */
export type PostingIntent =
  | { readonly kind: "save" | "autosave" | "add-line" | "show-ways" | "check" }
  | { readonly kind: "remove-line" | "find-code"; readonly line: number }
  | { readonly kind: "take-code"; readonly line: number; readonly code: string }
  /** The list of gates, or one within a service's fields by its full name: `services.inspection.products`. */
  | { readonly kind: "add-row"; readonly list: string }
  | { readonly kind: "remove-row"; readonly list: string; readonly row: number }
  | { readonly kind: "take-hub"; readonly hubId: string }
  | { readonly kind: "confirm"; readonly field: string }
  | { readonly kind: "confirm-section"; readonly section: Section };

const LIST = /^(?:gates|services\.\w{1,40}\.\w{1,40})$/;
const REMOVED_ROW = /^(gates|services\.\w{1,40}\.\w{1,40})\[(\d{1,3})\]$/;

const SIMPLE = ["save", "autosave", "add-line", "show-ways", "check"] as const;

/** Reads the value of the pressed button; anything else means "save". */
export function parseIntent(text: string): PostingIntent {
  const simple = SIMPLE.find((kind) => kind === text);
  if (simple) return { kind: simple };
  const [kind, detail = "", code = ""] = text.split(":");
  const line = /^\d{1,2}$/.test(detail) ? Number(detail) : null;
  if ((kind === "remove-line" || kind === "find-code") && line !== null) return { kind, line };
  if (kind === "take-code" && line !== null && /^\d{2,10}$/.test(code)) return { kind, line, code };
  if (kind === "add-row" && LIST.test(detail)) return { kind, list: detail };
  const [, list, row] = REMOVED_ROW.exec(detail) ?? [];
  if (kind === "remove-row" && list !== undefined) return { kind, list, row: Number(row) };
  if (kind === "take-hub" && detail.length > 0 && detail.length <= 64) return { kind, hubId: detail };
  if (kind === "confirm" && detail.length > 0 && detail.length <= 120) return { kind, field: detail };
  const section = SECTIONS.find((one) => one === detail);
  if (kind === "confirm-section" && section) return { kind, section };
  return { kind: "save" };
}

const LINE = /^cargo\[(\d{1,4})\]\.(.+)$/;

function withoutLine(values: FormValues, line: number): FormValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const match = LINE.exec(name);
      if (!match || Number(match[1]) < line) return [[name, value]];
      const at = Number(match[1]);
      return at === line ? [] : [[lineField(at - 1, match[2] as string), value]];
    }),
  );
}

/** The list's own table of fields; null where no service has such a list. */
function rowsOf(list: string): RowsField | null {
  if (list === GATES_FIELD.name) return GATES_FIELD;
  const [, service = "", name] = list.split(".");
  const field = isService(service) ? kindOf(service).specForm.find((one) => one.name === name) : undefined;
  return field?.as === "rows" ? field : null;
}

function withAddedRow(values: FormValues, list: string): FormValues {
  const field = rowsOf(list);
  return field ? withRow(values, list, { rowsMax: field.rowsMax, firstPart: field.rowFields[0].name }) : values;
}

/** The form's values after the button: a line or row more or less, or a hub or a code taken. The last line can be emptied, not removed. */
export function applyIntent(values: FormValues, intent: PostingIntent): FormValues {
  const lines = lineCount(values);
  switch (intent.kind) {
    case "add-line":
      return lines < CARGO_LINES_MAX ? { ...values, [lineField(lines, "description")]: "" } : values;
    case "remove-line":
      return intent.line < lines ? withoutLine(values, intent.line) : values;
    case "take-code":
      return intent.line < lines ? { ...values, [lineField(intent.line, "hsCode")]: intent.code } : values;
    case "add-row":
      return withAddedRow(values, intent.list);
    case "remove-row":
      return rowsOf(intent.list) ? withoutRow(values, intent.list, intent.row) : values;
    case "take-hub":
      return { ...values, hubId: intent.hubId };
    default:
      return values;
  }
}
