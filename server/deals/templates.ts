import { z } from "zod";
import {
  countTemplates,
  deleteTemplate,
  findDraft,
  findTemplate,
  insertTemplate,
} from "../../db/repositories/deal-drafts";
import { may } from "../../domain/access/policy";
import { withoutDates, writePosting } from "../../domain/deals/posting/read-posting";
import { boundedText } from "../../domain/shared/wire-fields";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { draftIdField, startDraft, lockDrafts } from "./deal-draft";
import { findDeal } from "../../db/repositories/deals";
import { requestsOfDeal } from "../../db/repositories/requests";
import { SERVICES } from "../../domain/shared/vocabulary";
import { biddingOf } from "./posting-rules";

const TEMPLATES_MAX = 100;

/**
 * Keeps a draft, as it was last saved and without its days, under a name for everybody of the organisation to begin from. A field
 * that is empty because nobody took what the clerk suggests for it is left out: what is begun from a template has a new form's value there.
 */
export const keepTemplate = command({
  name: "deals.keep-template",
  action: "draft.change",
  // The page mints the template's id too: sent twice, it is kept once.
  input: z.strictObject({ draftId: draftIdField, templateId: draftIdField, name: boundedText(80) }),
  lock: lockDrafts,
  async run(
    { tx, actor, now, concerns },
    { draftId, templateId, name },
  ): Promise<Result<{ id: string; draftId: string }, Refusal<"not_found" | "too_many_templates">>> {
    const draft = await findDraft(tx, draftId);
    if (!draft || !actor.userId || !may(actor, "draft.change", { organisationIds: [draft.organisationId] }))
      return refuse("not_found");
    const { organisationId } = draft;
    const known = await findTemplate(tx, templateId);
    if (known && known.organisationId !== organisationId) return refuse("not_found");
    if (!known) {
      if ((await countTemplates(tx, organisationId)) >= TEMPLATES_MAX)
        return refuse("too_many_templates", { maximum: TEMPLATES_MAX });
      const open = draft.suggested?.suggestions ?? {};
      const taken = Object.entries(draft.fields).filter(([name]) => !Object.hasOwn(open, name));
      const fields = withoutDates(Object.fromEntries(taken));
      await insertTemplate(tx, {
        id: templateId,
        organisationId,
        name,
        fields,
        createdByUserId: actor.userId,
        createdAt: now,
      });
    }
    concerns(templateId);
    return accept({ id: templateId, draftId });
  },
});

/** Begins a draft with what a template of the organisation holds. */
export const startFromTemplate = command({
  name: "deals.start-from-template",
  action: "draft.change",
  input: z.strictObject({ templateId: z.string().min(1).max(64), draftId: draftIdField }),
  lock: lockDrafts,
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

/** Begins a draft with all that a deal of one's own was posted with, but for its days: to ship the like again. */
export const repeatDeal = command({
  name: "deals.repeat-deal",
  action: "draft.change",
  input: z.strictObject({ dealId: z.string().min(1).max(64), draftId: draftIdField }),
  lock: lockDrafts,
  async run(
    context,
    { dealId, draftId },
  ): Promise<Result<{ draftId: string }, Refusal<"not_found" | "too_many_drafts">>> {
    const { tx, actor, concerns } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal || !may(actor, "draft.change", { organisationIds: [deal.buyerOrganisationId] }))
      return refuse("not_found");
    const requests = await requestsOfDeal(tx, deal.id);
    const inOrder = SERVICES.flatMap((service) => requests.filter((request) => request.service === service));
    // All requests of a posting were published on the same terms, so one speaks for them.
    const [first] = inOrder;
    const fields = writePosting({ deal, requests: inOrder, bidding: first ? await biddingOf(tx, first) : null });
    const started = await startDraft(context, { draftId, fields });
    if (!started.ok) return started;
    concerns(draftId);
    return accept({ draftId });
  },
});
