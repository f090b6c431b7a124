import { z } from "zod";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import type { StoredRequest } from "@/db/repositories/requests";
import { endsOf } from "@/domain/deals/plan-deal";
import { DAY_PAST } from "@/domain/services/past-days";
import type { SpecIssue } from "@/domain/services/spec-issue";
import { kindOf } from "@/domain/services/registry";
import { specSoFar } from "@/domain/services/spec-rule";
import { assert } from "@/domain/shared/assert";
import { type Instant, toIso } from "@/domain/shared/instant";
import { type Refusal, type Result, accept, checkAll } from "@/domain/shared/result";
import { issueWords } from "../platform/form/issue-words";
import { specInvalid, specIssues } from "../deals/posting-rules";
import { referenceData } from "../hubs/queries/network";
import { ruleAt } from "@/db/repositories/market-rules";
import {
  type AmendRefusal,
  type Amended,
  type Change,
  amend,
  differenceOf,
  someChange,
} from "@/domain/requests/amendment";

type Members = Readonly<Record<string, unknown>>;

export type SpecRefusal = Refusal<"spec_invalid">;

/** Whether it is of a day that the request has named before, which has passed since and need not be changed. */
const isPassedSince = ({ message, path: [member = ""] }: SpecIssue, before: unknown, after: unknown): boolean =>
  message === `issue.${DAY_PAST}` && (before as Members)[member] === (after as Members)[member];

/** The new spec of a request in its wire form, read by its kind's schema and held to its rules against the deal: all that is refused is said at once. */
export async function readSpec(
  db: Reader,
  request: Pick<StoredRequest, "service" | "dealId" | "spec">,
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
  const checked = checkAll([...malformed, ...broken].map(specInvalid));
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
