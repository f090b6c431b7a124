import { z } from "zod";
import { findTemplate } from "../../db/repositories/deal-templates";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { draftIdField, startDraft } from "./posting/start-draft";

/** Begins a draft with what a template of the organisation holds. */
export const startFromTemplate = command({
  name: "deals.start-from-template",
  action: "draft.change",
  input: z.strictObject({ templateId: z.string().min(1).max(64), draftId: draftIdField }),
  async run(
    context,
    { templateId, draftId },
  ): Promise<Result<{ draftId: string }, Refusal<"not_found" | "too_many_drafts">>> {
    const { tx, actor, concerns } = context;
    const template = await findTemplate(tx, templateId);
    if (!template || !may(actor, "draft.change", { organisationIds: [template.organisationId] }))
      return refuse("not_found");
    const started = await startDraft(context, { draftId, fields: template.fields });
    if (!started.ok) return started;
    concerns(draftId);
    return accept({ draftId });
  },
});
