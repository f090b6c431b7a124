import { PAYEE } from "../../domain/services/payment/spec-example";
import { EXPORTER } from "../../domain/services/customs/spec-example";
import type { Service } from "../../domain/shared/service";
import { dealExample, type WireDeal } from "../../domain/deals/deal-example";

export const CNY = "CNY";

/** What the goods come to at the border, in fen: the goods, the way there, and its insurance. */
export const [GOODS, FREIGHT, INSURANCE] = [38_640_000, 1_234_567, 89_012] as const;
export const PAID = 5_123_456_789;

/** Goods of three lines, of which one is dangerous. */
export const DEAL: WireDeal = dealExample({
  goodsValue: { minor: GOODS, currency: CNY },
  cargo: ["850760", "850440", "761090"].map((hsCode, line) => ({
    description: `Goods of line ${line + 1}`,
    hsCode,
    packages: 44,
    packageType: "PX",
    grossWeightGrams: 5_280_000,
    volumeCm3: 19_800_000,
    ...(line === 0 ? { dangerousGoods: { unNumber: "3480", hazardClass: "9" as const } } : {}),
  })),
});

/** What is asked of each kind, in the depth that a bidder needs. */
export const SPECS: Readonly<Record<Service, object>> = {
  logistics: {
    equipment: "reefer_truck",
    equipmentCount: 2,
    haul: "ftl",
    pickupFrom: "2026-12-11",
    pickupTo: "2026-12-13",
    deliveryFrom: "2026-12-18",
    deliveryTo: "2026-12-20",
    temperature: { minC: 2, maxC: 6 },
    isTransshipmentAllowed: true,
    insurance: { clause: "A" },
    shipperDocuments: ["packing_list", "safety_data_sheet"],
  },
  payment: {
    need: "supplier_payment",
    payerCountry: "KZ",
    payerCurrency: "USD",
    ...PAYEE,
    payeeCurrency: CNY,
    amount: { minor: PAID, currency: CNY },
    lockMinutes: 240,
    depositPercent: 30,
    balanceDue: "against_documents",
    balanceDueDays: 10,
    tradeDocuments: ["contract", "invoice"],
    declaresNoSanctions: true,
  },
  customs: {
    side: "both",
    supervisionMode: "0110",
    ...EXPORTER,
    importerOfRecord: { name: "«Қорғас Транзит» ЖШС", country: "KZ", taxId: "220340017624" },
    hsLines: 7,
    classificationBy: "broker",
    certificates: ["origin_general", "conformity_certificate"],
    freightToBorder: { minor: FREIGHT, currency: CNY },
    insuranceToBorder: { minor: INSURANCE, currency: CNY },
    lineQuantities: { "1": { kg: 1_200_500 } },
  },
  inspection: {
    type: "pre_shipment",
    factoryAddress: "Yiwu, Industry Road 18",
    date: "2026-12-08",
    products: [
      { name: "Packs A", quantity: 1_200 },
      { name: "Packs B", quantity: 1_500 },
      { name: "Inverters", quantity: 500 },
    ],
    level: "II",
    severity: "normal",
    aql: { critical: 0, major: 2.5, minor: 4 },
    specialTests: [{ test: "carton_drop", level: "S-3" }],
    checklist: [
      { code: "workmanship", isCritical: true },
      { code: "label", text: "In Kazakh and Russian" },
    ],
    holdRule: "hold_both",
  },
};

/** 3,200 pieces at level II are letter K; at S-3 letter E, where 2.5 leads down to F (ISO 2859-1, tables 1 and 2-A). */
export const PLAN = {
  samplingPlan: [
    { defectClass: "critical", codeLetter: "K", sampleSize: 125, acceptanceNumber: 0, rejectionNumber: 1 },
    { defectClass: "major", codeLetter: "K", sampleSize: 125, acceptanceNumber: 7, rejectionNumber: 8 },
    { defectClass: "minor", codeLetter: "K", sampleSize: 125, acceptanceNumber: 10, rejectionNumber: 11 },
  ],
  testPlan: [{ test: "carton_drop", codeLetter: "F", sampleSize: 20, acceptanceNumber: 1, rejectionNumber: 2 }],
};
