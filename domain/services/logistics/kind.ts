import { logisticsRequired, logisticsSpecForm, logisticsTermsForm } from "./form";
import { PORT_MODES, LAND_MODES, type Mode } from "@/domain/hubs/place";
import { DECLARATION_FIELDS, type EvidenceField } from "../evidence";
import type { Carriage, ServiceKind } from "../kind";
import { carriageChoices, checkCarriageTerms, isUnderCmr } from "./carriage-choices";
import { checkLogistics, endOutsideTir, logisticsWarnings } from "./check";
import { whenArrived, whenAtHub, whenAtPort, whenReady } from "./earliest";
import { haulDaysEnd, logisticsDue } from "./due";
import { logisticsAnswer, logisticsFigures } from "./figures";
import { logisticsQuantities, suggestedLogisticsCharges } from "./charges";
import { logisticsSpecSchema, logisticsTermsSchema } from "./schema";
import type { LogisticsSpec } from "./spec";
import { type LogisticsTerms, termsWithConditions } from "./terms";

const FIELDS_BY_MODE: Readonly<Record<Mode, readonly EvidenceField[]>> = {
  road: [
    "seals",
    "containerNumber",
    "tractorPlate",
    "trailerPlate",
    "cmrNumber",
    "roadWaybill",
    "tirCarnet",
    "grossWeight",
  ],
  rail: ["seals", "containerNumber", "wagonNumber", "smgsNumber", "grossWeight"],
  sea: ["seals", "containerNumber", "grossWeight"],
  air: ["seals", "airWaybill", "grossWeight"],
};

/**
 * The numbers that go with a haul: with a truck the note of the CMR or, where that does not hold, the waybill of a bilateral agreement, and a
 * carnet where both states are parties of the TIR Convention.
 */
function numbersOf(of: Carriage): readonly EvidenceField[] {
  const isOfWay: Partial<Record<EvidenceField, boolean>> = {
    cmrNumber: isUnderCmr(of),
    roadWaybill: !isUnderCmr(of),
    tirCarnet: endOutsideTir(of) === null,
  };
  return FIELDS_BY_MODE[of.mode].filter((field) => isOfWay[field] ?? true);
}

/** Logistics is priced by truck, container, wagon or weight; equipment, count and cargo of the request say how many. */
export const logistics: ServiceKind<LogisticsSpec, LogisticsTerms> = {
  service: "logistics",
  askedBy: String.raw`(?<!汽车|铁路|海上|航空|公路)运输|物流|\bfreight\b|\btransport(?:ation)?\b|\bshipping\b|перевозк\p{L}*|van chuyen|тасымал(?!\p{L})|тасымалдау`,
  specSchema: logisticsSpecSchema,
  specForm: logisticsSpecForm,
  termsSchema: logisticsTermsSchema,
  termsWith: termsWithConditions,
  termsForm: logisticsTermsForm,
  required: logisticsRequired,
  checkSpec: checkLogistics,
  plannedDays: ["pickupFrom", "pickupTo", "deliveryFrom", "deliveryTo"],
  checkTerms: checkCarriageTerms,
  termChoices: (_spec, shipment) => carriageChoices(shipment),
  warnings: logisticsWarnings,
  otherHubIds: ({ otherHubIds = [] }) => otherHubIds,
  chargeCodes: ["PUP", "OLC", "OFT", "FSC", "TRS", "SLT", "BST", "WTG", "DTR", "DLV", "DMR", "CRT", "INS"],
  stopReasons: [
    ...(["queue", "closure", "customs_inspection", "consignee", "vehicle", "driver"] as const),
    ...(["carrier_documents", "slot_missed", "transshipment", "goods_not_ready"] as const),
  ],
  lateReasons: [
    ...(["goods_not_ready", "customs_hold", "border_queue", "no_slot"] as const),
    ...(["road_or_weather", "vehicle_breakdown", "rolled"] as const),
  ],
  milestones: [
    { code: "booked" },
    { code: "picked_up", startsDays: true, earliest: whenReady, brings: ["photo", "seal", "weight"] },
    { code: "slot_reserved", isFloating: true, modes: ["road"], counterpart: "arrived_hub" },
    { code: "left_for_hub", modes: ["road"], counterpart: "arrived_hub" },
    { code: "arrived_hub", earliest: whenAtHub },
    { code: "export_released", isRelease: true, brings: ["declaration"] },
    {
      ...{ code: "crossed_border", modes: LAND_MODES, formerModes: PORT_MODES, counterpart: "loaded" },
      ...{ earliest: whenAtHub, brings: ["position"] },
    },
    { code: "loaded", modes: PORT_MODES, counterpart: "crossed_border", earliest: whenAtHub },
    { code: "departed", modes: PORT_MODES, counterpart: "crossed_border", earliest: whenAtHub },
    { code: "arrived_port", modes: PORT_MODES, counterpart: "crossed_border", earliest: whenAtPort },
    { code: "import_released", isRelease: true, brings: ["declaration"] },
    { code: "arrived_destination", earliest: whenArrived },
    { code: "delivered", isDelivery: true, earliest: whenArrived, brings: ["proof"] },
    { code: "documents_closed", needsPapers: "handed_over", brings: ["document"], isHandover: true },
  ],
  evidenceFields: (of) => [...numbersOf(of), ...DECLARATION_FIELDS],
  deliverables: [
    "booking_confirmation",
    "waybill",
    "tir_carnet",
    "packing_list",
    "seal_photos",
    "weight_slip",
    "proof_of_delivery",
    "final_invoice",
  ],
  deliverableSteps: { proof_of_delivery: "delivered" },
  deliverablePapers: {
    waybill: ["cmr", "intl_road_waybill", "smgs", "cim_smgs", "bill_of_lading", "air_waybill"],
    tir_carnet: ["tir_carnet"],
    packing_list: ["packing_list"],
    weight_slip: ["weight_note"],
    proof_of_delivery: ["delivery_proof"],
  },
  // Seals, weights and lists come with some hauls; what closes one is its waybill and the proof of its delivery.
  owed: (spec) => ["waybill", "proof_of_delivery", ...(spec.transit?.regime === "tir" ? ["tir_carnet"] : [])],
  // A request names TIR only where both ends are parties of the Convention; the carnet goes with the truck.
  offers: (code, { spec, mode }) => code !== "tir_carnet" || (mode === "road" && spec.transit?.regime === "tir"),
  daysEnd: haulDaysEnd,
  dueTimes: logisticsDue,
  suggestedCharges: suggestedLogisticsCharges,
  quantities: logisticsQuantities,
  basisAmounts: (_spec, shipment) => ({ percent_of_value: shipment.goodsValue }),
  figures: logisticsFigures,
  answerFields: logisticsAnswer,
};
