import { formOf, requiredBy } from "../member-list";
import { logisticsFields } from "./spec";
import { logisticsTermsFields } from "./terms";

/** What a request for logistics must name: what each spec has, and the whole of a temperature, an insurance or a transit that it names a part of. */
export const logisticsRequired = requiredBy(logisticsFields);

/** The fields of a request for logistics, and the members of its spec that they fill. */
export const logisticsSpecForm = formOf(logisticsFields);

/** The fields of a bid's terms for logistics, and the members that they fill. */
export const logisticsTermsForm = formOf(logisticsTermsFields);
