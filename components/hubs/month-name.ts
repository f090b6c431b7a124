import { dateFormat } from "@/components/ui/figures/intl-cache";

/** A calendar month `YYYY-MM` in the reader's words. */
export const monthName = (month: string, locale: string): string =>
  dateFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
