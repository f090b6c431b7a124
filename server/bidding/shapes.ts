import { z } from "zod";
import { BID_STATES } from "@/domain/shared/states";
import type { PricedLine } from "@/domain/bidding/price-charges";
import type { BidContent } from "@/domain/bidding/bid";
import {
  type CommercialTerms,
  commercialTermsMembers,
  commercialTermsOf,
} from "@/domain/bidding/offer/commercial-terms";
import { packageDiscountsSchema } from "@/domain/bidding/offer/offer-schema";
import { rankedPrice, splitTotal } from "@/domain/bidding/split-total";
import { BASES, CHARGE_CODES } from "@/domain/services/charge";
import { instant, toIso } from "@/domain/shared/instant";
import { toWireMoney } from "@/domain/shared/money-schema";
import { CURRENCIES, type Currency } from "@/domain/shared/money";
import type { BidView } from "./queries/bids";
import { daysShape, idText, moneyShape, partyShape, timeText } from "../platform/api/fields";
import type { Payout } from "@/domain/award/payout";

const sources = z.enum(["bid", "market", "none"]);

const namedRate = z.strictObject({
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rate: z.string().meta({ description: "1 base is this much quote" }),
  source: z.string().nullable(),
  day: z.iso.date().nullable().meta({ description: "Of a rate of the market" }),
  at: timeText.nullable().meta({ description: "Of a bid's own rate, where it says so" }),
});

const payoutShape = z
  .strictObject({
    payeeReceives: moneyShape.nullable().meta({ description: "Where the request fixes what the payer parts with" }),
    payerPays: moneyShape.nullable().meta({ description: "Where the request fixes what the payee receives" }),
    effectiveCostBps: z.int().meta({
      description: "What is lost on the way, and charges billed beside, of the fixed side; below zero where none is",
    }),
    costAgainst: sources.meta({ description: "Whose mid rate the cost is measured by" }),
    mid: z
      .strictObject({ source: sources, rates: z.array(namedRate) })
      .meta({ description: "What it was reckoned at: the bid's own mid rate, or the market's of the day of the call" }),
  })
  .meta({ id: "Payout" });

const writePayout = ({ side, amount, mid, ...rest }: Payout): z.input<typeof payoutShape> => ({
  ...rest,
  payeeReceives: side === "payee_receives" ? toWireMoney(amount) : null,
  payerPays: side === "payer_pays" ? toWireMoney(amount) : null,
  mid: {
    source: mid.source,
    rates: mid.rates.map(({ base, quote, rate, source, day, at }) => ({
      ...{ base, quote, rate, source, day },
      at: at === null ? null : toIso(at),
    })),
  },
});

export const chargeShape = z
  .strictObject({
    code: z.enum(CHARGE_CODES),
    basis: z.enum(BASES),
    unitPrice: moneyShape.nullable(),
    rateBps: z.int().nullable().meta({ description: "Of a percentage basis, in place of a unit price" }),
    tiers: z
      .array(z.strictObject({ from: z.int(), unitPrice: moneyShape }))
      .meta({ description: "Prices by quantity; the last one reached prices all of it" }),
    minimum: moneyShape.nullable().meta({ description: "The least that a percentage comes to" }),
    quantityMilli: z
      .int()
      .nullable()
      .meta({ description: "Thousandths of the basis, reckoned from the request; null where due only if it happens" }),
    amount: moneyShape.nullable(),
    isPassThrough: z.boolean(),
    note: z.string(),
  })
  .meta({ id: "Charge" });

export const writeCharge = (line: PricedLine, currency: Currency): z.input<typeof chargeShape> => {
  const moneyOf = (minor: string | null) => (minor === null ? null : { minor: Number(minor), currency });
  return {
    code: line.code,
    basis: line.basis,
    unitPrice: moneyOf(line.unitPriceMinor),
    rateBps: line.rateBps,
    tiers: (line.tiers ?? []).map(({ from, unitPriceMinor }) => ({
      from,
      unitPrice: { minor: Number(unitPriceMinor), currency },
    })),
    minimum: moneyOf(line.minimumMinor ?? null),
    quantityMilli: line.quantityMilli,
    amount: moneyOf(line.amountMinor),
    isPassThrough: line.isPassThrough,
    note: line.note,
  };
};

export const alternativeShape = z
  .strictObject({
    title: z.string(),
    total: moneyShape,
    transitDays: daysShape,
    startDate: z.string().nullable(),
    charges: z.array(chargeShape),
    note: z.string(),
  })
  .meta({ id: "BidAlternative" });

export const writeAlternatives = ({ alternatives = [], currency }: BidContent): z.input<typeof alternativeShape>[] =>
  alternatives.map(({ lines, totalMinor, startDate = null, ...alternative }) => ({
    ...alternative,
    startDate,
    total: { minor: Number(totalMinor), currency },
    charges: lines.map((line) => writeCharge(line, currency)),
  }));

/** What a bid says beside its price, as it was sent; null where it says nothing of it, and to rivals in open bidding. */
export const commercialTermsShape = Object.fromEntries(
  Object.entries(commercialTermsMembers).map(([name, schema]) => [name, schema.nullable()]),
) as { [Name in keyof typeof commercialTermsMembers]: z.ZodNullable<(typeof commercialTermsMembers)[Name]> };

export const writeCommercialTerms = (content: CommercialTerms | null) => {
  const said = content ? commercialTermsOf(content) : {};
  return {
    conditions: said.conditions ? [...said.conditions] : null,
    subcontractors: said.subcontractors ? said.subcontractors.map((one) => ({ ...one, parts: [...one.parts] })) : null,
    lateDelivery: said.lateDelivery ?? null,
    liabilityCap: said.liabilityCap ?? null,
    insuranceCover: said.insuranceCover ?? null,
    closeOutDays: said.closeOutDays ?? null,
    relatedParty: said.relatedParty ?? null,
  };
};

export const bidShape = z
  .strictObject({
    id: idText,
    requestId: idText,
    state: z.enum(BID_STATES),
    version: z.int(),
    amendment: z
      .int()
      .meta({ description: "The amendment of its request that it answers; 0 for the request as published" }),
    isStale: z
      .boolean()
      .meta({ description: "Its request was amended, and it is out unless confirmed or revised before the close" }),
    submittedAt: timeText,
    updatedAt: timeText,
    isOwn: z.boolean(),
    provider: partyShape.nullable().meta({ description: "Null to rivals in open bidding" }),
    receipt: z.string().nullable().meta({ description: "The bidder's proof of what was handed in; null to others" }),
    currency: z.enum(CURRENCIES),
    total: moneyShape,
    ownPrice: moneyShape.meta({
      description: "What bids are compared and ranked by: the total without duty, tax and what else is paid at cost",
    }),
    passThrough: moneyShape.nullable().meta({
      description:
        "Of the total: duty, tax and what else is paid at cost, an estimate that ranks nobody; null to rivals",
    }),
    transitDays: daysShape,
    startDate: z
      .string()
      .nullable()
      .meta({ description: "The first day of the work; null to rivals, and where it is not said" }),
    validUntil: timeText,
    isExpired: z.boolean().meta({
      description: "It stands but cannot be awarded any more: its validity, or for payment its quote, has ended",
    }),
    payout: payoutShape.nullable().meta({
      description:
        "Of payment, from the opening on; null to rivals, and where a rate is missing or the costs leave nothing",
    }),
    charges: z.array(chargeShape).nullable().meta({ description: "Null to rivals in open bidding" }),
    exclusions: z.array(z.enum(CHARGE_CODES)).nullable(),
    terms: z.record(z.string(), z.unknown()).nullable(),
    remarks: z.string().nullable(),
    quoteNumber: z.string().nullable().meta({ description: "The bidder's own number of its quote; empty without one" }),
    gateAnswers: z
      .array(z.strictObject({ gate: z.int(), answer: z.string() }))
      .nullable()
      .meta({ description: "What it answers to the request's gates, by their places from 0; null to rivals" }),
    alternatives: z.array(alternativeShape).nullable().meta({ description: "Null to rivals in open bidding" }),
    packageDiscounts: packageDiscountsSchema.nullable().meta({ description: "Null to rivals in open bidding" }),
    ...commercialTermsShape,
    files: z
      .array(z.strictObject({ id: idText, sha256: z.string() }))
      .nullable()
      .meta({
        description: "What the receipt covers besides; null to rivals, and of bids sent before receipts covered files",
      }),
  })
  .meta({ id: "Bid" });

export const writeBid = ({ content, isWhole, payout, submittedAt, updatedAt, ...bid }: BidView) => ({
  ...bid,
  isStale: bid.state === "stale",
  submittedAt: toIso(submittedAt),
  updatedAt: toIso(updatedAt),
  currency: content.currency,
  total: { minor: Number(content.totalMinor), currency: content.currency },
  ownPrice: toWireMoney(rankedPrice(content)),
  passThrough: isWhole ? toWireMoney(splitTotal(content).passThrough) : null,
  transitDays: content.transitDays,
  startDate: isWhole ? (content.startDate ?? null) : null,
  validUntil: toIso(instant(content.validUntil)),
  payout: payout?.ok ? writePayout(payout.value) : null,
  charges: isWhole ? content.lines.map((line) => writeCharge(line, content.currency)) : null,
  exclusions: isWhole ? [...content.exclusions] : null,
  terms: isWhole ? (content.terms as Record<string, unknown>) : null,
  remarks: isWhole ? content.remarks : null,
  quoteNumber: isWhole ? (content.quoteNumber ?? "") : null,
  gateAnswers: isWhole ? [...(content.gateAnswers ?? [])] : null,
  alternatives: isWhole ? writeAlternatives(content) : null,
  packageDiscounts: isWhole
    ? (content.packageDiscounts ?? []).map((one) => ({ ...one, services: [...one.services] }))
    : null,
  ...writeCommercialTerms(isWhole ? content : null),
  files: isWhole && content.files ? [...content.files] : null,
});
