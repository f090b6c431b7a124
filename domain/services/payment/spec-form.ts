import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { answer, flag, list, money, number, text } from "../form/fields";
import { readForm } from "../form/read-form";

/** The fields of a request for payment, and the members of its spec that they fill. */
export const paymentSpecForm = [
  text("need"),
  text("payerCountry"),
  text("payerCurrency"),
  text("payeeCountry"),
  text("payeeCurrency"),
  text("payeeName", "payee.name"),
  text("payeeBank", "payee.bank"),
  text("payeeBic", "payee.bic"),
  text("payeeBik", "payee.bik"),
  text("payeeAccount", "payee.account"),
  money("amount"),
  money("monthlyVolume"),
  text("purpose"),
  list("tradeDocuments"),
  number("lockMinutes"),
  number("payouts"),
  number("settleWithinDays"),
  number("depositPercent"),
  text("balanceDue"),
  number("balanceDueDays"),
  text("counterpartyBanks"),
  flag("declaresNoSanctions"),
  answer("hadReturns"),
  text("creditType"),
  number("tenorDays"),
  text("issuingBank"),
  text("creditExpiry"),
  text("latestShipment"),
  number("tolerancePercent"),
  answer("arePartialShipmentsAllowed"),
  list("creditDocuments"),
  text("remarks"),
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(paymentSpecForm, values);
