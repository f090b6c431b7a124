import type { Translate } from "@/server/platform/translate";
import { dayIn } from "../support/days-ahead";
import type { Lane } from "./lane";
import type { Typed } from "./typed";
import type { Service } from "@/domain/shared/vocabulary";

/** What the goods of every lane are worth, in fen, and the same as it is typed. */
export const GOODS_MINOR = 38_640_000n;
export const GOODS_VALUE = "386,400.00";

/** What the way to the border adds to the customs value, in fen, and the same as it is typed. */
export const FREIGHT_MINOR = 1_234_567n;
const FREIGHT = "12,345.67";
export const INSURANCE_MINOR = 89_012n;
const INSURANCE = "890.12";

/** Two products that make a lot of 3,200 pieces, and a checklist of which one point has a sample of its own. */
const askedInspection = ({ inspected, buyer, goods }: Lane, t: Translate): Asked => ({
  typed: {
    type: "pre_shipment",
    date: dayIn(9),
    factoryAddress: `${buyer.city}, Industry Road 18`,
    "products[0].name": `${goods} A`,
    "products[0].quantity": "1500",
    "products[1].name": `${goods} B`,
    "products[1].quantity": "1700",
    ...inspected.lot,
    alternativeDate: dayIn(10),
    madePercent: "100",
    packedPercent: "85",
    "specialTests[0].test": "carton_drop",
    "specialTests[0].level": "S-3",
    siteTests: ["barcode_scan", "weight"],
    "checklist[0].code": "workmanship",
    "checklist[0].method": "By eye, 60 cm",
    "checklist[0].isCritical": true,
    "checklist[1].code": "label",
    "checklist[1].text": "Labels of the country of destination",
    "checklist[1].tolerance": "1 cm",
    "checklist[1].level": "S-2",
    hasGoldenSample: true,
    photosWanted: ["defects", "marks"],
    reportLanguage: "en",
    secondReportLanguage: "zh-CN",
    holdRule: "hold_both",
  },
  saidAs: { "checklist[0].isCritical": t("service-inspection.checklist.critical") },
});

export const UNITS = 2;

const askedLogistics = ({ carriage, buyer }: Lane): Asked => ({
  typed: {
    equipmentCount: String(UNITS),
    pickupFrom: dayIn(11),
    pickupTo: dayIn(13),
    pickupAddress: `${buyer.city}, Warehouse 4, gate 2`,
    deliveryFrom: dayIn(16),
    deliveryTo: dayIn(19),
    isTransshipmentAllowed: "yes",
    freeTimeBorderHours: "36",
    freeTimeDestinationHours: "48",
    insuranceClause: "A",
    ...carriage,
  },
});

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
function askedPayment({ payment, direction, importer, newcomer, currency }: Lane, t: Translate): Asked {
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

/** What is asked of one kind, or promised by a bid for it: what is typed, and what pages say in other words than the form. */
export type Asked = { readonly typed: Typed; readonly saidAs?: Readonly<Record<string, string>> };

/** What the buyer of a lane asks for, kind by kind, with the depth that a bidder needs to price it. */
export const askedOf = (lane: Lane, t: Translate): Readonly<Record<Service, Asked>> => ({
  logistics: askedLogistics(lane),
  payment: askedPayment(lane, t),
  customs: askedCustoms(lane),
  inspection: askedInspection(lane, t),
});

/** Lines that the buyer expects on the declaration; a declaration's price holds five. */
export const HS_LINES = 7;

/** Export lanes are cleared on both sides of the border, so that every lane has an importer of record. */
const askedCustoms = ({ direction, importer, buyer }: Lane): Asked => ({
  typed: {
    side: direction === "export" ? "both" : "import",
    supervisionMode: "0110",
    ...(direction === "export"
      ? { exporterName: buyer.nameLatin, exporterCountry: buyer.country, exporterCode: buyer.registrationNumber }
      : {}),
    importerName: importer.name,
    importerCountry: importer.country,
    importerTaxId: importer.taxId,
    importProcedure: "home_use",
    hsLines: String(HS_LINES),
    hasMoreLines: true,
    classificationBy: "broker",
    certificates: ["origin_general", "conformity_certificate"],
    freightToBorderCurrency: "CNY",
    freightToBorder: FREIGHT,
    insuranceToBorderCurrency: "CNY",
    insuranceToBorder: INSURANCE,
    kgOfLine1: "1200.5",
    pieceOfLine1: "48",
  },
});
