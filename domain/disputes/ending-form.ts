import { PERCENT_PLACES, parseScaled } from "../shared/parse-scaled";

export type TypedEnding = { readonly outcome: string; readonly sharePercent: string; readonly effect: string };

/** What an ending's form says, for the command to check: a share is typed for a split only. Null where the percentage is none. */
export function readEnding({ outcome, sharePercent, effect }: TypedEnding) {
  if (outcome !== "split") return { outcome, shareBps: outcome === "for_provider" ? 10_000 : 0, effect };
  const shareBps = parseScaled(sharePercent, PERCENT_PLACES);
  return shareBps === null ? null : { outcome, shareBps, effect };
}
