import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import type { Reader } from "../../db/database";
import { findDispute, type StoredDispute } from "../../db/repositories/disputes";
import { roundsOfOrder, type StoredRound } from "../../db/repositories/inspections";
import { findMilestones, findOrder, type StoredMilestone, type StoredOrder } from "../../db/repositories/orders";
import type { Actor } from "../../domain/access/actor";
import { may } from "../../domain/access/policy";
import type { OrderAt } from "../../domain/disputes/dispute";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";

/** What a command on a dispute answers. */
export const disputeReceiptShape = z.strictObject({ id: idText, orderId: idText });
export type DisputeReceipt = Readonly<z.output<typeof disputeReceiptShape>>;

/** What an ending that is offered, taken or decided may be refused for. */
export const ENDING: readonly RefusalCode[] = [
  "share_not_of_outcome",
  "effect_not_possible",
  "no_visit_left",
  "wrong_state",
  "not_permitted",
];

export type LoadedDispute = {
  readonly dispute: StoredDispute;
  readonly order: StoredOrder & { readonly milestones: readonly StoredMilestone[] };
  /** The visits of an inspection that is kept on site; of every other order none. */
  readonly rounds: readonly StoredRound[];
};

/** Where the order is, as far as it says how the dispute can end. */
export const orderAt = ({ order, rounds }: Pick<LoadedDispute, "order" | "rounds">): OrderAt => ({
  line: order.state,
  visits: rounds.length,
});

/** The dispute with its order, whoever asks. */
export async function readDispute(db: Reader, id: string): Promise<LoadedDispute | null> {
  const dispute = await findDispute(db, id);
  if (!dispute) return null;
  const order = await findOrder(db, dispute.orderId);
  assert(order, `order ${dispute.orderId} is there`);
  const rounds = order.service === "inspection" ? await roundsOfOrder(db, order.id) : [];
  return { dispute, order: { ...order, milestones: await findMilestones(db, order) }, rounds };
}

/** The same to a party who may write in it; to everybody else it is not there. */
export async function loadDispute(
  db: Reader,
  actor: Actor,
  id: string,
): Promise<Result<LoadedDispute & { readonly organisationId: string }, Refusal<"not_found" | "not_permitted">>> {
  const found = await readDispute(db, id);
  if (!found || actor.organisationId === null) return refuse("not_found");
  const organisationIds = [found.order.buyerOrganisationId, found.order.providerOrganisationId];
  if (!organisationIds.includes(actor.organisationId)) return refuse("not_found");
  if (!may(actor, "dispute.write", { organisationIds })) return refuse("not_permitted");
  return accept({ ...found, organisationId: actor.organisationId });
}
