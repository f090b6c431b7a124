import { DEFAULT_TERMS, type RequestTerms } from "../../requests/terms";
import { writeForm } from "../../services/write-form";
import type { FormValues } from "../../shared/form-state";
import { BIDDING_FIELDS, GATES_FIELD, LINE_FIELDS, LINE_MEASURES, ROUTE_FIELDS, lineField } from "./posting-fields";
import { criteriaValues } from "./criteria-fields";
import { z } from "zod";
import type { Bidding } from "../../requests/bidding-schema";
import { writeScaled } from "@/domain/shared/parse-scaled";
import { kindOf } from "../../services/registry";
import type { Service } from "@/domain/shared/service";
import type { CargoLine, Deal } from "../deal";
import { ANY_HUB, type CargoLineInput, dealSchema } from "../deal-schema";

/** The form's fields for the terms of an earlier request that differ from what everybody gets; a form says only what its buyer said. */
export function termsValues(
  terms: Pick<RequestTerms, "feedback" | "negotiationRounds" | "criteria" | "gates">,
): FormValues {
  const { feedback, negotiationRounds } = terms;
  return {
    ...(feedback === DEFAULT_TERMS.feedback ? {} : { feedback }),
    ...(negotiationRounds === DEFAULT_TERMS.negotiationRounds ? {} : { negotiationRounds: String(negotiationRounds) }),
    ...criteriaValues(terms.criteria),
    ...writeForm([GATES_FIELD], terms),
  };
}

/** What a posting is written from: a deal, the specs of its requests in their wire form, and how bids were taken. */
export type Posted = {
  readonly deal: Omit<Deal, "id" | "reference" | "buyerOrganisationId">;
  readonly requests: readonly { readonly service: Service; readonly spec: unknown }[];
  readonly bidding: Omit<Bidding, "closesAt" | "decideBy"> | null;
};

const MORE_TERMS = ["feedback", "negotiationRounds", "criteria", "gates"];
const TERMS_FIELDS = BIDDING_FIELDS.filter(({ as, name }) => as !== "time" && !MORE_TERMS.includes(name));
const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Days and times are of the shipment that was: the next one has its own. */
export const withoutDates = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value !== "string" || !DAY_OR_TIME.test(value)),
  );

/** What was not given is left out of the wire form; a line has its volume from the sides of a package, where those were given. */
function lineOf(line: CargoLine): CargoLineInput {
  const given = Object.entries(line).filter(
    ([name, value]) => value !== null && !(name === "volumeCm3" && line.dimensionsMm),
  );
  return Object.fromEntries(given) as CargoLineInput;
}

function wireOf({ hubId, hubChoice, cargo, ...deal }: Posted["deal"]) {
  const { direction, title, incoterm, originId, destinationId, mode, inlandMode, readyDate, goodsValue } = deal;
  const way = {
    originId,
    destinationId,
    mode,
    inlandMode: inlandMode ?? undefined,
    hubId: hubChoice === "any" ? ANY_HUB : hubId,
  };
  return z.encode(dealSchema, {
    ...way,
    direction,
    title,
    incoterm,
    readyDate,
    goodsValue,
    cargo: cargo.map(lineOf),
  });
}

function lineValues(line: unknown, at: number): FormValues {
  const measures = LINE_MEASURES.flatMap(({ name, path, decimals }) => {
    const [outer = "", inner] = path.split(".");
    const member = (line as Record<string, unknown>)[outer];
    const whole = inner === undefined ? member : (member as Record<string, unknown> | undefined)?.[inner];
    return typeof whole === "number" ? [[lineField(at, name), writeScaled(whole, decimals)] as const] : [];
  });
  const { goodsCurrency: _, ...own } = writeForm(LINE_FIELDS, line);
  const named = Object.entries(own).map(([name, value]) => [lineField(at, name), value] as const);
  return Object.fromEntries([...named, ...measures]);
}

/**
 * The posting form filled as it was for a deal that is there, to post the like again; the counterpart of `readPosting`. Days and
 * times stay empty, since those of an earlier shipment have passed.
 */
export function writePosting({ deal, requests, bidding }: Posted): FormValues {
  const wire = wireOf(deal);
  const specs = requests.map(({ service, spec }) =>
    writeForm(kindOf(service).specForm, spec, { prefix: `services.${service}.` }),
  );
  return withoutDates({
    ...writeForm(ROUTE_FIELDS, wire),
    ...Object.assign({}, ...wire.cargo.map(lineValues)),
    wanted: requests.map(({ service }) => service),
    ...Object.assign({}, ...specs),
    ...(bidding ? { ...writeForm(TERMS_FIELDS, bidding), ...termsValues(bidding) } : {}),
  });
}

/** What an empty posting form begins with; clock times are typed in `zone`. */
export const newPosting = (zone: string): FormValues => ({
  zone,
  mode: "road",
  hubId: ANY_HUB,
  goodsCurrency: "CNY",
  comparisonCurrency: "CNY",
  bidMode: "sealed",
  visibility: "open",
  "cargo[0].packageType": "CT",
});
