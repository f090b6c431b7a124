import { lineField } from "../posting/cargo-lines";
import { type FormValues, valuesOf } from "@/domain/shared/form-state";
import type { HsMatch } from "@/domain/tariff/rank-entries";
import type { Confidence, JudgedField, ReadBy, Reading, ReadReason } from "./reading";

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

/** A value that the clerk read in a text: it fills its field, or stands beside it until a person takes it. */
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

/** Values that were read, by the field's name in the posting form. */
export type Suggestions = Readonly<Record<string, Suggestion>>;

/** What a draft keeps of the text it was made from, until it is published. */
export type DraftSuggestions = {
  /** What the clerk is sure of, and what nobody has changed since: it stands in the fields. */
  readonly filled: Suggestions;
  /** What it is not sure of: it stands beside fields that are empty, and is published only where a person takes it. */
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

/** A value as one text, as the log has it. */
export const suggestedText = ({ value }: Pick<Suggestion, "value">): string =>
  typeof value === "string" ? value : value.join(" ");

/** Fields of which one says nothing without the other: they are equally sure, and taken together. */
const TOGETHER: readonly RegExp[] = [
  /^(?:title|cargo\[0\]\.description)$/,
  /^goods(?:Value|Currency)$/,
  /^(cargo\[\d{1,2}\])\.(?:length|width|height)Cm$/,
  /^services\.logistics\.temperature(?:Min|Max)$/,
];

/** What the field shares with those that it is taken with; its own name where it stands alone. */
function groupOf(field: string): string {
  for (const [at, pattern] of TOGETHER.entries()) {
    const match = pattern.exec(field);
    if (match) return `${at} ${match[1] ?? ""}`;
  }
  return field;
}

const LINE = /^cargo\[(\d{1,2})\]\.(.+)$/;

type Moved<Kept> = { readonly moved: Kept; readonly dropped: readonly Settled[] };

/** Suggestions after a line of cargo was removed: its own are dropped, those of later lines move up with their values. */
function movedUp(of: Suggestions, line: number): Moved<Suggestions> {
  const dropped: Settled[] = [];
  const moved = Object.entries(of).flatMap(([field, suggestion]) => {
    const match = LINE.exec(field);
    if (!match || Number(match[1]) < line) return [[field, suggestion] as const];
    if (Number(match[1]) > line) return [[lineField(Number(match[1]) - 1, match[2] as string), suggestion] as const];
    const [by, suggested] = [foundBy(suggestion), suggestedText(suggestion)];
    dropped.push({ field, by, suggested, outcome: "dropped", taken: null });
    return [];
  });
  return { moved: Object.fromEntries(moved), dropped };
}

function withoutLine(of: DraftSuggestions, line: number): Moved<DraftSuggestions> {
  const [filled, suggestions] = [movedUp(of.filled, line), movedUp(of.suggestions, line)];
  const headings = of.headings
    .filter((heading) => heading.line !== line)
    .map((heading) => (heading.line > line ? { ...heading, line: heading.line - 1 } : heading));
  return {
    moved: { ...of, filled: filled.moved, suggestions: suggestions.moved, headings },
    dropped: [...filled.dropped, ...suggestions.dropped],
  };
}

/** What a person did with a form of suggestions: the line that was taken out, the suggestions that were taken, or that all of them are right. */
export type Review = {
  readonly removedLine?: number | undefined;
  readonly takes?: readonly string[] | undefined;
  readonly isAllRight?: boolean | undefined;
};

/** What became of a draft's suggestions, with the fields as they are to be kept. */
export type Settlement = {
  readonly fields: FormValues;
  readonly left: DraftSuggestions;
  readonly settled: readonly Settled[];
};

/**
 * Settles suggestions against what the form holds now. A filled field that was changed is corrected. A suggestion whose field is still empty
 * is taken where a person says so, with those that say nothing without it, and stays beside its field otherwise; one whose field was typed
 * is accepted or corrected by what was typed.
 */
export function settle(
  of: DraftSuggestions,
  typed: FormValues,
  { removedLine, takes = [], isAllRight = false }: Review,
): Settlement {
  const { moved, dropped } = removedLine === undefined ? { moved: of, dropped: [] } : withoutLine(of, removedLine);
  const filled: Record<string, Suggestion> = {};
  const left: Record<string, Suggestion> = {};
  const taken: Record<string, string | readonly string[]> = {};
  const settled: Settled[] = [...dropped];
  const groups = new Set(takes.map(groupOf));
  const note = (field: string, suggestion: Suggestion, now: string) => {
    const suggested = suggestedText(suggestion);
    const became =
      now === suggested
        ? ({ outcome: "accepted", taken: null } as const)
        : ({ outcome: "corrected", taken: now } as const);
    settled.push({ field, by: foundBy(suggestion), suggested, ...became });
  };
  for (const [field, suggestion] of Object.entries(moved.filled)) {
    const now = valuesOf(typed, field).join(" ");
    if (now === suggestedText(suggestion)) filled[field] = suggestion;
    else note(field, suggestion, now);
  }
  for (const [field, suggestion] of Object.entries(moved.suggestions)) {
    const now = valuesOf(typed, field).join(" ");
    if (now !== "") note(field, suggestion, now);
    else if (isAllRight || groups.has(groupOf(field))) {
      taken[field] = suggestion.value;
      note(field, suggestion, suggestedText(suggestion));
    } else left[field] = suggestion;
  }
  return { fields: { ...typed, ...taken }, left: { ...moved, filled, suggestions: left }, settled };
}

/** A draft as it was kept before what is not sure stood beside its field: then every suggestion stood in the fields until it was confirmed. */
type KeptBefore = Omit<DraftSuggestions, "filled"> & { readonly filled?: Suggestions };

/** A kept draft with what is sure in its fields, and what is not sure beside them. */
export function besideFields<Draft extends { readonly fields: FormValues; readonly suggested: KeptBefore | null }>(
  draft: Draft,
): Omit<Draft, "suggested"> & { readonly fields: FormValues; readonly suggested: DraftSuggestions | null } {
  const { fields, suggested } = draft;
  if (suggested === null || suggested.filled) return { ...draft, suggested: suggested as DraftSuggestions | null };
  const { sure, unsure } = parted(suggested.suggestions);
  return {
    ...draft,
    fields: { ...fields, ...emptied(unsure) },
    suggested: { ...suggested, filled: sure, suggestions: unsure },
  };
}

/** What is sure apart from what is not: a field is as sure as the least sure of those that it goes with, and what a model pointed at never is. */
function parted(all: Suggestions): { readonly sure: Suggestions; readonly unsure: Suggestions } {
  const entries = Object.entries(all);
  const isDoubtful = ([, one]: readonly [string, Suggestion]) => one.confidence !== "sure" || foundBy(one) === "model";
  const doubtful = new Set(entries.filter(isDoubtful).map(([field]) => groupOf(field)));
  const pick = (isUnsure: boolean) =>
    Object.fromEntries(entries.filter(([field]) => doubtful.has(groupOf(field)) === isUnsure));
  return { sure: pick(false), unsure: pick(true) };
}

const emptied = (unsure: Suggestions): FormValues =>
  Object.fromEntries(Object.entries(unsure).map(([field, { value }]) => [field, typeof value === "string" ? "" : []]));

const valuesRead = (of: Suggestions): FormValues =>
  Object.fromEntries(Object.entries(of).map(([field, { value }]) => [field, value]));

const WORDS_MAX = 120;
const TITLE_MAX = 120;
const DESCRIPTION_MAX = 200;
const UNREAD_SHOWN = 20;

/** What the clerk made of a text: fields of the posting form, those empty that it is not sure of, and what it could not place. */
export type ClerkDraft = {
  readonly fields: FormValues;
  /** Everything that was read, sure or not. */
  readonly read: FormValues;
  readonly suggested: Pick<DraftSuggestions, "filled" | "suggestions" | "unread">;
};

const cut = (text: string): string => (text.length > WORDS_MAX ? `${text.slice(0, WORDS_MAX - 1)}…` : text);

const READ_LINE = /^cargo\[(\d+)\]\.(.+)$/;

/** A field as the form has it: services are a list. */
function entriesOf(field: JudgedField, all: readonly JudgedField[]): readonly [string, string | readonly string[]][] {
  const [, line, member] = READ_LINE.exec(field.path) ?? [];
  const beside = (name: string) => all.find(({ path }) => path === lineField(Number(line), name))?.value;
  if (field.path === "wanted") return [["wanted", field.value.split(" ")]];
  if (member === "description") return [[field.path, field.value.slice(0, DESCRIPTION_MAX)]];
  // The form takes a volume or the sides of a package, not both.
  const isSide = member === "lengthCm" || member === "widthCm" || member === "heightCm";
  return isSide && beside("volumeCbm") !== undefined ? [] : [[field.path, field.value]];
}

/** The title of a posting from its first goods. */
function titleOf(fields: readonly JudgedField[]): JudgedField[] {
  const first = fields.find(({ path }) => path === lineField(0, "description"));
  return first ? [{ ...first, path: "title", value: first.value.slice(0, TITLE_MAX) }] : [];
}

/** Equipment is asked of a carrier: naming it asks for logistics. */
function withLogistics(fields: readonly JudgedField[]): JudgedField[] {
  const equipment = fields.find(({ path }) => path.startsWith("services.logistics.") && isSuggestible(path));
  const wanted = fields.find(({ path }) => path === "wanted");
  if (!equipment || wanted?.value.split(" ").includes("logistics")) return [...fields];
  const asked: JudgedField = {
    ...(wanted ?? equipment),
    path: "wanted",
    value: ["logistics", ...(wanted ? [wanted.value] : [])].join(" "),
  };
  return [...fields.filter((field) => field !== wanted), asked];
}

/**
 * The posting form filled from a reading with what is sure, and what is not sure beside fields that stay empty, whatever a new form has in
 * them. Nothing but suggestible fields gets in, whatever the reading holds.
 */
export function draftFrom(reading: Reading, raw: string): ClerkDraft {
  const text = raw.replace(/\r\n?/g, "\n").normalize("NFC");
  const all = withLogistics([...titleOf(reading.fields), ...reading.fields]);
  const read: Record<string, Suggestion> = {};
  for (const field of all)
    for (const [name, value] of entriesOf(field, all)) {
      if (!isSuggestible(name)) continue;
      const { reason, confidence, from } = field;
      const by = reason === "pointed_by_model" ? "model" : "rules";
      read[name] = { value, words: cut(text.slice(...from).trim()), reason, confidence, by };
    }
  const { sure, unsure } = parted(read);
  const unread = reading.unread.slice(0, UNREAD_SHOWN).map((span) => cut(text.slice(...span)));
  return {
    fields: { ...valuesRead(sure), ...emptied(unsure) },
    read: valuesRead(read),
    suggested: { filled: sure, suggestions: unsure, unread },
  };
}
