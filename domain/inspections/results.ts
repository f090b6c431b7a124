import { z } from "zod";
import { CHECKLIST_MAX, LOT_SIZE_MAX, PRODUCTS_MAX, SPECIAL_TESTS_MAX } from "../services/inspection/choices";
import { DEFECT_CLASSES } from "../services/inspection/sampling";
import type { Unwritable } from "../shared/unwritable";
import { boundedText } from "../shared/wire-fields";
import { CARTONS_MAX } from "./carton-draw";

/** Kinds of defect in one report. */
export const DEFECTS_MAX = 60;
export const PHOTOS_PER_LINE_MAX = 10;
export const REMARKS_MAX = 2_000;

/** `unclear` waits for the client's word; what does not apply to these goods is `not_applicable`. */
export const OUTCOMES = ["pass", "fail", "not_applicable", "unclear"] as const;

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

export type Results = Unwritable<z.output<typeof resultsSchema>>;

export const NO_RESULTS: Results = resultsSchema.parse({});

/** The photos that the results name, each once, in their order. */
export const namedPhotos = ({ checklist, defects }: Results): string[] => [
  ...new Set([...defects, ...checklist].flatMap(({ photoIds: ids }) => ids)),
];
