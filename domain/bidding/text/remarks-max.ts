/** Letters of the remarks of a bid; alone here, so that a form needs no schema to know it. */
export const REMARKS_MAX = 1_000;
