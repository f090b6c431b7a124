import { isPortMode } from "../../../domain/hubs/place";
import { HOUR_MS, type Instant } from "../../../domain/shared/time";
import type { LateStep, OrderRecord } from "./late-reason";
import { type Cause, hoursOf, onVoyage, SINCE, type Since, WORDS } from "./late-words";

/** Goods lie no longer before the customs, in a border's queue, for their ship or for their flight, where nothing is wrong: who missed a sailing waits three days more. Estimates. */
const USUAL_MS = {
  export: 24 * HOUR_MS,
  import: 30 * HOUR_MS,
  queue: 24 * HOUR_MS,
  sea: 102 * HOUR_MS,
  air: 24 * HOUR_MS,
} as const;

/** The sides of a clearance by which goods leave, and by which they come in: a broker for both sides has its questions on the far one. */
const LEAVING = ["export", "transit"];
const ENTERING = ["import", "both"];

/** China's neighbours whose rails lie further apart, and whoever is reached through them. */
const WIDE_GAUGE = ["KZ", "KG", "UZ", "RU", "MN"];
/** Where rain and not snow shuts the road. */
export const SOUTH = ["VN", "TH", "LA", "MM"];

type Stretch = { readonly from: Instant | undefined; readonly to: Instant | undefined };
/** How long goods lay before the customs of one side, and what that is counted from. */
type Stay = Stretch & { readonly since: Since };
type Found = { readonly cause: Cause; readonly overMs: number };

const lasted = ({ from, to }: Stretch): number => (from === undefined || to === undefined ? 0 : to - from);

/** What goods waited for that lay before the customs: the deal's own clearance says so, and where nobody of the market clears them the wait itself. */
function clearanceCause(customs: OrderRecord | undefined, sides: readonly string[], stay: Stay): Cause {
  const { from, to, since } = stay;
  const waited = hoursOf(lasted(stay));
  if (!customs || !sides.includes(customs.side ?? "")) return { reason: "customs_hold", words: WORDS.held(waited) };
  const { state_question: asked, documents_complete: complete } = customs.steps;
  if (asked !== undefined && asked < (to ?? asked))
    return { reason: "customs_hold", words: WORDS.lainExamined(since, waited) };
  if (complete !== undefined && complete > (from ?? complete))
    return { reason: "papers_incomplete", words: WORDS.papersLate };
  return { reason: "other", words: WORDS.brokerLate };
}

/** What keeps a truck on its way, by season. */
function onTheRoad({ corridor, at }: LateStep, isWeather: boolean): Cause {
  const isSouth = SOUTH.some((country) => corridor.includes(country));
  if (isWeather) return { reason: "road_or_weather", words: isSouth ? WORDS.rain : WORDS.snow };
  return Math.floor(at / HOUR_MS) % 2 === 0
    ? { reason: "vehicle_breakdown", words: WORDS.tractor }
    : { reason: "own_fault", words: WORDS.driverHours };
}

/** What keeps goods on their way, by mode and season. */
function onTheWay(step: LateStep, isWeather: boolean): Cause {
  const { mode, at, deal } = step;
  const { departed, arrived_port } = deal.logistics?.steps ?? {};
  if (mode === "rail") return { reason: "rolled", words: WORDS.trainHeld };
  if (mode === "road" || departed === undefined) return onTheRoad(step, mode === "road" && isWeather);
  if (isWeather) return { reason: "road_or_weather", words: mode === "sea" ? WORDS.typhoon : WORDS.noFlying };
  const words = mode === "sea" ? onVoyage(lasted({ from: departed, to: arrived_port ?? at })) : WORDS.handledLong;
  return { reason: "rolled", words };
}

/** What kept goods at the port or airport beyond what is usual there: no room on the ship or flight, or no flying. */
function stayCause({ mode, at }: LateStep, isWeather: boolean): Cause {
  if (mode === "sea") return { reason: "rolled", words: WORDS.rolledOver };
  return isWeather && Math.floor(at / HOUR_MS) % 2 === 0
    ? { reason: "road_or_weather", words: WORDS.noFlying }
    : { reason: "rolled", words: WORDS.offloaded };
}

/** The queue that goods stood in; of trains between two gauges, which change behind the border, that to be taken over there. */
function queueCause({ mode, corridor }: LateStep, waitedMs: number): Cause {
  const isOfGauge = mode === "rail" && WIDE_GAUGE.some((country) => corridor.includes(country));
  const words = isOfGauge ? WORDS.handoverQueue(hoursOf(waitedMs)) : WORDS.queued(hoursOf(waitedMs));
  return { reason: "border_queue", words };
}

/** What kept goods from being at the hub, or across the border, by the time that was promised: what came after that time itself. */
function awaited({ mode, dueAt, deal, waits }: LateStep): Cause | null {
  const complete = deal.customs?.steps.documents_complete;
  const slot = deal.logistics?.steps.slot_reserved;
  if (isPortMode(mode)) return null;
  if (complete !== undefined && complete > dueAt) return { reason: "papers_incomplete", words: WORDS.papersLate };
  const isTooLate = (slot ?? 0) > dueAt || (waits.slotOpensAt ?? 0) > dueAt;
  return isTooLate ? { reason: "no_slot", words: WORDS.noSlot } : null;
}

/** What held a haul longest beyond what is usual, of all that lies behind it. */
function longestHold(step: LateStep, isWeather: boolean): Cause | null {
  const { mode, deal } = step;
  const { arrived_hub, export_released, crossed_border, departed, arrived_port, import_released } =
    deal.logistics?.steps ?? {};
  const leaving = { from: arrived_hub, to: export_released, since: SINCE.hub };
  const since = crossed_border === undefined ? SINCE.port : SINCE.crossing;
  const entering = { from: crossed_border ?? arrived_port, to: import_released, since };
  const found: Found[] = [
    { cause: clearanceCause(deal.customs, LEAVING, leaving), overMs: lasted(leaving) - USUAL_MS.export },
    { cause: clearanceCause(deal.customs, ENTERING, entering), overMs: lasted(entering) - USUAL_MS.import },
  ];
  if (mode === "sea" || mode === "air") {
    const stay = lasted({ from: arrived_hub, to: departed });
    found.push({ cause: stayCause(step, isWeather), overMs: stay - USUAL_MS[mode] });
  } else {
    const queued = lasted({ from: export_released ?? arrived_hub, to: crossed_border });
    found.push({ cause: queueCause(step, queued), overMs: queued - USUAL_MS.queue });
  }
  const [longest] = found.filter(({ overMs }) => overMs > 0).sort((one, other) => other.overMs - one.overMs);
  return longest?.cause ?? null;
}

/** Why goods that had come in by the time for their delivery were let in only after it, however short that was; null of all others. */
function releasedLate({ dueAt, deal }: LateStep): Cause | null {
  const { crossed_border, arrived_port, import_released: to } = deal.logistics?.steps ?? {};
  const from = crossed_border ?? arrived_port;
  if (from === undefined || to === undefined || from > dueAt || to <= dueAt) return null;
  const since = crossed_border === undefined ? SINCE.port : SINCE.crossing;
  return clearanceCause(deal.customs, ENTERING, { from, to, since });
}

/** Why goods were fetched late: the gate of their inspection opened too late, with its report where no verdict says when, else whoever fetches them. */
function pickUpCause({ mode, dueAt, deal }: LateStep): Cause {
  const { letGoAt, steps = {} } = deal.inspection ?? {};
  const isReleasedLate = (letGoAt ?? steps.report_issued ?? 0) > dueAt || (steps.on_site ?? 0) > dueAt;
  if (isReleasedLate) return { reason: "goods_not_ready", words: WORDS.releasedLate };
  return mode === "rail"
    ? { reason: "rolled", words: WORDS.wagonsShort }
    : { reason: "own_fault", words: WORDS.ownTruck };
}

/** Why a step of a haul came late, by what the deal has on record of it. */
export function haulCause(step: LateStep, isWeather: boolean): Cause {
  const { code, at, deal } = step;
  const { arrived_hub, export_released, departed } = deal.logistics?.steps ?? {};
  switch (code) {
    case "booked":
    case "documents_closed":
      return { reason: "own_fault", words: null };
    case "picked_up":
      return pickUpCause(step);
    case "arrived_hub":
      return awaited(step) ?? onTheWay(step, isWeather);
    case "arrived_port":
      return lasted({ from: arrived_hub, to: departed }) > USUAL_MS.sea
        ? stayCause(step, isWeather)
        : onTheWay(step, isWeather);
    case "crossed_border": {
      const leaving = { from: arrived_hub, to: export_released, since: SINCE.hub };
      const queued = lasted({ from: export_released ?? arrived_hub, to: at });
      // Whichever kept the goods longer, the customs or the queue.
      const isHeld = lasted(leaving) > queued;
      return awaited(step) ?? (isHeld ? clearanceCause(deal.customs, LEAVING, leaving) : queueCause(step, queued));
    }
    default:
      return longestHold(step, isWeather) ?? releasedLate(step) ?? onTheWay(step, isWeather);
  }
}
