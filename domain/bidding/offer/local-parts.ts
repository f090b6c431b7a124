import type { LocalPart } from "../../services/kind";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import type { Subcontractor } from "./commercial-terms";

/** One customs territory: a customs representative established in one member state may declare in the others (Union Customs Code, article 18). */
const EUROPEAN_UNION: ReadonlySet<string> = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

/** Whether somebody established in one country may do the work that is bound to the other. */
const mayWorkIn = (established: string, country: string): boolean =>
  established === country || (EUROPEAN_UNION.has(established) && EUROPEAN_UNION.has(country));

/** The parts that a bidder established in this country cannot do itself, so that its bid has to name who does. */
export const partsToName = (parts: readonly LocalPart[], bidderCountry: string): readonly LocalPart[] =>
  parts.filter(({ country }) => !mayWorkIn(bidderCountry, country));

type LocalWork = { readonly parts: readonly LocalPart[]; readonly bidderCountry: string };

/**
 * A part that is bound to a country is done by somebody established there: by whom the bid names for it, its own company there too, else by
 * the bidder. Refuses `declarant_not_named` with the first part for which that is not so, and its country.
 */
export function checkLocalParts(
  subcontractors: readonly Pick<Subcontractor, "country" | "parts">[],
  { parts, bidderCountry }: LocalWork,
): Result<void, Refusal<"declarant_not_named">> {
  const undone = parts.find(({ code, country }) => {
    const named = subcontractors.filter((one) => one.parts.includes(code)).map((one) => one.country);
    return !(named.length > 0 ? named : [bidderCountry]).every((one) => mayWorkIn(one, country));
  });
  return undone ? refuse("declarant_not_named", { field: "subcontractors", ...undone }) : accept(undefined);
}
