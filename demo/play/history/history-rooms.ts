import type { Actor } from "../../../domain/access/policy";
import type { Service } from "@/domain/shared/vocabulary";
import type { Instant } from "../../../domain/shared/time";
import type { PlannedOrder } from "../../plan/order-scene";
import type { PlannedDeal } from "../../plan/plan-deal";
import type { ReferenceData } from "../../plan/plan-movement";
import { type Random, randomFrom } from "../../plan/random";
import type { Stage } from "../stage";
import { ClearanceHistory } from "./clearance-history";
import { InspectionHistory } from "./inspection-history";
import { LogisticsHistory } from "./logistics-history";
import { PaymentHistory } from "./payment-history";

/** An order of the year with its two sides, as far as its rooms need it. */
export type OrderOfYear = {
  readonly id: string;
  readonly service: Service;
  readonly deal: PlannedDeal;
  readonly plan: PlannedOrder;
  readonly provider: Actor;
  readonly buyer: Actor;
};

/** A step that is due, and when. */
export type StepOfYear = { readonly code: string; readonly at: Instant };

/** What keeps a room of one kind of order: true where it has told the step, or where the step does not occur with it. */
export interface HistoryRoom {
  step(order: OrderOfYear, step: StepOfYear): Promise<boolean>;
  /** The buyer takes the work, where it does so in another way than by accepting the order. */
  accept?(order: OrderOfYear, at: Instant): Promise<boolean>;
}

/** Dice of their own, so that the market is the same with the rooms and without. */
const SEED = 20_261_129;

/** The rooms of the year's orders: what is declared, sent and handed over on the way, beside the steps. */
export function historyRooms(
  stage: Stage,
  { referenceData, now }: { readonly referenceData: ReferenceData; readonly now: Instant },
): Partial<Record<Service, HistoryRoom>> {
  const random: Random = randomFrom(SEED);
  return {
    inspection: new InspectionHistory(stage, random, referenceData),
    logistics: new LogisticsHistory(stage, random, referenceData, now),
    customs: new ClearanceHistory(stage, random, referenceData.market),
    payment: new PaymentHistory(stage, random),
  };
}
