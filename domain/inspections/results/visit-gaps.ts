import type { Instant } from "../../shared/instant";
import type { Position } from "../../shared/position";
import type { RoundPlan } from "../plan/round-plan";
import { leastVisitOf } from "../plan/visit-rules";
import { minutesOfVisit } from "../visit-times";
import type { Gap } from "./gaps";

/** What is on record of a visit beside its findings. */
export type OnRecord = {
  readonly checkedInAt: Instant | null;
  readonly checkedOutAt: Instant | null;
  /** Told at check-in. */
  readonly position: Position | null;
  readonly photos: readonly { readonly about: string | null; readonly position: Position | null }[];
};

/**
 * What a visit lacks by `visit-rules`: minutes on site (until it was left, or until `now`), photos that its type must have, and a place: that
 * of the check-in or, where the phone told none then, that of a photo.
 */
export function visitGapsOf(plan: RoundPlan, visit: OnRecord, now: Instant): Gap[] {
  const { checkedInAt, checkedOutAt, position, photos } = visit;
  const least = checkedInAt === null ? null : leastVisitOf(plan, checkedInAt);
  if (checkedInAt === null || least === null) return [];
  const minutes = minutesOfVisit({ checkedInAt, checkedOutAt: checkedOutAt ?? now }) ?? 0;
  const shown = new Set(photos.map(({ about }) => about));
  const isPlaced = position !== null || photos.some((photo) => photo.position !== null);
  return [
    ...(minutes < least.minutes ? [{ kind: "minutes", has: Math.max(0, minutes), needs: least.minutes } as const] : []),
    ...(least.isOnSite && !isPlaced ? [{ kind: "position" } as const] : []),
    ...least.photos.flatMap((subject) => (shown.has(subject) ? [] : [{ kind: "photo", subject } as const])),
  ];
}
