import { z } from "zod";
import { CHECKLIST_MAX, LOT_SIZE_MAX, PRODUCTS_MAX, SPECIAL_TESTS_MAX } from "../../services/inspection/choices";
import { DEFECT_CLASSES } from "../../services/inspection/sampling";
import { boundedText } from "../../shared/wire-fields";
import { CARTONS_MAX } from "../carton-draw";
import { DEFECTS_MAX, OUTCOMES, PHOTOS_PER_LINE_MAX, REMARKS_MAX } from "./results";

const count = z.int().min(0).max(LOT_SIZE_MAX);
const position = z.int().min(0);
const photoIds = z.array(z.string().min(1).max(64)).max(PHOTOS_PER_LINE_MAX).default([]);

const isWithoutRepeats = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/**
 * What an inspector finds, and nothing of what follows from it: there is no member for a verdict, and an unknown one is refused. Lists name
 * points, tests and lines of the round's plan by their place in it.
 */
export const resultsSchema = z.strictObject({
  openedCartons: z
    .array(z.int().min(1).max(CARTONS_MAX))
    .max(5_000)
    .refine(isWithoutRepeats, "named_twice")
    .default([])
    .meta({ description: "Of the drawn ones, those that were opened" }),
  unitsInspected: count.default(0),
  quantities: z
    .array(z.strictObject({ line: position.max(PRODUCTS_MAX), presented: count, packed: count }))
    .max(PRODUCTS_MAX)
    .refine((list) => isWithoutRepeats(list.map(({ line }) => line)), "named_twice")
    .default([])
    .meta({ description: "In pieces, by the line of the plan" }),
  checklist: z
    .array(
      z.strictObject({
        point: position.max(CHECKLIST_MAX),
        outcome: z.enum(OUTCOMES),
        measured: boundedText(200).optional(),
        unitsChecked: count.optional().meta({ description: "Where the point has a sample of its own" }),
        photoIds,
      }),
    )
    .max(CHECKLIST_MAX)
    .refine((list) => isWithoutRepeats(list.map(({ point }) => point)), "named_twice")
    .default([]),
  defects: z
    .array(
      z.strictObject({
        code: boundedText(40).meta({ description: "A short name of the kind of defect" }),
        defectClass: z.enum(DEFECT_CLASSES),
        count: count.min(1),
        words: boundedText(300).optional(),
        photoIds,
      }),
    )
    .max(DEFECTS_MAX)
    .default([]),
  tests: z
    .array(z.strictObject({ test: position.max(SPECIAL_TESTS_MAX), unitsTested: count, failed: count }))
    .max(SPECIAL_TESTS_MAX)
    .refine((list) => isWithoutRepeats(list.map(({ test }) => test)), "named_twice")
    .default([]),
  remarks: boundedText(REMARKS_MAX).optional(),
});

const text = z.string().optional();
const row = z.record(z.string(), text).optional();
const rows = z.array(row).default([]);

/** What a form of findings sends: strings under the names of the results, some rows of them empty. */
export const typedResultsForm = z.object({
  openedCartons: z.array(z.string()).default([]),
  unitsInspected: text,
  quantities: rows,
  checklist: rows,
  defects: rows,
  /** What the reader's language calls the kinds of defect, beside their codes. */
  defectNames: z.array(z.string()).default([]),
  tests: rows,
  remarks: text,
});
