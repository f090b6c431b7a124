import { z } from "zod";
import { deleteBidDraft, findBidDraft } from "../../db/repositories/bid-drafts";
import { deleteFiles } from "../../db/repositories/files";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { filesOfDraft } from "./bid-files";
import { command } from "../platform/command";

/** Throws an own draft away with the files that no sent version names; a bid that stands beside it stays as it is. */
export const discardBidDraft = command({
  name: "bidding.discard-bid-draft",
  action: "bid_draft.change",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  async run({ tx, actor, concerns }, { requestId }): Promise<Result<{ requestId: string }, Refusal<"not_found">>> {
    const of = { requestId, organisationId: actor.organisationId ?? "" };
    const draft = await findBidDraft(tx, of);
    if (!draft || !may(actor, "bid_draft.change", draft)) return refuse("not_found");
    await deleteFiles(tx, await filesOfDraft(tx, of));
    await deleteBidDraft(tx, draft.id);
    concerns(draft.id);
    return accept({ requestId });
  },
});
