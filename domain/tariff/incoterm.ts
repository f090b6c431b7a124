import type { Mode, Place } from "../hubs/place";

/** The eleven rules of Incoterms 2020; their codes are never translated. */
export const INCOTERMS = ["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"] as const;
export type IncotermRule = (typeof INCOTERMS)[number];

const SEA_ONLY: readonly IncotermRule[] = ["FAS", "FOB", "CFR", "CIF"];

/** Incoterms 2020 keeps FAS, FOB, CFR and CIF for sea and inland waterway; every other rule goes with any mode. */
export const incotermFitsMode = (rule: IncotermRule, mode: Mode): boolean => mode === "sea" || !SEA_ONLY.includes(rule);

/** Towns of the catalogue that have a sea or river port of their own beside the ports that it lists. */
const PORT_TOWNS: readonly string[] = [
  ...["CNCQI", "CNGGZ", "CNNBO", "CNNIN", "CNQIN", "CNSGH", "CNSNZ", "CNTNJ"],
  ...["DEDUI", "DEHAM", "RUVVO", "THBKK", "VNSGN"],
];

type Town = Pick<Place, "id" | "nameEn" | "nameZh" | "modes">;

/** Whether ships load at a place: FAS, FOB, CFR and CIF name a port and no town inland. */
export const hasPort = ({ id, modes }: Pick<Town, "id" | "modes">): boolean =>
  modes.includes("sea") || PORT_TOWNS.includes(id);

/** Whether the named place of a sea rule is a town without a port: what is written begins with the town's name, in Chinese or in English. */
export function namesTownWithoutPort(rule: IncotermRule, written: string, towns: readonly Town[]): boolean {
  const words = written.trim().toLowerCase();
  const begins = ({ nameEn, nameZh }: Town) => {
    const english = nameEn.replace(/\s*\(.*$/, "").toLowerCase();
    return words.startsWith(nameZh) || (words.startsWith(english) && !/^\p{L}/u.test(words.slice(english.length)));
  };
  return SEA_ONLY.includes(rule) && towns.some((town) => !hasPort(town) && begins(town));
}

/** The rules to offer for a deal of this mode, in the order of the standard. */
export const incotermsFor = (mode: Mode): IncotermRule[] => INCOTERMS.filter((rule) => incotermFitsMode(rule, mode));
