import type { AmendCheck } from "../requests/amend-form";
import type { FormState, FormValues } from "../shared/form-state";
import type { NamedPlace, Service } from "../shared/vocabulary";
import type { StatedCondition } from "../services/kind";
import { hoursForDays, kindOf } from "../services/registry";
import { writeForm } from "../services/read-form";
import { instant } from "../shared/time";
import { wallClock } from "../shared/zones";
import { money, toDecimal } from "../shared/money";
import { isPercentBasis } from "../services/charge";
import type { BidContent } from "./bid";
import { type ChargeRow, withChargeRows } from "./offer/charge-rows";
import { commercialTermsValues } from "./offer/commercial-terms-form";
import { writeRateBps, writeTiers } from "./offer/charge-lines-form";
import { gateField } from "./bid-form-limits";
import type { PricedLine } from "./price-charges";

/** What the server made of an offer, worded: quantities from the request, line totals, the sum, and the rates that were used. */
export type BidCheck = {
  readonly lines: readonly {
    readonly name: string;
    /** That it is paid at cost, and its prices by quantity. */
    readonly details: readonly string[];
    readonly basis: string;
    readonly quantity: string;
    readonly price: string;
    readonly amount: string;
  }[];
  readonly total: string;
  /** The bidder's own price beside what is paid for the buyer at cost; null where that is nothing. */
  readonly split: { readonly own: string; readonly passThrough: string } | null;
  readonly rates: readonly string[];
};

/** The whole offer as it is shown before it is sent: the main offer, its alternatives, what is said beside the price, and what may be a slip. */
export type OfferCheck = BidCheck & {
  readonly alternatives: readonly { readonly title: string; readonly days: string; readonly check: BidCheck }[];
  /** What it promises beside its charges, and the places that it names by their ids. */
  readonly promised: {
    readonly terms: unknown;
    readonly conditions: readonly StatedCondition[];
    readonly places: readonly NamedPlace[];
  };
  readonly beside: readonly { readonly head: string; readonly texts: readonly string[] }[];
  /** Prices far from what is usual, each under the name that its tick sends. */
  readonly outliers: readonly { readonly name: string; readonly words: string }[];
  /** What a broker thinks of the goods that is far from the request or the tariff, in words; it is sent all the same. */
  readonly doubts: readonly string[];
};

/** An amendment as it is shown to who typed for the request before it: why, and each member as it was and is, in words. */
export type AmendedSince = {
  readonly number: number;
  readonly reason: string;
  readonly changes: AmendCheck["changes"];
};

/**
 * The bid form's answer: `check` is there once the offer was priced, and may be sent as it is where nothing in it is to be ticked;
 * `since` holds the amendments that the form was typed before, oldest first.
 */
export type BidFormState = FormState & { readonly check?: OfferCheck; readonly since?: readonly AmendedSince[] };

/** A line's price as its field holds it: an amount in the currency of the bid, or a rate. */
export const priceOf = (line: PricedLine, currency: BidContent["currency"]): string =>
  isPercentBasis(line.basis)
    ? writeRateBps(line.rateBps ?? 0)
    : toDecimal(money(BigInt(line.unitPriceMinor ?? "0"), currency));

const minimumOf = ({ minimumMinor }: PricedLine, currency: BidContent["currency"]): string =>
  minimumMinor === undefined ? "" : toDecimal(money(BigInt(minimumMinor), currency));

const gateValues = (answers: BidContent["gateAnswers"] = []): FormValues =>
  Object.fromEntries(answers.map(({ gate, answer }) => [gateField(gate), answer]));

/** The form's values for a bid that was sent before: line by line as it was typed. */
export function valuesOfBid(content: BidContent, of: { readonly service: Service; readonly zone: string }): FormValues {
  const offers = [content, ...(content.alternatives ?? [])];
  const rows = offers.flatMap(({ lines }, alternative) =>
    lines.map(
      (line): ChargeRow => ({
        code: line.code,
        basis: line.basis,
        price: priceOf(line, content.currency),
        minimum: minimumOf(line, content.currency),
        note: line.note,
        isPassThrough: line.isPassThrough ? "on" : "",
        tiers: writeTiers(line.tiers, content.currency),
        alternative: alternative === 0 ? "" : String(alternative),
      }),
    ),
  );
  const hasDays = hoursForDays(of.service, content.terms) === null;
  const fields = {
    currency: content.currency,
    "transitDays.min": hasDays ? String(content.transitDays.min) : "",
    "transitDays.max": hasDays ? String(content.transitDays.max) : "",
    validUntil: wallClock(instant(content.validUntil), of.zone),
    startDate: content.startDate ?? "",
    quoteNumber: content.quoteNumber ?? "",
    exclusions: content.exclusions,
    remarks: content.remarks,
    ...gateValues(content.gateAnswers),
    ...commercialTermsValues(content, of.zone),
    ...writeForm(kindOf(of.service).termsForm, content.terms, { prefix: "terms.", zone: of.zone }),
  };
  return withChargeRows(fields, rows);
}
