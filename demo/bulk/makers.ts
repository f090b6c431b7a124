import type { World } from "../../server/hubs/queries/network";
import type { DatedFacts } from "./dated-facts";
import type { DealPlan } from "../../domain/deals/plan-deal";
import type { Instant } from "../../domain/shared/instant";

/** What every step of the bulk market works with: the world, the days' facts, and where ids and numbers come from. */
export type Makers = {
  readonly world: World;
  readonly facts: DatedFacts;
  readonly newId: (at: Instant) => string;
  readonly newReference: (kind: "KD" | "KR" | "KO", at: Instant) => string;
  /** Plans by route and month: a year of deals runs on a few hundred different ones. */
  readonly plans: Map<string, DealPlan | null>;
  /** Sealing keys of bidders by organisation. */
  readonly bidderKeys: ReadonlyMap<string, Buffer>;
};
