import { z } from "zod";
import { parseLocalDate } from "../../../shared/local-date";
import { wireMoneySchema } from "../../../shared/money-schema";
import { CONDITION_TYPES, type Condition, measureOf } from "./condition-types";

/** Whether the value is of the condition's own unit and within its limits. */
function isValueOf({ type, value }: Condition): boolean {
  const measure = measureOf(type);
  if ("min" in measure) return typeof value === "number" && value >= measure.min && value <= measure.max;
  if (measure.unit === "holds") return value === true;
  if (measure.unit === "date") return typeof value === "string" && parseLocalDate(value) !== null;
  return typeof value === "object" && value.minor > 0;
}

const conditionSchema = z
  .strictObject({
    type: z.enum(CONDITION_TYPES),
    value: z.union([z.int(), z.iso.date(), wireMoneySchema, z.literal(true)]).meta({
      description: "By type: whole percent, days or hours; a day; money; or true where the condition has no measure",
    }),
  })
  .refine(isValueOf, { message: "condition_value", path: ["value"] });

/** Each condition at most once. */
export const conditionsSchema = z
  .array(conditionSchema)
  .max(CONDITION_TYPES.length)
  .refine((all) => new Set(all.map(({ type }) => type)).size === all.length, "named_twice");
