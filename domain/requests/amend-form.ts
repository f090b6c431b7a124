import { REASON_MAX } from "./reasons";
import { contactFreeNote } from "../shared/contact-in-text";
import { fieldAt, fieldOfIssue, type FormField, inUnitOfField } from "../services/form-field";
import { type PostingIssue, SPEC_PREFIX } from "./posting-issue";
import { readForm, valuesUnder, writeForm } from "../services/read-form";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/vocabulary";
import { type FormState, type FormValues, valueOf } from "../shared/form-state";
import { type Instant, MARKET_ZONE } from "../shared/time";
import { isZone, parseWallClock, wallClock } from "../shared/zones";

/** Why a request is amended, in the buyer's words, which everyone who sees the request reads. Whether one is needed is for the amendment to say. */
export const amendReason = contactFreeNote(REASON_MAX);

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  value !== null && typeof value === "object" && !Array.isArray(value);

// A field of days cannot show a time of day, which a program may have said: left empty, it stays.
const TIME = /^\d{4}-\d{2}-\d{2}T/;
const isUnshown = (value: unknown): boolean => typeof value === "string" && TIME.test(value);

/**
 * A wire form as typed, with the members of the stored one that the form has no field for: they were said over the API, and who amends
 * with a form does not take them back.
 */
export function keepUnfielded(stored: unknown, typed: unknown, fields: readonly FormField[], prefix = ""): unknown {
  if (!isMembers(stored)) return typed;
  const merged: Record<string, unknown> = { ...(isMembers(typed) ? typed : {}) };
  for (const [name, value] of Object.entries(stored)) {
    const path = prefix + name;
    const own = fields.find((field) => field.path === path);
    if (own) {
      if (own.as !== "time" && isUnshown(value)) merged[name] ??= value;
      continue;
    }
    const isParted = fields.some((field) => field.path.startsWith(`${path}.`));
    const kept = isParted ? keepUnfielded(value, merged[name], fields, `${path}.`) : value;
    const isEmpty = isMembers(kept) && Object.keys(kept).length === 0;
    if (!isEmpty) merged[name] = kept;
  }
  return merged;
}

/** What an amendment would do, worded. */
export type AmendCheck = {
  readonly changes: readonly {
    readonly path: string;
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly consequences: readonly string[];
};

/** The form's answer: `check` is there once the amendment may be sent as it is. */
export type AmendFormState = FormState & { readonly check?: AmendCheck };

type Amendable = {
  readonly service: Service;
  /** In its wire form. */
  readonly spec: unknown;
  readonly closesAt: Instant;
  readonly decideBy: Instant;
};

const TIMES = ["closesAt", "decideBy"] as const;

/** The form of a request as it stands, in the reader's zone. */
export const amendFormOf = (request: Amendable, zone: string): FormValues => ({
  ...writeForm(kindOf(request.service).specForm, request.spec, { prefix: SPEC_PREFIX, zone }),
  closesAt: wallClock(request.closesAt, zone),
  decideBy: wallClock(request.decideBy, zone),
  zone,
});

export type AmendReading = {
  /** In its wire form, as far as it could be read. */
  readonly spec: unknown;
  readonly closesAt: Instant | undefined;
  readonly decideBy: Instant | undefined;
  readonly reason: string;
  readonly issues: readonly PostingIssue[];
};

const zoneOf = (values: FormValues): string => {
  const zone = valueOf(values, "zone");
  return isZone(zone) ? zone : MARKET_ZONE;
};

function readSpec({ service, spec }: Amendable, values: FormValues) {
  const { specForm, specSchema } = kindOf(service);
  const reading = readForm(specForm, valuesUnder(values, SPEC_PREFIX), zoneOf(values));
  const wire = keepUnfielded(spec, reading.input, specForm);
  const unread = new Set(reading.issues.map(({ path }) => reading.fieldOf(path)));
  const judged = (specSchema.safeParse(wire).error?.issues ?? []).filter(
    ({ path }) => !unread.has(reading.fieldOf(path)),
  );
  const issues = [...reading.issues, ...judged].map((schema): PostingIssue => {
    const field = SPEC_PREFIX + fieldOfIssue(specForm, schema, valuesUnder(values, SPEC_PREFIX));
    const room = `service-${service}` as const;
    // A choice that was not made is missing, which a schema of choices calls a wrong one.
    const isMissing = schema.code === "invalid_value" && valueOf(values, field) === "";
    if (isMissing) return { field, room, code: "required", values: {} };
    return { field, room, schema: inUnitOfField(specForm, schema) };
  });
  return { wire, issues };
}

/** A time as typed; one that was not touched stays to the second, which the field does not show. */
function readTime(field: (typeof TIMES)[number], stood: Instant, values: FormValues) {
  const [typed, zone] = [valueOf(values, field).trim(), zoneOf(values)];
  if (typed === wallClock(stood, zone)) return { at: undefined, issues: [] };
  const at = parseWallClock(typed, zone);
  const code = typed === "" ? "required" : "time_malformed";
  const issue: PostingIssue = { field, room: "requests", code, values: {} };
  return at === null ? { at: undefined, issues: [issue] } : { at, issues: [] };
}

function readReason(values: FormValues) {
  const reason = amendReason.safeParse(valueOf(values, "reason"));
  const found = (reason.error?.issues ?? []).map(
    (schema): PostingIssue => ({ field: "reason", room: "requests", schema }),
  );
  return { reason: reason.data ?? "", issues: found };
}

/** Reads the form against the request that it changes: what it has no field for stays, and so does a time that nobody touched. */
export function readAmendForm(request: Amendable, values: FormValues): AmendReading {
  const spec = readSpec(request, values);
  const [closesAt, decideBy] = [
    readTime("closesAt", request.closesAt, values),
    readTime("decideBy", request.decideBy, values),
  ];
  const reason = readReason(values);
  return {
    spec: spec.wire,
    closesAt: closesAt.at,
    decideBy: decideBy.at,
    reason: reason.reason,
    issues: [...spec.issues, ...closesAt.issues, ...decideBy.issues, ...reason.issues],
  };
}

/**
 * The form's field for a member of the request's wire form: `spec.temperature.minC` is typed as `spec.temperatureMin`. What the deal says is not changed
 * here, so that a fault of it is one of the whole form.
 */
export function amendFieldOf(service: Service, path: string, values: FormValues): string {
  if (path.startsWith("deal.")) return SPEC_PREFIX;
  if (!path.startsWith(SPEC_PREFIX)) return path;
  const within = path.slice(SPEC_PREFIX.length).split(".");
  return SPEC_PREFIX + fieldAt(kindOf(service).specForm, within, valuesUnder(values, SPEC_PREFIX));
}
