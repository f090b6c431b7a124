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
