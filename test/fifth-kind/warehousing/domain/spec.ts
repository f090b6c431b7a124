import { type TypeOfList, choice, day, number, text } from "../member-list";

const STORES = ["bonded", "open_yard", "cold"] as const;

export const warehousingFields = [
  choice("store", { values: STORES, words: "service-warehousing.store", isRequired: true, box: 1 }),
  day("from", { isRequired: true, box: 2 }),
  number("days", { min: 1, max: 365, isRequired: true, box: 3 }),
  text("remarks", { max: 500, box: 4, span: "all" }),
] as const;
export type WarehousingSpec = TypeOfList<typeof warehousingFields>;

export const warehousingTermsFields = [number("freeDays", { min: 0, max: 60, box: 1 })] as const;
export type WarehousingTerms = TypeOfList<typeof warehousingTermsFields>;
