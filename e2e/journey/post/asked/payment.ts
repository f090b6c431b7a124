import type { Translate } from "@/server/platform/words/translate";
import { dayIn } from "../../../support/days-ahead";
import type { Typed } from "../../forms/typed";
import type { Lane } from "../../lanes/lane";
import type { Asked } from "./asked";

/** In fen. */
export const PAID_MINOR = 5_123_456_789n;
/** A credit of a hundred days is charged for two quarters begun. */
export const QUARTERS = 2;

const CREDIT: Typed = {
  need: "letter_of_credit",
  creditType: "confirmed",
  tenorDays: "100",
  issuingBank: "Red River Trade Bank",
  latestShipment: dayIn(20),
  creditExpiry: dayIn(40),
  tolerancePercent: "5",
  arePartialShipmentsAllowed: "yes",
  creditDocuments: ["commercial_invoice", "transport_document"],
};

/** Accounts whose check digits agree, by the country of the bank; of Mongolia, Laos and others any digits will do. */
const ACCOUNTS: Readonly<Record<string, Typed>> = {
  CN: { payeeAccount: "6222020812345678901" },
  KZ: { payeeAccount: "KZ75125KZT1001300335" },
  RU: { payeeAccount: "40702810000000000007", payeeBik: "044525225" },
  VN: { payeeAccount: "0011004123456" },
};

const payeeIn = (country: string): Typed => ({
  payeeName: "Payee of the journey",
  payeeBank: `${country} Trade Bank`,
  payeeBic: `TRBK${country}22`,
  ...(ACCOUNTS[country] ?? { payeeAccount: "1203456789" }),
});

/** Paid in yuan on the Chinese side, with a deposit and a wish that the rate be held for four hours. */
export function askedPayment({ payment, direction, importer, newcomer, currency }: Lane, t: Translate): Asked {
  const isExport = direction === "export";
  const foreign = isExport ? importer.country : newcomer.country;
  return {
    typed: {
      need: "supplier_payment",
      purpose: "GDDS",
      payerCountry: isExport ? foreign : "CN",
      payerCurrency: isExport ? currency : "CNY",
      payeeCountry: isExport ? "CN" : foreign,
      payeeCurrency: isExport ? "CNY" : currency,
      ...payeeIn(isExport ? "CN" : foreign),
      amountCurrency: "CNY",
      amount: "51,234,567.89",
      lockMinutes: "240",
      settleWithinDays: "2",
      depositPercent: "30",
      balanceDue: "against_documents",
      balanceDueDays: "10",
      tradeDocuments: ["contract", "invoice"],
      counterpartyBanks: `${foreign} Trade Bank`,
      hadReturns: "no",
      declaresNoSanctions: true,
      ...(payment === "credit" ? CREDIT : {}),
    },
    saidAs: { declaresNoSanctions: t("service-payment.sanctionsDeclared") },
  };
}
