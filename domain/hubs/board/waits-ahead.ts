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
  readonly queueHours: number;
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

/** The waits at a hub by one mode for arrivals of today, as far as they are to come, and of the days after it: `days` calendar days of the hub. */
export function waitsAhead(waitAt: WaitAt, { hubId, mode, zone, now, days }: Asked): WaitAhead[] {
  const today = dayOf(now, zone);
  return Array.from({ length: days }, (_, ahead) => addDays(today, ahead)).flatMap((day) =>
    ARRIVAL_TIMES.flatMap((time) => {
      const arrivesAt = parseWallClock(`${day}T${time}`, zone);
      if (arrivesAt === null || arrivesAt < now) return [];
      const wait = waitAt(hubId, mode, arrivesAt);
      return { arrivesAt, day, time, queueHours: wait?.queueHours ?? 0, closedHours: wait?.closedHours ?? 0 };
    }),
  );
}
