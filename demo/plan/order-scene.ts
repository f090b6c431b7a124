import type { Service } from "@/domain/shared/vocabulary";
import { DAY_MS, HOUR_MS, type Instant, instant, later, type LocalDate } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import type { DemoOrganisation, DemoService } from "./market-data";
import type { PlannedDeal } from "./plan-deal";
import type { ReferenceData } from "./plan-movement";
import { promisedDays } from "./plan-offer";
import { between, type Random } from "./random";

export type PlannedOrder = {
  /** The provider's reports in the kind's order, each with its time. */
  readonly reports: readonly { readonly code: string; readonly at: Instant }[];
  readonly acceptedAt: Instant;
  /** What is done on the order beside its steps, by a name of its own: of a broker for both sides the declaration of the far one. */
  readonly beside?: readonly { readonly code: string; readonly at: Instant }[];
  /** When its buyer calls it off, before the service has begun, and why. */
  readonly calledOff?: CalledOff;
};

export type CalledOff = { readonly at: Instant; readonly reason: string };

export type Awarded = { readonly service: Service; readonly provider: DemoOrganisation };

/** When each step of an order happens, by its code; a step that is left out does not occur. */
export type Times = Readonly<Record<string, Instant>>;

/** How much of the promised time goes by until the delivery: less than all of it, or more. */
const IN_TIME = [0.64, 0.9] as const;
const LATE = [1.06, 1.45] as const;
/** Who carries goods in time has so much to spare for nights, in which crossings and consignees are shut. */
const SPARE_DAYS = 0.6;
/** A container that is rolled goes with a ship of the same week or the next. Days. */
const ROLLED_MOST_DAYS = 7;
/** And none comes much before the days that are planned for its sailing: a part of the fewest. */
const SAILING_LEAST = 0.9;

const bySea = ({ movement }: PlannedDeal, days: number, promised: number): number =>
  Math.min(promised + ROLLED_MOST_DAYS, Math.max(days, movement.days.min * SAILING_LEAST));

export type Scene = {
  readonly random: Random;
  readonly deal: PlannedDeal;
  /** When the orders were placed. */
  readonly at: Instant;
  readonly referenceData: ReferenceData;
  /** Whether the order of a service is to come late. */
  readonly isLate: (awarded: Awarded) => boolean;
};

export const hours = (at: Instant, count: number): Instant => later(at, count * HOUR_MS);
export const latest = (...times: readonly (Instant | undefined)[]): Instant =>
  instant(Math.max(...times.flatMap((time) => time ?? [])));

export const partOf = (random: Random, [least, most]: readonly [number, number]): number =>
  between(random, least, most);

export const specOf = ({ requests }: PlannedDeal, service: Service) =>
  requests.find((request) => request.service === service)?.spec ?? {};

/** Whether a deal's broker clears what comes in, alone or beside what leaves. */
export const isThrough = (deal: PlannedDeal): boolean =>
  ["both", "import"].includes(String(specOf(deal, "customs").side));

/** The country in which the seller of a deal's goods keeps its account: the one that they come from. */
export const payeeCountryOf = ({ corridor }: { readonly corridor: string }): string => corridor.split("-")[0] ?? "";

/** When a haul takes a step; undefined where it has none of that name. */
export const timeIn = ({ reports }: Pick<PlannedOrder, "reports">, code: string): Instant | undefined =>
  reports.find((report) => report.code === code)?.at;

/** When goods have their transport document: aboard by sea and air, and by road and rail with the pick-up. */
export const documentedAt = (haul: PlannedOrder): Instant | undefined =>
  timeIn(haul, "departed") ?? timeIn(haul, "picked_up");

/** When goods are at the customs of the side that they enter. */
export const cameAt = (haul: PlannedOrder): Instant | undefined =>
  timeIn(haul, "arrived_port") ?? timeIn(haul, "crossed_border");

/** Milliseconds from the start of the work to the delivery, whether that is too long, and what was promised. */
export function work(
  { random, deal, isLate }: Scene,
  awarded: Awarded,
): { readonly ms: number; readonly isLate: boolean; readonly promisedMs: number } {
  const { provider } = awarded;
  const service = awarded.service as DemoService;
  const { max } = promisedDays(service, { movement: deal.movement, provider, spec: specOf(deal, service) });
  const late = isLate(awarded);
  const part = max * partOf(random, late ? LATE : IN_TIME);
  const isBySea = service === "logistics" && deal.movement.mode === "sea";
  const days = isBySea ? bySea(deal, part, max) : part;
  const isSafe = service === "logistics" && !late;
  return {
    ms: (isSafe ? Math.min(days, Math.max(max - SPARE_DAYS, max / 2)) : days) * DAY_MS,
    isLate: late,
    promisedMs: max * DAY_MS,
  };
}

export const readyAt = ({ deal }: PlannedDeal): Instant => hours(startOfDay(deal.readyDate as LocalDate), 9);
