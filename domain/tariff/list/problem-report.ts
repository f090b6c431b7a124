import { csvOf } from "../../interchange/csv";
import type { ListHead } from "./list-head";
import type { RowProblem } from "./list-row";
import type { WrongRow } from "./read-list";

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
