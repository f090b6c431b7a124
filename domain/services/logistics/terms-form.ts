import type { FormField } from "../form/field";

/** The fields of a bid's terms for logistics; clock times are in the reader's zone. */
export const logisticsTermsForm = [
  { name: "carrierType", path: "carrierType", as: "text" },
  { name: "equipment", path: "equipment", as: "text" },
  { name: "hasTransshipment", path: "hasTransshipment", as: "answer" },
  { name: "borderWaitHours", path: "borderWaitHours", as: "number" },
  { name: "freeTimeBorderHours", path: "freeTimeBorderHours", as: "number" },
  { name: "freeTimeDestinationHours", path: "freeTimeDestinationHours", as: "number" },
  { name: "tracking", path: "tracking", as: "text" },
  { name: "departures", path: "departures", as: "text" },
] as const satisfies readonly FormField[];
