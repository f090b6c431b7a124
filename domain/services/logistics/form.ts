import { formOf, requiredBy } from "../member-list";
import { logisticsFields } from "./spec";

/** What a request for logistics must name: what each spec has, and the whole of a temperature, an insurance or a transit that it names a part of. */
export const logisticsRequired = requiredBy(logisticsFields);

/** The fields of a request for logistics, and the members of its spec that they fill. */
export const logisticsSpecForm = formOf(logisticsFields);
