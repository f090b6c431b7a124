import { lateReasonsOf } from "../../domain/orders/late-reasons";
import { type LateReason } from "../../domain/services/work-reasons";
import type { DelayReason } from "../../domain/orders/delay/reasons";
import type { Fault } from "../../domain/orders/slots/sides";
import type { Service } from "../../domain/shared/service";
import { DAY_MS, HOUR_MS, type Instant, later } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import { isBankDay, isNewYear } from "./holidays";
import type { PlannedDeal } from "./plan-deal";
import type { Movement } from "./plan-movement";
import { type PlannedOrder, timeIn } from "./order-scene";

/** Months in which weather closes a way, by how it goes: snow and wind north of China, floods and typhoons south of it and at sea, storms and fog in the air. Estimates. */
const SEASON = {
  north: [11, 12, 1, 2, 3],
  south: [7, 8, 9, 10],
  sea: [7, 8, 9, 10],
  air: [6, 7, 8, 12, 1],
} as const;
const SOUTH = ["VN", "TH", "LA", "MM"];

/** A wait at the border of more hours than carriers plan with is what a haul was late by. */
const LONG_WAIT_MS = 24 * HOUR_MS;
/** Of goods that customs keep so long, customs are what they were late by. */
const LONG_CLEARANCE_MS = 30 * HOUR_MS;

/** Whom the customs stopped so long before they let the goods go was examined; a question is answered sooner. */
const EXAMINED_MS = 24 * HOUR_MS;

/** Whether the customs have examined the goods of a clearance, so that its release is late for their hold. */
export function isExamined(plan: LateStep["plan"]): boolean {
  const [stopped, released] = ["state_question", "released"].map((code) => timeIn(plan, code));
  return stopped !== undefined && released !== undefined && released - stopped >= EXAMINED_MS;
}

/** Goods that lie so long for a slot before they leave for the hub are late for the slot. */
const LONG_FOR_SLOT_MS = 24 * HOUR_MS;

/** How a late step is said of a wait that the delay clock has; a consignee who is not there makes no step late that the carrier reports. */
const OF_WAIT: Readonly<Record<Exclude<DelayReason, "consignee">, LateReason>> = {
  queue: "border_queue",
  closure: "road_or_weather",
  customs_inspection: "customs_hold",
  documents: "papers_incomplete",
  vehicle: "vehicle_breakdown",
  driver: "own_fault",
  carrier_documents: "papers_incomplete",
  slot_missed: "own_fault",
  transshipment: "own_fault",
  force_majeure: "road_or_weather",
};

/** The same of a slot that was booked anew: carriers of the demo miss one by a truck that broke down, buyers by papers, and the crossing moves what its queue holds up. */
const OF_FAULT: Readonly<Record<Fault, LateReason>> = {
  provider: "vehicle_breakdown",
  buyer: "papers_incomplete",
  nobody: "border_queue",
};

/** What the order's own record says of its waits: the spans of its delay clock, and whose fault it was that slots were booked anew. */
export type WaitRecord = {
  readonly spans: readonly { readonly reason: DelayReason; readonly from: Instant; readonly to: Instant | null }[];
  readonly faults: readonly Fault[];
};

/** What a late step is told with: what kind of order it is of, how its steps went, and what is on record of its waits. */
type LateStep = {
  readonly service: Service;
  readonly movement: Pick<Movement, "mode" | "corridor" | "crossing">;
  readonly plan: Pick<PlannedOrder, "reports" | "acceptedAt">;
  readonly code: string;
  readonly at: Instant;
  readonly record?: WaitRecord;
};

/** The reason on the order's own record: the one that it waited longest for, else that of its last slot which was booked anew; null where it has none. */
export function recordedReason({ spans, faults }: WaitRecord, at: Instant): LateReason | null {
  const waits = new Map<LateReason, number>();
  for (const { reason, from, to } of spans) {
    if (reason === "consignee" || from >= at) continue;
    const late = OF_WAIT[reason];
    waits.set(late, (waits.get(late) ?? 0) + Math.min(to ?? at, at) - from);
  }
  const [longest] = [...waits].sort(([, one], [, other]) => other - one);
  const fault = faults.at(-1);
  return longest?.[0] ?? (fault === undefined ? null : OF_FAULT[fault]);
}

/** Whether weather may keep goods on such a way from going on that day. */
export function isWeatherSeason({ mode, corridor }: Pick<Movement, "mode" | "corridor">, at: Instant): boolean {
  const month = Number(dayOf(at).slice(5, 7));
  const isSouth = SOUTH.some((country) => corridor.includes(country));
  const months = mode === "sea" || mode === "air" ? SEASON[mode] : SEASON[isSouth ? "south" : "north"];
  return (months as readonly number[]).includes(month);
}

/** Whether a day of rest lies among the last days before a time; a weekend is none. */
function isAfterHoliday(at: Instant): boolean {
  const days = [0, 1, 2, 3].map((back) => dayOf(later(at, -back * DAY_MS)));
  const isWorkday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return days.some((day) => isNewYear(day) || (isWorkday(day) && !isBankDay(day)));
}

/** Why a haul came late: what held it longest where that is known, else what happens on such a way at that time. */
function haulReasons({ movement, plan, code, at, record }: LateStep): readonly LateReason[] {
  const time = (step: string) => timeIn(plan, step);
  const span = (from: string, to: string) => (time(to) ?? at) - (time(from) ?? at);
  const weather: readonly LateReason[] = isWeatherSeason(movement, at) ? ["road_or_weather"] : [];
  const isAboard = movement.mode === "sea" || movement.mode === "air";
  const stopped: LateReason = movement.mode === "rail" ? "rolled" : "vehicle_breakdown";
  if (code === "booked") return ["goods_not_ready", "papers_incomplete", "own_fault"];
  if (code === "picked_up") return ["goods_not_ready", "papers_incomplete", ...weather, stopped];
  if (code === "documents_closed") return ["papers_incomplete", "own_fault"];
  const recorded = record ? recordedReason(record, at) : null;
  if (recorded !== null) return [recorded];
  if (code === "arrived_hub") return [...weather, stopped, isAboard ? "goods_not_ready" : "papers_incomplete"];
  if (code === "arrived_port") return ["rolled", ...weather];
  if (code === "crossed_border") {
    if (span("picked_up", "slot_reserved") > LONG_FOR_SLOT_MS) return ["no_slot"];
    return span("arrived_hub", "export_released") > span("export_released", "crossed_border")
      ? ["customs_hold"]
      : ["border_queue"];
  }
  if (span(isAboard ? "arrived_port" : "crossed_border", "import_released") > LONG_CLEARANCE_MS)
    return ["customs_hold"];
  if (isAboard) return ["rolled", "rolled", ...weather, "customs_hold"];
  if (span("arrived_hub", "crossed_border") > LONG_WAIT_MS) return ["border_queue"];
  return [...weather, stopped, stopped, "own_fault"];
}

function reasonsOf(step: LateStep): readonly LateReason[] {
  const { service, movement, plan, code, at } = step;
  if (service === "logistics") return haulReasons(step);
  if (isAfterHoliday(at)) return ["holiday"];
  if (service === "payment")
    return code === "funds_received"
      ? ["papers_incomplete"]
      : ["bank_compliance", "bank_compliance", "papers_incomplete"];
  if (service === "customs")
    return code === "released"
      ? [isExamined(plan) ? "customs_hold" : "papers_incomplete"]
      : ["papers_incomplete", "own_fault"];
  if (code === "report_issued") return ["own_fault"];
  const weather: readonly LateReason[] = isWeatherSeason(movement, at) ? ["road_or_weather"] : [];
  return ["goods_not_ready", "goods_not_ready", ...weather];
}

/**
 * The reason that goes with a step of the demo should it be late, as a carrier, broker, inspector or bank of that way and season would give it.
 * It is kept only where the step was due before.
 */
export function lateReason(step: LateStep): { readonly lateReason: LateReason } {
  const { service, movement, at } = step;
  const possible = lateReasonsOf(service, movement.mode);
  const reasons = reasonsOf(step).filter((reason) => possible.includes(reason));
  return { lateReason: reasons[Math.floor(at / HOUR_MS) % reasons.length] ?? "own_fault" };
}

type OrderOfYear = Pick<LateStep, "service" | "plan"> & { readonly deal: Pick<PlannedDeal, "movement"> };

/** The same of a step of an order of the year, which has no record of its waits. */
export const lateReasonAt = ({ service, deal, plan }: OrderOfYear, { code, at }: Pick<LateStep, "code" | "at">) =>
  lateReason({ service, movement: deal.movement, plan, code, at });
