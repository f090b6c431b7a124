import { formOf } from "../member-list";
import { inspectionTermsFields } from "./terms";

/** The fields of a bid's terms for inspection, and the members that they fill; clock times are in the reader's zone. */
export const inspectionTermsForm = formOf(inspectionTermsFields);
