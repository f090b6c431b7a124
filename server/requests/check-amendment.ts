import type { Reader } from "@/db/database";
import { type StoredRequest, findRequest, invitedTo } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { PostingIssue } from "@/domain/requests/posting-issue";
import type { Amended, Change } from "@/domain/requests/amendment";
import { type AmendReading, amendFieldOf, readAmendForm } from "@/domain/requests/amend-form";
import { mayChange } from "@/domain/requests/request-transitions";
import type { FormValues } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/instant";
import { type Refusal, type Result, accept, everyRefusal, refuse } from "@/domain/shared/result";
import { planAmendment, planDraft, readSpec } from "./plan-amendment";
import { type AgainReading, readAgainForm } from "@/domain/requests/retender-form";
import { fallbacksOf } from "@/domain/requests/fallback";
import { searchProviders } from "../catalogue/queries";

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
