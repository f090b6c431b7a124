import type { FormValues } from "../../shared/form-state";
import { CARGO_LINES_MAX } from "../deal-schema";
import { SECTIONS, type Section } from "./posting-issue";
import { lineCount, lineField } from "./posting-fields";

/** What a button of the posting form asks for; each of them keeps everything that was typed. */
export type PostingIntent =
  | { readonly kind: "save" | "autosave" | "add-line" | "show-ways" | "check" }
  | { readonly kind: "remove-line"; readonly line: number }
  | { readonly kind: "take-hub"; readonly hubId: string }
  | { readonly kind: "confirm"; readonly field: string }
  | { readonly kind: "confirm-section"; readonly section: Section };

const SIMPLE = ["save", "autosave", "add-line", "show-ways", "check"] as const;

/** Reads the value of the pressed button; anything else means "save". */
export function parseIntent(text: string): PostingIntent {
  const simple = SIMPLE.find((kind) => kind === text);
  if (simple) return { kind: simple };
  const [kind, detail = ""] = text.split(":");
  if (kind === "remove-line" && /^\d{1,2}$/.test(detail)) return { kind, line: Number(detail) };
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

/** The form's values after the button: a line more or less, or a hub taken. The last line can be emptied, not removed. */
export function applyIntent(values: FormValues, intent: PostingIntent): FormValues {
  const lines = lineCount(values);
  switch (intent.kind) {
    case "add-line":
      return lines < CARGO_LINES_MAX ? { ...values, [lineField(lines, "description")]: "" } : values;
    case "remove-line":
      return intent.line < lines ? withoutLine(values, intent.line) : values;
    case "take-hub":
      return { ...values, hubId: intent.hubId };
    default:
      return values;
  }
}
