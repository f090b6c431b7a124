import type { Reader, Writer } from "../../db/database";
import { lockDealOfOrder } from "../../db/repositories/deals";
import { findLink, type StoredLink } from "../../db/repositories/field";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import { type Actor, may } from "../../domain/access/policy";
import { stateOfLink } from "../../domain/field/link";
import { reportedByHand } from "../orders/kinds/registry";
import type { Instant } from "../../domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";

export type StandingRefusal = Refusal<"not_found" | "link_expired" | "link_revoked">;

type Standing = {
  readonly link: StoredLink;
  readonly order: StoredOrder & { readonly milestones: readonly StoredMilestone[] };
};

/**
 * Whether what a link tells of a step is the step's own report: the provider's word, of a step that no record kept here tells by itself. Every
 * other report stands beside the step and moves nothing.
 */
export const reportsStep = async (
  db: Reader,
  { link, order }: { readonly link: Pick<StoredLink, "organisationId">; readonly order: StoredOrder },
  code: string,
): Promise<boolean> =>
  link.organisationId === order.providerOrganisationId && (await reportedByHand(db, order, code)).ok;

/** The lock of what is done with a link: its order's deal. */
export async function lockDealOfLink(tx: Writer, { linkId }: { readonly linkId: string }) {
  const link = await findLink(tx, linkId);
  if (link) await lockDealOfOrder(tx, link);
}

/** The lock of what somebody sends by the link that they came by. */
export const lockDealOfSender = async (tx: Writer, _: unknown, { link }: Actor): Promise<void> =>
  link ? lockDealOfLink(tx, { linkId: link.id }) : undefined;

/** The link that an actor came by, with its order, if it stands in this very transaction: it may have ended since the gate. */
export async function loadStanding(db: Reader, actor: Actor, now: Instant): Promise<Result<Standing, StandingRefusal>> {
  const link = actor.link && (await findLink(db, actor.link.id));
  if (!link || !may(actor, "field.report", { orderId: link.orderId })) return refuse("not_found");
  const state = stateOfLink(link, now);
  if (state === "revoked") return refuse("link_revoked");
  if (state === "expired") return refuse("link_expired");
  const order = await findOrder(db, link.orderId);
  if (!order) return refuse("not_found");
  return accept({ link, order: { ...order, milestones: await findMilestones(db, order) } });
}
