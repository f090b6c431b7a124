import { z } from "zod";
import { priceSchema } from "../shared/wire-fields";
import { RATE_BPS_MAX } from "../shared/parse-scaled";

export const TIERS_MAX = 5;
const FROM_MAX = 1_000_000_000;

/** From this quantity on, in whole units of the line's basis, all of it costs this much a unit; minor units of the bid's currency as digits. */
export type KeptTier = { readonly from: number; readonly unitPriceMinor: string };

export const tiersSchema = z
  .array(z.strictObject({ from: z.int().min(1).max(FROM_MAX), unitPrice: priceSchema }))
  .min(1)
  .max(TIERS_MAX)
  .refine((tiers) => tiers.every(({ from }, place) => place === 0 || from > (tiers[place - 1]?.from ?? 0)), {
    message: "tiers_not_ascending",
  })
  .meta({
    description: "Prices by quantity in whole units of the basis, ascending: the last one reached prices all of it",
  });

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

const common = {
  code: z.enum(CHARGE_CODES),
  isPassThrough: z.boolean().optional(),
  note: z.string().trim().max(CHARGE_NOTE_MAX).optional(),
};

/**
 * One priced line: a unit price on a quantity basis, or a rate in basis points on a percentage basis, never both. A unit price may
 * have tiers by quantity, and a percentage the least amount that it comes to.
 */
export const chargeLineSchema = z.discriminatedUnion("basis", [
  z.strictObject({
    ...common,
    basis: z.enum(QUANTITY_BASES),
    unitPrice: priceSchema,
    tiers: tiersSchema.optional(),
  }),
  z.strictObject({
    ...common,
    basis: z.enum(PERCENT_BASES),
    rateBps: z.int().min(0).max(RATE_BPS_MAX),
    minimum: priceSchema.optional().meta({ description: "The least that the percentage comes to" }),
  }),
]);
export type ChargeLine = z.output<typeof chargeLineSchema>;

export const chargeLinesSchema = z.array(chargeLineSchema).min(1).max(CHARGE_LINES_MAX);
