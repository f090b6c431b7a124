import type { ReactNode } from "react";
import type { WaybillBox } from "@/components/ui/waybill-grid";

type Box = Pick<WaybillBox, "span"> & {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Below the value. */
  readonly detail?: ReactNode;
};

/** Whether a box has something to show. */
export const isShown = ({ value }: { readonly value: ReactNode }): boolean =>
  value !== undefined && value !== null && value !== false && value !== "";

/** Numbers stay with their box when others are empty, so that people can say "box 4". */
export const numberedBoxes = (boxes: readonly Box[]): WaybillBox[] =>
  boxes.map((box, index) => ({ ...box, number: index + 1 })).filter(isShown);
