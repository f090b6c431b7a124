import type { HubWithClock, NamedParty, NamedPlace, Service } from "../domain/shared/vocabulary";
import type { Criterion, Gate, RequestState } from "../domain/requests/request";
import type { DutyCountry } from "../domain/tariff/duty-rate";
import type { RequestTurn } from "../domain/requests/request-turn";
import type { ChoiceReason } from "../domain/bidding/debrief";
import type { DutyDeviation } from "../domain/award/duty-deviation";
import type { RankedBid } from "../domain/award/scoring";
import type { Instant, LocalDate } from "../domain/shared/time";
import type { Currency, Money } from "../domain/shared/money";
import type { Compared, Comparison } from "../domain/award/compare";
import type { SummedUpOffer } from "../domain/award/bid-summary";
import type { ComparedPackage } from "../domain/award/package-discounts";
import type { PlannedRoute } from "../domain/requests/planned-route";

/** One offer of an opened bid, the main one or an alternative, with what the buyer compares it by. */
export type OpenedBid = SummedUpOffer & {
  /** 0 for the main offer, else the alternative by its number. */
  readonly alternative: number;
  /** What the bidder calls an alternative; null of a main offer. */
  readonly title: string | null;
  readonly packages: readonly ComparedPackage[];
  readonly providerId: string;
  /** How far its own estimate of duty and tax is from the market's; null where it has none, or it is near enough. */
  readonly dutyDeviation: DutyDeviation | null;
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
