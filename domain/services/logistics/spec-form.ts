import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { answer, flag, list, money, number, text } from "../form/fields";
import { readForm } from "../form/read-form";

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
