import { z } from "zod";

/** RFC 9457, as every error of the API is written. */
export const problemShape = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable; programs branch on it", example: "request_not_open" }),
    detail: z.string().optional(),
    issues: z
      .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Of malformed input: where, and what is wrong" }),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .meta({
    id: "Problem",
    description: "application/problem+json",
    example: { type: "about:blank", title: "Refused by a rule of the market", status: 409, code: "request_not_open" },
  });
