import { crowKm } from "../hubs/place";
import type { Mode, Place, Way } from "../hubs/place";
import type { LineState } from "../shared/vocabulary";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";
import type { RequestState } from "../requests/request";
import { cancel, OPEN, type Side, type Slot } from "./slots/slot";
import { DAY_MS } from "../shared/time";

/** One party has asked for another hub; the other agrees or does not, or it is taken back before that. */
export const REROUTE_STATES = ["asked", "agreed", "declined", "withdrawn"] as const;
export type RerouteState = (typeof REROUTE_STATES)[number];
export type RerouteEvent = "agree" | "decline" | "withdraw";

export const REROUTE_LIFECYCLE = {
  asked: { agree: "agreed", decline: "declined", withdraw: "withdrawn" },
  agreed: {},
  declined: {},
  withdrawn: {},
} as const satisfies Lifecycle<RerouteState, RerouteEvent>;

export const REROUTE_WORDS_MAX = 500;
/** So often a deal may be asked about; more is for the parties to talk over. */
export const REROUTES_MAX = 20;

/** What of a deal says whether its goods may still go another way. */
export type Underway = {
  readonly hubId: string;
  /** Of the order of carriage; null where there is none. */
  readonly carriage: {
    readonly state: LineState;
    readonly disputedSince: number | null;
    readonly milestones: readonly { readonly code: string; readonly occurredAt: number | null }[];
  } | null;
  readonly requests: readonly { readonly state: RequestState }[];
  readonly reroutes: readonly { readonly state: RerouteState }[];
};

const UNDER_WAY: readonly LineState[] = ["placed", "scheduled", "in_progress"];
/** Whoever bids on these has priced the hub that they name. */
const UNDECIDED: readonly RequestState[] = ["in_review", "open", "closed", "opened"];

export type UnderwayRefusal = Refusal<
  | "reroute_no_carriage"
  | "reroute_crossed"
  | "reroute_bids_out"
  | "reroute_running"
  | "reroute_too_many"
  | "wrong_state"
>;

type Carriage = NonNullable<Underway["carriage"]>;

/** Goods have crossed by road and rail when they are beyond the border, by sea and air when they are aboard. */
export const hasCrossed = ({ milestones }: Pick<Carriage, "milestones">): boolean =>
  milestones
    .slice(milestones.findIndex(({ code }) => code === "crossed_border" || code === "loaded"))
    .some(({ occurredAt }) => occurredAt !== null);

/** Whether a question for another hub can be answered by a no at most: the goods have crossed, or nobody carries them any more. */
export const isOvertaken = (carriage: Pick<Carriage, "state" | "milestones">): boolean =>
  !UNDER_WAY.includes(carriage.state) || hasCrossed(carriage);

/**
 * Whether the goods of a deal may go another way at all: they are carried, have not crossed, and nobody bids on a request that names the
 * hub. Refuses `reroute_no_carriage`, `wrong_state` in a dispute, `reroute_crossed`, `reroute_bids_out`.
 */
export function mayGoOtherwise({
  carriage,
  requests,
}: Pick<Underway, "carriage" | "requests">): Result<void, UnderwayRefusal> {
  if (!carriage || !UNDER_WAY.includes(carriage.state)) return refuse("reroute_no_carriage");
  if (carriage.disputedSince !== null) return refuse("wrong_state", { state: "disputed", event: "progress" });
  if (hasCrossed(carriage)) return refuse("reroute_crossed");
  return requests.some(({ state }) => UNDECIDED.includes(state)) ? refuse("reroute_bids_out") : accept(undefined);
}

/** Whether somebody may ask for another hub now: one question at a time, and no end of them. */
export function mayAsk(deal: Underway, hubId: string): Result<void, UnderwayRefusal | Refusal<"reroute_same_hub">> {
  const free = mayGoOtherwise(deal);
  if (!free.ok) return free;
  if (hubId === deal.hubId) return refuse("reroute_same_hub");
  if (deal.reroutes.some(({ state }) => state === "asked")) return refuse("reroute_running");
  return deal.reroutes.length >= REROUTES_MAX
    ? refuse("reroute_too_many", { maximum: REROUTES_MAX })
    : accept(undefined);
}

type OldSlot = Pick<Slot, "state"> & { readonly number: number };

/**
 * The slots that are given up with a yes to another hub: a truck's place in a queue is at one crossing. Refuses `reroute_slot_open` with the
 * number of one whose truck is in the crossing already and cannot turn back.
 */
export function slotsToGiveUp<S extends OldSlot>(slots: readonly S[]): Result<S[], Refusal<"reroute_slot_open">> {
  const open = slots.filter(({ state }) => OPEN.includes(state));
  const inside = open.find((slot) => !cancel(slot).ok);
  return inside ? refuse("reroute_slot_open", { number: inside.number }) : accept(open);
}

/** Where an answer leads: the other side agrees or declines, the one that asked takes it back. Refuses `not_permitted` and `wrong_state`. */
export function answer(
  reroute: { readonly state: RerouteState; readonly askedBy: Side },
  of: { readonly event: RerouteEvent; readonly by: Side },
): Result<RerouteState, Refusal<"not_permitted" | "wrong_state">> {
  const isAsker = of.by === reroute.askedBy;
  if (isAsker !== (of.event === "withdraw")) return refuse("not_permitted");
  return advance<RerouteState, RerouteEvent>(REROUTE_LIFECYCLE, reroute.state, of.event);
}

/** A contract is for one mode: by another one the goods are carried by a new order. */
export const isOffered = (way: { readonly mode: Mode }, deal: { readonly mode: Mode }): boolean =>
  way.mode === deal.mode;

type Places = ReadonlyMap<string, Pick<Place, "lat" | "lon">>;

/** Two days' driving: a truck goes round a closed crossing by the next one, and not home. */
const BACK_KM_MAX = 1_000;

/** Whether a way comes to a place that lies so much further from its destination than where it begins. */
function leadsBack({ legs }: Pick<Way, "legs">, places: Places): boolean {
  const [here, end] = [places.get(legs[0]?.fromId ?? ""), places.get(legs.at(-1)?.toId ?? "")];
  if (!here || !end) return false;
  const most = crowKm(here, end) + BACK_KM_MAX;
  return legs.flatMap(({ toId }) => places.get(toId) ?? []).some((stop) => crowKm(stop, end) > most);
}

/**
 * Whether another way is worth showing for goods on their way: it does not lead them back, and makes them no later than by all the days that
 * their present way was planned to take. Nobody sends goods that stand at Horgos home to a ship.
 */
export const isWorthTaking = (
  other: { readonly way: Pick<Way, "legs">; readonly laterMs: number },
  present: Pick<Way, "days">,
  places: Places,
): boolean => !leadsBack(other.way, places) && other.laterMs <= present.days.min * DAY_MS;
