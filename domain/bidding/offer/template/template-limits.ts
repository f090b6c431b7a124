/** So many templates an organisation keeps, of all services together. */
export const BID_TEMPLATES_MAX = 30;
export const BID_TEMPLATE_NAME_MAX = 80;

/** The field of the bid form in which a template is named; no part of the bid. */
export const TEMPLATE_NAME_FIELD = "templateName";
