import { z } from "zod";
import { saveRequestKey } from "../../db/repositories/platform";
import {
  insertInvitations,
  invitedTo,
  removeInvitations,
  saveRequestTerms,
  type StoredRequest,
} from "../../db/repositories/requests";
import {
  type BiddingChange,
  biddingChangeSchema,
  type BiddingRefusal,
  checkBidding,
  INVITED_MAX,
} from "../../domain/requests/bidding-schema";
import { amendReason } from "../../domain/requests/amend-form";
import { acceptsBids, type ChangeRefusal, mayChange, termsOf } from "../../domain/requests/request";
import type { BidMode } from "../../domain/requests/request-choices";
import { checkQuestionsEnd, type QuestionsEndRefusal } from "../../domain/requests/questions";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { followRequest } from "../orders/chain/fix-chain";
import { command, type CommandContext } from "../platform/command";
import { type AmendmentAsked, planAmendment, readSpec, type SpecRefusal } from "./plan-amendment";
import { namedIn, noteEntries } from "../deals/book/note-in-book";
import { unknownProvider } from "../deals/write-request";
import { newRequestKey } from "../sealing/request-key";
import {
  type LoadRefusal,
  loadRequest,
  ofRequest,
  requestHttp,
  specField,
  lockWithDeal,
  lockNamed,
} from "./load-request";
import { insertAmendment } from "../../db/repositories/amendments";
import { requestFacts } from "../../domain/bidding/bid";
import type { AmendRefusal } from "../../domain/requests/amendment";
import { staleBids } from "./end-bids";

type AmendOpenRefusal = AmendRefusal | SpecRefusal | Refusal<"reason_required">;

/**
 * An amendment of an open request as a step: numbered, with its reason and what changed, its bids told. Somebody who has bid reads the
 * reason, so it is asked for once there are bids (`reason_required`).
 */
async function amendOpen(
  context: CommandContext,
  request: StoredRequest,
  { reason, ...asked }: AmendmentAsked & { readonly reason: string },
): Promise<Result<void, AmendOpenRefusal>> {
  const { tx, actor, now, publish } = context;
  const plan = await planAmendment(tx, request, asked, now);
  if (!plan.ok) return plan;
  if (reason === "" && request.bidCount > 0) return refuse("reason_required", { field: "reason" });
  const { spec, changes, amended } = plan.value;
  const { closesAt, decideBy, isSpecChanged, isExtended } = amended;
  const number = request.amendmentCount + 1;
  await saveRequestTerms(tx, request, { spec, closesAt, decideBy, amendmentCount: number });
  const { buyerOrganisationId: organisationId, service } = request;
  if (isSpecChanged) await noteEntries({ ...context, organisationId }, namedIn(service, spec));
  const staleCount = await staleBids(context, { request, amended, number });
  const told = { isSpecChanged, isExtended, staleCount };
  await insertAmendment(tx, {
    ...told,
    requestId: request.id,
    number,
    at: now,
    byUserId: actor.userId,
    reason,
    changes,
  });
  publish({
    type: "request.changed",
    invitedOrganisationIds: await invitedTo(tx, request.id),
    amendment: number,
    ...told,
    closesAt,
    ...requestFacts(request),
  });
  return accept(undefined);
}

const changeRequestInput = z.strictObject({
  ...ofRequest,
  /** The amendment that the buyer saw last, where it says so: a later one is not overwritten unseen. */
  ifAmendment: z.int().min(0).optional(),
  spec: specField,
  bidding: biddingChangeSchema.default({}),
  reason: amendReason.default("").meta({ description: "Of an amendment, read by all; needed once somebody has bid" }),
});

async function checkTerms(
  context: CommandContext,
  request: StoredRequest,
  change: BiddingChange,
): Promise<Result<void, BiddingRefusal | QuestionsEndRefusal | Refusal<"provider_unknown">>> {
  const invitedIds = change.invitedIds ?? (await invitedTo(context.tx, request.id));
  const terms = checkBidding({ ...request, ...termsOf(request), mode: request.bidMode, ...change, invitedIds });
  if (!terms.ok) return terms;
  const { questionsUntil = null, closesAt = request.closesAt } = change;
  const questions = checkQuestionsEnd({ questionsUntil, closesAt }, context.now);
  if (!questions.ok) return questions;
  const stranger = await unknownProvider(context, { ...request, invitedIds: change.invitedIds ?? [] });
  return stranger === undefined
    ? accept(undefined)
    : refuse("provider_unknown", { field: "bidding.invitedIds", providerId: stranger });
}

async function saveInvited(
  { tx, now }: CommandContext,
  requestId: string,
  organisationIds: readonly string[],
): Promise<void> {
  await removeInvitations(tx, requestId);
  await insertInvitations(tx, requestId, { organisationIds, now });
}

/** Who opens is only changed in a draft, to which nothing is sealed yet: its key is made anew, whole or split as it now is to be. */
async function renewKey(
  { tx }: CommandContext,
  request: StoredRequest,
  change: { readonly mode: string | undefined; readonly twoPersonOpening: boolean | undefined },
): Promise<void> {
  if (change.mode === undefined && change.twoPersonOpening === undefined) return;
  if ((change.mode ?? request.bidMode) !== "sealed") return;
  assert(request.state === "draft", "how bids are sealed is changed in a draft only");
  const isSplit = change.twoPersonOpening ?? request.twoPersonOpening;
  await saveRequestKey(tx, request.id, newRequestKey(request.id, { isSplit }));
}

type Asked = z.output<typeof changeRequestInput>;
type DraftRefusal = BiddingRefusal | QuestionsEndRefusal | SpecRefusal | Refusal<"provider_unknown">;

/** A draft is nobody's business but its buyer's, so whatever is asked for takes the place of what was. */
async function changeDraft(
  context: CommandContext,
  request: StoredRequest,
  { spec, bidding }: Asked,
): Promise<Result<void, DraftRefusal>> {
  const { tx, now } = context;
  const terms = await checkTerms(context, request, bidding);
  if (!terms.ok) return terms;
  const fresh = spec === undefined ? accept(request.spec) : await readSpec(tx, request, spec, now);
  if (!fresh.ok) return fresh;
  const { mode, currency, invitedIds, mayCloseEarly, twoPersonOpening, visibility, closesAt, decideBy, ...said } =
    bidding;
  await saveRequestTerms(tx, request, {
    mayCloseEarly,
    twoPersonOpening,
    visibility,
    closesAt,
    decideBy,
    terms: { ...termsOf(request), ...said },
    spec: fresh.value,
    ...(mode ? { bidMode: mode as BidMode } : {}),
    ...(currency ? { comparisonCurrency: currency } : {}),
  });
  if (invitedIds) await saveInvited(context, request.id, invitedIds);
  await renewKey(context, request, { mode, twoPersonOpening });
  return accept(undefined);
}

/**
 * Changes a draft, or amends an open request: `mayChange` says what may change. Whoever was told of an open one is told of its change,
 * and whoever has bid has to confirm, as `amendOpen` has it.
 */
export const changeRequest = command({
  name: "requests.change-request",
  action: "request.change",
  input: changeRequestInput,
  http: {
    ...requestHttp,
    method: "PATCH",
    path: "/requests/{requestId}",
    summary: "Change a draft, or amend an open request: its spec, a later close, a later time to decide",
    description:
      "An amendment is numbered and told to all. Bids that stood go stale and are out unless their bidders confirm or revise them before the close; where only times move, those stay whose validity reaches the new time to decide. A late amendment moves the close by rules of the market.",
    example: { bidding: { closesAt: "2026-11-29T10:00:00Z" } },
    screensOnly: ["ifAmendment"],
    output: z.strictObject({ id: idText, version: z.int() }),
    refusals: [
      "terms_fixed",
      "nothing_changed",
      "reason_required",
      "closes_earlier",
      "decides_earlier",
      "decides_before_close",
      "window_too_long",
      "wrong_state",
      "spec_invalid",
      "provider_unknown",
    ],
  },
  lock: lockWithDeal,
  async run(
    context,
    asked,
  ): Promise<Result<{ id: string; version: number }, LoadRefusal | ChangeRefusal | DraftRefusal | AmendOpenRefusal>> {
    const { tx, actor, now, concerns } = context;
    const { requestId, version, ifAmendment, spec, bidding, reason } = asked;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    if (ifAmendment !== undefined && ifAmendment !== request.amendmentCount) return refuse("stale_version");
    const allowed = mayChange(request, bidding, now);
    if (!allowed.ok) return allowed;
    const { closesAt, decideBy } = bidding;
    const changed =
      request.state === "draft"
        ? await changeDraft(context, request, asked)
        : await amendOpen(context, request, { spec, closesAt, decideBy, reason });
    if (!changed.ok) return changed;
    await followRequest(context, request);
    concerns(requestId);
    return accept({ id: requestId, version: request.version + 1 });
  },
});

const inviteProviderInput = z.strictObject({
  requestId: z.string().min(1).max(64),
  organisationIds: z.array(z.string().min(1).max(64)).min(1, "choose_one").max(INVITED_MAX),
});

/** Asks further providers by name, as long as they can still bid. */
export const inviteProvider = command({
  name: "requests.invite-provider",
  action: "request.change",
  input: inviteProviderInput,
  lock: lockNamed,
  async run(
    context,
    { requestId, organisationIds },
  ): Promise<
    Result<
      { id: string; invited: number },
      LoadRefusal | Refusal<"wrong_state" | "provider_unknown" | "too_many_invited">
    >
  > {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const isOpen = acceptsBids(request, now);
    if (!isOpen && request.state !== "draft" && request.state !== "in_review")
      return refuse("wrong_state", { state: request.state, event: "invite" });
    const { service, buyerOrganisationId } = request;
    const stranger = await unknownProvider(context, { service, buyerOrganisationId, invitedIds: organisationIds });
    if (stranger !== undefined) return refuse("provider_unknown", { field: "organisationIds", providerId: stranger });
    const fresh = await insertInvitations(tx, requestId, { organisationIds, now });
    if ((await invitedTo(tx, requestId)).length > INVITED_MAX)
      return refuse("too_many_invited", { maximum: INVITED_MAX });
    if (isOpen && fresh.length > 0)
      publish({ type: "request.published", invitedOrganisationIds: fresh, isFurther: true, ...requestFacts(request) });
    concerns(requestId);
    return accept({ id: requestId, invited: fresh.length });
  },
});
