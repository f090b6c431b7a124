import { z } from "zod";
import type { Reader } from "../../db/database";
import {
  type ListedBidTemplate,
  deleteBidTemplate,
  findBidTemplate,
  listBidTemplates,
  saveBidTemplate,
} from "../../db/repositories/bid-drafts";
import { BID_TEMPLATES_MAX, BID_TEMPLATE_NAME_MAX } from "../../domain/bidding/bid-form-limits";
import { boundedText } from "../../domain/shared/wire-fields";
import { readOwnVersion, readTemplate, readTemplateNames, sealTemplate } from "../sealing/seal-bid";
import { findVersion } from "../../db/repositories/bidding";
import { valuesOfBid } from "../../domain/bidding/bid-form";
import { bidDraftFields, bidDraftFieldsSchema } from "../../domain/bidding/bid-draft";
import type { Service } from "../../domain/shared/vocabulary";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import type { FormValues } from "../../domain/shared/form-state";
import { MARKET_ZONE } from "../../domain/shared/time";
import { type CommandContext, command } from "../platform/command";
import { ownKey } from "../sealing/keys";
import { loadBid, loadRequest } from "./bid-context";
import { may } from "../../domain/access/policy";
import { lockOwn } from "../../db/repositories/platform";

const templateIdField = z.string().min(1).max(64);
const templateNameField = boundedText(BID_TEMPLATE_NAME_MAX);

/** The organisation's templates of all services, each with its name. */
async function namedTemplates(
  db: Reader,
  organisationId: string,
): Promise<(ListedBidTemplate & { readonly name: string })[]> {
  const templates = await listBidTemplates(db, { organisationId, service: null });
  const names = await readTemplateNames(db, templates);
  return templates.map((template) => ({ ...template, name: names.get(template.id) ?? "" }));
}

const input = z.strictObject({
  name: templateNameField,
  /** What is typed in the bid form of a request, right or wrong, or a bid that was sent. */
  from: z.union([
    z.strictObject({ requestId: z.string().min(1).max(64), fields: bidDraftFieldsSchema }),
    z.strictObject({ bidId: z.string().min(1).max(64) }),
  ]),
});

type Kept = { readonly service: Service; readonly fields: FormValues };

async function fieldsOf(
  { tx, actor }: CommandContext,
  from: z.output<typeof input>["from"],
): Promise<Result<Kept, Refusal>> {
  if ("fields" in from) {
    const asked = await loadRequest(tx, actor, from.requestId);
    return asked.ok ? accept({ service: asked.value.request.service, fields: from.fields }) : asked;
  }
  const loaded = await loadBid(tx, actor, from);
  if (!loaded.ok) return loaded;
  const { bid, request } = loaded.value;
  const version = await findVersion(tx, { bidId: bid.id, version: bid.version });
  assert(version, `bid ${bid.id} has its version ${bid.version}`);
  const of = { requestId: request.id, organisationId: bid.providerOrganisationId };
  const content = await readOwnVersion(tx, version, of);
  const fields = bidDraftFields(valuesOfBid(content, { service: request.service, zone: MARKET_ZONE }));
  return accept({ service: request.service, fields });
}

/**
 * Keeps a bid, typed or sent, under a name to begin others of its service from; one of that name and service is overwritten. Sealed to its
 * organisation like a draft, and nobody is told. Refuses `too_many_templates`.
 */
export const keepBidTemplate = command({
  name: "bidding.keep-bid-template",
  action: "bid_draft.change",
  input,
  lock: lockOwn("bid templates"),
  async run(context, { name, from }): Promise<Result<{ id: string }>> {
    const { tx, actor, now, newId, concerns } = context;
    const { organisationId } = actor;
    assert(organisationId, "who may write a bid acts for an organisation");
    const kept = await fieldsOf(context, from);
    if (!kept.ok) return kept;
    const { service, fields } = kept.value;
    const all = await namedTemplates(tx, organisationId);
    const former = all.find((one) => one.name === name && one.service === service);
    if (!former && all.length >= BID_TEMPLATES_MAX) return refuse("too_many_templates", { maximum: BID_TEMPLATES_MAX });
    const template = { id: former?.id ?? newId(), providerOrganisationId: organisationId };
    const sealed = sealTemplate({ name, fields }, template, await ownKey(tx, organisationId, now));
    await saveBidTemplate(tx, { ...template, ...sealed, service, savedAt: now });
    concerns(template.id);
    return accept({ id: template.id });
  },
});

/** Gives a template another name. Refuses one that another of its service has, which would be overwritten by the next keeping. */
export const renameBidTemplate = command({
  name: "bidding.rename-bid-template",
  action: "bid_draft.change",
  input: z.strictObject({ templateId: templateIdField, name: templateNameField }),
  lock: lockOwn("bid templates"),
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

/** Removes a template; what was begun from it stays. */
export const dropBidTemplate = command({
  name: "bidding.drop-bid-template",
  action: "bid_draft.change",
  input: z.strictObject({ templateId: templateIdField }),
  lock: lockOwn("bid templates"),
  async run({ tx, actor, concerns }, { templateId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const template = await findBidTemplate(tx, templateId);
    if (!template || !may(actor, "bid_draft.change", template)) return refuse("not_found");
    await deleteBidTemplate(tx, templateId);
    concerns(templateId);
    return accept({ id: templateId });
  },
});
