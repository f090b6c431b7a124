import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { readForm } from "../form/read-form";

/** The fields of a request for payment, and the members of its spec that they fill. */
export const paymentSpecForm = [
  { name: "need", path: "need", as: "text" },
  { name: "payerCurrency", path: "payerCurrency", as: "text" },
  { name: "payeeCurrency", path: "payeeCurrency", as: "text" },
  { name: "amount", path: "amount", as: "money", currencyName: "amountCurrency" },
  { name: "purpose", path: "purpose", as: "text" },
  { name: "lockMinutes", path: "lockMinutes", as: "number" },
  { name: "payouts", path: "payouts", as: "number" },
  { name: "settleWithinDays", path: "settleWithinDays", as: "number" },
  { name: "depositPercent", path: "depositPercent", as: "number" },
  { name: "creditType", path: "creditType", as: "text" },
  { name: "tenorDays", path: "tenorDays", as: "number" },
  { name: "remarks", path: "remarks", as: "text" },
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(paymentSpecForm, values);
