import type { Figure } from "../figure";
import type { ServiceKind } from "../kind";
import { type Shipment, shipmentTotals } from "../shipment";
import { chargeableWeightGrams, densityMilli } from "./chargeable-weight";
import { checkLogistics } from "./check";
import { logisticsQuantities } from "./quantities";
import { type LogisticsSpec, logisticsSpecSchema } from "./spec";
import { logisticsSpecForm } from "./spec-form";
import { suggestedLogisticsCharges } from "./suggested-charges";
import { type LogisticsTerms, logisticsTermsSchema } from "./terms";
import { logisticsTermsForm } from "./terms-form";

function figures(shipment: Shipment): Figure[] {
  const { grossWeightGrams, volumeCm3, packages } = shipmentTotals(shipment);
  const density = densityMilli(shipment);
  return [
    { key: "gross_weight", value: { kind: "weight", weightGrams: grossWeightGrams } },
    { key: "volume", value: { kind: "volume", volumeCm3 } },
    { key: "packages", value: { kind: "count", count: packages } },
    { key: "chargeable_weight", value: { kind: "weight", weightGrams: chargeableWeightGrams(shipment) } },
    ...(density === null
      ? []
      : [{ key: "density", value: { kind: "quantity", quantityMilli: density, unit: "kg_per_cbm" } } as const]),
  ];
}

/** Logistics is priced by truck, container, wagon or weight; equipment, count and cargo of the request say how many. */
export const logistics: ServiceKind<LogisticsSpec, LogisticsTerms> = {
  service: "logistics",
  specSchema: logisticsSpecSchema,
  specForm: logisticsSpecForm,
  termsSchema: logisticsTermsSchema,
  termsForm: logisticsTermsForm,
  checkSpec: checkLogistics,
  chargeCodes: ["PUP", "OLC", "OFT", "FSC", "TRS", "SLT", "BST", "WTG", "DTR", "DLV", "DMR", "CRT", "INS"],
  milestones: [
    { code: "booked" },
    { code: "slot_reserved" },
    { code: "picked_up" },
    { code: "arrived_hub" },
    { code: "export_released" },
    { code: "crossed_border" },
    { code: "import_released" },
    { code: "arrived_destination" },
    { code: "delivered", isDelivery: true },
    { code: "documents_closed" },
  ],
  suggestedCharges: suggestedLogisticsCharges,
  quantities: logisticsQuantities,
  basisAmounts: (_spec, shipment) => ({ percent_of_value: shipment.goodsValue }),
  figures: (_spec, shipment) => figures(shipment),
  answerFields: (_spec, shipment) => ({ chargeableWeightGrams: chargeableWeightGrams(shipment) }),
};
