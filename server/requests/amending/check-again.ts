import type { Reader } from "@/db/database";
import { invitedTo, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import type { PostingIssue } from "@/domain/requests/posting/posting-issue";
import { type AgainReading, readAgainForm } from "@/domain/requests/fallback/again-form";
import { fallbacksOf } from "@/domain/requests/fallback/fallback";
import type { FormValues } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/instant";
import { searchProviders } from "../../catalogue/queries";
import { asIssue, amendable } from "./check-amendment";
import { readSpec } from "./read-spec";

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
  if (reading.issues.length > 0) return { reading, issues: reading.issues };
  const spec = await readSpec(read, request, reading.spec, now);
  const issue = spec.ok ? null : asIssue(spec.refusal, request, values);
  return { reading, issues: issue ? [issue] : [] };
}
