import { accept, checkAll, refuse, type Result } from "../../shared/result";
import type { DaysRefusal, Shipment, StatedCondition, TermsRefusal } from "../kind";
import {
  CARRIER_TYPES,
  LEG_CARRIER_MAX,
  LEG_PLACE_MAX,
  LEGS_MAX,
  LIABILITIES,
  SLOT_BOOKERS,
  SLOT_SYSTEM_COUNTRY,
  SLOT_SYSTEMS,
  TRACKING_METHODS,
} from "./choices";
import { EQUIPMENT, equipmentFitsMode } from "./equipment";
import { type DayRange, MODES } from "@/domain/hubs/place";
import { answer, choice, country, group, number, rows, text, type TypeOfList } from "../member-list";

type SlotSystem = (typeof SLOT_SYSTEMS)[number];
type Liability = (typeof LIABILITIES)[number];

/**
 * Where a truck's slot on this way can be booked: in a system of the states on either side of its crossing, or in none, which is all that
 * other modes have. All where nobody knows the crossing.
 */
export function slotSystemsFor({ mode, borderCountries }: Pick<Shipment, "mode" | "borderCountries">): SlotSystem[] {
  return SLOT_SYSTEMS.filter((system) => {
    const country = SLOT_SYSTEM_COUNTRY[system];
    if (country === null) return true;
    return mode === "road" && (borderCountries === undefined || borderCountries.includes(country));
  });
}

/** States on the market's corridors that are no parties to the CMR (UN treaty list): their trucks go by the waybill of a bilateral agreement. */
export const STATES_WITHOUT_CMR: readonly string[] = ["CN", "VN", "LA", "TH", "MM"];

type Ends = Pick<Shipment, "originCountry" | "destinationCountry">;

/** Whether the CMR holds between two states: where the one of taking over or the one of delivery is a party to it (CMR, 1956, article 1). */
export const isUnderCmr = ({ originCountry, destinationCountry }: Ends): boolean =>
  [originCountry, destinationCountry].some((country) => !STATES_WITHOUT_CMR.includes(country));

/**
 * By which rules a carrier may be liable on this way: on the road by the CMR where it holds, on the railway by the SMGS, at sea by the Hague-Visby Rules that bills of lading take over, in the air by the
 * Montreal Convention of 1999, and anywhere by the forwarder's own terms.
 */
export function liabilitiesFor(of: Ends & Pick<Shipment, "mode">): Liability[] {
  const fits: Readonly<Record<Liability, boolean>> = {
    cmr: of.mode === "road" && isUnderCmr(of),
    smgs: of.mode === "rail",
    hague_visby: of.mode === "sea",
    montreal: of.mode === "air",
    forwarder_terms: true,
  };
  return LIABILITIES.filter((liability) => fits[liability]);
}

/** What a bid on this way may choose: equipment of its mode, a slot's system, rules of liability, and plates only of a truck that crosses. */
export const carriageChoices = (shipment: Shipment): Readonly<Record<string, readonly string[]>> => ({
  equipment: EQUIPMENT.filter((one) => equipmentFitsMode(one, shipment.mode)),
  slotSystem: slotSystemsFor(shipment),
  liability: liabilitiesFor(shipment),
  ...(shipment.mode === "road" ? {} : { platesBeforeBorder: [], platesBeyondBorder: [] }),
});

/**
 * Whether a carrier can keep what it promises on this way. Refuses `slot_system_not_at_hub` for a system that keeps no queue at the crossing,
 * `liability_not_of_way` for rules that do not hold between its states or for its mode, `equipment_not_of_mode`, and `plates_not_of_mode` where no
 * truck crosses.
 */
export function checkCarriageTerms(
  { equipment, plates, slot, liability }: LogisticsTerms,
  { shipment }: { readonly shipment: Shipment },
): Result<void, TermsRefusal> {
  const isSlotThere = slot === undefined || slotSystemsFor(shipment).includes(slot.system);
  const { mode } = shipment;
  const isOfMode = equipment === undefined || equipmentFitsMode(equipment, mode);
  const isLiable = liability === undefined || liabilitiesFor(shipment).includes(liability);
  return checkAll<TermsRefusal>([
    isSlotThere ? accept(undefined) : refuse("slot_system_not_at_hub", { field: "terms.slot.system" }),
    isLiable ? accept(undefined) : refuse("liability_not_of_way", { field: "terms.liability" }),
    isOfMode ? accept(undefined) : refuse("equipment_not_of_mode", { field: "terms.equipment", mode }),
    plates === undefined || mode === "road"
      ? accept(undefined)
      : refuse("plates_not_of_mode", { field: "terms.plates.beforeBorder", mode }),
  ]);
}

const HOURS_PER_DAY = 24;

/**
 * Whether a way takes no longer than the bid promises at the most: the days of its legs, as far as they are told, and the whole days of the
 * wait at the border that it assumes. Refuses `days_below_way` with what they come to.
 */
export function checkDaysOnWay(
  { legs = [], borderWaitHours = 0 }: LogisticsTerms,
  { max }: DayRange,
): Result<void, DaysRefusal> {
  const legDays = legs.reduce((sum, { days = 0 }) => sum + days, 0);
  const waitDays = Math.floor(borderWaitHours / HOURS_PER_DAY);
  const days = legDays + waitDays;
  if (days <= max) return accept(undefined);
  return refuse("days_below_way", { field: "transitDays.max", days, legDays, waitDays });
}

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
