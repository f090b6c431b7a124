/** Limits of what an offer says beside its price; alone here, so that a form needs no schema to know them. */
export const SUBCONTRACTORS_MAX = 5;
export const SUBCONTRACTOR_NAME_MAX = 60;
export const REGISTRATION_NUMBER_MAX = 24;
export const RELATED_WORDS_MAX = 120;
/** Alternatives beside the main offer; more would be a catalogue and no bid. */
export const ALTERNATIVES_MAX = 3;
export const ALTERNATIVE_TITLE_MAX = 40;
export const ALTERNATIVE_NOTE_MAX = 120;
export const PACKAGES_MAX = 3;

/** Letters of the free text of a bid; alone here, so that a form needs no schema to know them. */
export const REMARKS_MAX = 1_000;
export const QUOTE_NUMBER_MAX = 40;
/** Letters of an answer to a gate. */
export const GATE_ANSWER_MAX = 300;

/** So many templates an organisation keeps, of all services together. */
export const BID_TEMPLATES_MAX = 30;
export const BID_TEMPLATE_NAME_MAX = 80;

/** The field of the bid form in which a template is named; no part of the bid. */
export const TEMPLATE_NAME_FIELD = "templateName";

/** The name of the ticks that confirm what may be a slip of a digit; alone here, so that a form needs no more to know it. */
export const OUTLIER_FIELD = "confirmedSlips";

/** The name of the field in which a gate is answered: `gates[0].answer`. Alone here, so that a form needs no schema to know it. */
export const gateField = (gate: number): string => `gates[${gate}].answer`;
