import type { ReactNode } from "react";
import type { WaybillBox } from "@/components/ui/waybill-grid";

type Box = Pick<WaybillBox, "span"> & {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Below the value. */
  readonly detail?: ReactNode;
};

/** Numbers stay with their box when others are empty, so that people can say "box 4". */
export const numberedBoxes = (boxes: readonly Box[]): WaybillBox[] =>
  boxes
    .map((box, index) => ({ ...box, number: index + 1 }))
    .filter(({ value }) => value !== undefined && value !== null && value !== false && value !== "");
