import { z } from "zod";
import { findDeal } from "../../../db/repositories/deals";
import {
  hasRequestKey,
  insertInvitations,
  insertRequestKey,
  invitedTo,
  removeInvitations,
  type StoredRequest,
  saveRequestTerms,
} from "../../../db/repositories/requests";
import { requestFacts } from "../../../domain/bidding/bid-facts";
import { endsOf } from "../../../domain/deals/plan-deal";
import {
  type BiddingChange,
  type BiddingRefusal,
  biddingChangeSchema,
  checkBidding,
} from "../../../domain/requests/bidding-schema";
import { type ChangeRefusal, mayChange } from "../../../domain/requests/change";
import { checkQuestionsEnd, type QuestionsEndRefusal } from "../../../domain/requests/questions/questions-end";
import type { BidMode } from "../../../domain/requests/request";
import { termsOf } from "../../../domain/requests/terms";
import { kindOf } from "../../../domain/services/registry";
import { assert } from "../../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../../domain/shared/result";
import { type CommandContext, command } from "../../platform/command";
import { issueWords } from "../../platform/form/issue-words";
import { specInvalid, specIssues } from "../../posting/check-spec";
import { unknownProvider } from "../../posting/write-request";
import { world } from "../../queries/network";
import { newRequestKey } from "../../sealing/keys";
import { type LoadRefusal, loadRequest } from "./load-request";

type SpecRefusal = Refusal<"spec_invalid">;

const input = z.strictObject({
  requestId: z.string().min(1).max(64),
  version: z.int().optional(),
  /** Read by the kind's own schema once the request says which kind it is. */
  spec: z.unknown().optional(),
  bidding: biddingChangeSchema.default({}),
});

/** The new spec in its wire form, checked by its kind against the deal. */
async function readSpec(
  { tx, now }: CommandContext,
  request: StoredRequest,
  wire: unknown,
): Promise<Result<unknown, SpecRefusal>> {
  const { specSchema } = kindOf(request.service);
  const parsed = specSchema.safeParse(wire);
  if (!parsed.success) {
    const issue = parsed.error.issues[0] as z.core.$ZodIssue;
    return specInvalid({ path: issue.path, message: issueWords(issue).key });
  }
  const deal = await findDeal(tx, request.dealId);
  assert(deal, "a request has its deal");
  const known = await world(tx);
  const ends = endsOf(known, deal);
  assert(ends.ok, "the ends of a stored deal are known places");
  const [issue] = await specIssues(
    tx,
    { service: request.service, spec: parsed.data },
    { deal, ends: ends.value, world: known, now },
  );
  return issue ? specInvalid(issue) : accept(z.encode(specSchema, parsed.data));
}

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

/**
 * Changes a draft, or of an open request nobody has bid on what may still change: `mayChange` holds the rule. Whoever was told
 * of an open one is told of its change.
 */
export const changeRequest = command({
  name: "requests.change-request",
  action: "request.change",
  input,
  async run(
    context,
    { requestId, version, spec, bidding },
  ): Promise<
    Result<
      { id: string; version: number },
      LoadRefusal | ChangeRefusal | BiddingRefusal | QuestionsEndRefusal | SpecRefusal | Refusal<"provider_unknown">
    >
  > {
    const { tx, actor, now, concerns, publish } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const allowed = mayChange(request, bidding, now);
    if (!allowed.ok) return allowed;
    const terms = await checkTerms(context, request, bidding);
    if (!terms.ok) return terms;
    const fresh = spec === undefined ? accept(request.spec) : await readSpec(context, request, spec);
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
    if (invitedIds) await saveInvited(context, requestId, invitedIds);
    if (mode === "sealed" && !(await hasRequestKey(tx, requestId)))
      await insertRequestKey(tx, requestId, newRequestKey(requestId));
    const isChanged = spec !== undefined || Object.keys(bidding).length > 0;
    if (request.state === "open" && isChanged)
      publish({
        type: "request.changed",
        invitedOrganisationIds: await invitedTo(tx, requestId),
        ...requestFacts(request),
      });
    concerns(requestId);
    return accept({ id: requestId, version: request.version + 1 });
  },
});
