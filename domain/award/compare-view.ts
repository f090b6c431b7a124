import type { BidContent } from "../bidding/bid";
import type { HubWithClock, NamedParty, NamedPlace } from "../shared/named";
import type { RequestState } from "../requests/request";
import type { DutyCountry } from "../tariff/duty-rate";
import type { RequestTurn } from "../requests/request-turn";
import type { Criterion, Gate } from "../requests/terms";
import type { ChoiceReason } from "../bidding/debrief";
import type { DutyDeviation } from "./duty-deviation";
import type { RankedBid } from "./scoring";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";
import type { Currency, Money } from "../shared/money";
import type { PayoutOutcome } from "./payout";
import type { Comparable, Compared, Comparison } from "./compare";
import type { PlannedRoute } from "../requests/planned-route";

/** A package that a bid offers, in the currency of the comparison, the one with most discount first. */
export type ComparedPackage = {
  readonly services: readonly Service[];
  readonly discountBps: number;
  /** What it takes off, in the bid's currency. */
  readonly discount: Money;
  /** What the bidder's own price comes to with it, in the currency of the comparison; null where a rate is missing. */
  readonly amount: Money | null;
  /** The same of what would be contracted. */
  readonly contract: Money | null;
};

/** One offer of an opened bid, the main one or an alternative, with what the buyer compares it by. */
export type OpenedBid = Comparable & {
  /** 0 for the main offer, else the alternative by its number. */
  readonly alternative: number;
  /** The bid's id, with the number of the alternative behind it: what a choice names. */
  readonly choiceId: string;
  /** What the bidder calls an alternative; null of a main offer. */
  readonly title: string | null;
  readonly packages: readonly ComparedPackage[];
  readonly providerId: string;
  readonly isExpired: boolean;
  /** When its quote ends, of a service that quotes rates. */
  readonly quoteExpiresAt: Instant | null;
  readonly content: BidContent;
  /** How far its own estimate of duty and tax is from the market's; null where it has none, or it is near enough. */
  readonly dutyDeviation: DutyDeviation | null;
  /** What a payment bid comes to, or why nobody can say; null for other services. */
  readonly payout: PayoutOutcome | null;
};

export type CompareCell = Compared<OpenedBid>;

/** One service of the deal in the comparison: its bids, or why there are none to read. */
export type CompareService = {
  readonly requestId: string;
  readonly reference: string;
  readonly service: Service;
  readonly state: RequestState;
  readonly bidCount: number;
  readonly closesAt: Instant;
  readonly decideBy: Instant;
  readonly isReadable: boolean;
  /** By what bids are ranked, and what each had to answer. */
  readonly criteria: readonly Criterion[];
  readonly gates: readonly Gate[];
  /** The first first; empty before the opening. */
  readonly ranking: readonly RankedBid[];
  /** What was asked for, as the kind's schema reads it. */
  readonly spec: unknown;
  readonly cells: readonly CompareCell[];
  /** Duty and tax by the market's own reckoning, the same whoever clears; null where nothing is charged or nothing may be read. */
  readonly duty: MarketDuty | null;
  /** What was awarded, and why where it was not the first by the criteria. */
  readonly award: { readonly choiceId: string; readonly choice: ChoiceReason | null } | null;
};

/** The market's estimate of what the state charges, with what it comes to in the currency of the comparison. */
export type MarketDuty = {
  readonly country: DutyCountry;
  readonly day: LocalDate;
  /** In the currency of the country; null where it could not be reckoned. */
  readonly total: Money | null;
  /** Null where a rate is missing, too. */
  readonly amount: Money | null;
  /** False where a part of it is not known, so that nothing is held against it. */
  readonly isComplete: boolean;
  /** Whether it reckons with the certificate of origin Form E that is in the papers. */
  readonly hasFormE: boolean;
  /** The same with a Form E that is not there yet; null where it is there or would lower nothing. */
  readonly withFormE: { readonly total: Money; readonly amount: Money | null } | null;
};

export type CompareProvider = NamedParty & { readonly letter: string };

export type NextOfDeal = { readonly service: Service; readonly turn: RequestTurn };

/** A deal's bids side by side: services down, providers across, one currency at dated rates. */
export type ComparePage = {
  readonly dealId: string;
  readonly dealReference: string;
  readonly title: string;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  readonly hub: HubWithClock;
  readonly goodsValue: Money;
  /** When the goods are planned to leave. */
  readonly leaveDay: LocalDate;
  readonly currency: Currency;
  /** Of today, and of the day of its award for a request that has one. */
  readonly rates: Comparison["rates"];
  readonly providers: readonly CompareProvider[];
  readonly services: readonly CompareService[];
  /** The request of the deal that needs its buyer most, as the deal's own page names it, and in how many a bid is to be chosen now. */
  readonly next: NextOfDeal | null;
  readonly toChoose: number;
  readonly route: PlannedRoute;
};
