import type { LineState } from "../../shared/vocabulary";
import type { Instant } from "../../shared/time";
import {
  type Mark,
  MARKS,
  mayWork,
  OPEN,
  type Side,
  type Slot,
  SLOT_LIFECYCLE,
  type SlotState,
  takesMark,
  undeclared,
} from "./slot";
import { SLOT_RULES } from "./systems";
import { arriveBy } from "./window";

/** What is next of a slot, and whose turn it is; `by` where it has a time. */
export type SlotNext = {
  readonly what: "pay" | "declare" | "confirm" | "arrive" | "enter" | "cross" | "report" | "rebook" | "nothing";
  readonly whose: Side | null;
  readonly by: Instant | null;
};

type Known = Slot & {
  readonly isReplaced: boolean;
  /** Whether its truck could be booked anew: the order has room for it, and it has no other slot. */
  readonly mayRebook: boolean;
};
type Around = {
  readonly booker: Side;
  /** Whether a truck of the order has still to cross. */
  readonly isNeeded: boolean;
  /** Whether a slot of the order is still to be carried out. */
  readonly isAnyOpen: boolean;
};

const ended = (what: "report" | "rebook" | "nothing", whose: Side | null): SlotNext => ({ what, whose, by: null });

/**
 * What happens next: what is paid, declared and confirmed by whoever books, what is driven by the provider, and what is lost booked anew.
 * When the last truck is across the provider reports it as the order's step. Nothing once the goods are across, though nobody has said so of the slot: what is told of it after that is for its record alone.
 */
export function nextOf(slot: Known, { booker, isNeeded, isAnyOpen }: Around): SlotNext {
  const { state, system, window, fee } = slot;
  if (!isNeeded) return ended("nothing", null);
  switch (state) {
    case "requested":
    case "paid": {
      const what = state === "requested" && fee !== null ? "pay" : undeclared(slot).length > 0 ? "declare" : "confirm";
      return { what, whose: booker, by: window.to };
    }
    case "confirmed":
      return { what: "arrive", whose: "provider", by: arriveBy(system, window) };
    case "called":
      return { what: "enter", whose: "provider", by: null };
    case "in":
      return { what: "cross", whose: "provider", by: null };
    case "forfeited":
    case "cancelled":
      return slot.mayRebook && !slot.isReplaced ? ended("rebook", booker) : ended("nothing", null);
    case "crossed":
      return isAnyOpen ? ended("nothing", null) : ended("report", "provider");
  }
}

/** What may be done to a slot, a form each. */
export const SLOT_STEPS = ["pay", "confirm", "mark", "drivers", "move", "vehicle", "rebook", "cancel"] as const;
export type SlotStep = (typeof SLOT_STEPS)[number];

const OVER: readonly LineState[] = ["completed", "cancelled"];

const leadsOn = (state: SlotState, event: string): boolean => event in SLOT_LIFECYCLE[state];

/** The marks that a slot takes now. */
export const marksOf = (slot: Pick<Slot, "state" | "system">): Mark[] => MARKS.filter((as) => takesMark(slot, as));

function isOpenTo(step: SlotStep, slot: Known): boolean {
  const { state, system, fee, isReplaced, mayRebook } = slot;
  const isStanding = state === "confirmed" || state === "called";
  switch (step) {
    case "pay":
      return state === "requested" && fee !== null;
    case "confirm":
      return state === "paid" || (state === "requested" && fee === null);
    case "mark":
      return marksOf(slot).length > 0 && !isReplaced;
    case "drivers":
      return OPEN.includes(state);
    case "move":
      return leadsOn(state, "move");
    case "vehicle":
      return state === "requested" || state === "paid" || (isStanding && !SLOT_RULES[system].isFixed);
    case "rebook":
      return mayRebook && !isReplaced && (isStanding || state === "forfeited" || state === "cancelled");
    case "cancel":
      return leadsOn(state, "cancel");
  }
}

/** The steps that a side may take of a slot now; the commands ask again, and for times that only they know. */
export function stepsOf(
  slot: Known,
  of: Pick<Around, "booker"> & { readonly side: Side; readonly orderState: LineState },
): SlotStep[] {
  if (OVER.includes(of.orderState)) return [];
  const work = (step: SlotStep) => (step === "mark" || step === "drivers" || step === "vehicle" ? "drive" : "book");
  return SLOT_STEPS.filter((step) => mayWork(work(step), of.side, of.booker) && isOpenTo(step, slot));
}
