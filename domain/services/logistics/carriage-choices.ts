import { accept, type Result, refuse } from "../../shared/result";
import type { TermsRefusal } from "../kind";
import type { Shipment } from "../shipment";
import { LIABILITIES, SLOT_SYSTEM_COUNTRY, SLOT_SYSTEMS } from "./choices";
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

/**
 * By which rules a carrier may be liable on this way: on the road by the CMR where the state of taking over or of delivery is a party to it
 * (CMR, 1956, article 1), on the railway by the SMGS, and anywhere by the forwarder's own terms.
 */
export function liabilitiesFor(of: Pick<Shipment, "mode" | "originCountry" | "destinationCountry">): Liability[] {
  const isUnderCmr = [of.originCountry, of.destinationCountry].some((country) => !STATES_WITHOUT_CMR.includes(country));
  const fits: Readonly<Record<Liability, boolean>> = {
    cmr: of.mode === "road" && isUnderCmr,
    smgs: of.mode === "rail",
    forwarder_terms: true,
  };
  return LIABILITIES.filter((liability) => fits[liability]);
}

/**
 * Whether a carrier can keep what it promises on this way. Refuses `slot_system_not_at_hub` for a system that keeps no queue at the crossing,
 * and `liability_not_of_way` for rules that do not hold between its states or for its mode.
 */
export function checkCarriageTerms(
  { slot, liability }: LogisticsTerms,
  { shipment }: { readonly shipment: Shipment },
): Result<void, TermsRefusal> {
  if (slot !== undefined && !slotSystemsFor(shipment).includes(slot.system)) return refuse("slot_system_not_at_hub");
  if (liability !== undefined && !liabilitiesFor(shipment).includes(liability)) return refuse("liability_not_of_way");
  return accept(undefined);
}
