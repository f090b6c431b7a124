import { type PreparedNetwork, waitKey } from "../../domain/hubs/prepare-network";
import type { Mode } from "../../domain/hubs/place";
import { DAY_MS, dayOf, HOUR_MS, type Instant, later } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { deskTime } from "./calendar";
import { between, randomFrom } from "./random";

/** A border crossing by one mode, with its size and the hours in which it lets traffic through, Beijing time. */
export type Crossing = {
  readonly hubId: string;
  readonly mode: Mode;
  /** Trucks or wagons a day that it lets through at most, in one direction. */
  readonly capacityPerDay: number;
  /** What is usually waited, where the network has no planning figure of its own for the crossing. */
  readonly usualHours?: number;
  readonly opensAt?: string;
  readonly shutsAt?: string;
};

/** Estimates of the demo, in the size of the crossings' published figures. */
const CROSSINGS: readonly Crossing[] = [
  { hubId: "horgos", mode: "road", capacityPerDay: 900 },
  { hubId: "horgos", mode: "rail", capacityPerDay: 480 },
  { hubId: "pingxiang", mode: "road", capacityPerDay: 1_500, opensAt: "08:00", shutsAt: "20:00" },
  { hubId: "suifenhe", mode: "road", capacityPerDay: 360, opensAt: "08:00", shutsAt: "20:00" },
  ...Object.entries({
    ...{ alashankou: 320, dandong: 260, dongxing: 600, erenhot: 520, gyirong: 70, heihe: 220, hekou: 450 },
    ...{ hunchun: 180, irkeshtam: 240, khunjerab: 60, manzhouli: 480, mohan: 550, ruili: 650, torugart: 160 },
    zhangmu: 40,
  }).map(([hubId, capacityPerDay]) => ({ hubId, mode: "road" as const, capacityPerDay })),
  // Of trains the network has one figure for nearly all stations; they differ by how many tracks of each gauge meet there.
  { hubId: "pingxiang", mode: "rail", capacityPerDay: 160, usualHours: 14 },
  { hubId: "alashankou", mode: "rail", capacityPerDay: 620, usualHours: 34 },
  { hubId: "manzhouli", mode: "rail", capacityPerDay: 700, usualHours: 32 },
  { hubId: "suifenhe", mode: "rail", capacityPerDay: 420, usualHours: 20 },
  { hubId: "erenhot", mode: "rail", capacityPerDay: 480 },
  { hubId: "mohan", mode: "rail", capacityPerDay: 220, usualHours: 10 },
];

/** What stands at a crossing at one moment: `hours` of waiting at the end of the queue. */
export type QueueCount = { readonly at: Instant; readonly hours: number; readonly throughputPerDay: number };
export type Queue = { readonly crossing: Crossing; readonly counts: readonly QueueCount[] };

/** The year's queues of the market, in the order of the crossings. */
export type Queues = readonly Queue[];

/** Dice of their own, so that the queues are the same whatever else the market throws. */
const SEED = 20_261_128;
const YEAR_DAYS = 410;
const COUNT_EVERY_DAYS = 3.5;
/** The last count was taken a little before the demo's present. */
const COUNTED_AGO_DAYS = 0.1;
const USUAL_HOURS = 24;

/** The queues of the year before `now`, twice a week: each is drawn to its month's planning figure, with a push now and then. */
export function planQueues({ waits }: PreparedNetwork, now: Instant): Queues {
  return CROSSINGS.map((crossing, index) => {
    const random = randomFrom(SEED + index);
    const counts: QueueCount[] = [];
    let hours: number | null = null;
    for (let ago = YEAR_DAYS; ago >= 0; ago -= COUNT_EVERY_DAYS) {
      const at = deskTime(now, -(ago + COUNTED_AGO_DAYS) * 24);
      const month = Number(dayOf(at).slice(5, 7));
      const known = waits.get(waitKey(crossing.hubId, crossing.mode, month))?.hours;
      const usual = crossing.usualHours ?? known ?? USUAL_HOURS;
      hours ??= usual;
      hours = Math.max(0, hours + (usual - hours) * 0.5 + between(random, -0.15, 0.18) * usual);
      counts.push({ at, hours, throughputPerDay: Math.round(crossing.capacityPerDay * between(random, 0.78, 0.97)) });
    }
    return { crossing, counts };
  });
}

type At = { readonly hubId: string; readonly mode: Mode; readonly at: Instant };

const queueOf = (queues: Queues, { hubId, mode }: At): Queue | undefined =>
  queues.find(({ crossing }) => crossing.hubId === hubId && crossing.mode === mode);

/** How long what comes to a crossing at `at` waits, in hours; null where the market knows no queue. */
export function waitHoursAt(queues: Queues, at: At): number | null {
  const counts = queueOf(queues, at)?.counts ?? [];
  return (counts.findLast((count) => count.at <= at.at) ?? counts[0])?.hours ?? null;
}

/** The opening hours of a crossing on the day of `at`; null where the market knows none. */
export function openingOn(queues: Queues, at: At): { readonly from: Instant; readonly to: Instant } | null {
  const { opensAt, shutsAt } = queueOf(queues, at)?.crossing ?? {};
  if (!opensAt || !shutsAt) return null;
  const midnight = startOfDay(dayOf(at.at));
  return { from: later(midnight, hoursOf(opensAt) * HOUR_MS), to: later(midnight, hoursOf(shutsAt) * HOUR_MS) };
}

/** `at` while a crossing lets traffic through, else its next opening and a little more; any hour where the market knows none. */
export function inOpening(queues: Queues, at: At): Instant {
  const open = openingOn(queues, at);
  if (!open || (at.at >= open.from && at.at < open.to)) return at.at;
  const opens = at.at < open.from ? open.from : later(open.from, DAY_MS);
  // Within the first two hours, each at a time of its own.
  return later(opens, at.at % (2 * HOUR_MS));
}

const hoursOf = (clock: string): number => Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60;

/**
 * When what came at `at` and waits `waitHours` of a queue crosses: a queue is told in whole days of what goes through, and where the
 * crossing shuts at night a day's traffic goes through in its opening hours.
 */
export function throughQueue(queues: Queues, { waitHours, ...at }: At & { readonly waitHours: number }): Instant {
  const { opensAt, shutsAt } = queueOf(queues, at)?.crossing ?? {};
  if (!opensAt || !shutsAt) return later(at.at, waitHours * HOUR_MS);
  const [opens, shuts] = [hoursOf(opensAt), hoursOf(shutsAt)];
  let left = (waitHours / 24) * (shuts - opens);
  let midnight = startOfDay(dayOf(at.at));
  let from = Math.max(opens, (at.at - midnight) / HOUR_MS);
  while (from + left >= shuts) {
    left -= Math.max(0, shuts - from);
    midnight = later(midnight, DAY_MS);
    from = opens;
  }
  return later(midnight, (from + left) * HOUR_MS);
}
