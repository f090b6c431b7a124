import { MODES } from "@/domain/hubs/place";
import type { StatedCondition } from "../kind";
import { type TypeOfList, answer, choice, country, group, number, rows, text } from "../member-list";
import {
  CARRIER_TYPES,
  LEGS_MAX,
  LEG_CARRIER_MAX,
  LEG_PLACE_MAX,
  LIABILITIES,
  SLOT_BOOKERS,
  SLOT_SYSTEMS,
  TRACKING_METHODS,
} from "./choices";
import { EQUIPMENT } from "./equipment";

const option = <const Group extends string>(group: Group) => `service-logistics.option.${group}` as const;
const HOURS = { min: 0, max: 720, unit: "hours" } as const;

/** What a logistics bid promises beside its prices, in the order of its form. */
export const logisticsTermsFields = [
  choice("carrierType", { values: CARRIER_TYPES, words: option("carrierType"), box: 1 }),
  choice("equipment", { values: EQUIPMENT, words: "services.equipment", box: 2 }),
  rows(
    "legs",
    { max: LEGS_MAX, fold: "legs", box: 13, span: "all", description: "From pick-up to delivery, in order" },
    [
      text("place", { max: LEG_PLACE_MAX, isRequired: true, width: 3 }, "Where it ends: a place's id, or its name"),
      choice("mode", { values: MODES, words: "services.mode", isRequired: true, width: 3 }),
      text("carrier", { max: LEG_CARRIER_MAX, width: 3 }),
      number("days", { min: 0, max: 90, width: 3 }),
    ],
  ),
  number(
    "borderWaitHours",
    { ...HOURS, fold: "border", box: 4 },
    "The wait at the border that the transit time assumes",
  ),
  answer("hasTransshipment", { fold: "border", box: 3 }),
  group(
    "plates",
    { box: 10, description: "Countries of the trucks' plates; the same twice for one truck all the way" },
    [
      country("beforeBorder", { isRequired: true, field: "platesBeforeBorder", fold: "border" }),
      country("beyondBorder", { isRequired: true, field: "platesBeyondBorder", fold: "border" }),
    ],
  ),
  group("slot", { description: "Where the slot at the crossing is booked, and by whom" }, [
    choice("system", {
      values: SLOT_SYSTEMS,
      words: option("slotSystem"),
      isRequired: true,
      field: "slotSystem",
      fold: "border",
      box: 11,
    }),
    choice("bookedBy", { values: SLOT_BOOKERS, words: option("slotBooker"), field: "slotBookedBy", fold: "border" }),
  ]),
  number("freeTimeBorderHours", { ...HOURS, fold: "care", box: 5 }),
  number("freeTimeDestinationHours", { ...HOURS, fold: "care", box: 6 }),
  answer(
    "closuresExcluded",
    { fold: "care", box: 7 },
    "Whether hours in which the hub is closed count neither as free time nor as waiting",
  ),
  choice("tracking", { values: TRACKING_METHODS, words: option("tracking"), fold: "care", box: 8 }),
  choice("liability", { values: LIABILITIES, words: option("liability"), fold: "care", box: 12 }),
  text("departures", { max: 120, fold: "care", width: 12, box: 9 }, "How often it departs"),
] as const;
export type LogisticsTerms = TypeOfList<typeof logisticsTermsFields>;

/**
 * A bid's terms with what its conditions say of the same: that closed hours are left out, how long unloading is free. Where both say it,
 * the terms hold, which were asked for by name.
 */
export function termsWithConditions(terms: LogisticsTerms, conditions: readonly StatedCondition[]): LogisticsTerms {
  const isShutOut = conditions.some(({ type }) => type === "waiting_excluded_closures");
  const unloading = conditions.find(({ type }) => type === "free_unloading_hours")?.value;
  return {
    ...(isShutOut ? { closuresExcluded: true } : {}),
    ...(typeof unloading === "number" ? { freeTimeDestinationHours: unloading } : {}),
    ...terms,
  };
}
