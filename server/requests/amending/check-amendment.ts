import type { Reader } from "@/db/database";
import { findRequest, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { PostingIssue } from "@/domain/requests/posting/posting-issue";
import type { Amended } from "@/domain/requests/amend/amend";
import { type AmendReading, amendFieldOf, readAmendForm } from "@/domain/requests/amend/amend-form";
import type { Change } from "@/domain/requests/amend/difference";
import { mayChange } from "@/domain/requests/posting/change";
import type { FormValues } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { planAmendment, planDraft } from "./plan-amendment";

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
export function asIssue(
  { code, details = {} }: Refusal,
  { service }: StoredRequest,
  values: FormValues,
): PostingIssue | null {
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
  if (issues.length > 0) return accept({ issues });
  const plan = isDraft
    ? await planDraft(read, request, reading, now)
    : await planAmendment(read, request, reading, now);
  if (plan.ok) return accept({ request, reading, changes: plan.value.changes, amended: plan.value.amended });
  const issue = asIssue(plan.refusal, request, values);
  return issue ? accept({ issues: [issue] }) : plan;
}
