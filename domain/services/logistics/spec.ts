import { z } from "zod";
import { boundedText, dayOrTimeField } from "../wire-fields";
import { CONTAINER_OWNERS, HANDLERS } from "./choices";
import { EQUIPMENT, HAULS } from "./equipment";

const celsius = z.int().min(-60).max(60);

export const logisticsSpecSchema = z.strictObject({
  equipment: z.enum(EQUIPMENT),
  equipmentCount: z.int().min(1).max(200).optional().meta({ description: "1 where not given" }),
  haul: z.enum(HAULS).optional(),
  pickupFrom: dayOrTimeField,
  pickupTo: dayOrTimeField,
  pickupAddress: boundedText(300).optional(),
  loadingBy: z.enum(HANDLERS).optional(),
  unloadingBy: z.enum(HANDLERS).optional(),
  containerOwner: z.enum(CONTAINER_OWNERS).optional(),
  temperature: z.strictObject({ minC: celsius, maxC: celsius }).optional(),
  isTransshipmentAllowed: z.boolean().optional(),
  needsTailLift: z.boolean().optional(),
  freeTimeHours: z.int().min(0).max(720).optional().meta({ description: "Free time wished at each end" }),
  remarks: boundedText(1_000).optional(),
});
export type LogisticsSpec = z.output<typeof logisticsSpecSchema>;
