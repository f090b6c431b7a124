import { z } from "zod";
import { SERVICES } from "../../shared/service";
import { GATES_MAX } from "./check-gates";

const stepSchema = z.strictObject({ service: z.enum(SERVICES), code: z.string().min(1).max(60) });

/** A gate as a form or the API writes it. */
export const gateSchema = z.strictObject({
  need: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("step"), step: stepSchema }),
    z.strictObject({ kind: z.enum(["inspection", "papers", "slot"]) }),
  ]),
  holds: stepSchema,
});

export const gatesSchema = z.array(gateSchema).max(GATES_MAX, "too_many");
