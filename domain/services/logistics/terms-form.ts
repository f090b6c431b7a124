import { formOf } from "../member-list";
import { logisticsTermsFields } from "./terms";

/** The fields of a bid's terms for logistics, and the members that they fill. */
export const logisticsTermsForm = formOf(logisticsTermsFields);
