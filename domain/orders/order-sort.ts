/** The orders of a list: by when they were contracted, the latest first where nothing is said, or by what they come to in CNY. A minus is the largest first. */
export const ORDER_SORTS = ["-placed", "placed", "-price", "price"] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];
