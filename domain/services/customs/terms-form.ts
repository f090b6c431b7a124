import type { FormField } from "../form/field";
import { number, percent, text } from "../form/fields";
import { FORM_LINES, type OpinionMember, opinionName } from "./form-lines";

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

/** The fields of a bid's terms for customs; clock times are in the reader's zone. */
export const customsTermsForm: readonly FormField[] = [
  text("licenceNumber"),
  text("clearancePost"),
  text("declarantRole"),
  number("hoursToFile"),
  number("hoursToRelease"),
  number("hoursToReleaseP90"),
  text("dutyPaidBy"),
  text("finesBorneBy"),
  ...FORM_LINES.flatMap(opinionFields),
];
