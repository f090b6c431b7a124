import type { HubWithClock, NamedPlace } from "../../shared/named";
import type { Instant } from "../../shared/instant";
import type { Money } from "../../shared/money";
import type { SlotFee, SlotKind } from "./fees";
import type { Side } from "./sides";
import type { Mark, Slot } from "./slot";
import type { SlotNext, SlotStep } from "./slot-turn";
import type { Declared, SlotRules, SlotSystem } from "./systems";
import type { OpeningHours } from "../../hubs/board/opening-hours";
import type { FieldLocale } from "../../shared/locale";

/** A place with the clock that its deadlines go by. */
export type Crossing = NamedPlace & { readonly zone: string };

/** A slot as both parties see it, with what is next and what the viewer may do. */
export type ShownSlot = Slot & {
  readonly id: string;
  readonly number: number;
  readonly crossing: Crossing;
  /** Where its system keeps the queue for this hub: the crossings that it may be changed to, or booked anew at. */
  readonly crossings: readonly Crossing[];
  /** Why it is booked in another system than the bid names; null where it is not. */
  readonly systemReason: string | null;
  readonly bookingNumber: string | null;
  readonly undeclared: readonly Declared[];
  readonly feePaidBy: Side | null;
  readonly faultWords: string | null;
  readonly proofFileId: string | null;
  readonly replacesNumber: number | null;
  readonly replacedByNumber: number | null;
  readonly bookedBy: Side;
  readonly requestedAt: Instant;
  readonly paidAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly calledAt: Instant | null;
  readonly enteredAt: Instant | null;
  readonly crossedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endWords: string | null;
  readonly moveCount: number;
  readonly arriveFrom: Instant | null;
  readonly arriveBy: Instant | null;
  readonly rules: SlotRules;
  /** What it costs to book it anew; null where that costs nothing. */
  readonly rebookingFee: SlotFee | null;
  readonly next: SlotNext;
  readonly steps: readonly SlotStep[];
  readonly marks: readonly Mark[];
  readonly version: number;
};

/** All slots of an order, with what a new one may be. */
export type SlotsView = {
  readonly orderId: string;
  readonly reference: string;
  readonly title: string;
  readonly hub: HubWithClock;
  readonly side: Side;
  readonly booker: Side;
  readonly usualPayer: Side;
  readonly trucks: number;
  /** Whether a truck of the order has still to cross: no slot is waited for once the goods are across or the order is over. */
  readonly isNeeded: boolean;
  /** Whether the carrier has told the step of a booked slot, of which none is kept here. */
  readonly isReportedByHand: boolean;
  readonly slots: readonly ShownSlot[];
  /** In which another slot is asked for: what the bid says, else what the crossing's country has, unless the viewer chose one. */
  readonly system: SlotSystem;
  /** What the bid says; null where it says none. */
  readonly agreedSystem: SlotSystem | null;
  /** Those in which one may be asked for instead, with a reason where the bid names its own. */
  readonly otherSystems: readonly SlotSystem[];
  readonly crossings: readonly Crossing[];
  /** The hours in which the hub lets trucks through; null where it never shuts or nobody says. */
  readonly hours: OpeningHours | null;
  readonly fees: readonly { readonly kind: SlotKind; readonly fee: Money | null }[];
  /** Whether the viewer's side may ask for another, and why not where it may not by the order's own state. */
  readonly asking: { readonly isOpen: true } | { readonly isOpen: false; readonly why: AskingStop };
};

export type AskingStop =
  | "other_side"
  | "slot_too_early"
  | "slot_too_late"
  | "slots_full"
  | "gate_closed"
  | "not_permitted";

/** What a driver does at a crossing, step by step. */
export type SlotGuide = { readonly language: FieldLocale; readonly title: string; readonly steps: readonly string[] };
