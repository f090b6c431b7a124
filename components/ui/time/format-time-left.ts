/** Templates with `{n}` or `{time}`, because the words come from the server and the minutes pass on the client. */
export type TimeLeftWords = {
  readonly days: string;
  readonly daysAlone: string;
  readonly hours: string;
  readonly minutes: string;
  readonly underMinute: string;
  /** `{time}` alone in a list, "{time} left" elsewhere. */
  readonly frame: string;
  readonly passed: string;
};

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
/** From here on hours only distract. */
const DAYS_ALONE = 4;

const fill = (template: string, n: number): string => template.replace("{n}", String(n));

/** Two units at most, cut and never rounded up: nobody is promised a minute that is not there. */
export function formatTimeLeft(leftMs: number, words: TimeLeftWords): string {
  if (leftMs <= 0) return words.passed;
  const all = Math.floor(leftMs / MINUTE_MS);
  const days = Math.floor(all / MINUTES_PER_DAY);
  const hours = Math.floor((all % MINUTES_PER_DAY) / MINUTES_PER_HOUR);
  const minutes = all % MINUTES_PER_HOUR;
  if (days >= DAYS_ALONE) return words.frame.replace("{time}", fill(words.daysAlone, days));
  const parts: string[] = [];
  if (days > 0) parts.push(fill(words.days, days));
  if (days > 0 || hours > 0) parts.push(fill(words.hours, hours));
  if (days === 0) parts.push(all === 0 ? words.underMinute : fill(words.minutes, minutes));
  return words.frame.replace("{time}", parts.join(" "));
}
