import type { FormField } from "../form/field";
import { answer, number, rows, text } from "../form/fields";
import { LEGS_MAX } from "./choices";

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
