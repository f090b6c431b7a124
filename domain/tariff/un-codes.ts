import type { DutyUnit } from "./duty-rate";
import type { Mode } from "../hubs/place";

/** Codes of the United Nations for what the market names in words of its own. */
export const UN_CODES = {
  /** Common codes of UN/ECE Recommendation 20, revision 17 (2021): units of measure. */
  units: {
    kg: "KGM",
    piece: "H87",
    pair: "PR",
    litre: "LTR",
    square_metre: "MTK",
    cubic_metre: "MTQ",
  } satisfies Record<DutyUnit, string>,
  /** UN/ECE Recommendation 19 (2001): modes of transport. */
  modes: { sea: "1", rail: "2", road: "3", air: "4" } satisfies Record<Mode, string>,
} as const;
