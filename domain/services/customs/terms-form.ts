import { type FormField, percent, text } from "../form-field";
import { formOf } from "../member-list";
import { FORM_LINES } from "./choices";
import { type HsOpinion, customsTermsFields } from "./terms";

export type OpinionMember = keyof HsOpinion;

/** The name of the field for a member of a line's opinion. */
export const opinionName = (member: OpinionMember, line: number): string => `${member}OfLine${line}`;

const opinionFields = (line: number): FormField[] => {
  const of = (member: OpinionMember) => [opinionName(member, line), `hsOpinions.${line}.${member}`] as const;
  return [
    text(...of("hsCode")),
    percent(...of("dutyBps")),
    percent(...of("vatBps")),
    text(...of("confidence")),
    text(...of("reference")),
  ];
};

/** The fields of a bid's terms for customs, and the members that they fill. */
export const customsTermsForm: readonly FormField[] = [
  ...formOf(customsTermsFields),
  ...FORM_LINES.flatMap(opinionFields),
];
