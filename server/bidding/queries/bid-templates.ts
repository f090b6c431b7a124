import "server-only";
import type { Reader } from "@/db/database";
import { findBidTemplate, listBidTemplates } from "@/db/repositories/bid-drafts";
import { type Actor, may } from "@/domain/access/policy";
import type { Service } from "@/domain/shared/vocabulary";
import type { FormValues } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/time";
import { readTemplate, readTemplateNames } from "../../sealing/seal-bid";
import { findBid } from "@/db/repositories/bidding";
import { findRequest } from "@/db/repositories/requests";

/** One of the organisation's templates in its list; what it says is read where a bid begins from it. */
export type BidTemplateRow = {
  readonly id: string;
  readonly name: string;
  readonly service: Service;
  readonly savedAt: Instant;
};

/** The viewer's organisation's templates, of one service or of all, the last saved first. */
export async function ownBidTemplates(read: Reader, viewer: Actor, service: Service | null): Promise<BidTemplateRow[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return [];
  const templates = await listBidTemplates(read, { organisationId, service });
  const names = await readTemplateNames(read, templates);
  return templates.map(({ id, service: of, savedAt }) => ({ id, name: names.get(id) ?? "", service: of, savedAt }));
}

/** One of them with its fields, for a bid on a request of its service; null where it is not the viewer's, or of another service. */
export async function ownBidTemplate(
  read: Reader,
  viewer: Actor,
  of: { readonly id: string; readonly service: Service },
): Promise<{ readonly name: string; readonly fields: FormValues } | null> {
  const template = await findBidTemplate(read, of.id);
  if (!template || template.service !== of.service || !may(viewer, "bid.read_own", template)) return null;
  return readTemplate(read, template);
}

/** By which request an own bid is known; null where it is not the viewer's. */
export async function ownBidName(
  read: Reader,
  viewer: Actor,
  id: string,
): Promise<{ readonly id: string; readonly reference: string } | null> {
  const bid = await findBid(read, id);
  if (!bid || !may(viewer, "bid.read_own", bid)) return null;
  const request = await findRequest(read, bid.requestId);
  return request ? { id, reference: request.reference } : null;
}
