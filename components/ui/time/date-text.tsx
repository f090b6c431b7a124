import { useLocale } from "next-intl";
import type { LocalDate } from "@/domain/shared/local-date";
import { formatDay } from "./format-time";

export function DateText({ day, hasYear = false }: { readonly day: LocalDate; readonly hasYear?: boolean }) {
  const locale = useLocale();
  return (
    <time className="whitespace-nowrap" dateTime={day}>
      {formatDay(day, locale, hasYear)}
    </time>
  );
}
