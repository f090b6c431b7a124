import type { Carriage, ServiceKind, Shipment } from "../kind";
import { specIssue, type SpecWarning } from "../spec-issue";
import { ruleOf, specCheck } from "../spec-rule";
import { dayOfDayOrTime, endOf, startOf } from "../../shared/wire-fields";
import { overLoad } from "./capacity";
import { equipmentFitsMode, haulFitsMode, isReefer, unitOf } from "./equipment";
import { logisticsRequired, logisticsSpecForm } from "./form";
import { logisticsTermsForm } from "./terms-form";
import { type LogisticsSpec, logisticsFields } from "./spec";
import { bookSlotsOf } from "../address-book";
import { leavesOf } from "../member-list";
import { coverWarnings } from "./insurance";
import { LAND_MODES, type Mode, PORT_MODES } from "@/domain/hubs/place";
import { DECLARATION_FIELDS, type EvidenceField } from "../evidence";
import {
  carriageChoices,
  checkCarriageTerms,
  checkDaysOnWay,
  isUnderCmr,
  type LogisticsTerms,
  termsWithConditions,
} from "./terms";
import { whenArrived, whenAtHub, whenAtPort, whenReady } from "./earliest";
import { logisticsDue } from "./due";
import { logisticsAnswer, logisticsFigures } from "./figures";
import { logisticsQuantities, suggestedLogisticsCharges } from "./charges";
import { logisticsSpecSchema, logisticsTermsSchema } from "./schema";

/** Contracting parties of the TIR Convention, 1975, on the market's corridors and beyond them (UN treaty list). */
const TIR_PARTIES: ReadonlySet<string> = new Set(
  "AM AZ BY CN DE ES FR GE HU IT KG KZ LT LV EE MN NL PL RU TJ TM TR UZ".split(" "),
);

/**
 * Members whose vehicles cross by permits of the Greater Mekong Subregion's transport agreement, by listed gates and routes (Vietnam's
 * Circular 37/2023). Direct carriage begins or ends in China here: to Vietnam, Laos, and Thailand by way of Laos; Myanmar takes part by its
 * protocol and Cambodia by way of Laos or Vietnam. That a gate is listed is for the carrier to show with its permit.
 */
const GMS_MEMBERS: ReadonlySet<string> = new Set(["CN", "VN", "LA", "TH", "MM", "KH"]);

type Ends = { readonly originCountry: string; readonly destinationCountry: string };

const areAllIn = (parties: ReadonlySet<string>, ends: Ends): string | null =>
  [ends.originCountry, ends.destinationCountry].find((country) => !parties.has(country)) ?? null;

/** The end of the way (ISO 3166-1 alpha-2) that is no party of the TIR Convention; null where both are. */
export const endOutsideTir = (ends: Ends): string | null => areAllIn(TIR_PARTIES, ends);

/** The end of the way for which there are no GMS permits; null where both have them. */
const endOutsideGms = (ends: Ends): string | null => areAllIn(GMS_MEMBERS, ends);

const rule = ruleOf<LogisticsSpec>();

type Window = Partial<Pick<LogisticsSpec, "deliveryFrom" | "deliveryTo">>;

const isInverted = ({ deliveryFrom, deliveryTo }: Window): boolean =>
  deliveryFrom !== undefined && deliveryTo !== undefined && endOf(deliveryTo) < startOf(deliveryFrom);

const WINDOWS = [
  rule(["pickupFrom", "pickupTo"], ({ pickupFrom, pickupTo }) =>
    endOf(pickupTo) < startOf(pickupFrom) ? [specIssue("pickupTo", "window_inverted")] : [],
  ),
  rule(["pickupTo", "deal.readyDate"], ({ pickupTo }, { readyDate }) =>
    dayOfDayOrTime(pickupTo) < readyDate ? [specIssue("pickupTo", "window_before_ready", { readyDate })] : [],
  ),
  rule(["deliveryFrom", "deliveryTo"], (spec) =>
    isInverted(spec) ? [specIssue("deliveryTo", "delivery_window_inverted")] : [],
  ),
  rule(["pickupFrom", "deliveryFrom", "deliveryTo"], ({ pickupFrom, ...delivery }) => {
    const last = delivery.deliveryTo ?? delivery.deliveryFrom;
    if (!last || isInverted(delivery) || endOf(last) >= startOf(pickupFrom)) return [];
    return [specIssue(delivery.deliveryTo ? "deliveryTo" : "deliveryFrom", "delivery_before_pickup")];
  }),
];

const EQUIPMENT = [
  rule(["equipment", "deal.mode"], ({ equipment }, { mode }) =>
    equipmentFitsMode(equipment, mode) ? [] : [specIssue("equipment", "equipment_not_of_mode", { mode })],
  ),
  rule(["haul", "deal.mode"], ({ haul }, { mode }) =>
    haul && !haulFitsMode(haul, mode) ? [specIssue("haul", "haul_not_of_mode", { mode })] : [],
  ),
  rule(["haul", "deal.inlandMode"], ({ haul }, { inlandMode }) =>
    haul === "multimodal" && inlandMode !== "multimodal" ? [specIssue("haul", "haul_keeps_to_mode")] : [],
  ),
  rule(["equipment", "containerOwner"], ({ equipment, containerOwner }) =>
    containerOwner && unitOf(equipment) !== "container"
      ? [specIssue("containerOwner", "container_owner_without_container")]
      : [],
  ),
  rule(["equipment", "temperature"], ({ equipment, temperature }) =>
    temperature && !isReefer(equipment) ? [specIssue("temperature", "temperature_without_reefer")] : [],
  ),
  rule(["temperature"], ({ temperature }) =>
    temperature && temperature.minC > temperature.maxC ? [specIssue("temperature.maxC", "temperature_inverted")] : [],
  ),
];

/** Only equipment of the deal's mode is measured: another one is refused for that already. */
const LOAD = rule(
  [
    ...(["equipment", "equipmentCount", "haul"] as const),
    ...(["deal.mode", "deal.originCountry", "deal.destinationCountry"] as const),
    ...(["deal.cargo.grossWeightGrams", "deal.cargo.volumeCm3"] as const),
  ],
  (spec, deal) => {
    const over = equipmentFitsMode(spec.equipment, deal.mode) ? overLoad(spec, deal) : null;
    if (!over?.isRefused) return [];
    switch (over.code) {
      case "payload_exceeded":
        return [specIssue("equipmentCount", "payload_exceeded", over.values)];
      case "volume_exceeded":
        return [specIssue("equipmentCount", "volume_exceeded", over.values)];
      default:
        return [specIssue("haul", "part_load_too_large", over.values)];
    }
  },
);

const TRANSIT = [
  rule(["transit.regime", "equipment", "deal.mode"], ({ transit, equipment }, { mode }) =>
    transit?.regime === "tir" && (mode === "air" || unitOf(equipment) === "wagon")
      ? [specIssue("transit.regime", "tir_without_road")]
      : [],
  ),
  rule(["transit.regime", "haul"], ({ transit, haul }) =>
    transit && haul === "tir" && transit.regime !== "tir"
      ? [specIssue("transit.regime", "transit_contradicts_haul")]
      : [],
  ),
  rule(["transit.regime", "transit.guaranteedBy"], ({ transit }) =>
    transit?.regime === "none" && transit.guaranteedBy
      ? [specIssue("transit.guaranteedBy", "guarantee_without_transit")]
      : [],
  ),
];

/** GMS permits and TIR carnets hold only where both ends of the way know them. */
const PERMITS = rule(
  ["haul", "transit.regime", "deal.originCountry", "deal.destinationCountry"],
  ({ haul, transit }, ends) => {
    const outsideGms = haul === "gms_direct" ? endOutsideGms(ends) : null;
    if (outsideGms) return [specIssue("haul", "permit_not_valid_for_corridor", { country: outsideGms })];
    const outsideTir = haul === "tir" || transit?.regime === "tir" ? endOutsideTir(ends) : null;
    if (!outsideTir) return [];
    return [specIssue(haul === "tir" ? "haul" : "transit.regime", "tir_not_in_country", { country: outsideTir })];
  },
);

const OTHER_HUBS = rule(["otherHubIds", "deal.hubs"], ({ otherHubIds = [] }, { hubs }) => {
  if (!hubs) return [];
  return otherHubIds.flatMap((hubId) => {
    if (!hubs.knownIds.has(hubId)) return [specIssue("otherHubIds", "other_hub_unknown", { hubId })];
    if (hubId === hubs.takenId) return [specIssue("otherHubIds", "other_hub_taken", { hubId })];
    return hubs.passableIds.has(hubId) ? [] : [specIssue("otherHubIds", "other_hub_without_way", { hubId })];
  });
});

const INSURANCE = rule(["insurance.value", "deal.goodsValue"], ({ insurance }, { goodsValue: { currency } }) => {
  const isForeign = insurance?.value !== undefined && insurance.value.currency !== currency;
  return isForeign ? [specIssue("insurance.value.currency", "insurance_in_another_currency", { currency })] : [];
});

/**
 * Both windows run forward; pick-up does not end before the goods are ready, nor delivery before pick-up begins. Equipment and way of
 * carriage belong to the deal's mode; the goods are no more than the units take (`overLoad`); a temperature needs refrigerated equipment; carrier's or shipper's container needs a container.
 * TIR needs a stretch by road (TIR Convention, 1975, article 2), so neither air nor wagons; goods carried under TIR are declared under
 * it; without transit nobody guarantees it. GMS permits and TIR hold where both ends know them (`road-permits.ts`). Other hubs are known, have a way of the deal's mode and are not the deal's own. The insured
 * value is in the currency of the goods.
 */
export const checkLogistics = specCheck(logisticsRequired, [
  ...WINDOWS,
  ...EQUIPMENT,
  LOAD,
  ...TRANSIT,
  PERMITS,
  OTHER_HUBS,
  INSURANCE,
]);

/**
 * What may be meant so but mostly is forgotten: refrigerated equipment without a temperature, insurance for less than
 * `coverWarnings` asks, a pick-up from a day on which the goods are not ready yet, a load that the units just take, dangerous goods for which no safety data sheet is handed over.
 */
export function logisticsWarnings(spec: LogisticsSpec, shipment: Shipment): SpecWarning[] {
  const { cargo } = shipment;
  const warnings: SpecWarning[] = [];
  if (spec.pickupFrom < shipment.readyDate)
    warnings.push({ key: "pickup_before_ready", values: { readyDate: shipment.readyDate } });
  const over = overLoad(spec, shipment);
  if (over && !over.isRefused) warnings.push({ key: over.code, values: over.values });
  if (isReefer(spec.equipment) && !spec.temperature) warnings.push({ key: "reefer_without_temperature" });
  warnings.push(...coverWarnings(spec, shipment));
  const unNumbers = cargo.flatMap(({ dangerousGoods }) => dangerousGoods?.unNumber ?? []);
  if (unNumbers.length > 0 && !spec.shipperDocuments?.includes("safety_data_sheet"))
    warnings.push({
      key: "dangerous_without_data_sheet",
      values: { unNumbers: [...new Set(unNumbers)].map((number) => `UN ${number}`).join(", ") },
    });
  return warnings;
}

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
  askedBy: String.raw`(?<!汽车|铁路|海上|航空|公路)运输|物流(?![园港]|公司|中心)|双清|\bfreight\b|\btransport(?:ation)?\b|\bshipping\b|перевозк\p{L}*|van chuyen|тасымал(?!\p{L})|тасымалдау`,
  specSchema: logisticsSpecSchema,
  specForm: logisticsSpecForm,
  bookSlots: bookSlotsOf(leavesOf(logisticsFields).map(({ entry }) => entry)),
  termsSchema: logisticsTermsSchema,
  termsWith: termsWithConditions,
  termsForm: logisticsTermsForm,
  required: logisticsRequired,
  checkSpec: checkLogistics,
  plannedDays: ["pickupFrom", "pickupTo", "deliveryFrom", "deliveryTo"],
  checkTerms: checkCarriageTerms,
  checkDays: checkDaysOnWay,
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
  dueTimes: logisticsDue,
  suggestedCharges: suggestedLogisticsCharges,
  quantities: logisticsQuantities,
  basisAmounts: (_spec, shipment) => ({ percent_of_value: shipment.goodsValue }),
  figures: logisticsFigures,
  answerFields: logisticsAnswer,
};
