import type { Mode } from "../hubs/place";

/** The eleven rules of Incoterms 2020; their codes are never translated. */
export const INCOTERMS = ["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"] as const;
export type IncotermRule = (typeof INCOTERMS)[number];

const SEA_ONLY: readonly IncotermRule[] = ["FAS", "FOB", "CFR", "CIF"];

/** Incoterms 2020 keeps FAS, FOB, CFR and CIF for sea and inland waterway; every other rule goes with any mode. */
export const incotermFitsMode = (rule: IncotermRule, mode: Mode): boolean => mode === "sea" || !SEA_ONLY.includes(rule);

/** The rules to offer for a deal of this mode, in the order of the standard. */
export const incotermsFor = (mode: Mode): IncotermRule[] => INCOTERMS.filter((rule) => incotermFitsMode(rule, mode));
