import { type Requirement, always, whole } from "../requirement";
import type { FormValues } from "@/domain/shared/form-state";
import { type FormField, type FormReading, answer, flag, list, money, number, rows, text } from "../form-field";
import { readForm } from "../read-form";
import { LEGS_MAX } from "./choices";

/** What a request for logistics must name: equipment and the window of pick-up; a part of temperature, insurance or transit needs its whole. */
export const logisticsRequired: readonly Requirement[] = [
  ...always("equipment", "pickupFrom", "pickupTo"),
  ...whole("temperature", ["minC", "maxC"]),
  ...whole("insurance", ["clause"], ["value"]),
  ...whole("transit", ["regime"], ["guaranteedBy"]),
];

/** The fields of a request for logistics, and the members of its spec that they fill. */
export const logisticsSpecForm = [
  text("equipment"),
  number("equipmentCount"),
  text("haul"),
  text("pickupFrom"),
  text("pickupTo"),
  text("pickupAddress"),
  text("pickupAt"),
  text("deliveryFrom"),
  text("deliveryTo"),
  text("deliveryAddress"),
  text("deliverAt"),
  flag("needsDeliveryAppointment"),
  list("otherHubIds"),
  text("loadingBy"),
  text("unloadingBy"),
  text("containerOwner"),
  number("temperatureMin", "temperature.minC"),
  number("temperatureMax", "temperature.maxC"),
  answer("isTransshipmentAllowed"),
  flag("needsTailLift"),
  text("insuranceClause", "insurance.clause"),
  money("insuranceValue", "insurance.value"),
  text("transitRegime", "transit.regime"),
  text("transitGuaranteedBy", "transit.guaranteedBy"),
  list("shipperDocuments"),
  number("freeTimeHours"),
  number("freeTimeBorderHours"),
  number("freeTimeDestinationHours"),
  text("remarks"),
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(logisticsSpecForm, values);

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
