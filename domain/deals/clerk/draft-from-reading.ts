import { lineField } from "../posting/posting-fields";
import type { FormValues } from "@/domain/shared/form-state";
import type { ReadField, Reading } from "./reading";
import { type DraftSuggestions, type Suggestion, isSuggestible } from "./suggestions";

const WORDS_MAX = 120;
const TITLE_MAX = 120;
const DESCRIPTION_MAX = 200;
const UNREAD_SHOWN = 20;

/** What the clerk made of a text: fields of the posting form, all of them suggested, and what it could not place. */
export type ClerkDraft = Pick<DraftSuggestions, "suggestions" | "unread"> & { readonly fields: FormValues };

const cut = (text: string): string => (text.length > WORDS_MAX ? `${text.slice(0, WORDS_MAX - 1)}…` : text);

const LINE = /^cargo\[(\d+)\]\.(.+)$/;

/** A field as the form has it: services are a list. */
function entriesOf(field: ReadField, all: readonly ReadField[]): readonly [string, string | readonly string[]][] {
  const [, line, member] = LINE.exec(field.path) ?? [];
  const beside = (name: string) => all.find(({ path }) => path === lineField(Number(line), name))?.value;
  if (field.path === "wanted") return [["wanted", field.value.split(" ")]];
  if (member === "description") return [[field.path, field.value.slice(0, DESCRIPTION_MAX)]];
  // The form takes a volume or the sides of a package, not both.
  const isSide = member === "lengthCm" || member === "widthCm" || member === "heightCm";
  return isSide && beside("volumeCbm") !== undefined ? [] : [[field.path, field.value]];
}

/** The title of a posting from its first goods. */
function titleOf(fields: readonly ReadField[]): ReadField[] {
  const first = fields.find(({ path }) => path === lineField(0, "description"));
  return first ? [{ ...first, path: "title", value: first.value.slice(0, TITLE_MAX), confidence: "likely" }] : [];
}

/** Equipment is asked of a carrier: naming it asks for logistics. */
function withLogistics(fields: readonly ReadField[]): ReadField[] {
  const equipment = fields.find(({ path }) => path.startsWith("services.logistics.") && isSuggestible(path));
  const wanted = fields.find(({ path }) => path === "wanted");
  if (!equipment || wanted?.value.split(" ").includes("logistics")) return [...fields];
  const asked: ReadField = {
    ...(wanted ?? equipment),
    path: "wanted",
    value: ["logistics", ...(wanted ? [wanted.value] : [])].join(" "),
    confidence: "likely",
  };
  return [...fields.filter((field) => field !== wanted), asked];
}

/**
 * The posting form filled from a reading, with every filled field marked as suggested. Nothing but suggestible fields gets in,
 * whatever the reading holds.
 */
export function draftFrom(reading: Reading, raw: string): ClerkDraft {
  const text = raw.replace(/\r\n?/g, "\n").normalize("NFC");
  const all = withLogistics([...titleOf(reading.fields), ...reading.fields]);
  const fields: Record<string, string | readonly string[]> = {};
  const suggestions: Record<string, Suggestion> = {};
  for (const field of all)
    for (const [name, value] of entriesOf(field, all)) {
      if (!isSuggestible(name)) continue;
      fields[name] = value;
      const { reason, confidence, from } = field;
      const by = reason === "pointed_by_model" ? "model" : "rules";
      suggestions[name] = { value, words: cut(text.slice(...from).trim()), reason, confidence, by };
    }
  const unread = reading.unread.slice(0, UNREAD_SHOWN).map((span) => cut(text.slice(...span)));
  return { fields, suggestions, unread };
}
