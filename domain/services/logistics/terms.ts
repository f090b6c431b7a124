import { z } from "zod";
import { MODES } from "@/domain/hubs/place";
import { boundedText, countryField } from "../../shared/wire-fields";
import {
  CARRIER_TYPES,
  LEG_CARRIER_MAX,
  LEG_PLACE_MAX,
  LEGS_MAX,
  LIABILITIES,
  SLOT_BOOKERS,
  SLOT_SYSTEMS,
  TRACKING_METHODS,
} from "./choices";
import { EQUIPMENT } from "./equipment";
import type { StatedCondition } from "../kind";

const hours = z.int().min(0).max(720);

const legSchema = z.strictObject({
  place: boundedText(LEG_PLACE_MAX).meta({ description: "Where it ends: a place's id, or its name" }),
  mode: z.enum(MODES),
  carrier: boundedText(LEG_CARRIER_MAX).optional(),
  days: z.int().min(0).max(90).optional(),
});

/** What a logistics bid promises beside its prices. */
export const logisticsTermsSchema = z.strictObject({
  carrierType: z.enum(CARRIER_TYPES).optional(),
  equipment: z.enum(EQUIPMENT).optional(),
  hasTransshipment: z.boolean().optional(),
  legs: z.array(legSchema).min(1).max(LEGS_MAX).optional().meta({ description: "From pick-up to delivery, in order" }),
  plates: z
    .strictObject({ beforeBorder: countryField, beyondBorder: countryField })
    .optional()
    .meta({ description: "Countries of the trucks' plates; the same twice for one truck all the way" }),
  borderWaitHours: hours.optional().meta({ description: "The wait at the border that the transit time assumes" }),
  freeTimeBorderHours: hours.optional(),
  freeTimeDestinationHours: hours.optional(),
  closuresExcluded: z
    .boolean()
    .optional()
    .meta({ description: "Whether hours in which the hub is closed count neither as free time nor as waiting" }),
  slot: z
    .strictObject({ system: z.enum(SLOT_SYSTEMS), bookedBy: z.enum(SLOT_BOOKERS).optional() })
    .optional()
    .meta({ description: "Where the slot at the crossing is booked, and by whom" }),
  tracking: z.enum(TRACKING_METHODS).optional(),
  liability: z.enum(LIABILITIES).optional(),
  departures: boundedText(120).optional().meta({ description: "How often it departs" }),
});
export type LogisticsTerms = z.output<typeof logisticsTermsSchema>;

/**
 * A bid's terms with what its conditions say of the same: that closed hours are left out, how long unloading is free. Where both say it,
 * the terms hold, which were asked for by name.
 */
export function termsWithConditions(terms: LogisticsTerms, conditions: readonly StatedCondition[]): LogisticsTerms {
  const isShutOut = conditions.some(({ type }) => type === "waiting_excluded_closures");
  const unloading = conditions.find(({ type }) => type === "free_unloading_hours")?.value;
  return {
    ...(isShutOut ? { closuresExcluded: true } : {}),
    ...(typeof unloading === "number" ? { freeTimeDestinationHours: unloading } : {}),
    ...terms,
  };
}
