import { z } from "zod";
import { deleteBidTemplate, findBidTemplate } from "../../db/repositories/bid-templates";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { templateIdField } from "./template-fields";

/** Removes a template; what was begun from it stays. */
export const dropBidTemplate = command({
  name: "bidding.drop-bid-template",
  action: "bid_draft.change",
  input: z.strictObject({ templateId: templateIdField }),
  async run({ tx, actor, concerns }, { templateId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const template = await findBidTemplate(tx, templateId);
    if (!template || !may(actor, "bid_draft.change", template)) return refuse("not_found");
    await deleteBidTemplate(tx, templateId);
    concerns(templateId);
    return accept({ id: templateId });
  },
});
