import { WAIT_SOURCES } from "@/domain/hubs/board/board";
import { z } from "zod";
import { MODES } from "@/domain/hubs/place";
import { shownSource } from "@/domain/hubs/position-source";
import { toIso } from "@/domain/shared/instant";
import type { Way } from "@/domain/hubs/way";
import { daysShape, idText, isoOrNull, timeText } from "../platform/api/fields";

const isEstimate = z.boolean().meta({ description: "Whether a figure in it is an estimate rather than published" });

export const wayShape = z
  .strictObject({
    hubId: z.string(),
    mode: z.enum(MODES).meta({ description: "By which it crosses China's border" }),
    distanceKm: z.number(),
    days: daysShape,
    legs: z.array(
      z.strictObject({
        fromId: idText,
        toId: idText,
        mode: z.enum(MODES),
        distanceKm: z.number(),
        days: daysShape,
        source: z.string(),
        isEstimate,
      }),
    ),
    borderWait: z
      .strictObject({
        hours: z.number(),
        month: z.int().min(1).max(12),
        basis: z.enum(WAIT_SOURCES).meta({
          description: "The hub's board, own crossings, the month's planning figure, or nobody counts a queue there",
        }),
        asOf: timeText.nullable().meta({ description: "When the board's figures were counted" }),
        closedHours: z.number().meta({ description: "How many of the hours the border is closed" }),
        arrivesAt: timeText.nullable().meta({
          description:
            "When the goods are reckoned to arrive there; null where the wait is a month's, whatever the day",
        }),
        closures: z
          .array(z.strictObject({ from: timeText, to: timeText, reason: z.string() }))
          .meta({ description: "The announced closures that it is longer for" }),
        source: z.string(),
        isEstimate,
      })
      .nullable()
      .meta({ description: "Expected on arrival there; part of the crossing leg's days" }),
    isEstimate,
  })
  .meta({ id: "Way" });

export const writeWay = (way: Way): z.input<typeof wayShape> => ({
  hubId: way.hubId,
  mode: way.mode,
  distanceKm: way.distanceKm,
  days: way.days,
  legs: way.legs.map(({ km, ...leg }) => ({ ...leg, distanceKm: km, source: shownSource(leg.source) })),
  borderWait: way.borderWait && {
    ...way.borderWait,
    source: shownSource(way.borderWait.source),
    basis: way.borderWait.basis ?? "month",
    asOf: isoOrNull(way.borderWait.asOf ?? null),
    closedHours: way.borderWait.closedHours ?? 0,
    arrivesAt: isoOrNull(way.borderWait.arrivesAt ?? null),
    closures: (way.borderWait.closures ?? []).map(({ from, to, reason }) => ({
      from: toIso(from),
      to: toIso(to),
      reason,
    })),
  },
  isEstimate: way.isEstimate,
});
