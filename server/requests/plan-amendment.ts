import { z } from "zod";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { findRequest, invitedTo, type StoredRequest } from "@/db/repositories/requests";
import { endsOf } from "@/domain/deals/plan-deal";
import { DAY_PAST } from "@/domain/services/past-days";
import type { SpecIssue } from "@/domain/services/spec-issue";
import { kindOf, storedSpec } from "@/domain/services/registry";
import { specSoFar, type Unread } from "@/domain/services/spec-rule";
import { accept, assert, checkAll, everyRefusal, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { type Instant, toIso } from "@/domain/shared/time";
import { issueWords } from "../platform/form/issue-words";
import { faultsInDeal, specInvalid, specIssues } from "../deals/posting-rules";
import { referenceData } from "../hubs/queries/network";
import { ruleAt } from "@/db/repositories/market-rules";
import {
  amend,
  type Amended,
  type AmendRefusal,
  type Change,
  differenceOf,
  someChange,
} from "@/domain/requests/amendment";
import { type Actor, may } from "@/domain/access/policy";
import type { PostingIssue } from "@/domain/requests/posting-issue";
import { amendFieldOf, type AmendReading, readAmendForm } from "@/domain/requests/amend-form";
import { fallbacksOf, mayChange } from "@/domain/requests/request";
import type { FormValues } from "@/domain/shared/form-state";
import { type AgainReading, readAgainForm } from "@/domain/requests/retender-form";
import { searchProviders } from "../catalogue/queries";

type Members = Readonly<Record<string, unknown>>;

export type SpecRefusal = Refusal<"spec_invalid">;

const isSame = ({ path: [member = ""] }: SpecIssue, before: unknown, after: unknown): boolean =>
  (before as Members)[member] === (after as Members)[member];

/** Whether it is of a day that the request has named before, which has passed since and need not be changed. */
const isPassedSince = (issue: SpecIssue, before: unknown, after: unknown): boolean =>
  issue.message === `issue.${DAY_PAST}` && isSame(issue, before, after);

type Amending = Pick<StoredRequest, "service" | "dealId" | "spec">;

/** What the new spec asks that cannot be beside the deal's other requests, but for what it asked before and leaves as it was. */
async function newFaults(
  db: Reader,
  { service, dealId, spec: before }: Amending,
  { wire, ...asked }: { readonly spec: unknown; readonly unread?: Unread; readonly wire: unknown },
): Promise<readonly SpecIssue[]> {
  const known = await faultsInDeal(db, dealId, { service, spec: storedSpec(kindOf(service), before) });
  const found = await faultsInDeal(db, dealId, { service, ...asked });
  const stood = new Set(known.map(({ message }) => message));
  return found.filter((issue) => !stood.has(issue.message) || !isSame(issue, before, wire));
}

/** The new spec of a request in its wire form, read by its kind's schema and held to its rules against the deal and its other requests: all that is refused is said at once. */
export async function readSpec(
  db: Reader,
  request: Amending,
  wire: unknown,
  now: Instant,
): Promise<Result<unknown, SpecRefusal>> {
  const { specSchema } = kindOf(request.service);
  const parsed = specSchema.safeParse(wire);
  const malformed = (parsed.error?.issues ?? []).map((issue) => ({ path: issue.path, message: issueWords(issue).key }));
  const asked = parsed.success ? { spec: parsed.data } : specSoFar(specSchema, wire);
  const deal = await findDeal(db, request.dealId);
  assert(deal, "a request has its deal");
  const known = await referenceData(db);
  const ends = endsOf(known, deal);
  assert(ends.ok, "the ends of a stored deal are known places");
  const issues = await specIssues(
    db,
    { service: request.service, ...asked },
    { deal, ends: ends.value, referenceData: known, now },
  );
  const broken = issues.filter((issue) => !isPassedSince(issue, request.spec, wire));
  const beside = await newFaults(db, request, { ...asked, wire });
  const checked = checkAll([...malformed, ...broken, ...beside].map(specInvalid));
  return checked.ok ? accept(z.encode(specSchema, parsed.data)) : checked;
}

/** What the buyer asks for: the whole spec anew as it travels, later times. */
export type AmendmentAsked = {
  readonly spec?: unknown;
  readonly closesAt?: Instant | undefined;
  readonly decideBy?: Instant | undefined;
};

/** An amendment as it would be made now. */
export type AmendmentPlan<After = Amended> = {
  /** In its wire form. */
  readonly spec: unknown;
  readonly changes: readonly Change[];
  readonly amended: After;
};

const timeChange = (path: "closesAt" | "decideBy", before: Instant, after: Instant): Change[] =>
  before === after ? [] : [{ path, before: toIso(before), after: toIso(after) }];

const timeChanges = (request: StoredRequest, { closesAt, decideBy }: AmendmentAsked): Change[] => [
  ...timeChange("closesAt", request.closesAt, closesAt ?? request.closesAt),
  ...timeChange("decideBy", request.decideBy, decideBy ?? request.decideBy),
];

/** Both specs as their kind writes them today, so that what a newer form writes differently is no change. */
function specChanges(request: StoredRequest, spec: unknown): Change[] {
  const { specSchema } = kindOf(request.service);
  const written = (wire: unknown) => z.encode(specSchema, specSchema.parse(wire));
  return differenceOf({ spec: written(request.spec) }, { spec: written(spec) });
}

/**
 * What an amendment of an open request comes to at `now`: the same for the check on the screen and for what is kept. Refuses a spec
 * that breaks a rule of its kind, and what `amend` refuses, both at once.
 */
export async function planAmendment(
  db: Reader,
  request: StoredRequest,
  { spec, closesAt, decideBy }: AmendmentAsked,
  now: Instant,
): Promise<Result<AmendmentPlan, AmendRefusal | SpecRefusal>> {
  const fresh = spec === undefined ? accept(request.spec) : await readSpec(db, request, spec, now);
  const ofSpec = fresh.ok ? specChanges(request, fresh.value) : [];
  const rules = {
    latePercent: await ruleAt(db, "amendment_late_percent", now),
    extensionHours: await ruleAt(db, "amendment_extension_hours", now),
  };
  const stood = { ...request, publishedAt: request.publishedAt ?? request.createdAt };
  const amended = amend(stood, { isSpecChanged: !fresh.ok || ofSpec.length > 0, closesAt, decideBy }, rules, now);
  const all = checkAll<AmendRefusal | SpecRefusal>([fresh, amended]);
  if (!all.ok) return all;
  assert(fresh.ok && amended.ok, "what is not refused is known");
  const changes = [...ofSpec, ...timeChanges(request, amended.value)];
  return accept({ spec: fresh.value, changes, amended: amended.value });
}

/** What a change of a draft comes to. Its times are judged when it is published. Refuses a spec that breaks a rule of its kind. */
export async function planDraft(
  db: Reader,
  request: StoredRequest,
  asked: AmendmentAsked,
  now: Instant,
): Promise<Result<AmendmentPlan<null>, SpecRefusal | Refusal<"nothing_changed">>> {
  const fresh = asked.spec === undefined ? accept(request.spec) : await readSpec(db, request, asked.spec, now);
  if (!fresh.ok) return fresh;
  const changes = someChange([...specChanges(request, fresh.value), ...timeChanges(request, asked)]);
  return changes.ok ? accept({ spec: fresh.value, changes: changes.value, amended: null }) : changes;
}

/** The buyer's own request as it may be changed; to everybody else it is not there. */
export async function amendable(read: Reader, viewer: Actor, requestId: string): Promise<StoredRequest | null> {
  const request = await findRequest(read, requestId);
  return request && may(viewer, "request.change", request) ? request : null;
}

export type CheckedAmendment = {
  readonly request: StoredRequest;
  readonly reading: AmendReading;
  readonly changes: readonly Change[];
  /** Null for a draft, which nobody has read. */
  readonly amended: Amended | null;
};

const FIELD_OF: Readonly<Record<string, string>> = {
  closes_earlier: "closesAt",
  closes_too_soon: "closesAt",
  decides_earlier: "decideBy",
  decides_before_close: "decideBy",
  window_too_long: "decideBy",
};

/** A refusal as something to mend at its field; null where no field of the form mends it. */
function asIssue({ code, details = {} }: Refusal, { service }: StoredRequest, values: FormValues): PostingIssue | null {
  if (code === "spec_invalid") {
    const { field, rule, ...rest } = details;
    return {
      field: amendFieldOf(service, String(field), values),
      room: `service-${service}`,
      code: String(rule),
      values: rest,
    };
  }
  const field = FIELD_OF[code];
  return field ? { field, room: "requests", code, values: details } : null;
}

type Typed = { readonly request: StoredRequest; readonly values: FormValues };

/** What is refused of the fields that could be read: of one that could not, and of an amount without its currency, that is told already. */
function asIssues(
  refusal: Refusal,
  { request, values }: Typed,
  unread: readonly PostingIssue[],
): readonly PostingIssue[] {
  const known = new Set(unread.flatMap(({ field }) => [field, field.replace(/Currency$/, "")]));
  const issues = everyRefusal(refusal).flatMap((one) => asIssue(one, request, values) ?? []);
  return issues.filter(({ field }) => !known.has(field));
}

/**
 * What the typed form would change, without keeping anything; the same rules decide as when it is sent. Answers what is to be mended
 * in the form; refuses what nothing in it mends.
 */
export async function checkAmendment(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly values: FormValues; readonly now: Instant },
): Promise<Result<CheckedAmendment | { readonly issues: readonly PostingIssue[] }>> {
  const { values, now } = of;
  const request = await amendable(read, viewer, of.requestId);
  if (!request) return refuse("not_found");
  const allowed = mayChange(request, {}, now);
  if (!allowed.ok) return allowed;
  const reading = readAmendForm(request, values);
  const isDraft = request.state === "draft";
  const needsReason = !isDraft && request.bidCount > 0 && reading.reason === "";
  const hasReasonIssue = reading.issues.some(({ field }) => field === "reason");
  const missing: PostingIssue = { field: "reason", room: "requests", code: "reason_required", values: {} };
  const issues = [...reading.issues, ...(needsReason && !hasReasonIssue ? [missing] : [])];
  const plan = isDraft
    ? await planDraft(read, request, reading, now)
    : await planAmendment(read, request, reading, now);
  const refused = plan.ok ? [] : asIssues(plan.refusal, { request, values }, reading.issues);
  if (!plan.ok && refused.length === 0 && issues.length === 0) return plan;
  if (!plan.ok || issues.length > 0) return accept({ issues: [...issues, ...refused] });
  return accept({ request, reading, changes: plan.value.changes, amended: plan.value.amended });
}

const PROVIDERS_SHOWN = 100;

/** The buyer's own request, where it may be asked again; to everybody else, and otherwise, it is not there. */
export async function askableAgain(read: Reader, viewer: Actor, requestId: string): Promise<StoredRequest | null> {
  const request = await amendable(read, viewer, requestId);
  return request && fallbacksOf(request).includes("ask_again") ? request : null;
}

/** Who may be invited to a service, those at the deal's hub first, and who was invited before. */
export async function invitableFor(read: Reader, viewer: Actor, request: StoredRequest) {
  const { service, hubId } = request;
  const { items } = await searchProviders(read, { service, limit: PROVIDERS_SHOWN });
  const others = items.filter(({ id }) => id !== viewer.organisationId);
  const providers = others.map((provider) => ({ ...provider, isAtHub: provider.hubIds.includes(hubId) }));
  const known = new Set(providers.map(({ id }) => id));
  const before = (await invitedTo(read, request.id)).filter((id) => known.has(id));
  return { providers: providers.sort((a, b) => Number(b.isAtHub) - Number(a.isAtHub)), invitedIds: before };
}

/** The form as it was typed, with what is to be mended in it. */
export async function checkAgain(
  read: Reader,
  request: StoredRequest,
  { values, now }: { readonly values: FormValues; readonly now: Instant },
): Promise<{ readonly reading: AgainReading; readonly issues: readonly PostingIssue[] }> {
  const reading = readAgainForm(request, values);
  const spec = await readSpec(read, request, reading.spec, now);
  const refused = spec.ok ? [] : asIssues(spec.refusal, { request, values }, reading.issues);
  return { reading, issues: [...reading.issues, ...refused] };
}
