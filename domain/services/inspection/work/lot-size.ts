import type { InspectionSpec } from "../spec";

/** Pieces of all product lines together; null where none is named. */
export const orderedPieces = ({ products }: Pick<InspectionSpec, "products">): number | null =>
  products === undefined ? null : products.reduce((sum, { quantity }) => sum + quantity, 0);

/** The lot that is judged: the size that the request states, else what its product lines come to; null where it has neither. */
export const lotSizeOf = (spec: Pick<InspectionSpec, "lotSize" | "products">): number | null =>
  spec.lotSize ?? orderedPieces(spec);
