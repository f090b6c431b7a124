import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { readForm } from "../form/read-form";

/** The fields of a bid's terms for payment; clock times are in the reader's zone. */
export const paymentTermsForm = [
  { name: "channel", path: "channel", as: "text" },
  { name: "fallbackChannel", path: "fallbackChannel", as: "text" },
  { name: "licenceNumber", path: "licenceNumber", as: "text" },
  { name: "licenceCountry", path: "licenceCountry", as: "text" },
  { name: "midSource", path: "midSource", as: "text" },
  { name: "midRate", path: "midRate", as: "text" },
  { name: "midBase", path: "midBase", as: "text" },
  { name: "midAt", path: "midAt", as: "time" },
  { name: "lockMinutes", path: "lockMinutes", as: "number" },
  { name: "expiresAt", path: "expiresAt", as: "time" },
  { name: "hoursToPayout", path: "hoursToPayout", as: "number" },
  { name: "hoursToPayoutP90", path: "hoursToPayoutP90", as: "number" },
  { name: "amountMax", path: "amountMax", as: "money", currencyName: "amountMaxCurrency" },
  { name: "kycDocuments", path: "kycDocuments", as: "list" },
  { name: "returnCostBorneBy", path: "returnCostBorneBy", as: "text" },
  { name: "returnDays", path: "returnDays", as: "number" },
  { name: "escrowRelease", path: "escrowRelease", as: "text" },
  { name: "reportFrequency", path: "reportFrequency", as: "text" },
] as const satisfies readonly FormField[];

export const readTermsForm = (values: FormValues, zone?: string): FormReading =>
  readForm(paymentTermsForm, values, zone);
