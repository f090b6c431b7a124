/** Bounds of a request and a bid; apart from the schemas, so that a form needs none to know them. */
export const PRODUCTS_MAX = 40;
export const CHECKLIST_MAX = 40;
export const SPECIAL_TESTS_MAX = 12;
export const LOT_SIZE_MAX = 10_000_000;
/** Days that a bidder may offer. */
export const DATE_SLOTS_MAX = 3;
