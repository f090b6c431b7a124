import { z } from "zod";
import { type Bidding, biddingSchema } from "../../requests/bidding-schema";
import { fieldAt, fieldOfIssue } from "../../services/form-field";
import { parseForm, readForm } from "../../services/read-form";
import { kindOf } from "../../services/registry";
import { ALL_READ, specSoFar, type Unread } from "../../services/spec-rule";
import type { Service } from "../../shared/service";
import { type FormValues, valueOf } from "../../shared/form-state";
import { readSoFar } from "../../shared/read-members";
import type { Direction } from "../../shared/direction";
import { type DealInput, type ReadDeal, dealSchema, readDealSoFar } from "../deal-schema";
import {
  BIDDING_FIELDS,
  LINE_FIELDS,
  LINE_MEASURES,
  lineCount,
  lineField,
  ROUTE_FIELDS,
  wantedServices,
} from "./posting-fields";
import { withCriterionKinds } from "./criteria-fields";
import type { PostingIssue } from "../../requests/posting-issue";
import { readMeasure } from "./measures";

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

/** The form's field of a member of the wire form: `cargo[0].grossWeightGrams` is typed as `cargo[0].grossWeightKg`. */
export function fieldOfDeal(path: readonly PropertyKey[]): string {
  if (path[0] !== "cargo") return path[0] === "direction" ? "destinationId" : fieldAt(ROUTE_FIELDS, path);
  const [, line, ...rest] = path;
  if (typeof line !== "number") return "cargo";
  const member = rest.map(String).join(".");
  const measure = LINE_MEASURES.find(({ path: of }) => of === member || of.startsWith(`${member}.`));
  return lineField(line, measure?.name ?? fieldAt(LINE_FIELDS, rest) ?? "description");
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
    .map((issue) => complaint(fieldOfDeal(issue.path), issue))
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
