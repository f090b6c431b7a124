import { z } from "zod";
import type { Mode } from "../domain/hubs/place";
import { BEGINNINGS, DELAY_PLACES } from "../domain/orders/delay/intervals";
import { DELAY_PAYERS, DELAY_REASONS } from "../domain/orders/delay/reasons";
import { type Side, SIDES } from "../domain/orders/slots/slot";
import { CHARGE_CODES } from "../domain/services/charge";
import type { StopReason } from "../domain/services/work-reasons";
import type { Instant } from "../domain/shared/time";
import type { NamedPlace } from "../domain/shared/vocabulary";
import { type View, id, money, time } from "./fields";

const reason = z.enum(DELAY_REASONS);
const began = z.enum(BEGINNINGS).meta({
  description:
    "`slot_window`: the truck came before the window of its confirmed slot, and the wait is counted from the start of the window. `slot_missed`: the same of the window that replaced a slot which the provider missed by its own fault",
});

/** The wait of one truck, or of several that waited alike, as both parties see it: every step from its hours to its sum. */
const wait = z
  .object({
    place: z.enum(DELAY_PLACES),
    from: time,
    to: time,
    isRunning: z.boolean().meta({ description: "Then `to` is now" }),
    began,
    stays: z.array(z.object({ hubId: id.nullable(), from: time, to: time, began })).meta({
      description:
        "Where trucks stood meanwhile: one hub after the other where the goods were sent on, else one; null at the destination. What lies between two counts for nothing",
    }),
    freeHours: z.number(),
    freeTimeSaidBy: z.enum(["bid", "request", "nobody"]),
    closuresExcluded: z.boolean(),
    trucks: z.int().meta({ description: "How many waited so" }),
    plates: z.array(z.string()).meta({
      description: "Of those trucks; empty where no slot names them, and at the destination, where all wait as one",
    }),
    freeUsedHours: z.number(),
    excludedHours: z.number(),
    chargedHours: z.number(),
    pieces: z.array(
      z.object({
        from: time,
        to: time,
        as: z.enum(["free", "excluded", "charged"]),
        reason: reason.nullable(),
        payer: z.enum(DELAY_PAYERS),
        isObjected: z.boolean(),
      }),
    ),
    days: z
      .array(z.object({ number: z.int(), countedHours: z.number(), payer: z.enum(DELAY_PAYERS) }))
      .meta({ description: "Begun days of 24 counted hours after free time" }),
    lines: z.array(
      z.object({
        code: z.enum(CHARGE_CODES),
        payer: z.enum(DELAY_PAYERS),
        days: z.int(),
        trucks: z.int(),
        unitPrice: money,
        amount: money,
      }),
    ),
    totals: z.object({ buyer: money, provider: money }),
    isContested: z.boolean(),
    nextChargeAt: time.nullable(),
  })
  .meta({ id: "DelayWait" });

/** A reason that a side has given for some hours of a wait, and what the other says to it. */
const segment = z
  .object({
    id,
    place: z.enum(DELAY_PLACES),
    reason,
    from: time,
    to: time.nullable(),
    words: z.string(),
    by: z.enum(SIDES),
    at: time,
    objection: z.string().nullable(),
    objectedAt: time.nullable(),
    withdrawnAt: time.nullable(),
  })
  .meta({ id: "DelaySegment" });

/** The waits of an order with their sums as of now. */
export const delay = z.object({
  orderId: id,
  asOf: time,
  waits: z.array(wait).meta({
    description:
      "At the border one of each truck, from its own slot to its own crossing; what is charged is the sum of all",
  }),
  segments: z.array(segment).meta({ description: "Reasons that were given, with what was said against them" }),
});

export type DelayWait = View<typeof wait> & {
  /** The hubs of the wait, where the goods were sent on from one of them; else none. While a truck stands there it has no end. */
  readonly hubs: readonly {
    readonly hub: NamedPlace;
    readonly from: Instant;
    readonly to: Instant | null;
    readonly began: (typeof BEGINNINGS)[number];
  }[];
  /** Whether the bid prices a day of this wait at all. */
  readonly isPriced: boolean;
};

export type GivenReason = View<typeof segment>;

/** A given reason, with what the reader may do about it. */
export type ShownReason = GivenReason & {
  readonly mayObject: boolean;
  readonly mayEnd: boolean;
  readonly mayWithdraw: boolean;
};

export type Delay = Omit<View<typeof delay>, "waits" | "segments"> & {
  readonly waits: readonly DelayWait[];
  readonly segments: readonly ShownReason[];
  readonly side: Side;
  readonly mode: Mode;
  readonly mayReport: boolean;
};

/** A stop of an order's work. */
export type ShownException = {
  readonly reason: StopReason;
  readonly words: string;
  readonly by: Side;
  readonly raisedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedBy: Side | null;
  readonly endWords: string | null;
};

export type Exceptions = {
  readonly exceptions: readonly ShownException[];
  readonly open: ShownException | null;
  /** What the order's work can have stopped for. */
  readonly reasons: readonly StopReason[];
  readonly mayRaise: boolean;
  readonly mayEnd: boolean;
};
