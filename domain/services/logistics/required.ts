import { always, type Requirement, whole } from "../requirement";

/** What a request for logistics must name: equipment and the window of pick-up; a part of temperature, insurance or transit needs its whole. */
export const logisticsRequired: readonly Requirement[] = [
  ...always("equipment", "pickupFrom", "pickupTo"),
  ...whole("temperature", ["minC", "maxC"]),
  ...whole("insurance", ["clause"], ["value"]),
  ...whole("transit", ["regime"], ["guaranteedBy"]),
];
