import type { EventOf } from "../events";
import type { Instant } from "../../shared/instant";
import { wallClock } from "../../shared/local-date";
import type { Hearing } from "../hearing";
import { client, FULFILLING, inbox } from "./told";

type HubEvent = EventOf<"hub.state_entered" | "hub.closed" | "hub.reopened">;

/** A smaller change is news for programs: people would be told of every day's count. */
const HOURS_WORTH_TELLING = 12;

const isWorthTelling = ({ hours, previousHours }: EventOf<"hub.state_entered">): boolean =>
  previousHours === null || Math.abs(hours - previousHours) >= HOURS_WORTH_TELLING;

/** On the clock by which it was announced: whoever reads it knows that border's, and the notice no reader's zone. */
const clock = (at: Instant, zone: string): string => wallClock(at, zone).replace("T", " ");

/** Whoever has goods that have yet to cross there; before the award nobody's plans are told of, their pages show it. */
export function ofHub(event: HubEvent): Hearing[] {
  const { hubId, hubEn, hubZh, mode } = event;
  const to = { crossingAt: hubId, mode };
  const told = {
    body: { hubId, mode: mode ?? "all" },
    facts: { hubEn, hubZh, mode: mode ?? "all" },
    href: `/hubs/${hubId}`,
  };
  if (event.type === "hub.state_entered") {
    const { hours } = event;
    const counted = { ...told, body: { ...told.body, hours } };
    if (!isWorthTelling(event)) return [client(to, counted)];
    const previous = event.previousHours ?? "none";
    return [inbox(counted)({ to, roles: FULFILLING, kind: "hub_wait_changed", facts: { hours, previous } })];
  }
  const { closureId, from, to: until, zone, reason } = event;
  const times = { from: clock(from, zone), until: clock(until, zone), zone };
  const closure = { ...told, body: { ...told.body, closureId, ...times } };
  const kind = event.type === "hub.closed" ? "hub_closed" : "hub_reopened";
  return [inbox(closure)({ to, roles: FULFILLING, kind, facts: { ...times, reason } })];
}
