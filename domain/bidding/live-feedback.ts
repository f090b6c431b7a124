import type { BidMode } from "../requests/request";
import { type Feedback, type RequestTerms, termsOf } from "../requests/terms";
import type { RateRefusal } from "../shared/exchange-rate";
import type { Result } from "../shared/result";
import { divideHalfUp } from "../shared/rounding";
import type { Ranked } from "./live-ranking";

export const LIGHTS = ["green", "yellow", "red"] as const;

/** Green is the best bid, yellow one at most 5 percent above it, red any other. */
export type Light = (typeof LIGHTS)[number];

/** What a bidder is told of its own place. `gapBps` is its distance to the best in basis points of the best. */
export type BidFeedback =
  | { readonly kind: "amounts" | "gap"; readonly rank: number; readonly count: number; readonly gapBps: number }
  | { readonly kind: "rank"; readonly rank: number; readonly count: number }
  | { readonly kind: "traffic_light"; readonly light: Light }
  /** A rate is missing, so that nobody's place is known. */
  | { readonly kind: "unknown" };

const YELLOW_PERCENT = 5n;
const GAP_BPS_MAX = 1_000_000n;

/**
 * Rounded to the nearest, half up, as everybody reckons it; who is behind by less than that is told one basis point, and not that it is level. A
 * best bid that rounds to nothing is infinitely far away.
 */
function gapBps(own: bigint, best: bigint): number {
  if (own <= best) return 0;
  if (best <= 0n) return Number(GAP_BPS_MAX);
  const bps = divideHalfUp((own - best) * 10_000n, best) || 1n;
  return Number(bps < GAP_BPS_MAX ? bps : GAP_BPS_MAX);
}

function lightOf(rank: number, own: bigint, best: bigint): Light {
  if (rank === 1) return "green";
  return own * 100n <= best * (100n + YELLOW_PERCENT) ? "yellow" : "red";
}

/**
 * What the organisation is told of its own bid's place among those that stand, in the way the request was published with. Null where
 * no bid of its own stands. No answer holds a rival's amount; a colour holds no number at all.
 */
export function feedbackOf(
  ranking: Result<readonly Ranked[], RateRefusal>,
  { feedback, organisationId }: { readonly feedback: Feedback; readonly organisationId: string },
): BidFeedback | null {
  if (!ranking.ok) return { kind: "unknown" };
  const ranked = ranking.value;
  const at = ranked.findIndex(({ providerOrganisationId }) => providerOrganisationId === organisationId);
  const [best, own] = [ranked[0], ranked[at]];
  if (!best || !own) return null;
  const place = { rank: at + 1, count: ranked.length };
  switch (feedback) {
    case "rank":
      return { kind: feedback, ...place };
    case "traffic_light":
      return { kind: feedback, light: lightOf(place.rank, own.comparedMinor, best.comparedMinor) };
    default:
      return { kind: feedback, ...place, gapBps: gapBps(own.comparedMinor, best.comparedMinor) };
  }
}

type Published = { readonly bidMode: BidMode; readonly terms: RequestTerms | null };

/** What bidders know of each other while bids come: nothing, each its own place, or all totals. */
export function disclosureOf(request: Published): "sealed" | "place" | "open" {
  if (request.bidMode === "sealed") return "sealed";
  return termsOf(request).feedback === "amounts" ? "open" : "place";
}

/** Whether a bidder may read what its rivals ask: only in open bidding that was published so. */
export const maySeeRivals = (request: Published): boolean => disclosureOf(request) === "open";
