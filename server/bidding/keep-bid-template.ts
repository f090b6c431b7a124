import { z } from "zod";
import { findVersion } from "../../db/repositories/bidding";
import { saveBidTemplate } from "../../db/repositories/bid-templates";
import { valuesOfBid } from "../../domain/bidding/bid-form";
import { bidDraftFields, bidDraftFieldsSchema } from "../../domain/bidding/draft/bid-draft-fields";
import { BID_TEMPLATES_MAX } from "../../domain/bidding/offer/template/template-limits";
import type { Service } from "../../domain/shared/service";
import { assert } from "../../domain/shared/assert";
import type { FormValues } from "../../domain/shared/form-state";
import { MARKET_ZONE } from "../../domain/shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command, type CommandContext } from "../platform/command";
import { ownKey } from "../sealing/own-key";
import { readOwnVersion } from "../sealing/read-own-version";
import { sealTemplate } from "../sealing/draft/seal-template";
import { loadBid } from "./load-bid";
import { loadRequest } from "./load-request";
import { namedTemplates, templateNameField } from "./template-fields";

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
