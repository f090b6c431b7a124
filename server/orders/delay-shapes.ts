import { z } from "zod";
import type { DelayView, ShownSegment, ShownWait } from "@/domain/orders/delay/delay-view";
import { BEGINNINGS, DELAY_PLACES } from "@/domain/orders/delay/intervals";
import { DELAY_PAYERS, DELAY_REASONS } from "@/domain/orders/delay/reasons";
import { HOUR_MS, toIso } from "@/domain/shared/instant";
import { toWireMoney } from "@/domain/shared/money-schema";
import { CHARGE_CODES } from "@/domain/services/charge";
import { SIDES } from "@/domain/orders/slots/sides";
import { idText, isoOrNull, moneyShape, timeText } from "../platform/api/fields";

const reason = z.enum(DELAY_REASONS);
const began = z.enum(BEGINNINGS).meta({
  description:
    "`slot_window`: the truck came before the window of its confirmed slot, and the wait is counted from the start of the window. `slot_missed`: the same of the window that replaced a slot which the provider missed by its own fault",
});

const waitShape = z
  .strictObject({
    place: z.enum(DELAY_PLACES),
    from: timeText,
    to: timeText,
    isRunning: z.boolean().meta({ description: "Then `to` is now" }),
    began,
    stays: z.array(z.strictObject({ hubId: idText.nullable(), from: timeText, to: timeText, began })).meta({
      description:
        "Where trucks stood meanwhile: one hub after the other where the goods were sent on, else one; null at the destination. What lies between two counts for nothing",
    }),
    freeHours: z.number(),
    freeTimeSaidBy: z.enum(["bid", "request", "nobody"]),
    closuresExcluded: z.boolean(),
    trucks: z.int(),
    freeUsedHours: z.number(),
    excludedHours: z.number(),
    chargedHours: z.number(),
    pieces: z.array(
      z.strictObject({
        from: timeText,
        to: timeText,
        as: z.enum(["free", "excluded", "charged"]),
        reason: reason.nullable(),
        payer: z.enum(DELAY_PAYERS),
        isObjected: z.boolean(),
      }),
    ),
    days: z
      .array(z.strictObject({ number: z.int(), countedHours: z.number(), payer: z.enum(DELAY_PAYERS) }))
      .meta({ description: "Begun days of 24 counted hours after free time" }),
    lines: z.array(
      z.strictObject({
        code: z.enum(CHARGE_CODES),
        payer: z.enum(DELAY_PAYERS),
        days: z.int(),
        trucks: z.int(),
        unitPrice: moneyShape,
        amount: moneyShape,
      }),
    ),
    totals: z.strictObject({ buyer: moneyShape, provider: moneyShape }),
    isContested: z.boolean(),
    nextChargeAt: timeText.nullable(),
  })
  .meta({ id: "DelayWait" });

const segmentShape = z
  .strictObject({
    id: idText,
    place: z.enum(DELAY_PLACES),
    reason,
    from: timeText,
    to: timeText.nullable(),
    words: z.string(),
    by: z.enum(SIDES),
    at: timeText,
    objection: z.string().nullable(),
    objectedAt: timeText.nullable(),
    withdrawnAt: timeText.nullable(),
  })
  .meta({ id: "DelaySegment" });

export const delayShape = z.strictObject({
  orderId: idText,
  asOf: timeText,
  waits: z.array(waitShape),
  segments: z.array(segmentShape).meta({ description: "Reasons that were given, with what was said against them" }),
});

const inHours = (ms: number): number => ms / HOUR_MS;

const writeWait = ({ interval, free, trucks, areClosuresExcluded, reckoning, nextChargeAt }: ShownWait) => ({
  ...{ place: interval.place, from: toIso(interval.from), to: toIso(interval.to) },
  ...{ isRunning: interval.isRunning, began: interval.began },
  stays: interval.stays.map(({ hubId, from, to, began: by }) => ({
    ...{ hubId, from: toIso(from), to: toIso(to), began: by },
  })),
  ...{ freeHours: free.hours, freeTimeSaidBy: free.saidBy, closuresExcluded: areClosuresExcluded, trucks },
  freeUsedHours: inHours(reckoning.freeMs),
  excludedHours: inHours(reckoning.excludedMs),
  chargedHours: inHours(reckoning.chargedMs),
  pieces: reckoning.pieces.map(({ from, to, as, reason: why, payer, isObjected }) => ({
    ...{ from: toIso(from), to: toIso(to), as, reason: why, payer, isObjected },
  })),
  days: reckoning.days.map(({ number, countedMs, payer }) => ({ number, countedHours: inHours(countedMs), payer })),
  lines: reckoning.lines.map(({ unitPrice, amount, ...line }) => ({
    ...line,
    unitPrice: toWireMoney(unitPrice),
    amount: toWireMoney(amount),
  })),
  totals: { buyer: toWireMoney(reckoning.totals.buyer), provider: toWireMoney(reckoning.totals.provider) },
  isContested: reckoning.isContested,
  nextChargeAt: isoOrNull(nextChargeAt),
});

const writeSegment = ({ id, place, reason: why, words, by, objection, ...times }: ShownSegment) => ({
  ...{ id, place, reason: why, words, by, objection },
  ...{ from: toIso(times.from), to: isoOrNull(times.to), at: toIso(times.at) },
  ...{ objectedAt: isoOrNull(times.objectedAt), withdrawnAt: isoOrNull(times.withdrawnAt) },
});

export const writeDelay = (view: DelayView) => ({
  orderId: view.orderId,
  asOf: toIso(view.now),
  waits: view.waits.map(writeWait),
  segments: view.segments.map(writeSegment),
});
