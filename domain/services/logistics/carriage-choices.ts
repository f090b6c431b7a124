import { accept, checkAll, type Result, refuse } from "../../shared/result";
import type { TermsRefusal } from "../kind";
import type { Shipment } from "../shipment";
import { LIABILITIES, SLOT_SYSTEM_COUNTRY, SLOT_SYSTEMS } from "./choices";
import { EQUIPMENT, equipmentFitsMode } from "./equipment";
import type { LogisticsTerms } from "./terms";

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
