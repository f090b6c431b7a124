import type { FormValues } from "@/domain/shared/form-state";
import type { FormField, FormReading } from "../form/field";
import { readForm } from "../form/read-form";

/** The fields of a request for logistics, and the members of its spec that they fill. */
export const logisticsSpecForm = [
  { name: "equipment", path: "equipment", as: "text" },
  { name: "equipmentCount", path: "equipmentCount", as: "number" },
  { name: "haul", path: "haul", as: "text" },
  { name: "pickupFrom", path: "pickupFrom", as: "text" },
  { name: "pickupTo", path: "pickupTo", as: "text" },
  { name: "pickupAddress", path: "pickupAddress", as: "text" },
  { name: "pickupAt", path: "pickupAt", as: "text" },
  { name: "deliveryFrom", path: "deliveryFrom", as: "text" },
  { name: "deliveryTo", path: "deliveryTo", as: "text" },
  { name: "deliveryAddress", path: "deliveryAddress", as: "text" },
  { name: "deliverAt", path: "deliverAt", as: "text" },
  { name: "needsDeliveryAppointment", path: "needsDeliveryAppointment", as: "flag" },
  { name: "otherHubIds", path: "otherHubIds", as: "list" },
  { name: "loadingBy", path: "loadingBy", as: "text" },
  { name: "unloadingBy", path: "unloadingBy", as: "text" },
  { name: "containerOwner", path: "containerOwner", as: "text" },
  { name: "temperatureMin", path: "temperature.minC", as: "number" },
  { name: "temperatureMax", path: "temperature.maxC", as: "number" },
  { name: "isTransshipmentAllowed", path: "isTransshipmentAllowed", as: "answer" },
  { name: "needsTailLift", path: "needsTailLift", as: "flag" },
  { name: "insuranceClause", path: "insurance.clause", as: "text" },
  { name: "insuranceValue", path: "insurance.value", as: "money", currencyName: "insuranceValueCurrency" },
  { name: "transitRegime", path: "transit.regime", as: "text" },
  { name: "transitGuaranteedBy", path: "transit.guaranteedBy", as: "text" },
  { name: "shipperDocuments", path: "shipperDocuments", as: "list" },
  { name: "freeTimeHours", path: "freeTimeHours", as: "number" },
  { name: "freeTimeBorderHours", path: "freeTimeBorderHours", as: "number" },
  { name: "freeTimeDestinationHours", path: "freeTimeDestinationHours", as: "number" },
  { name: "remarks", path: "remarks", as: "text" },
] as const satisfies readonly FormField[];

export const readSpecForm = (values: FormValues): FormReading => readForm(logisticsSpecForm, values);
