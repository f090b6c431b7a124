import { CHARGE_GROUP, type ChargeCode } from "../services/charge";
import type { ChargeLine } from "../services/charge-schema";
import { type Currency, type Money, money } from "../shared/money";
import { acceptsBids, type Request } from "../requests/request";
import type { BidState } from "../shared/vocabulary";
import type { ExchangeRate } from "../shared/exchange-rate";
import { addDays, type Instant, type LocalDate } from "../shared/time";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";
import type { GateAnswer } from "./gate-answers";
import type { Alternative, PackageDiscount, PricedAlternative } from "./offer/offer-schema";
import type { CommercialTerms } from "./offer/commercial-terms";
import type { PricedLine } from "./price-charges";

export type SplitTotal = { readonly own: Money; readonly passThrough: Money };

type Passed = { readonly code: ChargeCode; readonly isPassThrough?: boolean };

/** Duty, tax and state fees are never a bidder's income, whether it marked the line or not. */
export const isPassedThrough = ({ isPassThrough = false, code }: Passed): boolean =>
  isPassThrough || CHARGE_GROUP[code] === "duty_tax";

/**
 * A bid's total in its two parts: the bidder's own price, and what is paid for the buyer at cost (lines marked so, and duty, tax and
 * state fees), which is an estimate. Both in the bid's currency; together they are the total, to the minor unit.
 */
export function splitTotal({ lines, currency }: Pick<BidContent, "lines" | "currency">): SplitTotal {
  let own = 0n;
  let passThrough = 0n;
  for (const line of lines) {
    const minor = BigInt(line.amountMinor ?? "0");
    if (isPassedThrough(line)) passThrough += minor;
    else own += minor;
  }
  return { own: money(own, currency), passThrough: money(passThrough, currency) };
}

/**
 * The amount by which bids are compared and ranked, wherever that is done: the bidder's own price. Duty, tax and what else is paid at cost
 * come to the same whoever does the work, so that an estimate of them decides nothing.
 */
export const rankedPrice = (content: Pick<BidContent, "lines" | "currency">): Money => splitTotal(content).own;

/** What a bid holds of duty, tax and fees of the state, each an estimate until the customs have assessed them. */
export const stateCharges = ({ lines, currency }: Pick<BidContent, "lines" | "currency">): Money =>
  splitTotal({ currency, lines: lines.filter(({ code }) => CHARGE_GROUP[code] === "duty_tax") }).passThrough;

type Named = Pick<Request, "id" | "dealId" | "service" | "buyerOrganisationId"> & { readonly reference: string };

/** What every event of a request says of it. */
export const requestFacts = ({ id, reference, dealId, service, buyerOrganisationId }: Named) => ({
  requestId: id,
  reference,
  dealId,
  service,
  buyerOrganisationId,
});

/** What every event of a bid says: whose, on which request; never an amount. */
export const bidFacts = (request: Named, bid: { readonly id: string; readonly providerOrganisationId: string }) => ({
  ...requestFacts(request),
  bidId: bid.id,
  providerOrganisationId: bid.providerOrganisationId,
});

export type BidEvent =
  | "submit"
  | "revise"
  | "amend_request"
  | "confirm"
  | "withdraw"
  | "win"
  | "lose"
  | "disqualify"
  | "expire";

export const BID_LIFECYCLE = {
  draft: { submit: "submitted" },
  submitted: {
    revise: "submitted",
    amend_request: "stale",
    withdraw: "withdrawn",
    win: "won",
    lose: "lost",
    disqualify: "disqualified",
    expire: "expired",
  },
  stale: { confirm: "submitted", revise: "submitted", withdraw: "withdrawn", lose: "lost", expire: "expired" },
  won: {},
  lost: {},
  withdrawn: {},
  disqualified: {},
  expired: {},
} as const satisfies Lifecycle<BidState, BidEvent>;

/** What a provider writes: lines as typed, days, validity, exclusions and the terms of the service. */
export type Offer = CommercialTerms & {
  readonly currency: Currency;
  readonly charges: readonly ChargeLine[];
  /** Days from where the buyer's part is done, as the kind says (`startsDays`, `daysAlsoFrom`), to the result. */
  readonly transitDays: { readonly min: number; readonly max: number };
  /** The first day on which the work can begin, in the market's zone: with the days it says when the result is there. */
  readonly startDate?: LocalDate | null | undefined;
  readonly validUntil: Instant;
  readonly exclusions: readonly ChargeCode[];
  readonly terms: unknown;
  readonly remarks: string;
  /** The provider's own number of this quote. */
  readonly quoteNumber?: string | undefined;
  /** What it answers to the request's gates; left out of bids from before there were any. */
  readonly gateAnswers?: readonly GateAnswer[] | undefined;
  readonly alternatives?: readonly Alternative[] | undefined;
  readonly packageDiscounts?: readonly PackageDiscount[] | undefined;
};

/** A file as a version names it; the hash is SHA-256 of what is kept, in hexadecimal. */
export type BidFile = { readonly id: string; readonly sha256: string };

/** A version's content as it is kept: the offer, its priced lines and its total, with the rates that percentages were converted at. */
export type BidContent = Omit<Offer, "charges" | "validUntil" | "alternatives"> & {
  readonly validUntil: number;
  readonly lines: readonly PricedLine[];
  /** Minor units of `currency`, as digits: JSON has no bigint. */
  readonly totalMinor: string;
  readonly alternatives?: readonly PricedAlternative[];
  /** What percentages of amounts in other currencies were converted at. */
  readonly rates: readonly ExchangeRate[];
  /** The files that stood beside it, oldest first: the receipt covers them. Versions kept before that have no such member. */
  readonly files?: readonly BidFile[];
};

/** Between which days the result is there: the first day of the work plus the least and the most days. Null without a first day. */
export function resultDays({
  startDate,
  transitDays,
}: Pick<BidContent, "startDate" | "transitDays">): { readonly earliest: LocalDate; readonly latest: LocalDate } | null {
  if (!startDate) return null;
  return { earliest: addDays(startDate, transitDays.min), latest: addDays(startDate, transitDays.max) };
}

export type AudienceRefusal = Refusal<
  "own_request" | "organisation_restricted" | "no_listing" | "not_invited" | "not_checked"
>;

export type SubmitRefusal = AudienceRefusal | Refusal<"request_not_open" | "bid_exists" | "amended_again">;

export type Bidder = {
  readonly organisationId: string;
  /** Whether it has an active listing for the request's service. */
  readonly isListed: boolean;
  readonly isInvited: boolean;
  /** Whether the market's check of its registration holds at this moment. */
  readonly isChecked: boolean;
  /** Whether the market has shut it out of trading. */
  readonly isBarred: boolean;
};

/**
 * Whether the request is for this provider at all. Refuses one's own request, whom the market has restricted, without a listing for the service, uninvited where only
 * invited ones may bid, and unchecked where only checked ones may (`not_checked`).
 */
export function checkAudience(
  request: Pick<Request, "buyerOrganisationId" | "service" | "visibility">,
  bidder: Bidder,
): Result<void, AudienceRefusal> {
  if (bidder.organisationId === request.buyerOrganisationId) return refuse("own_request");
  if (bidder.isBarred) return refuse("organisation_restricted");
  if (!bidder.isListed) return refuse("no_listing", { service: request.service });
  if (request.visibility === "invited" && !bidder.isInvited) return refuse("not_invited");
  if (request.visibility === "checked" && !bidder.isChecked) return refuse("not_checked");
  return accept(undefined);
}

/**
 * May this provider take part in the bidding on this request now? The server's clock decides the close. Refuses `request_not_open`, and
 * whom `checkAudience` refuses.
 */
export const checkPart = (
  request: Request,
  bidder: Bidder,
  now: Instant,
): Result<void, AudienceRefusal | Refusal<"request_not_open">> =>
  acceptsBids(request, now) ? checkAudience(request, bidder) : refuse("request_not_open", { state: request.state });

/**
 * Whether the author of an offer has read the request as it stands. `seen` is the amendment that the author names; who names none has
 * read the request as it was published. Refuses `amended_again` with the amendment that is current.
 */
export const checkSeen = (
  { amendmentCount }: Pick<Request, "amendmentCount">,
  seen: number | undefined,
): Result<void, Refusal<"amended_again">> =>
  (seen ?? 0) === amendmentCount ? accept(undefined) : refuse("amended_again", { amendment: amendmentCount });

/** Refuses a validity that ends before the buyer has to decide (`validity_too_short`). */
export const checkValidity = (
  { decideBy }: Pick<Request, "decideBy">,
  validUntil: Instant,
): Result<void, Refusal<"validity_too_short">> =>
  validUntil < decideBy ? refuse("validity_too_short", { field: "validUntil", decideBy }) : accept(undefined);

/** The amendment that the author of an offer read. */
type Offered = { readonly seen: number | undefined };

/**
 * May this provider bid on this request now? Refuses whom `checkPart` refuses, twice (one revises instead), and for a request as it was
 * before an amendment.
 */
export function submit(
  request: Request,
  bidder: Bidder,
  offer: Offered & { readonly hasEarlierBid: boolean },
  now: Instant,
): Result<BidState, SubmitRefusal> {
  const part = checkPart(request, bidder, now);
  if (!part.ok) return part;
  if (offer.hasEarlierBid) return refuse("bid_exists");
  const isSeen = checkSeen(request, offer.seen);
  return isSeen.ok ? accept("submitted") : isSeen;
}

/** A new version until the close; the earlier ones stay. Refuses after the close, for an ended bid, and for a request as it was before an amendment. */
export function revise(
  request: Request,
  bid: Offered & { readonly state: BidState },
  now: Instant,
): Result<BidState, Refusal<"request_not_open" | "amended_again" | "wrong_state">> {
  if (!acceptsBids(request, now)) return refuse("request_not_open", { state: request.state });
  const next = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "revise");
  if (!next.ok) return next;
  const isSeen = checkSeen(request, bid.seen);
  return isSeen.ok ? next : isSeen;
}

/** Taking the bid back until the close; it is an end. Refuses after the close and for an ended bid. */
export function withdraw(
  request: Request,
  state: BidState,
  now: Instant,
): Result<BidState, Refusal<"request_not_open" | "wrong_state">> {
  if (!acceptsBids(request, now)) return refuse("request_not_open", { state: request.state });
  return advance<BidState, BidEvent>(BID_LIFECYCLE, state, "withdraw");
}

/** What a bid comes to in the currency of comparison. */
type Compared = { readonly comparedMinor: bigint };

/**
 * In open bidding no two bids are level: refuses `equal_amount` where another bidder's standing bid comes to the same in the currency
 * of comparison. (An auction elsewhere let identical bids in, and nobody knew who had won.)
 */
export function checkNotLevel(own: Compared, rivals: readonly Compared[]): Result<void, Refusal<"equal_amount">> {
  const isLevel = rivals.some(({ comparedMinor }) => comparedMinor === own.comparedMinor);
  return isLevel ? refuse("equal_amount") : accept(undefined);
}

export type ConfirmRefusal = Refusal<"request_not_open" | "amended_again" | "validity_too_short" | "wrong_state">;

type Confirmed = Pick<Request, "state" | "closesAt" | "decideBy" | "amendmentCount">;

/**
 * A bidder says that its offer holds for the request as it was amended, until the close. `seen` is the amendment that it read. Refuses
 * after the close, where the request was amended once more meanwhile (`amended_again`), with a validity that ends before the
 * buyer has to decide (the bid is then revised), and for a bid that need not be confirmed.
 */
export function confirm(
  request: Confirmed,
  bid: { readonly state: BidState; readonly validUntil: Instant; readonly seen: number | undefined },
  now: Instant,
): Result<BidState, ConfirmRefusal> {
  if (!acceptsBids(request, now)) return refuse("request_not_open", { state: request.state });
  const next = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "confirm");
  if (!next.ok) return next;
  if (bid.seen !== undefined && bid.seen !== request.amendmentCount)
    return refuse("amended_again", { amendment: request.amendmentCount });
  const isHeld = checkValidity(request, bid.validUntil);
  return isHeld.ok ? next : isHeld;
}
