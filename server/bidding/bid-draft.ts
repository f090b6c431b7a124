import { z } from "zod";
import {
  type StoredBidDraft,
  deleteBidDraft,
  findBidDraft,
  saveBidDraft as keepDraft,
  markOf,
} from "../../db/repositories/bid-drafts";
import { findBidOf } from "../../db/repositories/bidding";
import {
  type DraftRefusal,
  bidDraftFieldsSchema,
  draftCounts,
  mayDraft,
  mayReplace,
} from "../../domain/bidding/bid-draft";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { type CommandContext, command } from "../platform/command";
import { ownKey } from "../sealing/keys";
import { readOwnDraft, sealDraft } from "../sealing/seal-bid";
import { bidderOf, draftSeenSchema, loadRequest } from "./bid-context";
import { deleteFiles } from "../../db/repositories/files";
import { type Actor, may } from "../../domain/access/policy";
import type { Writer } from "../../db/database";
import { lockRequest } from "../../db/repositories/requests";
import { filesOfDraft } from "./bid-files";
import { lockNames } from "../../db/repositories/platform";

/** When it was saved and how much of it, never what it says. */
export type SavedBidDraft = {
  readonly requestId: string;
  readonly savedAt: Instant;
  readonly mark: string;
  readonly lines: number;
  readonly others: number;
};

type SaveRefusal = DraftRefusal | Refusal<"not_found" | "draft_changed" | "draft_gone">;

const input = z.strictObject({
  requestId: z.string().min(1).max(64),
  fields: bidDraftFieldsSchema,
  seen: draftSeenSchema,
  /** Take the place of what another window has saved, which its reader was told of. */
  isOver: z.boolean().default(false),
});

async function mayTakePlace(
  { tx }: CommandContext,
  kept: StoredBidDraft | undefined,
  { seen, isOver }: z.output<typeof input>,
): Promise<Result<void, Refusal<"draft_changed" | "draft_gone">>> {
  if (isOver) return accept(undefined);
  return mayReplace(kept ? { mark: markOf(kept), window: (await readOwnDraft(tx, kept)).window } : null, seen);
}

type OfRequest = { readonly requestId: string };

/** The lock of an organisation's one draft of a bid on a request. */
const lockBidDraft = (tx: Writer, { requestId }: OfRequest, { organisationId }: Actor): Promise<void> =>
  lockNames(tx, [`bid draft of ${organisationId} on ${requestId}`]);

/**
 * Keeps what a provider has typed of a bid, right or wrong, sealed to its own organisation. Nobody is told, and nothing is counted.
 * It takes no idempotency key: the same save twice is the same draft.
 */
export const saveBidDraft = command({
  name: "bidding.save-bid-draft",
  action: "bid_draft.change",
  input,
  lock: lockBidDraft,
  async run(context, sent): Promise<Result<SavedBidDraft, SaveRefusal>> {
    const { tx, actor, now, newId, concerns } = context;
    const { requestId, fields, seen } = sent;
    const loaded = await loadRequest(tx, actor, requestId);
    if (!loaded.ok) return loaded;
    const { request, isInvited } = loaded.value;
    const { organisationId } = actor;
    assert(organisationId, "who may write a bid acts for an organisation");
    const of = { requestId, organisationId };
    const bidder = await bidderOf(tx, request, { organisationId, isInvited, now });
    const bid = await findBidOf(tx, of);
    const allowed = mayDraft(request, bidder, bid?.state ?? null, now);
    if (!allowed.ok) return allowed;
    const kept = await findBidDraft(tx, of);
    const replaced = await mayTakePlace(context, kept, sent);
    if (!replaced.ok) return replaced;
    const draft = { requestId, providerOrganisationId: organisationId };
    const sealed = sealDraft({ fields, window: seen.window }, draft, await ownKey(tx, organisationId, now));
    const row = { ...draft, ...sealed, id: kept?.id ?? newId(), version: (kept?.version ?? 0) + 1, savedAt: now };
    await keepDraft(tx, row);
    concerns(row.id);
    return accept({ requestId, savedAt: now, mark: markOf(row), ...draftCounts(fields) });
  },
});

/** Throws an own draft away with the files that no sent version names; a bid that stands beside it stays as it is. */
export const discardBidDraft = command({
  name: "bidding.discard-bid-draft",
  action: "bid_draft.change",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  // Its files may be sent meanwhile with a bid, which locks the request.
  async lock(tx, of, actor) {
    await lockRequest(tx, of.requestId);
    await lockBidDraft(tx, of, actor);
  },
  async run({ tx, actor, concerns }, { requestId }): Promise<Result<{ requestId: string }, Refusal<"not_found">>> {
    const of = { requestId, organisationId: actor.organisationId ?? "" };
    const draft = await findBidDraft(tx, of);
    if (!draft || !may(actor, "bid_draft.change", draft)) return refuse("not_found");
    await deleteFiles(tx, await filesOfDraft(tx, of));
    await deleteBidDraft(tx, draft);
    concerns(draft.id);
    return accept({ requestId });
  },
});
