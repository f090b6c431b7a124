import { type Actor, may } from "@/domain/access/policy";
import type { RequestPage } from "@/views/requests";
import { type LeftOut, fitTemplate } from "@/domain/bidding/offer/fit-template";
import { acceptsBids } from "@/domain/requests/request";
import { QUANTITY_BASES } from "@/domain/services/charge";
import { kindOf } from "@/domain/services/registry";
import type { FormValues } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/time";
import { platform } from "@/server/platform/platform";
import { type BidTemplateRow, ownBidTemplate, ownBidTemplates } from "@/server/bidding/queries/bid-templates";
import type { OwnCorridor } from "@/domain/remittance/corridor-health";
import type { Step } from "@/domain/bidding/available-steps";

/** What a bid on the page may begin from, and what it begins from where that was chosen. */
type ShownTemplates = {
  readonly items: readonly BidTemplateRow[];
  readonly begun: { readonly name: string; readonly fields: FormValues; readonly leftOut: readonly LeftOut[] } | null;
};

/** What an address may ask for; anything else is no template of ours. */
const ID = /^[0-9a-z]{1,64}$/;

const NONE: ShownTemplates = { items: [], begun: null };

/** Read for those alone who may write a bid here now. */
export async function loadTemplates(
  actor: Actor,
  request: RequestPage,
  of: { readonly chosen: unknown; readonly now: Instant },
): Promise<ShownTemplates> {
  const { context, service } = request;
  const own = { providerOrganisationId: actor.organisationId ?? "" };
  if (!context || request.side === "visitor" || !acceptsBids(request, of.now) || !may(actor, "bid_draft.change", own))
    return NONE;
  const { database } = platform();
  const items = await ownBidTemplates(database.read, actor, service);
  const id = typeof of.chosen === "string" && ID.test(of.chosen) ? of.chosen : null;
  const template = id === null ? null : await ownBidTemplate(database.read, actor, { id, service });
  if (!template) return { items, begun: null };
  const bases = [...QUANTITY_BASES.filter((basis) => context.quantities[basis] !== null), ...context.percentBases];
  const { termsForm } = kindOf(service);
  const fitted = fitTemplate(template.fields, { codes: context.codes, bases, termsForm });
  return { items, begun: { name: template.name, ...fitted } };
}

/** What the parts of the page are told: the request, what its reader may do, the page's own address, when and in which zone. */
export type ShownRequest = {
  readonly request: RequestPage;
  /** How payments like this one have fared; null for other services. */
  readonly corridor: OwnCorridor | null;
  readonly steps: readonly Step[];
  readonly here: string;
  readonly now: Instant;
  readonly zone: string;
  /** Changes where the bid form is to be drawn anew from what is kept. */
  readonly drawing: string;
  /** The reader gave it up, and may post the like of its deal again. */
  readonly mayRepeat: boolean;
  /** What a bid may begin from. */
  readonly templates: ShownTemplates;
};
