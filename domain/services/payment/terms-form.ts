import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { list, money, number, text, time } from "../form/fields";
import { readForm } from "../form/read-form";

/** The fields of a bid's terms for payment; clock times are in the reader's zone. */
export const paymentTermsForm = [
  text("channel"),
  text("fallbackChannel"),
  text("licenceNumber"),
  text("licenceCountry"),
  text("midSource"),
  text("midRate"),
  text("midBase"),
  time("midAt"),
  number("lockMinutes"),
  time("expiresAt"),
  number("hoursToPayout"),
  number("hoursToPayoutP90"),
  money("amountMax"),
  list("kycDocuments"),
  text("returnCostBorneBy"),
  number("returnDays"),
  text("escrowRelease"),
  text("reportFrequency"),
] as const satisfies readonly FormField[];

export const readTermsForm = (values: FormValues, zone?: string): FormReading =>
  readForm(paymentTermsForm, values, zone);
