import type { PricedLine } from "../../bidding/price-charges";
import type { ChargeCode } from "../../services/charge";
import type { KeptTier } from "../../services/tiers/tier";
import type { DelayPlace } from "./intervals";

/** What a day of waiting costs by one charge of the bid, in minor units of its currency as digits. */
export type WaitingPrice = {
  readonly code: ChargeCode;
  readonly unitPriceMinor: string;
  readonly tiers: readonly KeptTier[];
  /** A day of each truck, where it is not a day of the whole. */
  readonly isPerTruck: boolean;
};

const CODES: Readonly<Record<DelayPlace, readonly ChargeCode[]>> = { border: ["WTG", "BST"], destination: ["DMR"] };

const isOfDays = ({ basis }: PricedLine): boolean => basis === "day_after_free" || basis === "truck_day_after_free";

/**
 * The charges by which a wait is priced: at the border waiting trucks and storage, at the destination demurrage, and where the bid has
 * none of it the waiting truck. Only charges by the day after free time count; what the bid does not price is not charged.
 */
export function waitingPrices(lines: readonly PricedLine[], place: DelayPlace): WaitingPrice[] {
  const ofDays = lines.filter(isOfDays);
  const own = ofDays.filter(({ code }) => CODES[place].includes(code));
  const taken = place === "destination" && own.length === 0 ? ofDays.filter(({ code }) => code === "WTG") : own;
  return taken.flatMap(({ code, basis, unitPriceMinor, tiers = [] }) =>
    unitPriceMinor === null ? [] : [{ code, unitPriceMinor, tiers, isPerTruck: basis === "truck_day_after_free" }],
  );
}
