/** How long the lists of a request may be; apart from the schema, so that a form needs none to know them. */
export const PRODUCTS_MAX = 40;
export const CHECKLIST_MAX = 40;
export const SPECIAL_TESTS_MAX = 12;
export const LOT_SIZE_MAX = 10_000_000;
