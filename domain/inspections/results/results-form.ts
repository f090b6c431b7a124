import type { z } from "zod";
import { readNumber } from "../../services/form-field";
import { defectCode } from "../defect-codes";
import type { typedResultsForm } from "./results-schema";

type Typed = z.output<typeof typedResultsForm>;
type Row = Readonly<Record<string, string | undefined>>;

const given = (value: string | undefined): boolean => value !== undefined && value.trim() !== "";

/** A figure as it was typed; what is none goes on as text, so that the command names the field. */
const figure = (value: string | undefined): number | string => (given(value) ? readNumber(value as string) : 0);
const words = (value: string | undefined): string | undefined => (given(value) ? value : undefined);

/** Rows in which somebody wrote something; `place` is where in the plan a row belongs. */
const filled = <T>(list: Typed["tests"], names: readonly string[], make: (typed: Row, place: number) => T): T[] =>
  list.flatMap((typed, place) => (typed && names.some((name) => given(typed[name])) ? [make(typed, place)] : []));

/** Brings typed findings to the form in which they are sent. A row that nobody wrote in is none; an empty figure beside a written one is 0. */
export const resultsOfTyped = (typed: Typed): object => ({
  openedCartons: typed.openedCartons.map(readNumber),
  unitsInspected: figure(typed.unitsInspected),
  quantities: filled(typed.quantities, ["presented", "packed"], ({ presented, packed }, line) => ({
    line,
    presented: figure(presented),
    packed: figure(packed),
  })),
  checklist: filled(typed.checklist, ["outcome"], ({ outcome, measured, unitsChecked }, point) => ({
    point,
    outcome,
    ...(given(measured) ? { measured } : {}),
    ...(given(unitsChecked) ? { unitsChecked: figure(unitsChecked) } : {}),
  })),
  defects: filled(typed.defects, ["code", "count", "words"], ({ code, defectClass, count, words: detail }) => ({
    code: defectCode(code ?? "", typed.defectNames),
    defectClass,
    count: given(count) ? figure(count) : 1,
    ...(given(detail) ? { words: detail } : {}),
  })),
  tests: filled(typed.tests, ["unitsTested", "failed"], ({ unitsTested, failed }, test) => ({
    test,
    unitsTested: figure(unitsTested),
    failed: figure(failed),
  })),
  ...(given(typed.remarks) ? { remarks: words(typed.remarks) } : {}),
});
