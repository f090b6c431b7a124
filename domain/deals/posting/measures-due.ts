import { type FormValues, valueOf } from "../../shared/form-state";
import { lineField } from "./posting-fields";

const SIDES = ["lengthCm", "widthCm", "heightCm"] as const;
type Measure = "volumeCbm" | (typeof SIDES)[number];

/** Of a cargo line's measures those without which the posting is refused: all three sides once one is typed, else the volume. */
export const measuresDue = (values: FormValues, line: number): ReadonlySet<Measure> =>
  new Set(SIDES.some((side) => valueOf(values, lineField(line, side)).trim() !== "") ? SIDES : ["volumeCbm"]);
