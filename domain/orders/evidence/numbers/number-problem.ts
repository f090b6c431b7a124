/** What is wrong with a number as it was typed: a key of messages/issues.json. */
export type NumberProblem =
  | "container_malformed"
  | "container_check"
  | "wagon_malformed"
  | "wagon_check"
  | "air_waybill_malformed"
  | "air_waybill_check"
  | "waybill_malformed"
  | "tir_malformed"
  | "declaration_malformed"
  | "declaration_date"
  | "plate_malformed"
  | "seal_malformed";

/** A number in the one form in which it is kept, or what is wrong with it. */
export type ReadNumber =
  | { readonly value: string; readonly problem: null }
  | { readonly value: null; readonly problem: NumberProblem };

export const isNumber = (value: string): ReadNumber => ({ value, problem: null });
export const isNone = (problem: NumberProblem): ReadNumber => ({ value: null, problem });

/** As people write it, without what only parts it: spaces, dots (the one in the middle of a Chinese plate too) and dashes, in capitals. */
export const bare = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.·•・\-–—_]/g, "");
