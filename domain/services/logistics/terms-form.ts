import type { FormField } from "../form/field";
import { LEGS_MAX } from "./choices";

/** The fields of a bid's terms for logistics; clock times are in the reader's zone. */
export const logisticsTermsForm = [
  { name: "carrierType", path: "carrierType", as: "text" },
  { name: "equipment", path: "equipment", as: "text" },
  { name: "hasTransshipment", path: "hasTransshipment", as: "answer" },
  {
    name: "legs",
    path: "legs",
    as: "rows",
    rowsMax: LEGS_MAX,
    rowFields: [
      { name: "place", path: "place", as: "text" },
      { name: "mode", path: "mode", as: "text" },
      { name: "carrier", path: "carrier", as: "text" },
      { name: "days", path: "days", as: "number" },
    ],
  },
  { name: "platesBeforeBorder", path: "plates.beforeBorder", as: "text" },
  { name: "platesBeyondBorder", path: "plates.beyondBorder", as: "text" },
  { name: "borderWaitHours", path: "borderWaitHours", as: "number" },
  { name: "freeTimeBorderHours", path: "freeTimeBorderHours", as: "number" },
  { name: "freeTimeDestinationHours", path: "freeTimeDestinationHours", as: "number" },
  { name: "closuresExcluded", path: "closuresExcluded", as: "answer" },
  { name: "slotSystem", path: "slot.system", as: "text" },
  { name: "slotBookedBy", path: "slot.bookedBy", as: "text" },
  { name: "tracking", path: "tracking", as: "text" },
  { name: "liability", path: "liability", as: "text" },
  { name: "departures", path: "departures", as: "text" },
] as const satisfies readonly FormField[];
