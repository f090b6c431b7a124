import type { Milestone } from "../orders/order";
import type { Instant } from "../shared/instant";
import type { Span } from "./spans";

/** Where trucks wait: at the border, and where they unload. */
export const DELAY_PLACES = ["border", "destination"] as const;
export type DelayPlace = (typeof DELAY_PLACES)[number];

/** A wait from the step that began it to the one that ended it; one that still runs ends now. */
export type Interval = Span & {
  readonly place: DelayPlace;
  readonly isRunning: boolean;
  readonly began: "arrived" | "slot_missed";
};

const STEPS: Readonly<Record<DelayPlace, { readonly from: string; readonly to: string }>> = {
  border: { from: "arrived_hub", to: "crossed_border" },
  destination: { from: "arrived_destination", to: "delivered" },
};

type Known = {
  readonly milestones: readonly Milestone[];
  /** When the first slot was missed; null where none was. */
  readonly missedAt: Instant | null;
  /** When the order was called off; null where it was not. */
  readonly endedAt: Instant | null;
  readonly now: Instant;
};

function intervalAt(place: DelayPlace, { milestones, missedAt, endedAt, now }: Known): Interval | null {
  const step = STEPS[place];
  const at = (code: string) => milestones.find((milestone) => milestone.code === code)?.occurredAt ?? null;
  const arrived = at(step.from);
  const missed = place === "border" ? missedAt : null;
  const starts = [arrived, missed].flatMap((one) => one ?? []);
  if (starts.length === 0) return null;
  const from = Math.min(...starts) as Instant;
  const position = milestones.findIndex(({ code }) => code === step.to);
  const later = milestones.slice(position).flatMap(({ occurredAt }) => occurredAt ?? []);
  const end = later.length > 0 ? (Math.min(...later) as Instant) : endedAt;
  const to = end ?? now;
  if (to <= from) return null;
  return { place, from, to, isRunning: end === null, began: from === arrived ? "arrived" : "slot_missed" };
}

/**
 * The waits of an order: at the border from the arrival at the hub until the crossing, and at the destination from the arrival until the
 * delivery. A slot that was missed before the truck arrived starts the first one. A step that was passed over is ended by the next one
 * that was told, and an order that was called off ends what ran.
 */
export const intervalsOf = (known: Known): Interval[] =>
  DELAY_PLACES.flatMap((place) => intervalAt(place, known) ?? []);
