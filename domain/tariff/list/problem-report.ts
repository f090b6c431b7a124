import { csvOf } from "../../interchange/csv";
import type { ListHead } from "./list-head";
import { DESCRIPTION_LETTERS_MAX, type RowProblem } from "./list-row";
import type { WrongRow } from "./read-list";

const WORDS: Readonly<Record<RowProblem, string>> = {
  quotes_broken: "The quotes of this line make no cells: a quote within a cell is written twice",
  cells_differ: "The line has more or fewer cells than the first one",
  letters_broken: "Letters are broken: save the file as UTF-8",
  control_characters: "The line holds control characters",
  code_missing: "There is no code",
  code_malformed: "The code is not 6 to 10 digits of a chapter that exists; a leading zero may be lost",
  level_unknown: "The level is none of chapter, heading, subheading, national or a number of digits",
  level_differs: "The level does not go with the number of digits",
  country_needed: "More than six digits are a country's own: name it by --country",
  description_missing: "There is no description in any language",
  description_too_long: `A description has more than ${DESCRIPTION_LETTERS_MAX} letters`,
  code_repeated: "The code stands further up already, and was taken from there",
};

/** The wrong rows of a list as a table for a spreadsheet: line, what is wrong, and the cells as they were, to be mended and brought again. */
export const problemReport = (head: ListHead, wrong: readonly WrongRow[]): string =>
  csvOf(
    ["line", "problem", "explanation", ...head.columns],
    wrong.map(({ line, problem, cells }) => [line, problem, WORDS[problem], ...cells]),
  );
