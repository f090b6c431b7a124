import type { Mode } from "@/domain/hubs/place";
import { addDays, dayOf, type Instant, type LocalDate } from "@/domain/shared/time";
import { parseWallClock } from "@/domain/shared/zones";
import type { WaitAt } from "./board";

/** Times of arrival that waits to come are told for, on the hub's own clock: in the morning, at noon and in the evening. */
export const ARRIVAL_TIMES = ["06:00", "12:00", "18:00"] as const;
export type ArrivalTime = (typeof ARRIVAL_TIMES)[number];

/** What who arrives at that time waits: in the queue, and while the crossing is closed (hours to a tenth). */
export type WaitAhead = {
  readonly arrivesAt: Instant;
  /** Day and time of the arrival on the hub's clock. */
  readonly day: LocalDate;
  readonly time: ArrivalTime;
  /** Null where nobody counts a queue and no planning figure is known. */
  readonly queueHours: number | null;
  readonly closedHours: number;
};

type Asked = {
  readonly hubId: string;
  readonly mode: Mode;
  /** The hub's own zone (IANA). */
  readonly zone: string;
  readonly now: Instant;
  readonly days: number;
};

/** The waits at a hub by one mode for arrivals of today, as far as they are to come, and of the days after it: `days` calendar days of the hub. None where nothing is known of any of them. */
export function waitsAhead(waitAt: WaitAt, { hubId, mode, zone, now, days }: Asked): WaitAhead[] {
  const today = dayOf(now, zone);
  const arrivals = Array.from({ length: days }, (_, ahead) => addDays(today, ahead)).flatMap((day) =>
    ARRIVAL_TIMES.flatMap((time) => {
      const arrivesAt = parseWallClock(`${day}T${time}`, zone);
      if (arrivesAt === null || arrivesAt < now) return [];
      return { arrivesAt, day, time, wait: waitAt(hubId, mode, arrivesAt) };
    }),
  );
  if (arrivals.every(({ wait }) => wait === null)) return [];
  return arrivals.map(({ wait, ...arrival }) => ({
    ...arrival,
    queueHours: wait === null || wait.source === "none" ? null : wait.queueHours,
    closedHours: wait?.closedHours ?? 0,
  }));
}
