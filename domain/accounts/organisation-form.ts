import { organisationSchema } from "./organisation";
import { checkRegistration } from "./registration";

/** What is known of an organisation, its registration number held against the rule of its country. */
export const organisationForm = organisationSchema.superRefine(({ country, registrationNumber }, context) => {
  const issue = checkRegistration(country, registrationNumber);
  if (issue) context.addIssue({ code: "custom", message: issue, path: ["registrationNumber"] });
});
