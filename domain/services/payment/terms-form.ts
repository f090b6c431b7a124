import { formOf } from "../member-list";
import { paymentTermsFields } from "./terms";

/** The fields of a bid's terms for payment, and the members that they fill; clock times are in the reader's zone. */
export const paymentTermsForm = formOf(paymentTermsFields);
