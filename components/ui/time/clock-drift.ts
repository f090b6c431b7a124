/** Templates with `{n}`: "Your clock is {n} min ahead; times here are the market's." */
export type DriftWords = {
  readonly aheadSeconds: string;
  readonly aheadMinutes: string;
  readonly aheadHours: string;
  readonly behindSeconds: string;
  readonly behindMinutes: string;
  readonly behindHours: string;
};

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
  const side = driftMs > 0 ? "ahead" : "behind";
  const fill = (template: string, unitMs: number) => template.replace("{n}", String(Math.round(size / unitMs)));
  if (size < STEP * MINUTE_MS) return fill(words[`${side}Seconds`], 1_000);
  if (size < STEP * HOUR_MS) return fill(words[`${side}Minutes`], MINUTE_MS);
  return fill(words[`${side}Hours`], HOUR_MS);
}
