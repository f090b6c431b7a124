import { z } from "zod";
import { deleteDraft, findDraft } from "../../db/repositories/deal-drafts";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** Throws a draft away; nobody but its organisation has ever seen it. */
export const discardDraft = command({
  name: "deals.discard-draft",
  action: "draft.change",
  input: z.strictObject({ draftId: z.string().min(1).max(64) }),
  async run({ tx, actor, concerns }, { draftId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const draft = await findDraft(tx, draftId);
    if (!draft || !may(actor, "draft.change", { organisationIds: [draft.organisationId] })) return refuse("not_found");
    await deleteDraft(tx, draft);
    concerns(draftId);
    return accept({ id: draftId });
  },
});
