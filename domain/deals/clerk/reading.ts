import type { LocalDate } from "../../shared/local-date";
import type { ClerkLanguage } from "./fold-text";

/** A place as the reader knows it: its names in all languages, each with the forms that a sentence gives it. */
export type KnownPlace = {
  readonly id: string;
  /** The hub whose gate the place is, or stands across from; null for every other place. */
  readonly hubId: string | null;
  /** Whether goods can start or end there; gateways are only passed. */
  readonly isEnd: boolean;
  readonly names: readonly string[];
};

/** A heading of the Harmonized System with the words that point to it. */
export type KnownHeading = {
  /** 4 or 6 digits. */
  readonly code: string;
  readonly words: readonly string[];
};

/** What the reader is told of the world: plain tables, so that reading stays a pure function. */
export type Knowledge = {
  readonly places: readonly KnownPlace[];
  readonly headings: readonly KnownHeading[];
};

/** More than any request or packing list that people paste; what is longer is not read. */
export const TEXT_MAX = 20_000;

/** Where words stand in the text (UTF-16 positions in its NFC form), the end not included. */
export type Span = readonly [start: number, end: number];

/** Why a value was taken, worded in `messages/`. */
export const READ_REASONS = [
  "place_after_word",
  "places_in_order",
  "gate_named",
  "mode_named",
  "mode_of_equipment",
  "equipment_named",
  "units_counted",
  "rule_named",
  "place_of_rule",
  "day_written",
  "day_reckoned",
  "amount_of_goods",
  "goods_labelled",
  "goods_beside_count",
  "goods_before_code",
  "goods_between_places",
  "count_of_packages",
  "package_named",
  "only_weight",
  "weight_by_package",
  "only_volume",
  "volume_by_package",
  "sides_of_package",
  "code_written",
  "number_un",
  "degrees_written",
  "service_asked",
  "column_headed",
  "total_row",
  "pointed_by_model",
] as const;
export type ReadReason = (typeof READ_REASONS)[number];

/** `sure` is written out with its label or unit; `likely` was joined from what stands beside it. */
export type Confidence = "sure" | "likely";

/** One thing taken from a text: `path` is a field of the posting form, `value` is as that form would have it typed. */
export type ReadField = {
  readonly path: string;
  readonly value: string;
  readonly from: Span;
  readonly reason: ReadReason;
  readonly confidence: Confidence;
};

/** Who found the words: the rules, or a model that pointed at them for the rules' parsers to read. */
export type ReadBy = "rules" | "model";

export type Reading = {
  readonly language: ClerkLanguage;
  readonly fields: readonly ReadField[];
  /** Sentences from which nothing was taken. */
  readonly unread: readonly Span[];
};

/** A text made ready for reading: `folded` has the same length, so that positions hold in both. */
export type Source = {
  readonly text: string;
  readonly folded: string;
  readonly language: ClerkLanguage;
  readonly day: LocalDate;
  readonly knowledge: Knowledge;
  readonly clauses: readonly Span[];
  readonly sentences: readonly Span[];
};
