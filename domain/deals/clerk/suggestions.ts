import { lineField } from "../posting/cargo-lines";
import { isService } from "@/domain/shared/vocabulary";
import { type FormValues, valuesOf } from "@/domain/shared/form-state";
import type { HsMatch } from "@/domain/tariff/rank-entries";
import type { Confidence, ReadBy, ReadField, Reading, ReadReason } from "./reading";

const PATHS: readonly RegExp[] = [
  /^(?:title|originId|destinationId|hubId|mode|incotermRule|incotermPlace|readyDate|goodsValue|goodsCurrency|wanted)$/,
  /^cargo\[\d{1,2}\]\.(?:description|hsCode|packages|packageType|grossWeightKg|netWeightKg|volumeCbm|lengthCm|widthCm|heightCm|value|unNumber)$/,
  /^services\.logistics\.(?:equipment|equipmentCount|temperatureMin|temperatureMax)$/,
];

/**
 * Whether a field of the posting form may be filled from a text: goods, way and what service is asked, but never how bids are
 * taken, who sees them, who is invited or what is done next. A text is data, whoever wrote it.
 */
export const isSuggestible = (name: string): boolean => PATHS.some((path) => path.test(name));

/** A value that stands in a draft because the clerk read it somewhere, until somebody confirms or changes it. */
export type Suggestion = {
  readonly value: string | readonly string[];
  /** The words of the text that it was taken from, cut where they are long. */
  readonly words: string;
  readonly reason: ReadReason;
  readonly confidence: Confidence;
  /** Left out in drafts from before there was a model: the rules. */
  readonly by?: ReadBy;
};

/** A heading of the Harmonized System that the name of a line's goods leads to; it fills no field by itself. */
export type HeadingCandidate = {
  readonly line: number;
  readonly code: string;
  readonly words: readonly string[];
  /** Which words stand where, as the tariff's search says it; drafts from before have only the words. */
  readonly matches?: readonly HsMatch[];
};

/** What a model had to say to a text, where one is set up: it answered, or why the rules read alone. */
export const MODEL_PARTS = ["answered", "late", "failed", "unreadable", "resting", "spent"] as const;
export type ModelPart = (typeof MODEL_PARTS)[number];

/** Suggestions that are still to be confirmed, by the field's name in the posting form. */
export type Suggestions = Readonly<Record<string, Suggestion>>;

/** What a draft keeps of the text it was made from, until it is published. */
export type DraftSuggestions = {
  readonly suggestions: Suggestions;
  readonly headings: readonly HeadingCandidate[];
  readonly unread: readonly string[];
  /** Left out where no model is set up, and in drafts from before there was one. */
  readonly model?: ModelPart;
};

export type Outcome = "accepted" | "corrected" | "dropped";
export type Settled = {
  readonly field: string;
  readonly by: ReadBy;
  readonly suggested: string;
  readonly outcome: Outcome;
  /** What stands in the field now, where it was corrected. */
  readonly taken: string | null;
};

/** Who found a suggestion's words. */
export const foundBy = ({ by = "rules" }: Pick<Suggestion, "by">): ReadBy => by;

const asText = (value: string | readonly string[]): string => (typeof value === "string" ? value : value.join(" "));

const LINE = /^cargo\[(\d{1,2})\]\.(.+)$/;

/** Suggestions after a line of cargo was removed: its own are dropped, those of later lines move up with their values. */
function withoutLine(of: DraftSuggestions, line: number): { moved: DraftSuggestions; dropped: Settled[] } {
  const dropped: Settled[] = [];
  const suggestions = Object.entries(of.suggestions).flatMap(([field, suggestion]) => {
    const match = LINE.exec(field);
    if (!match || Number(match[1]) < line) return [[field, suggestion] as const];
    if (Number(match[1]) > line) return [[lineField(Number(match[1]) - 1, match[2] as string), suggestion] as const];
    const by = foundBy(suggestion);
    dropped.push({ field, by, suggested: asText(suggestion.value), outcome: "dropped", taken: null });
    return [];
  });
  const headings = of.headings
    .filter((heading) => heading.line !== line)
    .map((heading) => (heading.line > line ? { ...heading, line: heading.line - 1 } : heading));
  return { moved: { ...of, suggestions: Object.fromEntries(suggestions), headings }, dropped };
}

/** What a person did with a form of suggestions: the line that was taken out, and the fields that were confirmed as they stand. */
export type Review = { readonly removedLine?: number | undefined; readonly confirms?: readonly string[] | undefined };

/**
 * Settles suggestions against what the form holds now. A field that was changed is corrected, whether or not it was confirmed too; one
 * that is confirmed and still holds the suggested value is accepted; every other one stays suggested.
 */
export function settle(
  of: DraftSuggestions,
  fields: FormValues,
  { removedLine, confirms = [] }: Review,
): { readonly left: DraftSuggestions; readonly settled: readonly Settled[] } {
  const { moved, dropped } = removedLine === undefined ? { moved: of, dropped: [] } : withoutLine(of, removedLine);
  const left: Record<string, Suggestion> = {};
  const settled: Settled[] = [...dropped];
  for (const [field, suggestion] of Object.entries(moved.suggestions)) {
    const suggested = asText(suggestion.value);
    const of = { field, by: foundBy(suggestion), suggested };
    const now = valuesOf(fields, field).join(" ");
    if (now !== suggested) settled.push({ ...of, outcome: "corrected", taken: now });
    else if (confirms.includes(field)) settled.push({ ...of, outcome: "accepted", taken: null });
    else left[field] = suggestion;
  }
  return { left: { ...moved, suggestions: left }, settled };
}

/**
 * The suggested fields that nobody has confirmed or changed, in the form's order of names: none of them may be published. Those of a service
 * that is not asked for are not published and do not count.
 */
export function unconfirmed(suggestions: Suggestions | null | undefined, fields: FormValues): string[] {
  const wanted = valuesOf(fields, "wanted").filter(isService);
  return Object.keys(suggestions ?? {}).filter((field) => {
    const service = /^services\.(\w+)\./.exec(field)?.[1];
    return service === undefined || wanted.some((one) => one === service);
  });
}

const WORDS_MAX = 120;
const TITLE_MAX = 120;
const DESCRIPTION_MAX = 200;
const UNREAD_SHOWN = 20;

/** What the clerk made of a text: fields of the posting form, all of them suggested, and what it could not place. */
export type ClerkDraft = Pick<DraftSuggestions, "suggestions" | "unread"> & { readonly fields: FormValues };

const cut = (text: string): string => (text.length > WORDS_MAX ? `${text.slice(0, WORDS_MAX - 1)}…` : text);

const READ_LINE = /^cargo\[(\d+)\]\.(.+)$/;

/** A field as the form has it: services are a list. */
function entriesOf(field: ReadField, all: readonly ReadField[]): readonly [string, string | readonly string[]][] {
  const [, line, member] = READ_LINE.exec(field.path) ?? [];
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
