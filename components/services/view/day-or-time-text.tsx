import { DateText } from "@/components/ui/time/date-text";
import { TimeText } from "@/components/ui/time/time-text";
import type { LocalDate } from "@/domain/shared/local-date";

const DAY_LENGTH = "2026-12-01".length;

/** A whole day as a day, a time in the reader's zone. The spec's schema has read the text, so its length tells which it is. */
export function DayOrTimeText({ value, zone }: { readonly value: string; readonly zone: string }) {
  return value.length === DAY_LENGTH ? (
    <DateText day={value as LocalDate} />
  ) : (
    <TimeText at={Date.parse(value)} zone={zone} />
  );
}
