/** The name of the ticks that confirm what may be a slip of a digit; alone here, so that a form needs no more to know it. */
export const SLIP_FIELD = "confirmedSlips";
