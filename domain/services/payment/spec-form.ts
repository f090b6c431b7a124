import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { readForm } from "../form/read-form";

/** The fields of a request for payment, and the members of its spec that they fill. */
export const paymentSpecForm = [
  { name: "need", path: "need", as: "text" },
  { name: "payerCountry", path: "payerCountry", as: "text" },
  { name: "payerCurrency", path: "payerCurrency", as: "text" },
  { name: "payeeCountry", path: "payeeCountry", as: "text" },
  { name: "payeeCurrency", path: "payeeCurrency", as: "text" },
  { name: "amount", path: "amount", as: "money", currencyName: "amountCurrency" },
  { name: "monthlyVolume", path: "monthlyVolume", as: "money", currencyName: "monthlyVolumeCurrency" },
  { name: "purpose", path: "purpose", as: "text" },
  { name: "tradeDocuments", path: "tradeDocuments", as: "list" },
  { name: "lockMinutes", path: "lockMinutes", as: "number" },
  { name: "payouts", path: "payouts", as: "number" },
  { name: "settleWithinDays", path: "settleWithinDays", as: "number" },
  { name: "depositPercent", path: "depositPercent", as: "number" },
  { name: "balanceDue", path: "balanceDue", as: "text" },
  { name: "balanceDueDays", path: "balanceDueDays", as: "number" },
  { name: "counterpartyBanks", path: "counterpartyBanks", as: "text" },
  { name: "declaresNoSanctions", path: "declaresNoSanctions", as: "flag" },
  { name: "hadReturns", path: "hadReturns", as: "answer" },
  { name: "creditType", path: "creditType", as: "text" },
  { name: "tenorDays", path: "tenorDays", as: "number" },
  { name: "issuingBank", path: "issuingBank", as: "text" },
  { name: "creditExpiry", path: "creditExpiry", as: "text" },
  { name: "latestShipment", path: "latestShipment", as: "text" },
  { name: "tolerancePercent", path: "tolerancePercent", as: "number" },
  { name: "arePartialShipmentsAllowed", path: "arePartialShipmentsAllowed", as: "answer" },
  { name: "creditDocuments", path: "creditDocuments", as: "list" },
  { name: "remarks", path: "remarks", as: "text" },
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(paymentSpecForm, values);
