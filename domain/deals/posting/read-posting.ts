import type { RequestTerms } from "../../requests/request";
import { DEFAULT_TERMS } from "../../requests/request-choices";
import { fieldAt, fieldOfIssue, limitsAsTyped } from "../../services/form-field";
import { type FormValues, valueOf } from "../../shared/form-state";
import { z } from "zod";
import { criteriaValues, withCriterionKinds } from "./criteria-fields";
import { type Bidding, biddingSchema } from "../../requests/bidding-schema";
import { parseForm, readForm, writeForm } from "../../services/read-form";
import { kindOf } from "../../services/registry";
import { ALL_READ, specSoFar, type Unread } from "../../services/spec-rule";
import type { Direction, Service } from "../../shared/vocabulary";
import { readSoFar } from "../../shared/wire-fields";
import { type CargoLineInput, type DealInput, dealSchema, type ReadDeal, readDealSoFar } from "../deal-schema";
import { ANY_HUB } from "../deal-choices";
import {
  BIDDING_FIELDS,
  GATES_FIELD,
  LINE_FIELDS,
  LINE_MEASURES,
  ROUTE_FIELDS,
  wantedServices,
} from "./posting-fields";
import { lineCount, lineField } from "./cargo-lines";
import type { PostingIssue } from "../../requests/posting-issue";
import { readMeasure } from "./measures";
import { writeScaled } from "@/domain/shared/parse-scaled";
import type { CargoLine, Deal } from "../deal";

export type PostedService = { readonly service: Service; readonly spec: unknown; readonly unread: Unread };

/** A posting form read as far as its text goes; a part with issues is null. */
export type Posting = {
  readonly deal: DealInput | null;
  /** Of the deal what could be read. */
  readonly dealSoFar: ReadDeal;
  /** The specs of the ticked services as far as they could be read. */
  readonly services: readonly PostedService[];
  readonly bidding: Bidding | null;
  /** Of the bidding what could be read. */
  readonly biddingSoFar: Partial<Bidding>;
  readonly issues: readonly PostingIssue[];
};

type Read = { readonly input: Record<string, unknown>; readonly issues: PostingIssue[] };

const complaint = (field: string, schema: z.core.$ZodIssue, room: PostingIssue["room"] = "deals"): PostingIssue => ({
  field,
  room,
  schema,
});

function put(input: Record<string, unknown>, path: string, value: number): void {
  const [outer, inner] = path.split(".") as [string, string | undefined];
  input[outer] = inner === undefined ? value : { ...(input[outer] as object | undefined), [inner]: value };
}

function readLine(values: FormValues, line: number): Read {
  const own: FormValues = {
    ...Object.fromEntries(LINE_FIELDS.map(({ name }) => [name, valueOf(values, lineField(line, name))])),
    goodsCurrency: valueOf(values, "goodsCurrency"),
  };
  const { input, issues } = readForm(LINE_FIELDS, own);
  const found = issues.map((issue) => complaint(lineField(line, fieldAt(LINE_FIELDS, issue.path)), issue));
  for (const { name, path, decimals } of LINE_MEASURES) {
    const text = valueOf(values, lineField(line, name)).trim();
    if (text === "") continue;
    const measure = readMeasure(text, decimals);
    if (measure.ok) put(input, path, measure.value);
    else
      found.push({
        field: lineField(line, name),
        room: "deals",
        code: measure.refusal.code,
        values: measure.refusal.details ?? {},
      });
  }
  return { input, issues: found.map((issue) => asMissing(issue, values)) };
}

/** The measure of a cargo line that a path of the wire form is of. */
function measureOf([root, , ...rest]: readonly PropertyKey[]) {
  const member = rest.map(String).join(".");
  if (root !== "cargo" || member === "") return undefined;
  return LINE_MEASURES.find(({ path }) => path === member || path.startsWith(`${member}.`));
}

/** The form's field of a member of the wire form: `cargo[0].grossWeightGrams` is typed as `cargo[0].grossWeightKg`. */
export function fieldOfDeal(path: readonly PropertyKey[]): string {
  if (path[0] !== "cargo") return path[0] === "direction" ? "destinationId" : fieldAt(ROUTE_FIELDS, path);
  const [, line, ...rest] = path;
  if (typeof line !== "number") return "cargo";
  return lineField(line, measureOf(path)?.name ?? fieldAt(LINE_FIELDS, rest) ?? "description");
}

type DealRead = Pick<Posting, "deal" | "dealSoFar"> & { readonly issues: readonly PostingIssue[] };

function readDeal(values: FormValues, direction: Direction | null): DealRead {
  const route = readForm(ROUTE_FIELDS, values);
  const lines = Array.from({ length: lineCount(values) }, (_, line) => readLine(values, line));
  const unread = [
    ...route.issues.map((issue) => complaint(fieldOfIssue(ROUTE_FIELDS, issue), issue)),
    ...lines.flatMap((line) => line.issues),
  ];
  // Two ends on one side of the border have no direction; the rule on the ends says so, not the schema.
  const input = { ...route.input, direction: direction ?? "export", cargo: lines.map((line) => line.input) };
  const parsed = dealSchema.safeParse(input);
  const typed = route.issues.map(({ path }) => fieldAt(ROUTE_FIELDS, path));
  const known = new Set([...unread.map((issue) => issue.field), ...typed]);
  const malformed = (parsed.error?.issues ?? [])
    .map((issue) => complaint(fieldOfDeal(issue.path), limitsAsTyped(issue, measureOf(issue.path)?.decimals ?? 0)))
    .filter((issue) => !known.has(issue.field));
  const issues = [...unread, ...malformed];
  const deal = parsed.success && issues.length === 0 ? parsed.data : null;
  return { deal, dealSoFar: readDealSoFar({ ...input, direction: direction ?? undefined }), issues };
}

/** A choice that was not made is missing, which a schema of choices calls a wrong one. */
const asMissing = (issue: PostingIssue, values: FormValues): PostingIssue =>
  "schema" in issue && issue.schema.code === "invalid_value" && valueOf(values, issue.field) === ""
    ? { field: issue.field, room: issue.room, code: "required", values: {} }
    : issue;

/**
 * Reads everything that was typed into the posting form: the deal, the spec of each ticked service, the bidding. `zone` is
 * the reader's, for clock times; `direction` follows from the two ends, null where they lie on one side.
 */
export function readPosting(values: FormValues, reader: { zone: string; direction: Direction | null }): Posting {
  const { deal, dealSoFar, issues } = readDeal(values, reader.direction);
  const found: PostingIssue[] = [...issues];
  const services = wantedServices(values).map((service): PostedService => {
    const { specSchema, specForm } = kindOf(service);
    const prefix = `services.${service}.`;
    const read = parseForm(specSchema, specForm, { values, prefix, zone: reader.zone });
    if (read.ok) return { service, spec: read.value, unread: ALL_READ };
    for (const issue of read.issues)
      found.push(complaint(String(issue.path[0] ?? "wanted"), issue, `service-${service}`));
    return { service, ...specSoFar(specSchema, read.input) };
  });
  if (wantedServices(values).length === 0)
    found.push({ field: "wanted", room: "deals", code: "service_missing", values: {} });
  const bidding = parseForm(biddingSchema, BIDDING_FIELDS, {
    values: withCriterionKinds(values),
    prefix: "",
    zone: reader.zone,
  });
  if (!bidding.ok)
    for (const issue of bidding.issues) found.push(complaint(String(issue.path[0] ?? "bidMode"), issue, "requests"));
  return {
    deal,
    dealSoFar,
    services,
    bidding: bidding.ok ? bidding.value : null,
    biddingSoFar: bidding.ok ? bidding.value : readSoFar(biddingSchema, bidding.input).value,
    issues: found.map((issue) => asMissing(issue, values)),
  };
}

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
