import type { FormField } from "../form/field";
import { FORM_LINES, type OpinionMember, opinionName } from "./form-lines";

const opinionFields = (line: number): FormField[] => {
  const field = (member: OpinionMember, as: "text" | "percent"): FormField => ({
    name: opinionName(member, line),
    path: `hsOpinions.${line}.${member}`,
    as,
  });
  return [
    field("hsCode", "text"),
    field("dutyBps", "percent"),
    field("vatBps", "percent"),
    field("confidence", "text"),
    field("reference", "text"),
  ];
};

/** The fields of a bid's terms for customs; clock times are in the reader's zone. */
export const customsTermsForm: readonly FormField[] = [
  { name: "licenceNumber", path: "licenceNumber", as: "text" },
  { name: "clearancePost", path: "clearancePost", as: "text" },
  { name: "declarantRole", path: "declarantRole", as: "text" },
  { name: "hoursToFile", path: "hoursToFile", as: "number" },
  { name: "hoursToRelease", path: "hoursToRelease", as: "number" },
  { name: "hoursToReleaseP90", path: "hoursToReleaseP90", as: "number" },
  { name: "dutyPaidBy", path: "dutyPaidBy", as: "text" },
  { name: "finesBorneBy", path: "finesBorneBy", as: "text" },
  ...FORM_LINES.flatMap(opinionFields),
];
