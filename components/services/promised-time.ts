import { hoursForDays } from "@/domain/services/registry";
import { daysFigure, daysSpan } from "@/domain/shared/time";
import type { Service } from "@/domain/shared/vocabulary";

type Offered = { readonly terms?: unknown; readonly transitDays: { readonly min: number; readonly max: number } };
type Words = (key: string, values?: Record<string, string | number>) => string;

/** The one time that an offer promises, in words: the hours that count in place of its days, else the days. */
export function promisedTime(service: Service, { terms, transitDays }: Offered, words: Words): string {
  const hours = hoursForDays(service, terms);
  return hours === null ? words("bidding.own.days", daysSpan(transitDays)) : words("bidding.own.hours", { hours });
}

/** The same under a head that says days: days as a bare figure, hours with their unit. */
export function promisedFigure(service: Service, { terms, transitDays }: Offered, words: Words): string {
  const hours = hoursForDays(service, terms);
  return hours === null ? daysFigure(transitDays) : words("bidding.own.hours", { hours });
}

/** From what the promised time is counted. */
export function countedFrom(service: Service, terms: unknown, words: Words): string {
  const count = hoursForDays(service, terms) === null ? "days" : "hours";
  return words(`bidding.own.${count}From`, { from: words(`service-${service}.${count}From`) });
}
