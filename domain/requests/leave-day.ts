import type { LogisticsSpec } from "../services/logistics/spec";
import type { Beside } from "../services/kind";
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

const dayOrNull = (given: LogisticsSpec["pickupTo"] | undefined): LocalDate | null =>
  given === undefined ? null : dayOfDayOrTime(given);

/** The first and the last day on which the haul among a deal's requests is to fetch the goods; null where the deal asks for none. */
export function pickUpDaysOf(requests: readonly Asked[]): Beside {
  const haul = requests.find(({ service }) => service === "logistics");
  const { pickupFrom, pickupTo } = (haul?.spec ?? {}) as Partial<LogisticsSpec>;
  return { firstPickUpDay: dayOrNull(pickupFrom), lastPickUpDay: dayOrNull(pickupTo) };
}
