import type { LogisticsSpec } from "../../services/logistics/spec";
import type { LogisticsTerms } from "../../services/logistics/terms";
import type { DelayPlace } from "./intervals";

/** Hours that cost nothing, and who said so. */
export type FreeTime = { readonly hours: number; readonly saidBy: "bid" | "request" | "nobody" };

type Wished = Pick<LogisticsSpec, "freeTimeHours" | "freeTimeBorderHours" | "freeTimeDestinationHours">;
type Promised = Pick<LogisticsTerms, "freeTimeBorderHours" | "freeTimeDestinationHours">;

/** Free time at a place: what the bid says, else what the request asked for and the bid did not contradict, else none. */
export function freeTimeOf(place: DelayPlace, terms: Promised, spec: Partial<Wished>): FreeTime {
  const of = place === "border" ? "freeTimeBorderHours" : "freeTimeDestinationHours";
  const promised = terms[of];
  if (promised !== undefined) return { hours: promised, saidBy: "bid" };
  const wished = spec[of] ?? spec.freeTimeHours;
  return wished === undefined ? { hours: 0, saidBy: "nobody" } : { hours: wished, saidBy: "request" };
}
