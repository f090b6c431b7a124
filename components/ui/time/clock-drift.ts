/** Templates: "Your clock is {time} ahead; times here are the market's.", with "{n} min" for the time. */
export type DriftWords = Readonly<Record<"ahead" | "behind" | "seconds" | "minutes" | "hours", string>>;

/** Less is what a slow line may make of a right clock. */
const SAID_FROM_MS = 30_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** From here on the larger unit is exact enough. */
const STEP = 1.5;

/** What to say of a device whose clock is so far ahead of the server's (behind it, where negative); null where it is right enough. */
export function driftText(driftMs: number, words: DriftWords): string | null {
  const size = Math.abs(driftMs);
  if (size <= SAID_FROM_MS) return null;
  const fill = (unit: "seconds" | "minutes" | "hours", unitMs: number) => {
    const time = words[unit].replace("{n}", String(Math.round(size / unitMs)));
    return words[driftMs > 0 ? "ahead" : "behind"].replace("{time}", time);
  };
  if (size < STEP * MINUTE_MS) return fill("seconds", 1_000);
  if (size < STEP * HOUR_MS) return fill("minutes", MINUTE_MS);
  return fill("hours", HOUR_MS);
}
