import { EXPORTER, PAYEE } from "../domain/services/examples";
import type { Service } from "../domain/shared/vocabulary";
import { type WireDeal, dealExample } from "../domain/deals/deal-example";
import { later, MINUTE_MS, toIso } from "../domain/shared/time";
import { START } from "./posting-market";

const CNY = "CNY";

/** What the goods come to at the border, in fen: the goods, the way there, and its insurance. */
const [GOODS, FREIGHT, INSURANCE] = [38_640_000, 1_234_567, 89_012] as const;
const PAID = 5_123_456_789;

/** Goods of three lines, of which one is dangerous. */
export const DEAL: WireDeal = dealExample({
  incoterm: { rule: "FCA", place: "Yiwu" },
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
    hasMoreLines: true,
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

const inMinutes = (minutes: number): string => toIso(later(START, minutes * MINUTE_MS));

type Charge = { readonly code: string; readonly basis: string; readonly isPassThrough?: true } & (
  | { readonly unitPrice: { readonly minor: number; readonly currency: string } }
  | { readonly rateBps: number }
);

/** A bid as it is sent, with what each of its lines must come to in fen; null where it is due only on use. */
export type FullBid = {
  readonly charges: readonly Charge[];
  readonly terms: object;
  /** Who declares in the country of the other side. */
  readonly subcontractors?: readonly object[];
  readonly amounts: readonly (number | null)[];
};

const each = (code: string, basis: string, minor: number): Charge => ({
  code,
  basis,
  unitPrice: { minor, currency: CNY },
});

const half = (dividend: number, divisor: number): number => Math.floor((2 * dividend + divisor) / (2 * divisor));
const share = (of: number, bps: number): number => half(of * bps, 10_000);

/** Truck by truck, with fuel as a share of the freight. */
function carriage(extra: number): FullBid {
  const [pickUp, freight, delivery] = [271_937_311 + extra, 6_184_729_717 + extra, 318_457_123 + extra];
  return {
    charges: [
      each("PUP", "truck", pickUp),
      each("OFT", "truck", freight),
      { code: "FSC", basis: "percent_of_OFT", rateBps: 725 },
      each("DLV", "truck", delivery),
    ],
    amounts: [2 * pickUp, 2 * freight, share(2 * freight, 725), 2 * delivery],
    terms: {
      carrierType: "own_fleet",
      legs: [
        { place: "Urumqi yard", mode: "road", carrier: "Partner", days: 2 },
        { place: "horgos", mode: "road", days: 1 },
        { place: "Almaty depot", mode: "road", carrier: "Own trucks", days: 2 },
      ],
      plates: { beforeBorder: "CN", beyondBorder: "KZ" },
      borderWaitHours: 18,
      slot: { system: "cargoruqsat", bookedBy: "provider" },
      tracking: "gps",
    },
  };
}

/** A spread on the amount, and two fees. */
function paying(extra: number): FullBid {
  const [payout, check] = [127_193_814 + extra, 109_377_408 + extra];
  return {
    charges: [
      { code: "FXS", basis: "bps_of_amount", rateBps: 31 },
      each("PAY", "payout", payout),
      each("KYC", "organisation", check),
    ],
    amounts: [share(PAID, 31), payout, check],
    terms: { channel: "cips", lockMinutes: 240, expiresAt: inMinutes(8_000), hoursToPayout: 6, licenceCountry: "CN" },
  };
}

/** A declaration on each side, and duty and tax passed through: tax on the customs value and the duty. */
function clearance(extra: number): FullBid {
  const [declared, line, storage] = [391_745_907 + extra, 148_320_713 + extra, 192_774_103 + extra];
  const duty = share(GOODS + FREIGHT + INSURANCE, 575);
  const tax = share(GOODS + FREIGHT + INSURANCE + duty, 1_300);
  return {
    charges: [
      each("EXD", "declaration", declared),
      each("IMD", "declaration", declared + 81),
      each("HSC", "hs_line_above_5", line),
      { code: "DTY", basis: "percent_of_customs_value", rateBps: 575, isPassThrough: true },
      { code: "VAT", basis: "percent_of_customs_value_plus_duty", rateBps: 1_300, isPassThrough: true },
      each("BST", "day_after_free", storage),
    ],
    amounts: [declared, declared + 81, 2 * line, duty, tax, null],
    terms: {
      licenceNumber: "BR-20418",
      clearancePost: "Horgos road",
      hoursToFile: 6,
      declarantRole: "representative",
      hsOpinions: {
        "1": { hsCode: "85076000", dutyBps: 650, vatBps: 1_300, confidence: "high", reference: "Ruling 117" },
        "3": { hsCode: "761090", confidence: "low" },
      },
    },
    subcontractors: [{ name: "Almaty Brokers", country: "KZ", registrationNumber: "120740001853", parts: ["IMD"] }],
  };
}

/** A man-day, a visit and a report, and what a second visit would cost. */
function inspecting(extra: number): FullBid {
  const [day, report, second] = [429_631_816 + extra, 110_846_721 + extra, 375_591_905 + extra];
  return {
    charges: [
      each("MND", "man_day", day),
      each("TRV", "visit", report + 27),
      each("RPT", "report", report),
      each("MND", "reinspection", second),
    ],
    amounts: [day, report + 27, report, null],
    terms: {
      manDaysOfferedMilli: 1_500,
      inspectorGrade: "senior",
      inspectorLanguages: ["zh-CN", "en"],
      dateSlots: ["2026-12-08", "2026-12-09"],
      reportHours: 24,
      isImpartial: true,
    },
  };
}

/** What a provider bids for each kind: the extra sets its prices apart from those of another bidder. */
export const fullBids = (extra: number): Readonly<Record<Service, FullBid>> => ({
  logistics: carriage(extra),
  payment: paying(extra),
  customs: clearance(extra),
  inspection: inspecting(extra),
});

/** The bid as it travels. */
export const wireBid = ({ charges, terms, subcontractors = [] }: FullBid) => ({
  currency: CNY,
  charges,
  transitDays: { min: 3, max: 5 },
  validUntil: inMinutes(20_000),
  terms,
  ...(subcontractors.length > 0 ? { subcontractors } : {}),
});

export const totalOf = ({ amounts }: FullBid): number => amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
