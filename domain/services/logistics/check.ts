import type { Shipment } from "../shipment";
import { type SpecWarning, specIssue } from "../spec-issue";
import { ruleOf, specCheck } from "../spec-rule";
import { dayOfDayOrTime, endOf, startOf } from "../../shared/wire-fields";
import { overLoad } from "./capacity";
import { equipmentFitsMode, haulFitsMode, isReefer, unitOf } from "./equipment";
import { logisticsRequired } from "./form";
import type { LogisticsSpec } from "./spec";
import { coverWarnings } from "./insurance";

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
