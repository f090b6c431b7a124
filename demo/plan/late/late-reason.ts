import type { DelayReason } from "../../../domain/orders/delay/reasons";
import type { Fault } from "../../../domain/orders/slots/slot";
import type { Mode } from "../../../domain/hubs/place";
import type { ReturnReason } from "../../../domain/remittance/remittance";
import type { Service } from "../../../domain/shared/vocabulary";
import { addDays, dayOf, HOUR_MS, type Instant, type LocalDate } from "../../../domain/shared/time";
import { lateReasonsOf } from "../../../domain/orders/late-reasons";
import type { LateReason } from "../../../domain/services/work-reasons";
import { isBankDay, isHolidayIn } from "../holidays";
import { haulCause, SOUTH } from "./late-haul";
import { type Cause, WORDS } from "./late-words";
import { payeeCountryOf, type PlannedOrder, timeIn } from "../order-scene";

/** What an order's own record says of its waits: the spans of its delay clock, and whose fault it was that slots were booked anew, and when the window of the last one opens. */
export type WaitRecord = {
  readonly spans: readonly { readonly reason: DelayReason; readonly from: Instant; readonly to: Instant | null }[];
  readonly faults: readonly Fault[];
  readonly slotOpensAt: Instant | null;
};

/** What is on record of one of a deal's orders: when its steps happened, when the verdict of an inspection let the goods go, and of a clearance which side it is for. */
export type OrderRecord = {
  readonly steps: Readonly<Record<string, Instant>>;
  readonly letGoAt: Instant | null;
  readonly side?: string;
};

/** A step that came after it was due, with all that the deal has on record when it is told. */
export type LateStep = {
  readonly service: Service;
  readonly mode: Mode;
  readonly corridor: string;
  readonly code: string;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly deal: Readonly<Partial<Record<Service, OrderRecord>>>;
  readonly waits: WaitRecord;
  /** Why the payment came back before, where it did. */
  readonly returned: ReturnReason | null;
};

/** Months in which weather closes a way, by how it goes: snow and wind north of China, floods and typhoons south of it and at sea, storms and fog in the air. Estimates. */
const SEASON = {
  north: [11, 12, 1, 2, 3],
  south: [7, 8, 9, 10],
  sea: [7, 8, 9, 10],
  air: [6, 7, 8, 12, 1],
} as const;

/** Whom the customs stopped so long before they let the goods go was examined; a question is answered sooner. */
const EXAMINED_MS = 24 * HOUR_MS;

/** Whether the customs have examined the goods of a clearance, so that its release is late for their hold. */
export function isExamined(plan: Pick<PlannedOrder, "reports">): boolean {
  const [stopped, released] = ["state_question", "released"].map((code) => timeIn(plan, code));
  return stopped !== undefined && released !== undefined && released - stopped >= EXAMINED_MS;
}

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

/** The reason on the order's own record: the one that it waited longest for, else that of its last slot which was booked anew; null where it has none. */
export function recordedReason(
  { spans, faults }: Pick<WaitRecord, "spans" | "faults">,
  at: Instant,
): LateReason | null {
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
export function isWeatherSeason({ mode, corridor }: Pick<LateStep, "mode" | "corridor">, at: Instant): boolean {
  const month = Number(dayOf(at).slice(5, 7));
  const isSouth = SOUTH.some((country) => corridor.includes(country));
  const months = mode === "sea" || mode === "air" ? SEASON[mode] : SEASON[isSouth ? "south" : "north"];
  return (months as readonly number[]).includes(month);
}

type Put = Pick<LateStep, "dueAt" | "at" | "service" | "corridor" | "code"> & { readonly side?: string | undefined };

/** In which countries people have to be at work for a step: inspectors are where the goods come from, brokers on the side that they declare for, and money waits for the banks of its payee's country too. */
function countriesOf({ service, corridor, code, side }: Omit<Put, "dueAt" | "at">): readonly string[] {
  const [origin = "", destination = ""] = corridor.split("-");
  if (service === "payment") return ["CN", payeeCountryOf({ corridor })];
  if (service === "inspection") return [origin];
  if (service !== "customs" || side === undefined || side === "transit") return ["CN"];
  return [side === "import" || (side === "both" && code !== "filed") ? destination : origin];
}

/** Whether a step was due on a day of a holiday where it is done, or on the last day before one, and was done after its end; a weekend alone is none. */
export function spansHoliday({ dueAt, at, ...of }: Put): boolean {
  const countries = countriesOf(of);
  const isOpen = (on: LocalDate) => countries.every((country) => isBankDay(on, country));
  let day = isOpen(dayOf(dueAt)) ? addDays(dayOf(dueAt), 1) : dayOf(dueAt);
  let hasHoliday = false;
  for (; !isOpen(day); day = addDays(day, 1)) hasHoliday ||= countries.some((country) => isHolidayIn(country, day));
  return hasHoliday && dayOf(at) >= day;
}

/** Why money came late: it had come back, else the banks' questions. */
function paymentCause({ returned }: LateStep): Cause {
  if (returned === "payee_details_wrong") return { reason: "other", words: WORDS.wrongAccount };
  if (returned !== null) return { reason: "papers_incomplete", words: WORDS.returnedForPapers };
  return { reason: "bank_compliance", words: WORDS.bankAsked };
}

/** Why a clearance came late: the goods were examined, their duties were assessed and paid after the time itself, else its broker was slow; its hours run from complete papers. */
function customsCause({ code, at, dueAt, deal }: LateStep): Cause {
  const { state_question: stopped, duties_paid: paid } = deal.customs?.steps ?? {};
  if (code === "released" && stopped !== undefined && at - stopped >= EXAMINED_MS)
    return { reason: "customs_hold", words: WORDS.examined((at - stopped) / HOUR_MS) };
  if (code === "released" && paid !== undefined && paid > dueAt)
    return { reason: "customs_hold", words: WORDS.assessedLate };
  return { reason: "own_fault", words: code === "filed" ? WORDS.filedLate : WORDS.answeredLate };
}

function causeOf(step: LateStep): Cause {
  if (step.service === "logistics") {
    const recorded = step.code === "picked_up" || step.code === "booked" ? null : recordedReason(step.waits, step.at);
    return recorded === null ? haulCause(step, isWeatherSeason(step, step.at)) : { reason: recorded, words: null };
  }
  if (spansHoliday({ ...step, side: step.deal.customs?.side })) return { reason: "holiday", words: WORDS.holiday };
  if (step.service === "payment") return paymentCause(step);
  if (step.service === "customs") return customsCause(step);
  return { reason: "own_fault", words: step.code === "report_issued" ? WORDS.reviewedLong : WORDS.nobodyFree };
}

/** Why a step of the demo came late, as its carrier, broker, inspector or bank would say it: only what the deal's own record bears out. */
export function lateReason(step: LateStep): { readonly lateReason: LateReason; readonly lateWords: string } {
  const { reason, words } = causeOf(step);
  const isPossible = lateReasonsOf(step.service, step.mode).includes(reason);
  return isPossible ? { lateReason: reason, lateWords: words ?? "" } : { lateReason: "own_fault", lateWords: "" };
}
