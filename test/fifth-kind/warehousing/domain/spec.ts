import { z } from "zod";
import { boundedText, localDateField } from "@/domain/shared/wire-fields";

export const STORES = ["bonded", "open_yard", "cold"] as const;

export const warehousingSpecSchema = z.strictObject({
  store: z.enum(STORES),
  from: localDateField,
  days: z.int().min(1).max(365),
  remarks: boundedText(500).optional(),
});
export type WarehousingSpec = z.output<typeof warehousingSpecSchema>;

export const warehousingTermsSchema = z.strictObject({ freeDays: z.int().min(0).max(60).optional() });
export type WarehousingTerms = z.output<typeof warehousingTermsSchema>;
