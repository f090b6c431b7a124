import type { ChargeCode } from "../../services/charge";
import type { LogisticsTerms } from "../../services/logistics/terms";
import { isBookedOrUsed, type Slot } from "./slot";

type Carried = {
  readonly lines: readonly { readonly code: ChargeCode }[];
  readonly terms: Pick<LogisticsTerms, "hasTransshipment" | "plates">;
};

/** Whether the goods change trucks at the border: as the bid says, else where it prices that, or names plates of another country beyond. */
export const changesTrucks = ({ lines, terms: { hasTransshipment, plates } }: Carried): boolean =>
  hasTransshipment ??
  (lines.some(({ code }) => code === "TRS") || (plates !== undefined && plates.beforeBorder !== plates.beyondBorder));

/** The steps that the truck tells which brings the goods to the hub. */
const UP_TO_HUB = ["picked_up", "left_for_hub", "arrived_hub"];

type Plates = { readonly tractorPlate: readonly string[]; readonly trailerPlate: readonly string[] };

/** Plates of an order's slots; `isFromHub` where its goods change trucks at the border, and its slots are of those that take them over. */
export type SlotPlates = Plates & { readonly isFromHub: boolean };

/** The plates of which that of a step has to be one; none at a step of the truck that comes before. */
export const platesAt = ({ isFromHub, ...plates }: SlotPlates, code: string): Plates =>
  isFromHub && UP_TO_HUB.includes(code) ? { tractorPlate: [], trailerPlate: [] } : plates;

/** The plates of the trucks and of the trailers that are booked or have crossed. */
export function platesOfSlots(slots: readonly Pick<Slot, "state" | "tractorPlate" | "trailerPlate">[]): Plates {
  const used = slots.filter(isBookedOrUsed);
  return {
    tractorPlate: used.map(({ tractorPlate }) => tractorPlate),
    trailerPlate: used.flatMap(({ trailerPlate }) => trailerPlate ?? []),
  };
}
