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
