import type { BidContent } from "../../domain/bidding/bid";
import type { PriceBasis } from "../../domain/bidding/price-offer";
import type { Place } from "../../domain/hubs/place";
import type { PlannedDeal } from "../plan/plan-deal";
import type { Instant } from "../../domain/shared/instant";
import type { bids, bidVersions } from "../../db/schema/bidding";
import type { awards, orderMilestones } from "../../db/schema/orders";
import type { StoredBid } from "../../db/repositories/bidding";
import type { StoredDeal } from "../../db/repositories/deals";
import type { NewOrder } from "../../db/repositories/orders";
import type { StoredRequestKey } from "../../db/repositories/request-keys";
import type { StoredRequest } from "../../db/repositories/requests";

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
