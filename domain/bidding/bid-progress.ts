import { COMMERCIAL_TERMS_FORM, isCommercialTermsName } from "./offer/commercial-terms-fields";
import { countGiven } from "../services/form-field";
import { type FormValues, valueOf } from "../shared/form-state";
import { chargeRows } from "./offer/charge-rows";
import { gateField } from "./bid-form-limits";

/** The parts of the bid form in their order. */
const PARTS = ["lines", "days", "terms", "gates", "rest"] as const;
export type BidPart = (typeof PARTS)[number];

export type BidProgressAsked = {
  /** Full names of the fields of the service's terms. */
  readonly terms: readonly string[];
  /** The one of them whose hours count in place of the days; none where days are always asked. */
  readonly hoursAlone?: string | undefined;
  /** How many gates the request has; the part is there only where it has any. */
  readonly gates?: number | undefined;
  readonly errors: Readonly<Record<string, string>>;
};

export type BidPartProgress = {
  readonly part: BidPart;
  /** Fields that a bid must have, or that are to be mended. */
  readonly missing: number;
  /** Of what may be left out, how much is there. */
  readonly given?: { readonly count: number; readonly all: number };
};

const TRANSIT_DAYS = "transitDays.min";
const DAYS = [TRANSIT_DAYS, "validUntil"];
/** Fields beside them that may stay empty. */
const COMMERCIAL_TERMS_DAYS = ["transitDays.max", "startDate", "quoteNumber"];
const REST = [...COMMERCIAL_TERMS_FORM.map(({ name }) => name), "exclusions", "remarks"];

const partOf = (name: string): BidPart => {
  if (DAYS.includes(name) || COMMERCIAL_TERMS_DAYS.includes(name)) return "days";
  if (REST.includes(name) || isCommercialTermsName(name)) return "rest";
  if (name.startsWith("gates[")) return "gates";
  return name.startsWith("terms.") ? "terms" : "lines";
};

/**
 * How far the bid form is filled in, part by part. A bid needs one line with a price, its days, or hours in their place, and its validity;
 * the terms of its service, what it leaves out and remarks may stay empty, its gates may not, and where something in them is to be mended that is missing too.
 */
export function bidProgress(
  values: FormValues,
  { terms, hoursAlone, gates = 0, errors }: BidProgressAsked,
): BidPartProgress[] {
  const rows = chargeRows(values);
  const isEmpty = (name: string) => valueOf(values, name).trim() === "";
  const hasHours = hoursAlone !== undefined && !isEmpty(hoursAlone);
  const priced = rows.filter(({ price }) => price.trim() !== "").length;
  const gaps: Readonly<Record<BidPart, readonly string[]>> = {
    lines: priced === 0 ? ["charges[0].price"] : [],
    days: DAYS.filter((name) => isEmpty(name) && !(hasHours && name === TRANSIT_DAYS)),
    terms: [],
    gates: Array.from({ length: gates }, (_, gate) => gateField(gate)).filter(isEmpty),
    rest: [],
  };
  const missingIn = (part: BidPart) =>
    new Set([...gaps[part], ...Object.keys(errors).filter((name) => partOf(name) === part)]).size;
  const given = {
    lines: { count: priced, all: Math.max(rows.length, 1) },
    days: undefined,
    gates: undefined,
    terms: { count: countGiven(values, terms), all: terms.length },
    rest: { count: countGiven(values, REST), all: REST.length },
  };
  const shown = PARTS.filter((part) => part !== "gates" || gates > 0);
  return shown.map((part) => ({ part, missing: missingIn(part), ...(given[part] ? { given: given[part] } : {}) }));
}
