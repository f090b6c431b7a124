import { z } from "zod";
import { WAIT_SOURCES } from "../domain/hubs/board/board";
import { MODES } from "../domain/hubs/place";
import { type View, id, time } from "./fields";

const days = z.object({ min: z.number(), max: z.number() });
const isEstimate = z.boolean().meta({ description: "Whether a figure in it is an estimate rather than published" });

const leg = z.object({
  fromId: id,
  toId: id,
  mode: z.enum(MODES),
  distanceKm: z.number(),
  days,
  source: z.string(),
  isEstimate,
});

const borderWait = z.object({
  hours: z.number(),
  month: z.int().min(1).max(12),
  basis: z.enum(WAIT_SOURCES).meta({
    description: "The hub's board, own crossings, the month's planning figure, or nobody counts a queue there",
  }),
  asOf: time.nullable().meta({ description: "When the board's figures were counted" }),
  closedHours: z.number().meta({ description: "How many of the hours the border is closed" }),
  arrivesAt: time.nullable().meta({
    description: "When the goods are reckoned to arrive there; null where the wait is a month's, whatever the day",
  }),
  closures: z
    .array(z.object({ from: time, to: time, reason: z.string() }))
    .meta({ description: "The announced closures that it is longer for" }),
  source: z.string(),
  isEstimate,
});

/** A way for goods through one hub. */
export const way = z
  .object({
    hubId: z.string(),
    mode: z.enum(MODES).meta({ description: "By which it crosses China's border" }),
    distanceKm: z.number(),
    days,
    legs: z.array(leg),
    borderWait: borderWait
      .nullable()
      .meta({ description: "Expected on arrival there; part of the crossing leg's days" }),
    isEstimate,
  })
  .meta({ id: "Way" });

export type Way = View<typeof way>;
export type WayLeg = View<typeof leg>;
export type BorderWait = View<typeof borderWait>;
