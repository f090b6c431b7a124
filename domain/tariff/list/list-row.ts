import { parseHsCode } from "../hs-code";
import { unguardFormula } from "../../interchange/csv";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import type { HsLabels, HsLevel } from "../hs-entry";
import type { ListHead } from "./list-head";

/** A right row of a list. */
export type ListRow = {
  readonly code: string;
  /** Whose list it is; null for a list of what every country shares. */
  readonly country: string | null;
  readonly level: HsLevel;
  readonly labels: HsLabels;
};

export const ROW_PROBLEMS = [
  "quotes_broken",
  "cells_differ",
  "letters_broken",
  "control_characters",
  "code_missing",
  "code_malformed",
  "level_unknown",
  "level_differs",
  "country_needed",
  "description_missing",
  "description_too_long",
  "code_repeated",
] as const;

export type RowProblem = (typeof ROW_PROBLEMS)[number];

/** The longest description of a heading has about 1,600 letters. */
export const DESCRIPTION_LETTERS_MAX = 2_000;

const LEVEL_DIGITS: Readonly<Record<string, readonly number[]>> = {
  chapter: [2],
  heading: [4],
  subheading: [6],
  national: [7, 8, 9, 10],
  ...Object.fromEntries([2, 4, 6, 7, 8, 9, 10].map((digits) => [String(digits), [digits]])),
};

const CHAPTER_OF_WIDE = /^(?!00|77)\d{2}(?:\d{2})?$/;

/** Chapters and headings are taken only where the list says that they are such: else a code that has lost its zero would pass for one. */
function codeOf(text: string, level: string): string | null {
  const digits = text.replace(/[.\s]/g, "");
  const isWide = level !== "" && CHAPTER_OF_WIDE.test(digits);
  return isWide ? digits : parseHsCode(text);
}

const levelOf = (code: string, country: string | null): HsLevel => {
  if (code.length === 2) return "chapter";
  if (code.length === 4) return "heading";
  return code.length === 6 && country === null ? "subheading" : "national";
};

/** Tariffs mark depth by dashes before a description; on its own it is read without them. A report that was mended guards them. */
const descriptionOf = (cell: string): string =>
  unguardFormula(cell)
    .replace(/\s+/g, " ")
    .replace(/^['\s\-–—]+/, "")
    .trim();

/** Reads one row of a list, or says the first thing that is wrong with it. Lists of a country name it; without one a code has six digits at most. */
export function readListRow(
  cells: readonly string[],
  head: ListHead,
  country: string | null,
): Result<ListRow, Refusal<RowProblem>> {
  if (cells.length !== head.columns.length) return refuse("cells_differ");
  if (cells.some((cell) => cell.includes("\uFFFD"))) return refuse("letters_broken");
  if (cells.some((cell) => /[^\P{Cc}\t\r\n]/u.test(cell))) return refuse("control_characters");
  const codeText = (cells[head.codeAt] ?? "").trim();
  if (codeText === "") return refuse("code_missing");
  const level = head.levelAt === null ? "" : (cells[head.levelAt] ?? "").trim().toLowerCase();
  const digits = LEVEL_DIGITS[level];
  if (level !== "" && !digits) return refuse("level_unknown");
  const code = codeOf(codeText, level);
  if (code === null) return refuse("code_malformed");
  if (digits && !digits.includes(code.length)) return refuse("level_differs");
  if (country === null && code.length > 6) return refuse("country_needed");
  const labels = Object.fromEntries(
    head.labelsAt.flatMap(([language, at]) => {
      const label = descriptionOf(cells[at] ?? "");
      return label === "" ? [] : [[language, label]];
    }),
  ) as HsLabels;
  const texts = Object.values(labels);
  if (texts.length === 0) return refuse("description_missing");
  if (texts.some((text) => text.length > DESCRIPTION_LETTERS_MAX)) return refuse("description_too_long");
  return accept({ code, country, level: levelOf(code, country), labels });
}
