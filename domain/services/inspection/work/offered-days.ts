import type { LocalDate } from "@/domain/shared/local-date";

/** How many thousandths of a man-day a bid plans beyond what the request comes to; negative for fewer, null where either is unknown. */
export const manDaysDifference = (offeredMilli: number | undefined, computedMilli: number | null): number | null =>
  offeredMilli === undefined || computedMilli === null ? null : offeredMilli - computedMilli;

type Wanted = { readonly date: LocalDate; readonly alternativeDate?: LocalDate | undefined };

/** Which of the wanted days an offer meets: the first where it can, else the second; neither where no offered day is one of them. */
export function metDay(slots: readonly LocalDate[], { date, alternativeDate }: Wanted): "first" | "second" | "neither" {
  if (slots.includes(date)) return "first";
  return alternativeDate !== undefined && slots.includes(alternativeDate) ? "second" : "neither";
}
