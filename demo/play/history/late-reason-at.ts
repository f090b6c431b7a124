import { lateReason } from "../../plan/late-reason";
import type { OrderOfYear, StepOfYear } from "./history-rooms";

/** Why a step of the order is late, should it be. */
export const lateReasonAt = ({ service, deal, plan }: OrderOfYear, { code, at }: StepOfYear) =>
  lateReason({ service, movement: deal.movement, plan, code, at });
