export const TIERS_MAX = 5;

/** From this quantity on, in whole units of the line's basis, all of it costs this much a unit; minor units of the bid's currency as digits. */
export type KeptTier = { readonly from: number; readonly unitPriceMinor: string };

const PER_UNIT = 1000;

/** The last tier that a quantity in thousandths reaches; null below the first, and where there is no quantity. */
export function tierAt<One extends { readonly from: number }>(
  tiers: readonly One[] | undefined,
  quantityMilli: number | null,
): One | null {
  if (quantityMilli === null) return null;
  return tiers?.findLast(({ from }) => from * PER_UNIT <= quantityMilli) ?? null;
}

/** Where on the way a charge arises; the order of a quotation. */
export const CHARGE_GROUPS = ["origin", "main", "border", "destination", "duty_tax", "fee", "surcharge"] as const;
export type ChargeGroup = (typeof CHARGE_GROUPS)[number];

/** The 28 charge codes of the market, each in its group. */
export const CHARGE_GROUP = {
  PUP: "origin",
  OLC: "origin",
  EXD: "origin",
  OFT: "main",
  FSC: "surcharge",
  TRS: "border",
  SLT: "border",
  BST: "border",
  WTG: "border",
  DTR: "border",
  IMD: "destination",
  HSC: "fee",
  DTY: "duty_tax",
  VAT: "duty_tax",
  CUF: "duty_tax",
  CRT: "fee",
  INS: "fee",
  DLV: "destination",
  DMR: "surcharge",
  MND: "main",
  TRV: "surcharge",
  LAB: "fee",
  RPT: "fee",
  FXS: "main",
  PAY: "fee",
  LCO: "main",
  LCA: "fee",
  KYC: "fee",
} as const satisfies Record<string, ChargeGroup>;

export type ChargeCode = keyof typeof CHARGE_GROUP;
export const CHARGE_CODES = Object.keys(CHARGE_GROUP) as [ChargeCode, ...ChargeCode[]];

/** Charges that are the service itself: a bidder cannot say of its own work that it pays it to others at cost. */
export const OWN_WORK_CODES: readonly ChargeCode[] = ["OFT", "EXD", "IMD", "HSC", "MND", "RPT", "FXS", "PAY", "LCO"];

/** Bases that multiply a unit price by a quantity computed from the request. */
export const QUANTITY_BASES = [
  "shipment",
  "truck",
  "container",
  "container_40hc",
  "container_40rf",
  "wagon",
  "kg",
  "tonne",
  "chargeable_kg",
  "cbm",
  "package",
  "declaration",
  "hs_line",
  "hs_line_above_5",
  "certificate",
  "page",
  "man_day",
  "weekend_man_day",
  "reinspection",
  "visit",
  "test",
  "report",
  "payout",
  "amendment",
  "organisation",
  "hour",
  "day_after_free",
  "truck_day_after_free",
] as const;
export type QuantityBasis = (typeof QUANTITY_BASES)[number];

/** Bases that take `rateBps` hundredths of a percent of an amount. */
export const PERCENT_BASES = [
  "percent_of_OFT",
  "percent_of_value",
  "percent_of_customs_value",
  "percent_of_customs_value_plus_duty",
  "percent_of_amount",
  "percent_of_amount_per_quarter",
  "bps_of_amount",
] as const;
export type PercentBasis = (typeof PERCENT_BASES)[number];

/** Percentages that need other lines of the same bid: its OFT lines, or its DTY lines on top of the customs value. */
export const BID_RESOLVED_BASES = ["percent_of_OFT", "percent_of_customs_value_plus_duty"] as const;

export const BASES = [...QUANTITY_BASES, ...PERCENT_BASES] as const;
export type Basis = (typeof BASES)[number];

export const isPercentBasis = (basis: Basis): basis is PercentBasis =>
  (PERCENT_BASES as readonly string[]).includes(basis);

/** With a bid padded to one size, more lines would show in its length. */
export const CHARGE_LINES_MAX = 40;
export const CHARGE_NOTE_MAX = 200;
