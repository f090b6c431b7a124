import { z } from "zod";
import type { OpeningHours } from "../domain/hubs/board/opening-hours";
import { type SlotFee, SLOT_KINDS, type SlotKind } from "../domain/orders/slots/fees";
import { FAULTS, type Mark, MARKS, type Side, SIDES, SLOT_STATES } from "../domain/orders/slots/slot";
import { UNUSUAL } from "../domain/orders/slots/window";
import type { OtherSlot } from "../domain/orders/slots/double-booking";
import { SLOT_STEPS } from "../domain/orders/slots/slot-turn";
import { DECLARED, type SlotRules, type SlotSystem } from "../domain/orders/slots/systems";
import { SLOT_SYSTEMS } from "../domain/services/logistics/choices";
import type { Locale } from "../domain/shared/locale";
import type { Money } from "../domain/shared/money";
import type { HubWithClock, NamedPlace } from "../domain/shared/vocabulary";
import { type View, id, money, time } from "./fields";

const NEXT = ["pay", "declare", "confirm", "arrive", "enter", "cross", "report", "rebook", "nothing"] as const;

/** A slot as both parties see it, with what is next and what the reader may do. */
const slot = z
  .object({
    id,
    number: z.int().meta({ description: "Of its order, from 1" }),
    system: z.enum(SLOT_SYSTEMS),
    systemReason: z
      .string()
      .nullable()
      .meta({ description: "Why it is another system than the bid names; null where it is not" }),
    kind: z.enum(SLOT_KINDS),
    state: z.enum(SLOT_STATES),
    placeId: z.string(),
    windowFrom: time,
    windowTo: time,
    arriveFrom: time
      .nullable()
      .meta({ description: "Before it the system takes no truck; null where it says nothing" }),
    arriveBy: time
      .nullable()
      .meta({ description: "Who is neither called nor let in by then has lost the slot; null where nothing is lost" }),
    tractorPlate: z.string(),
    trailerPlate: z.string().nullable(),
    drivers: z.array(z.object({ name: z.string(), document: z.string(), phone: z.string().optional() })),
    declared: z.array(z.enum(DECLARED)),
    undeclared: z.array(z.enum(DECLARED)).meta({ description: "What the system wants to know before it confirms" }),
    bookingNumber: z.string().nullable(),
    fee: money.nullable().meta({ description: "Of the system; null where it charges none" }),
    feePaidBy: z.enum(SIDES).nullable(),
    rebookingFee: money.nullable().meta({ description: "What booking anew costs today" }),
    proofFileId: id.nullable(),
    replaces: z.int().nullable().meta({ description: "The number of the slot whose place it takes" }),
    replacedBy: z.int().nullable(),
    atFault: z.enum(FAULTS).nullable(),
    faultWords: z.string().nullable(),
    requestedAt: time,
    paidAt: time.nullable(),
    confirmedAt: time.nullable(),
    calledAt: time.nullable(),
    enteredAt: time.nullable(),
    crossedAt: time.nullable(),
    endedAt: time.nullable(),
    endWords: z.string().nullable(),
    told: z
      .array(
        z.object({
          as: z.enum(MARKS),
          at: time.nullable().meta({ description: "When it was told; null of a slot from before that was kept" }),
          unusual: z.enum(UNUSUAL).nullable().meta({
            description:
              "`early`: long before the window, `late`: called long after it, `shut`: while the crossing was shut; somebody has said that the time is right",
          }),
        }),
      )
      .meta({ description: "Where the truck was, as it was told of this slot" }),
    next: z.object({ what: z.enum(NEXT), whose: z.enum(SIDES).nullable(), by: time.nullable() }),
    steps: z.array(z.enum(SLOT_STEPS)).meta({ description: "What your organisation may do to it now" }),
    version: z.int(),
  })
  .meta({ id: "BorderSlot" });

/** All slots of an order. */
export const slotList = z.object({
  orderId: id,
  booker: z.enum(SIDES),
  system: z.enum(SLOT_SYSTEMS).meta({ description: "The system of a new slot where none is named" }),
  agreedSystem: z
    .enum(SLOT_SYSTEMS)
    .nullable()
    .meta({ description: "What the bid names: a slot of another system is asked for with a reason" }),
  placeIds: z.array(z.string()).meta({ description: "Where a new slot may be" }),
  slots: z.array(slot),
});

/** A place with the clock that its deadlines go by. */
export type Crossing = NamedPlace & { readonly zone: string };

export type BorderSlot = View<typeof slot> & {
  readonly crossing: Crossing;
  /** Where its system keeps the queue for this hub: the crossings that it may be changed to, or booked anew at. */
  readonly crossings: readonly Crossing[];
  readonly moveCount: number;
  readonly rules: SlotRules;
  /** What its rebooking fee is made of; null where booking it anew costs nothing. */
  readonly rebooking: SlotFee | null;
  readonly marks: readonly Mark[];
  /** The slot of another order that has its truck in the same hours, or had it when that was said to be right (`isOver`), named to a party of that order; null where none does. */
  readonly elsewhere: (Pick<OtherSlot, "isOwn" | "reference"> & { readonly isOver: boolean }) | null;
};

/** All slots of an order, with what a new one may be. */
export type SlotList = Omit<View<typeof slotList>, "slots"> & {
  readonly slots: readonly BorderSlot[];
  readonly reference: string;
  readonly title: string;
  readonly hub: HubWithClock;
  readonly side: Side;
  readonly trucks: number;
  /** Whether a truck of the order has still to cross: no slot is waited for once the goods are across or the order is over. */
  readonly isNeeded: boolean;
  /** Whether the carrier has told the step of a booked slot, of which none is kept here. */
  readonly isReportedByHand: boolean;
  /** Those in which one may be asked for instead, with a reason where the bid names its own. */
  readonly otherSystems: readonly SlotSystem[];
  readonly crossings: readonly Crossing[];
  /** The hours in which the hub lets trucks through; null where it never shuts or nobody says. */
  readonly hours: OpeningHours | null;
  readonly fees: readonly { readonly kind: SlotKind; readonly fee: Money | null }[];
  /** Whether the reader's side may ask for another, and why not where it may not by the order's own state. */
  readonly asking:
    | { readonly isOpen: true }
    | {
        readonly isOpen: false;
        readonly why:
          | "other_side"
          | "slot_too_early"
          | "slot_too_late"
          | "slots_full"
          | "gate_closed"
          | "not_permitted";
      };
};

/** What a driver does at a crossing, step by step. */
export type SlotGuide = { readonly language: Locale; readonly title: string; readonly steps: readonly string[] };
