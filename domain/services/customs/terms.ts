import { type TypeOfList, choice, number, own, text } from "../member-list";
import { BROKER_ROLES, type CONFIDENCES, DUTY_PAYERS, FINE_BEARERS } from "./choices";

const option = <const Group extends string>(group: Group) => `service-customs.option.${group}` as const;
const HOURS = { min: 0, max: 720, unit: "hours" } as const;

/** How a broker would classify a line of the cargo; rates in basis points. */
export type HsOpinion = {
  hsCode: string;
  dutyBps?: number | undefined;
  vatBps?: number | undefined;
  confidence?: (typeof CONFIDENCES)[number] | undefined;
  reference?: string | undefined;
};

/** What a customs bid promises beside its prices, in the order of its form. */
export const customsTermsFields = [
  number(
    "hoursToFile",
    { ...HOURS, width: "span-4 pair", box: 4 },
    "From complete papers, the answered draft and goods at the supervised place to filing; filing ahead is in time",
  ),
  number(
    "hoursToRelease",
    { ...HOURS, width: "span-4 pair", box: 5 },
    "Typical, from filing to release, with the goods before the customs",
  ),
  choice("dutyPaidBy", { values: DUTY_PAYERS, words: option("dutyPaidBy"), width: 4, box: 7 }),
  text("licenceNumber", { max: 60, fold: "broker", box: 1 }, "In the register of customs brokers"),
  text("clearancePost", { max: 120, fold: "broker", box: 2 }),
  number("hoursToReleaseP90", { ...HOURS, fold: "broker", width: 4, box: 6 }, "Nine in ten are released within"),
  choice("declarantRole", { values: BROKER_ROLES, words: option("declarantRole"), fold: "broker", width: 4, box: 3 }),
  choice(
    "finesBorneBy",
    { values: FINE_BEARERS, words: option("finesBorneBy"), fold: "broker", width: 4, box: 8 },
    "Fines of the customs for a wrong declaration",
  ),
  own<"hsOpinions", Record<string, HsOpinion>>("hsOpinions", { box: 9, span: "all" }),
] as const;
export type CustomsTerms = TypeOfList<typeof customsTermsFields>;
