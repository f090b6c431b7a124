/** Days that a bidder may offer; apart from the schema, so that a form needs none to know it. */
export const DATE_SLOTS_MAX = 3;
