import { z } from "zod";
import { LATE_REASONS } from "../domain/services/work-reasons";
import { time } from "./fields";

/** A step that its provider was late with or still is. */
export const lateStep = z
  .object({
    step: z.string().meta({ example: "picked_up" }),
    dueAt: time,
    occurredAt: time.nullable().meta({ description: "Null while it has not been reported" }),
    hours: z.int().meta({ description: "By how many full hours, up to now while it has not been reported" }),
    reason: z.enum(LATE_REASONS).nullable().meta({ description: "As the provider gave it; null where it gave none" }),
    words: z.string().nullable(),
  })
  .meta({ id: "LateStep" });
