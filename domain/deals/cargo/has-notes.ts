import type { CargoLine } from "../deal";

/** Whether a cargo line says more than its figures: net weight, origin, dangerous goods, stacking or marks. */
export const hasNotes = ({ netWeightGrams, originCountry, dangerousGoods, isStackable, marks }: CargoLine): boolean =>
  [netWeightGrams, originCountry, dangerousGoods, isStackable, marks].some((note) => note !== null);
