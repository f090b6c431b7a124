import type { ChainLane, ChainView } from "@/domain/orders/chain/chain-view";
import type { EtaStop } from "@/domain/orders/chain/eta";
import type { Instant } from "@/domain/shared/instant";

const HUB_COUNTRY = "CN";

/** A stretch of a service's lane: what was done, what a gate holds now, what is planned. */
export type LaneSpan = {
  readonly look: "done" | "held" | "planned";
  readonly from: Instant;
  readonly to: Instant;
  /** The step that the stretch ended with, or that it waits for. */
  readonly code: string | null;
};

/** When a service is planned to be done, by what the goods need of it: an inspection before pick-up, customs at the border, the rest at the end. */
function plannedEnd({ service }: ChainLane, { eta }: ChainView, now: Instant): Instant {
  if (!eta) return now;
  const [first, last] = [eta.stops[0]?.at.min ?? now, eta.arrives.min];
  switch (service) {
    case "inspection":
      return first;
    case "customs":
      return eta.stops.at(-2)?.at.min ?? last;
    default:
      return last;
  }
}

/** The places whose time is known or can be expected: while the goods are held, only those where they have been. */
export const timedStops = ({ eta, hold }: Pick<ChainView, "eta" | "hold">): readonly EtaStop[] =>
  (eta?.stops ?? []).filter(({ isActual, isPassed }) => isActual || isPassed || !hold);

/** What is drawn of a service; nothing where no order of it is under way or done. */
export function laneSpans(lane: ChainLane, view: ChainView, now: Instant): LaneSpan[] {
  const { order } = lane;
  const begun = view.deal.contractedAt;
  if (!order || begun === null) return [];
  const told = order.milestones.flatMap(({ code, occurredAt }) => (occurredAt === null ? [] : [{ code, occurredAt }]));
  const [first, last] = [told[0], told.at(-1)];
  const done: LaneSpan[] =
    first && last ? [{ look: "done", from: first.occurredAt, to: last.occurredAt, code: last.code }] : [];
  if (order.line === "completed" || order.line === "cancelled") return done;
  const since = last?.occurredAt ?? begun;
  const isHeld = order.turn.holder === "gate" || order.stops.length > 0;
  const held: LaneSpan[] = isHeld ? [{ look: "held", from: since, to: now, code: null }] : [];
  const end = view.hold ? now : plannedEnd(lane, view, now);
  const from = isHeld || since < now ? now : since;
  const next = order.milestones.find(({ occurredAt }) => occurredAt === null)?.code ?? null;
  return [...done, ...held, ...(end > from ? [{ look: "planned", from, to: end, code: next } as const] : [])];
}

/** Where the goods leave the country of the hub or come into it: its last place before the border, or the first behind it. */
export function borderStop({ eta, places }: ChainView): EtaStop | undefined {
  const stops = eta?.stops ?? [];
  const isForeign = (stop: EtaStop | undefined) => stop !== undefined && places[stop.placeId]?.country !== HUB_COUNTRY;
  return stops.find((stop, at) => !isForeign(stop) && (isForeign(stops[at - 1]) || isForeign(stops[at + 1])));
}

/** From the first thing that happened to the last that is planned, so that every stretch has room. */
export function timeFrame(view: ChainView, spans: readonly LaneSpan[], now: Instant): { from: Instant; to: Instant } {
  const times = [
    now,
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...timedStops(view).map(({ at }) => at.min),
    ...(view.eta && !view.hold ? [view.eta.arrives.max] : []),
  ];
  return { from: Math.min(...times) as Instant, to: Math.max(...times) as Instant };
}
