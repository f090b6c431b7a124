import { z } from "zod";
import { findVisitorDraft, lockVisitorDraft } from "@/db/repositories/visitor-drafts";
import { may } from "@/domain/access/policy";
import { type Refusal, refuse, type Result } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { type PublishedDraft, publishKept, type PublishKeptRefusal } from "../publish-kept";
import { takeOver } from "./take-over";
import { tokenHashField } from "./visitor-draft";

/** Who holds the link and has an account takes the draft over for their organisation and publishes it, both or neither. */
export const publishVisitorDraft = command({
  name: "deals.publish-visitor-draft",
  action: "draft.change",
  input: z.strictObject({
    tokenHash: tokenHashField,
    /** The version whose check page was read; nothing else is published. */
    version: z.int(),
  }),
  lock: (tx, { tokenHash }) => lockVisitorDraft(tx, tokenHash),
  async run(
    context,
    { tokenHash, version },
  ): Promise<Result<PublishedDraft, PublishKeptRefusal | Refusal<"not_found" | "stale_version" | "too_many_drafts">>> {
    const { tx, actor, now } = context;
    const { organisationId, userId } = actor;
    const draft = await findVisitorDraft(tx, { tokenHash, now });
    const isAllowed = organisationId && userId && may(actor, "draft.change", { organisationIds: [organisationId] });
    if (!draft || !isAllowed) return refuse("not_found");
    if (draft.version !== version) return refuse("stale_version");
    const taken = await takeOver(context, draft, { organisationId, userId });
    return taken.ok ? publishKept(context, taken.value) : taken;
  },
});
