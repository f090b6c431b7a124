import { z } from "zod";
import { entriesOf } from "../../db/repositories/disputes";
import { type EndingRefusal, settle } from "../../domain/disputes/dispute";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { applyEnding } from "./apply-ending";
import {
  type DisputeReceipt,
  disputeReceiptShape,
  ENDING,
  loadDispute,
  orderAt,
  lockDealOfDispute,
} from "./disputed-order";
import { command } from "../platform/command";

const input = z.strictObject({ disputeId: z.string().min(1).max(64), seq: z.int().min(1) });

type TakeRefusal = EndingRefusal | Refusal<"not_found" | "not_permitted" | "wrong_state" | "own_offer" | "no_offer">;

/** A party takes the other's last offer: the dispute ends as both want, whatever its clocks say. */
export const takeOffer = command({
  name: "disputes.take-offer",
  action: "dispute.write",
  input,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/take-offer",
    scope: "orders:write",
    operation: "takeDisputeOffer",
    status: 200,
    summary: "Take the other party's standing offer, which ends the dispute",
    example: { seq: 1 },
    output: disputeReceiptShape,
    refusals: [...ENDING, "own_offer", "no_offer"],
  },
  lock: lockDealOfDispute,
  async run(context, { disputeId, seq }): Promise<Result<DisputeReceipt, TakeRefusal>> {
    const { tx, actor, concerns } = context;
    const loaded = await loadDispute(tx, actor, disputeId);
    if (!loaded.ok) return loaded;
    const { dispute, order, organisationId } = loaded.value;
    const entries = await entriesOf(tx, disputeId);
    const entry = entries.find((one) => one.seq === seq);
    // A later offer of the same party takes the place of its earlier ones.
    const isLast = !entries.some(
      (one) => one.seq > seq && one.offer !== null && one.organisationId === entry?.organisationId,
    );
    if (!entry?.offer || !isLast) return refuse("no_offer");
    const ending = entry.offer;
    const settled = settle(
      dispute,
      { ...ending, byOrganisationId: entry.organisationId },
      { ...orderAt(loaded.value), organisationId },
    );
    if (!settled.ok) return settled;
    await applyEnding(context, loaded.value, { state: settled.value, ending, words: entry.words, isAgreed: true });
    concerns(disputeId);
    return accept({ id: disputeId, orderId: order.id });
  },
});
