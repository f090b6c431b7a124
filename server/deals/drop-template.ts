import { z } from "zod";
import { deleteTemplate, findTemplate } from "../../db/repositories/deal-templates";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** Removes a template; what was begun from it stays. */
export const dropTemplate = command({
  name: "deals.drop-template",
  action: "draft.change",
  input: z.strictObject({ templateId: z.string().min(1).max(64) }),
  async run({ tx, actor, concerns }, { templateId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const template = await findTemplate(tx, templateId);
    if (!template || !may(actor, "draft.change", { organisationIds: [template.organisationId] }))
      return refuse("not_found");
    await deleteTemplate(tx, template);
    concerns(templateId);
    return accept({ id: templateId });
  },
});
