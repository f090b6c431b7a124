import { type Currency, money } from "../../../domain/shared/money";
import { toWireMoney } from "../../../domain/shared/wire-fields";

type Wire = Record<string, unknown>;
type Price = { readonly minor: number; readonly currency: Currency };
type Line = { readonly code: string; readonly basis: string; readonly unitPrice?: Price };

const linesOf = (offer: Wire): readonly Line[] => offer.charges as Line[];

/** People quote round figures. */
const ROUND_MINOR = 1000;

/** So many percent of a price, rounded as people quote. */
const at = (percent: number, { minor, currency }: Price): Price => ({
  minor: Math.round((minor * percent) / 100 / ROUND_MINOR) * ROUND_MINOR,
  currency,
});

const repriced = (offer: Wire, percent: number): Line[] =>
  linesOf(offer).map((line) =>
    line.code === "OFT" && line.unitPrice ? { ...line, unitPrice: at(percent, line.unitPrice) } : line,
  );

const daysOf = (offer: Wire) => offer.transitDays as { readonly min: number; readonly max: number };

/** The main haul is cheaper from the second truck on. */
const tiered = (offer: Wire): Wire[] =>
  linesOf(offer).map((line) =>
    line.code === "OFT" && line.unitPrice
      ? { ...line, tiers: [2, 4].map((from) => ({ from, unitPrice: at(100 - from * 2, line.unitPrice as Price) })) }
      : line,
  );

const amount = (minor: bigint) => toWireMoney(money(minor, "CNY"));

/** A day less than promised; no truck passes a border in less than two. */
const faster = (days: number): number => Math.max(2, days - 1);

/** Who changes trailers in the town across the border, by the crossing that a bid's first leg leads to, which its Chinese bidder writes in Chinese. */
const TRANSSHIPPERS = {
  dongxing: { name: "Mong Cai Kalong Transit Co., Ltd.", registrationNumber: "5700864923" },
  pass: { name: "Dong Dang Bac Transit Co., Ltd.", registrationNumber: "4900738215" },
};

/** Those who help with the parts that a bid has a price for; nobody where it has none. */
function transshipped(offer: Wire): Wire {
  const priced = new Set(linesOf(offer).map(({ code }) => code));
  const parts = ["TRS", "DLV"].filter((code) => priced.has(code));
  if (parts.length === 0) return {};
  const [near] = (offer.terms as { readonly legs: readonly { readonly place: string }[] }).legs;
  const who = near?.place === "东兴" ? TRANSSHIPPERS.dongxing : TRANSSHIPPERS.pass;
  return { subcontractors: [{ ...who, country: "VN", parts }] };
}

/** A forwarder that says all it can: another way to do it, prices by the truck, what it holds under, who helps, and what delay costs it. */
export const everything = (offer: Wire): Wire => ({
  charges: tiered(offer),
  alternatives: [
    {
      title: "双司机连夜运输 · Two drivers through the night",
      charges: repriced(offer, 112),
      transitDays: { min: faster(daysOf(offer).min), max: faster(daysOf(offer).max) },
      note: "次日早上首批通关，周日不发车 · First crossing in the morning; no departure on Sundays",
    },
  ],
  conditions: [
    { type: "documents_days_before", value: 2 },
    { type: "free_loading_hours", value: 3 },
    { type: "waiting_excluded_closures", value: true },
  ],
  ...transshipped(offer),
  lateDelivery: { perDayBps: 50, capBps: 500, graceDays: 1 },
  liabilityCap: amount(30_000_000n),
  insuranceCover: amount(50_000_000n),
  closeOutDays: 15,
  relatedParty: { isRelated: false, words: "" },
});

/** A forwarder that wants part of its money first. */
export const prepaid = (_offer: Wire): Wire => ({
  conditions: [
    { type: "prepayment_percent", value: 30 },
    { type: "documents_days_before", value: 3 },
  ],
  closeOutDays: 30,
});

/** Cheaper where the same bidder does the other part of the deal too. */
export const together =
  (service: "logistics" | "customs", discountBps: number) =>
  (_offer: Wire): Wire => ({ packageDiscounts: [{ services: [service], discountBps }] });
