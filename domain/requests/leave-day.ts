import type { LogisticsSpec } from "../services/logistics/spec";
import type { Service } from "../shared/vocabulary";
import type { LocalDate } from "../shared/time";
import { dayOfDayOrTime } from "../shared/wire-fields";

type Asked = { readonly service: Service; readonly spec: unknown };

/**
 * The day on which the goods of a deal are planned to leave: that on which they are ready, or the first of the pick-up that its haul asks for
 * by now, where that is later. A pick-up that is amended to a later day moves it; one that begins sooner does not, since nothing leaves before it is ready.
 */
export function leaveDayOf(readyDate: LocalDate, requests: readonly Asked[]): LocalDate {
  const haul = requests.find(({ service }) => service === "logistics");
  const from = (haul?.spec as Partial<LogisticsSpec> | null | undefined)?.pickupFrom;
  const pickup = from === undefined ? readyDate : dayOfDayOrTime(from);
  return pickup > readyDate ? pickup : readyDate;
}

/** The last day on which the haul among a deal's requests is to fetch the goods; null where the deal asks for none. */
export function lastPickUpDayOf(requests: readonly Asked[]): LocalDate | null {
  const haul = requests.find(({ service }) => service === "logistics");
  const to = (haul?.spec as Partial<LogisticsSpec> | null | undefined)?.pickupTo;
  return to === undefined ? null : dayOfDayOrTime(to);
}
