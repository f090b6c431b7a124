import type { LocalDate } from "@/domain/shared/local-date";
import { dateFormat } from "../figures/intl-cache";

/** What of a time is shown: day and time of day, only the day, or only the time of day. */
export type TimeShape = "full" | "day" | "time";

type TimeOptions = {
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  readonly shape?: TimeShape;
  readonly hasYear?: boolean;
  readonly hasSeconds?: boolean;
};

/** "24 Nov 18:00", 11月24日 18:00. Day and time are joined here because Intl puts commas and words between them. */
export function formatTime(atMs: number, options: TimeOptions): string {
  const { locale, zone, shape = "full", hasYear = false, hasSeconds = false } = options;
  const day = dateFormat(locale, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    ...(hasYear && { year: "numeric" }),
  });
  const clock = dateFormat(locale, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(hasSeconds && { second: "2-digit" }),
  });
  if (shape === "day") return day.format(atMs);
  if (shape === "time") return clock.format(atMs);
  return `${day.format(atMs)} ${clock.format(atMs)}`;
}

/** The zone's short name at that moment: "GMT+8". */
export function zoneName(atMs: number, zone: string, locale: string): string {
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(atMs);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** A calendar day has no zone: it is the same day for every reader. */
export function formatDay(day: LocalDate, locale: string, hasYear: boolean): string {
  return formatTime(Date.parse(day), { locale, zone: "UTC", shape: "day", hasYear });
}
