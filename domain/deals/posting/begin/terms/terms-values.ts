import { DEFAULT_TERMS, type RequestTerms } from "../../../../requests/terms";
import { writeForm } from "../../../../services/form/write-form";
import type { FormValues } from "../../../../shared/form-state";
import { GATES_FIELD } from "../../posting-fields";
import { criteriaValues } from "./criteria-fields";

/** The form's fields for the terms of an earlier request that differ from what everybody gets; a form says only what its buyer said. */
export function termsValues(
  terms: Pick<RequestTerms, "feedback" | "negotiationRounds" | "criteria" | "gates">,
): FormValues {
  const { feedback, negotiationRounds } = terms;
  return {
    ...(feedback === DEFAULT_TERMS.feedback ? {} : { feedback }),
    ...(negotiationRounds === DEFAULT_TERMS.negotiationRounds ? {} : { negotiationRounds: String(negotiationRounds) }),
    ...criteriaValues(terms.criteria),
    ...writeForm([GATES_FIELD], terms),
  };
}
