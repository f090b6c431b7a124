import { z } from "zod";
import { disputesOfOrder, insertDispute } from "../../db/repositories/disputes";
import { findOrder, saveOrder } from "../../db/repositories/orders";
import { may } from "../../domain/access/policy";
import { clocksOf, DISPUTE_CODES, open } from "../../domain/disputes/dispute";
import { disputeWords } from "../../domain/disputes/dispute-schema";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type DisputeReceipt, disputeReceiptShape } from "./load-dispute";
import { command } from "../platform/command";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  code: z.enum(DISPUTE_CODES, "required"),
  words: disputeWords,
});

/** A party takes its order into dispute: its steps stop, acceptance does not follow by itself, and both talk. */
export const openDispute = command({
  name: "disputes.open-dispute",
  action: "dispute.write",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/disputes",
    scope: "orders:write",
    status: 201,
    summary: "A party takes the order into dispute: its steps stop until that has ended",
    example: { code: "damaged", words: "Twelve cartons are wet" },
    output: disputeReceiptShape,
    refusals: ["wrong_state", "dispute_running", "not_permitted"],
  },
  async run(
    { tx, actor, now, newId, publish, concerns },
    { orderId, code, words },
  ): Promise<Result<DisputeReceipt, Refusal<"not_found" | "not_permitted" | "wrong_state" | "dispute_running">>> {
    const order = await findOrder(tx, orderId);
    const parties = order ? [order.buyerOrganisationId, order.providerOrganisationId] : [];
    if (!order || actor.organisationId === null || !parties.includes(actor.organisationId)) return refuse("not_found");
    if (!may(actor, "dispute.write", { organisationIds: parties })) return refuse("not_permitted");
    const opened = open(order, await disputesOfOrder(tx, orderId));
    if (!opened.ok) return opened;
    assert(actor.userId, "a dispute is somebody's word");
    const id = newId();
    await insertDispute(tx, {
      ...{ id, orderId, state: "opened", code, words, version: 1 },
      openedByOrganisationId: actor.organisationId,
      openedByUserId: actor.userId,
      openedAt: now,
      escalatesAt: clocksOf(now).escalatesAt,
    });
    await saveOrder(tx, order, { disputedSince: now });
    publish({
      type: "dispute.opened",
      ...{ disputeId: id, code, byOrganisationId: actor.organisationId },
      ...orderFacts(order),
    });
    concerns(id);
    return accept({ id, orderId });
  },
});
