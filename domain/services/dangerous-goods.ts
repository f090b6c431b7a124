import { z } from "zod";
import { HAZARD_CLASSES, PACKING_GROUPS } from "./hazard-classes";

/** Class and UN number come together, so neither is optional in it. */
export const dangerousGoodsSchema = z.strictObject({
  unNumber: z
    .string()
    .regex(/^(?!0000)\d{4}$/, "un_number_malformed")
    .meta({ description: "Four digits, without UN" }),
  hazardClass: z.enum(HAZARD_CLASSES),
  packingGroup: z.enum(PACKING_GROUPS).optional(),
});
export type DangerousGoods = z.output<typeof dangerousGoodsSchema>;
