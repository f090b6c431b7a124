import { z } from "zod";
import { findBidTemplate, saveBidTemplate } from "../../db/repositories/bid-templates";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { ownKey } from "../sealing/own-key";
import { readTemplate } from "../sealing/draft/read-own-templates";
import { sealTemplate } from "../sealing/draft/seal-template";
import { namedTemplates, templateIdField, templateNameField } from "./template-fields";

/** Gives a template another name. Refuses one that another of its service has, which would be overwritten by the next keeping. */
export const renameBidTemplate = command({
  name: "bidding.rename-bid-template",
  action: "bid_draft.change",
  input: z.strictObject({ templateId: templateIdField, name: templateNameField }),
  async run(
    { tx, actor, now, concerns },
    { templateId, name },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "template_name_taken">>> {
    const template = await findBidTemplate(tx, templateId);
    if (!template || !may(actor, "bid_draft.change", template)) return refuse("not_found");
    const { providerOrganisationId, service } = template;
    const all = await namedTemplates(tx, providerOrganisationId);
    const isTaken = all.some((one) => one.id !== templateId && one.service === service && one.name === name);
    if (isTaken) return refuse("template_name_taken");
    const { fields } = await readTemplate(tx, template);
    const sealed = sealTemplate({ name, fields }, template, await ownKey(tx, providerOrganisationId, now));
    await saveBidTemplate(tx, { ...template, ...sealed });
    concerns(templateId);
    return accept({ id: templateId });
  },
});
