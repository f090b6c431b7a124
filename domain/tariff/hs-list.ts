import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { type HsLabels, type HsLanguage, type HsLevel, hsId } from "./hs-entry";
import { parseHsCode } from "./hs-code";
import { type CsvLine, csvLines, csvOf, unguardFormula } from "../interchange/csv";

/** Which column of a list holds what. */
export type ListHead = {
  readonly codeAt: number;
  readonly levelAt: number | null;
  readonly labelsAt: readonly (readonly [language: HsLanguage, at: number])[];
  readonly columns: readonly string[];
};

export type HeadRefusal = Refusal<"code_column_missing" | "description_column_missing" | "column_repeated">;

const CODE_NAMES: readonly string[] = ["code", "hs", "hscode", "hs_code", "hs-code"];
const LANGUAGE_NAMES: ReadonlyMap<string, HsLanguage> = new Map([
  ["en", "en"],
  ["zh", "zh-CN"],
  ["zh-cn", "zh-CN"],
  ["ru", "ru"],
  ["vi", "vi"],
  ["kk", "kk"],
]);

const languageOf = (name: string): HsLanguage | undefined =>
  LANGUAGE_NAMES.get(name.replace(/^description[_\- .:]*/, "").replace("_", "-"));

/**
 * Reads the first row of a list: a column `code`, one named by its language (`ru`, `description_ru`) for each language there is, and perhaps
 * `level`. Others are passed over. A `description` that says no language is refused: nobody could tell who reads it.
 */
function readHead(cells: readonly string[]): Result<ListHead, HeadRefusal> {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, "")
      .trim()
      .toLowerCase(),
  );
  const labelsAt = names.flatMap((name, at) => {
    const language = languageOf(name);
    return language ? [[language, at] as const] : [];
  });
  const codesAt = names.flatMap((name, at) => (CODE_NAMES.includes(name) ? [at] : []));
  const [codeAt] = codesAt;
  if (codeAt === undefined) return refuse("code_column_missing");
  if (labelsAt.length === 0) return refuse("description_column_missing");
  if (codesAt.length > 1 || new Set(labelsAt.map(([language]) => language)).size < labelsAt.length)
    return refuse("column_repeated");
  const levelAt = names.indexOf("level");
  return accept({ codeAt, levelAt: levelAt === -1 ? null : levelAt, labelsAt, columns: cells });
}

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
  national: [8, 9, 10],
  ...Object.fromEntries([2, 4, 6, 8, 9, 10].map((digits) => [String(digits), [digits]])),
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
function readListRow(cells: readonly string[], head: ListHead, country: string | null): ListRow | RowProblem {
  if (cells.length !== head.columns.length) return "cells_differ";
  if (cells.some((cell) => cell.includes("\uFFFD"))) return "letters_broken";
  if (cells.some((cell) => /[^\P{Cc}\t\r\n]/u.test(cell))) return "control_characters";
  const codeText = (cells[head.codeAt] ?? "").trim();
  if (codeText === "") return "code_missing";
  const level = head.levelAt === null ? "" : (cells[head.levelAt] ?? "").trim().toLowerCase();
  const digits = LEVEL_DIGITS[level];
  if (level !== "" && !digits) return "level_unknown";
  const code = codeOf(codeText, level);
  if (code === null) return "code_malformed";
  if (digits && !digits.includes(code.length)) return "level_differs";
  if (country === null && code.length > 6) return "country_needed";
  const labels = Object.fromEntries(
    head.labelsAt.flatMap(([language, at]) => {
      const label = descriptionOf(cells[at] ?? "");
      return label === "" ? [] : [[language, label]];
    }),
  ) as HsLabels;
  const texts = Object.values(labels);
  if (texts.length === 0) return "description_missing";
  if (texts.some((text) => text.length > DESCRIPTION_LETTERS_MAX)) return "description_too_long";
  return { code, country, level: levelOf(code, country), labels };
}

export type WrongRow = { readonly line: number; readonly problem: RowProblem; readonly cells: readonly string[] };
export type ReadRow = { readonly line: number; readonly row: ListRow } | WrongRow;

/** Wrong rows are told one by one and cost no right one. Of two rows with one code the first is taken. */
function* rowsOf(lines: Iterable<CsvLine>, head: ListHead, country: string | null): Generator<ReadRow> {
  const seen = new Set<string>();
  for (const { line, cells, isBroken } of lines) {
    if (isBroken) {
      yield { line, cells, problem: "quotes_broken" };
      continue;
    }
    const read = readListRow(cells, head, country);
    if (typeof read === "string") {
      yield { line, cells, problem: read };
      continue;
    }
    const id = hsId(read.code, country);
    if (seen.has(id)) yield { line, cells, problem: "code_repeated" };
    else yield { line, row: read };
    seen.add(id);
  }
}

export type ReadList = { readonly head: ListHead; readonly rows: Generator<ReadRow> };

/** Reads a national or international list row by row, without holding it all; refused where its first row names no code or no language. */
export function readList(text: string, country: string | null): Result<ReadList, HeadRefusal> {
  const lines = csvLines(text);
  const first = lines.next();
  const head = readHead(first.done ? [] : first.value.cells);
  return head.ok ? accept({ head: head.value, rows: rowsOf(lines, head.value, country) }) : head;
}

export type ReportWords = {
  readonly heads: readonly [line: string, problem: string, explanation: string];
  readonly explain: (problem: RowProblem) => string;
};

/** The wrong rows of a list as a table for a spreadsheet: line, what is wrong, and the cells as they were, to be mended and brought again. */
export const problemReport = (head: ListHead, wrong: readonly WrongRow[], { heads, explain }: ReportWords): string =>
  csvOf(
    [...heads, ...head.columns],
    wrong.map(({ line, problem, cells }) => [line, problem, explain(problem), ...cells]),
  );
