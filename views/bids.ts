import { z } from "zod";
import type { BidContent } from "../domain/bidding/bid";
import type { Debrief } from "../domain/bidding/debrief";
import { type BidFeedback, LIGHTS } from "../domain/bidding/live-feedback";
import { commercialTermsMembers } from "../domain/bidding/offer/commercial-terms";
import { packageDiscountsSchema } from "../domain/bidding/offer/offer-schema";
import type { Waiting } from "../domain/bidding/waiting";
import type { Mode } from "../domain/hubs/place";
import type { RequestTurn } from "../domain/requests/request-turn";
import { FEEDBACKS } from "../domain/requests/request-choices";
import { BASES, type Basis, CHARGE_CODES, type ChargeCode } from "../domain/services/charge";
import type { LocalPart, Quantities } from "../domain/services/kind";
import type { Instant } from "../domain/shared/time";
import { CURRENCIES } from "../domain/shared/money";
import {
  BID_STATES,
  type HubWithClock,
  type NamedParty,
  type NamedPlace,
  type Service,
} from "../domain/shared/vocabulary";
import { id, money, party, time, type View } from "./fields";
import { COUNTER_STATES, type NegotiationSide } from "../domain/bidding/counter-offer";

/** A request that a provider has passed on, or may: only its own organisation reads it. */
export type PassedRow = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly closesAt: Instant;
};

const sources = z.enum(["bid", "market", "none"]);

const namedRate = z.object({
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rate: z.string().meta({ description: "1 base is this much quote" }),
  source: z.string().nullable(),
  day: z.iso.date().nullable().meta({ description: "Of a rate of the market" }),
  at: time.nullable().meta({ description: "Of a bid's own rate, where it says so" }),
});

const payout = z
  .object({
    payeeReceives: money.nullable().meta({ description: "Where the request fixes what the payer parts with" }),
    payerPays: money.nullable().meta({ description: "Where the request fixes what the payee receives" }),
    effectiveCostBps: z.int().meta({
      description: "What is lost on the way, and charges billed beside, of the fixed side; below zero where none is",
    }),
    costAgainst: sources.meta({ description: "Whose mid rate the cost is measured by" }),
    mid: z
      .object({ source: sources, rates: z.array(namedRate) })
      .meta({ description: "What it was reckoned at: the bid's own mid rate, or the market's of the day of the call" }),
  })
  .meta({ id: "Payout" });

export const charge = z
  .object({
    code: z.enum(CHARGE_CODES),
    basis: z.enum(BASES),
    unitPrice: money.nullable(),
    rateBps: z.int().nullable().meta({ description: "Of a percentage basis, in place of a unit price" }),
    tiers: z
      .array(z.object({ from: z.int(), unitPrice: money }))
      .meta({ description: "Prices by quantity; the last one reached prices all of it" }),
    minimum: money.nullable().meta({ description: "The least that a percentage comes to" }),
    quantityMilli: z
      .int()
      .nullable()
      .meta({ description: "Thousandths of the basis, reckoned from the request; null where due only if it happens" }),
    amount: money.nullable(),
    isPassThrough: z.boolean(),
    note: z.string(),
  })
  .meta({ id: "Charge" });

export const transitDays = z.object({ min: z.number(), max: z.number() });

export const bidAlternative = z
  .object({
    title: z.string(),
    total: money,
    transitDays,
    startDate: z.string().nullable(),
    charges: z.array(charge),
    note: z.string(),
  })
  .meta({ id: "BidAlternative" });

/** What a bid says beside its price, as it was sent; null where it says nothing of it, and to rivals in open bidding. */
export const commercialTerms = Object.fromEntries(
  Object.entries(commercialTermsMembers).map(([name, schema]) => [name, schema.nullable()]),
) as { [Name in keyof typeof commercialTermsMembers]: z.ZodNullable<(typeof commercialTermsMembers)[Name]> };

/** A bid as its reader may know it: its bidder, the buyer from the opening on, and in open bidding its rivals. */
export const bid = z
  .object({
    id,
    requestId: id,
    state: z.enum(BID_STATES),
    version: z.int(),
    amendment: z
      .int()
      .meta({ description: "The amendment of its request that it answers; 0 for the request as published" }),
    isStale: z
      .boolean()
      .meta({ description: "Its request was amended, and it is out unless confirmed or revised before the close" }),
    submittedAt: time,
    updatedAt: time,
    isOwn: z.boolean(),
    provider: party.nullable().meta({ description: "Null to rivals in open bidding" }),
    receipt: z.string().nullable().meta({ description: "The bidder's proof of what was handed in; null to others" }),
    currency: z.enum(CURRENCIES),
    total: money,
    ownPrice: money.meta({
      description: "What bids are compared and ranked by: the total without duty, tax and what else is paid at cost",
    }),
    passThrough: money.nullable().meta({
      description:
        "Of the total: duty, tax and what else is paid at cost, an estimate that ranks nobody; null to rivals",
    }),
    transitDays,
    startDate: z
      .string()
      .nullable()
      .meta({ description: "The first day of the work; null to rivals, and where it is not said" }),
    validUntil: time,
    isExpired: z.boolean().meta({
      description: "It stands but cannot be awarded any more: its validity, or for payment its quote, has ended",
    }),
    payout: payout.nullable().meta({
      description:
        "Of payment, from the opening on; null to rivals, and where a rate is missing or the costs leave nothing",
    }),
    charges: z.array(charge).nullable().meta({ description: "Null to rivals in open bidding" }),
    exclusions: z.array(z.enum(CHARGE_CODES)).nullable(),
    terms: z.record(z.string(), z.unknown()).nullable(),
    remarks: z.string().nullable(),
    quoteNumber: z.string().nullable().meta({ description: "The bidder's own number of its quote; empty without one" }),
    gateAnswers: z
      .array(z.object({ gate: z.int(), answer: z.string() }))
      .nullable()
      .meta({ description: "What it answers to the request's gates, by their places from 0; null to rivals" }),
    alternatives: z.array(bidAlternative).nullable().meta({ description: "Null to rivals in open bidding" }),
    packageDiscounts: packageDiscountsSchema.nullable().meta({ description: "Null to rivals in open bidding" }),
    ...commercialTerms,
    files: z
      .array(z.object({ id, sha256: z.string() }))
      .nullable()
      .meta({
        description: "What the receipt covers besides; null to rivals, and of bids sent before receipts covered files",
      }),
  })
  .meta({ id: "Bid" });

/** What a bidder of open bidding is told of its own bid among the others. */
export const ownPlace = z
  .object({
    feedback: z
      .enum([...FEEDBACKS, "unknown"])
      .meta({ description: "`unknown` where an exchange rate is missing, so that nobody's place is known" }),
    count: z.int().meta({ description: "Bids that can still win: those that stand and have not passed their end" }),
    rank: z.int().nullable().meta({ description: "1 is the best; null where the request tells a colour only" }),
    gapBps: z.int().nullable().meta({
      description: "Above the best, in basis points of the best, rounded half up; at least 1 of who is behind",
    }),
    light: z
      .enum(LIGHTS)
      .nullable()
      .meta({ description: "green: the best; yellow: at most 5 percent above it; red: more" }),
  })
  .meta({ id: "OwnPlace" });

export type Bid = View<typeof bid>;
export type BidAlternative = View<typeof bidAlternative>;
export type BidPayout = View<typeof payout>;
export type Charge = View<typeof charge>;
export type SaidCommercialTerms = View<z.ZodObject<typeof commercialTerms>>;
/** With what the page says of it, and hears anew while bids come. */
export type OwnPlace = View<typeof ownPlace> & { readonly told: BidFeedback };

/** One of the bidder's own versions with its receipt. */
export type OwnVersion = Pick<Bid, "version" | "submittedAt"> & {
  readonly receipt: string;
  /** Whether the receipt is still that of what is kept; null where an old one cannot be recomputed. */
  readonly doesReceiptHold: boolean | null;
  readonly content: BidContent;
};

/** The viewer's own bid with every version it ever had, the latest first. */
export type OwnBid = Pick<Bid, "id" | "state" | "version" | "amendment" | "isExpired"> & {
  readonly expiresAt: Instant;
  readonly versions: readonly [OwnVersion, ...OwnVersion[]];
};

/** A bid on the page of its request. A rival is a letter, and is not told how the bid is made up. */
export type ShownBid = Pick<
  Bid,
  | "id"
  | "isOwn"
  | "provider"
  | "state"
  | "submittedAt"
  | "total"
  | "ownPrice"
  | "transitDays"
  | "validUntil"
  | "isExpired"
> & { readonly letter: string; readonly content: BidContent | null };

/** A request in a list of what its reader bids on. */
type AskedRow = {
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly hub: HubWithClock;
};

/** A waiting request in a provider's queue, with what is to be done and until when. */
export type DeskRow = AskedRow & {
  readonly id: string;
  readonly mode: Mode;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  /** What is asked for, as far as bidders read it. */
  readonly spec: unknown;
  readonly act: RequestTurn["act"];
  readonly by: Instant;
};

/** One of the organisation's drafts in its list, with what it is for; what it says is read on the request's page. */
export type BidDraftRow = AskedRow & {
  readonly requestId: string;
  readonly closesAt: Instant;
  readonly savedAt: Instant;
  readonly keptUntil: Instant;
  readonly isOpen: boolean;
};

/** One of the viewer's bids in its list; its own amounts are never hidden from it. */
export type BidRow = AskedRow &
  Pick<Bid, "id" | "requestId" | "state" | "version" | "updatedAt" | "isExpired" | "total"> & {
    /** What is asked for, as far as bidders read it. */
    readonly spec: unknown;
    readonly closesAt: Instant;
    /** What is waited for in the time to decide, the bidder's own before the buyer's. */
    readonly waiting: Waiting | null;
    /** Of one that did not win. */
    readonly debrief: Debrief | null;
  };

/** What a bid form of this request begins with and may use. */
export type BidContext = {
  readonly codes: readonly ChargeCode[];
  readonly quantities: Quantities;
  readonly suggested: readonly { readonly code: ChargeCode; readonly basis: Basis }[];
  readonly percentBases: readonly Basis[];
  /** What of a term's values a bid may choose, by the field's name; fields that it leaves out have all of theirs. */
  readonly termChoices: Readonly<Record<string, readonly string[]>>;
  /** Parts bound to a country in which the bidder is not established: its bid names who does them. */
  readonly partsToName: readonly LocalPart[];
};

/** One offer across the table as its two sides read it: `lapsed` from its very end on, whether the clock has marked it or not. */
export const counterOffer = z
  .object({
    id,
    round: z.int(),
    by: z.enum(["buyer", "provider"]),
    state: z.enum(COUNTER_STATES),
    madeAt: time,
    expiresAt: time,
    note: z.string(),
    currency: z.enum(CURRENCIES),
    total: money,
    transitDays,
    charges: z.array(charge),
  })
  .meta({ id: "CounterOffer" });

/** With all that the bid would say by it. */
export type CounterOffer = View<typeof counterOffer> & { readonly content: BidContent };

/** A bid's negotiation, told to one of its two sides. */
export type Negotiation = {
  readonly bidId: string;
  readonly requestId: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly side: NegotiationSide;
  readonly other: NamedParty;
  readonly hubZone: string;
  readonly decideBy: Instant;
  readonly rounds: { readonly used: number; readonly most: number };
  /** The bid as it was opened. */
  readonly opened: BidContent;
  readonly offers: readonly CounterOffer[];
  /** What waits for an answer. */
  readonly pending: CounterOffer | null;
  /** What the reader may do now. */
  readonly steps: readonly ("counter" | "accept" | "decline" | "answer")[];
  /** The order that an acceptance made. */
  readonly orderId: string | null;
};
