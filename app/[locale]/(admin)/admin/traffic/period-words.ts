import { formatDay } from "@/components/ui/time/format-time";
import type { TrafficPeriod } from "@/domain/hubs/traffic-period";

/** First and last day as the reader writes them. */
export const periodWords = ({ from, to }: TrafficPeriod, locale: string): { from: string; to: string } => ({
  from: formatDay(from, locale, true),
  to: formatDay(to, locale, true),
});
