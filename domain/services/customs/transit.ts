import { specIssue } from "../spec-issue";
import { ruleOf } from "../spec-rule";
import { isTransitOfficeKnown } from "./offices";
import type { CustomsSpec } from "./spec";

const rule = ruleOf<CustomsSpec>();

const OFFICE = /^[A-Z\d]{4,10}$/;
const OFFICES = ["departureOffice", "destinationOffice"] as const;

/** The offices of a transit by their codes, one that no list here has only where somebody has said that it is right; and no transit where goods leave or enter. */
export const TRANSIT = [
  ...OFFICES.map((office) =>
    rule([`transit.${office}`, "transit.country", "transit.isOfficeRight"], ({ transit }) => {
      if (!transit) return [];
      const { country, isOfficeRight = false, [office]: code } = transit;
      if (!OFFICE.test(code)) return [specIssue(`transit.${office}`, "office_malformed")];
      return isOfficeRight || isTransitOfficeKnown(country, code)
        ? []
        : [specIssue(`transit.${office}`, "transit_office_unknown", { code })];
    }),
  ),
  rule(["side", "transit"], ({ side, transit }) =>
    transit && side !== "transit" ? [specIssue("transit.country", "transit_of_other_side")] : [],
  ),
];

/** Those offices of a transit that no list here has: whoever reads the request is warned of them. */
export const unknownOffices = ({ transit }: Pick<CustomsSpec, "transit">): string[] =>
  transit
    ? OFFICES.map((office) => transit[office]).filter((code) => !isTransitOfficeKnown(transit.country, code))
    : [];
