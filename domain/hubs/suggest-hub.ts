import { areAboutAsFast, type ShownTime, shownTime, type Way } from "./place";
import { compareWays } from "./way-of-path";

/** Why a hub is suggested: a code worded in messages, and its figures. */
export type HubReason =
  | { readonly code: "only_way" }
  | { readonly code: "only_hub" }
  | { readonly code: "others_left_out" }
  | { readonly code: "fastest_by_days"; readonly daysAhead: number; readonly nextHubId: string }
  | { readonly code: "shortest_distance"; readonly kmAhead: number; readonly nextHubId: string }
  | { readonly code: "equal_to_next"; readonly nextHubId: string }
  | { readonly code: "about_the_same"; readonly nextHubId: string };

export type HubSuggestion = { readonly hubId: string; readonly reason: HubReason };

/**
 * The hub of the best way (by days, then kilometres, then hub) and what sets it apart from the best way through another
 * hub: days are as good as equal within an hour. `all` are the ways that there are, whether they are offered or not: where those through other
 * hubs are left out, this one is not called the only one. Null where there is no way.
 */
export function suggestHub(
  ways: readonly Parameters<typeof compareWays>[0][],
  all: readonly Pick<Way, "hubId">[],
): HubSuggestion | null {
  const ranked = [...ways].sort(compareWays);
  const [first] = ranked;
  if (!first) return null;
  const { hubId } = first;
  const next = ranked.find((way) => way.hubId !== hubId);
  if (!next && all.some((way) => way.hubId !== hubId)) return { hubId, reason: { code: "others_left_out" } };
  if (!next) return { hubId, reason: { code: ranked.length === 1 ? "only_way" : "only_hub" } };
  const daysAhead = Math.round((next.days.min - first.days.min) * 100) / 100;
  if (!areAboutAsFast(daysAhead))
    return { hubId, reason: { code: "fastest_by_days", daysAhead, nextHubId: next.hubId } };
  const kmAhead = next.distanceKm - first.distanceKm;
  if (kmAhead > 0) return { hubId, reason: { code: "shortest_distance", kmAhead, nextHubId: next.hubId } };
  const code = daysAhead === 0 && kmAhead === 0 ? "equal_to_next" : "about_the_same";
  return { hubId, reason: { code, nextHubId: next.hubId } };
}

/** By how much the hub is ahead as people are told it; nothing where that is not the reason. */
export function aheadOf(reason: HubReason): { readonly unit: ShownTime["unit"]; readonly figure: number } {
  if (!("daysAhead" in reason)) return { unit: "hours", figure: 0 };
  const { unit, min } = shownTime({ min: reason.daysAhead, max: reason.daysAhead });
  return { unit, figure: min };
}

/** The best way through another hub, and how much longer it is; less than nothing where it is the better one. */
export type OtherHub = {
  readonly hubId: string;
  /** To a hundredth. */
  readonly daysMore: number;
  readonly kmMore: number;
};

type Compared = Pick<Way, "hubId" | "days" | "distanceKm">;

/** What the best of the ways that avoid the way's hub has on it; null where none does. */
export function bestOther(way: Compared, ways: readonly Way[]): OtherHub | null {
  const [best] = ways.filter(({ hubId }) => hubId !== way.hubId).sort(compareWays);
  if (!best) return null;
  return {
    hubId: best.hubId,
    daysMore: Math.round((best.days.min - way.days.min) * 100) / 100,
    kmMore: best.distanceKm - way.distanceKm,
  };
}
