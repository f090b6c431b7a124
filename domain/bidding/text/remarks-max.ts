/** Letters of the free text of a bid; alone here, so that a form needs no schema to know them. */
export const REMARKS_MAX = 1_000;
export const QUOTE_NUMBER_MAX = 40;
/** Letters of an answer to a gate. */
export const GATE_ANSWER_MAX = 300;
