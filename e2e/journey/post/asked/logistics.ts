import { dayIn } from "../../../support/days-ahead";
import type { Lane } from "../../lanes/lane";
import type { Asked } from "./asked";

export const UNITS = 2;

export const askedLogistics = ({ carriage, buyer }: Lane): Asked => ({
  typed: {
    equipmentCount: String(UNITS),
    pickupFrom: dayIn(11),
    pickupTo: dayIn(13),
    pickupAddress: `${buyer.city}, Warehouse 4, gate 2`,
    deliveryFrom: dayIn(16),
    deliveryTo: dayIn(19),
    isTransshipmentAllowed: "yes",
    freeTimeBorderHours: "36",
    freeTimeDestinationHours: "48",
    insuranceClause: "A",
    ...carriage,
  },
});
