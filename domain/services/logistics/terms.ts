import { z } from "zod";
import { boundedText } from "../wire-fields";
import { CARRIER_TYPES, TRACKING_METHODS } from "./choices";
import { EQUIPMENT } from "./equipment";

const hours = z.int().min(0).max(720);

/** What a logistics bid promises beside its prices. */
export const logisticsTermsSchema = z.strictObject({
  carrierType: z.enum(CARRIER_TYPES).optional(),
  equipment: z.enum(EQUIPMENT).optional(),
  hasTransshipment: z.boolean().optional(),
  borderWaitHours: hours.optional().meta({ description: "The wait at the border that the transit time assumes" }),
  freeTimeBorderHours: hours.optional(),
  freeTimeDestinationHours: hours.optional(),
  tracking: z.enum(TRACKING_METHODS).optional(),
  departures: boundedText(120).optional().meta({ description: "How often it departs" }),
});
export type LogisticsTerms = z.output<typeof logisticsTermsSchema>;
