import { type FormField, answer, number, rows, text } from "../form-field";
import { formOf, requiredBy } from "../spec-list";
import { logisticsFields } from "./spec";
import { LEGS_MAX } from "./choices";

/** What a request for logistics must name: what each spec has, and the whole of a temperature, an insurance or a transit that it names a part of. */
export const logisticsRequired = requiredBy(logisticsFields);

/** The fields of a request for logistics, and the members of its spec that they fill. */
export const logisticsSpecForm = formOf(logisticsFields);

/** The fields of a bid's terms for logistics; clock times are in the reader's zone. */
export const logisticsTermsForm = [
  text("carrierType"),
  text("equipment"),
  answer("hasTransshipment"),
  rows("legs", LEGS_MAX, [text("place"), text("mode"), text("carrier"), number("days")]),
  text("platesBeforeBorder", "plates.beforeBorder"),
  text("platesBeyondBorder", "plates.beyondBorder"),
  number("borderWaitHours"),
  number("freeTimeBorderHours"),
  number("freeTimeDestinationHours"),
  answer("closuresExcluded"),
  text("slotSystem", "slot.system"),
  text("slotBookedBy", "slot.bookedBy"),
  text("tracking"),
  text("liability"),
  text("departures"),
] as const satisfies readonly FormField[];
