import type { BidContent } from "../../domain/bidding/bid";
import type { PriceBasis } from "../../domain/bidding/offer/price-offer";
import type { Place } from "../../domain/hubs/place";
import { lastRatesDay } from "../plan/calendar";
import type { PlannedDeal } from "../plan/plan-deal";
import { dayOf, type Instant, instant, type LocalDate } from "../../domain/shared/time";
import type { bids, bidVersions } from "../../db/schema/requests";
import type { awards, orderMilestones } from "../../db/schema/orders";
import type { StoredBid } from "../../db/repositories/bidding";
import type { StoredDeal } from "../../db/repositories/deals";
import type { Client, NewOrder } from "../../db/repositories/orders";
import type { StoredRequestKey } from "../../db/repositories/platform";
import type { StoredRequest } from "../../db/repositories/requests";
import type { ExchangeRate } from "../../domain/shared/exchange-rate";
import type { MarketRuleName } from "../../domain/requests/market-rules";
import type { Reader } from "../../db/database";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import { ruleAt } from "../../db/repositories/market-rules";
import type { ReferenceData } from "../../server/hubs/queries/network";
import type { DealPlan } from "../../domain/deals/plan-deal";

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A bid while its deal is in memory; `content` is known here also while the row keeps it sealed. */
export type LiveBid = {
  readonly row: Mutable<StoredBid>;
  readonly version: Mutable<typeof bidVersions.$inferInsert>;
  readonly content: BidContent;
};

export type LiveRequest = {
  readonly row: Mutable<StoredRequest>;
  readonly basis: PriceBasis;
  /** Null where bids are open. */
  readonly key: StoredRequestKey | null;
  readonly bids: LiveBid[];
};

export type LiveOrder = {
  readonly row: Mutable<NewOrder>;
  readonly milestones: Mutable<typeof orderMilestones.$inferInsert>[];
};

/** Everything that a deal will have written by the market's present: finished in memory, then handed on in rows. */
export type LiveDeal = {
  readonly planned: PlannedDeal;
  readonly row: Mutable<StoredDeal>;
  readonly ends: { readonly origin: Place; readonly destination: Place };
  readonly requests: LiveRequest[];
  readonly awards: (typeof awards.$inferInsert)[];
  readonly orders: LiveOrder[];
};

/** One step of one actor at one time, as a command would see it. */
export type Step = { readonly at: Instant; readonly userId: string | null; readonly organisationId: string };

export type BidRow = typeof bids.$inferInsert;

/** The rates and rules of each day of the year, read once a day and not once a bid. */
export class DatedFacts {
  private readonly rates = new Map<LocalDate, ExchangeRate[]>();
  private readonly rules = new Map<string, number>();

  constructor(private readonly read: Reader) {}

  async ratesOn(at: Instant): Promise<ExchangeRate[]> {
    const day = lastRatesDay(at);
    const known = this.rates.get(day);
    if (known) return known;
    const latest = latestOfPairs(await ratesUpTo(this.read, day));
    this.rates.set(day, latest);
    return latest;
  }

  async rule(name: MarketRuleName, at: Instant): Promise<number> {
    const key = `${name} ${dayOf(at)}`;
    const known = this.rules.get(key) ?? (await ruleAt(this.read, name, at));
    this.rules.set(key, known);
    return known;
  }
}

/** A conversion takes the latest rate of a pair, so the earlier ones need not be looked through. */
function latestOfPairs(rates: readonly ExchangeRate[]): ExchangeRate[] {
  const latest = new Map<string, ExchangeRate>();
  for (const rate of rates) {
    const pair = `${rate.base}${rate.quote}`;
    const known = latest.get(pair);
    if (!known || rate.day > known.day) latest.set(pair, rate);
  }
  return [...latest.values()];
}

/** Since when a provider knows a client, as the orders of the market's year tell it. */
export class Approvals {
  private readonly since = new Map<string, Instant>();

  keep(client: Client, at: Instant): void {
    const key = this.keyOf(client);
    this.since.set(key, instant(Math.min(at, this.since.get(key) ?? at)));
  }

  isKnown(client: Client, at: Instant): boolean {
    const since = this.since.get(this.keyOf(client));
    return since !== undefined && since <= at;
  }

  private keyOf({ service, buyerOrganisationId, providerOrganisationId }: Client): string {
    return [service, buyerOrganisationId, providerOrganisationId].join(" ");
  }
}

/** What every step of the bulk market works with: the world, the days' facts, and where ids and numbers come from. */
export type Makers = {
  readonly referenceData: ReferenceData;
  readonly facts: DatedFacts;
  readonly newId: (at: Instant) => string;
  readonly newReference: (kind: "KD" | "KR" | "KO", at: Instant) => string;
  /** Plans by route and month: a year of deals runs on a few hundred different ones. */
  readonly plans: Map<string, DealPlan | null>;
  /** Since when providers have approved clients, by both. */
  readonly approvals: Approvals;
  /** Where organisations are established. */
  readonly countries: ReadonlyMap<string, string>;
  /** Sealing keys of bidders by organisation. */
  readonly bidderKeys: ReadonlyMap<string, Buffer>;
};
