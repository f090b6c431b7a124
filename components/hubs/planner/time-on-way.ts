import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { type DayRange, toldTime } from "@/domain/hubs/way";
import { daysSpan } from "@/domain/shared/days-span";

/** Says a planned time in hours where it is below a day, else in days, and ends that are equal once. */
export function useTimeOnWay(): (days: DayRange) => string {
  const words = useTranslations("hubs.way");
  const number = numberFormat(useLocale(), { maximumFractionDigits: 1 });
  return (days) => {
    const { unit, min, max } = toldTime(days);
    return words(unit, daysSpan({ min: number.format(min), max: number.format(max) }));
  };
}
