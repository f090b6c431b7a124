import { z } from "zod";
import { entriesOf, insertEntry, saveDispute } from "../../db/repositories/disputes";
import { findFiles } from "../../db/repositories/files";
import { checkEnding, type EndingRefusal, say } from "../../domain/disputes/dispute";
import { disputeWords, endingSchema, ENTRY_FILES_MAX } from "../../domain/disputes/dispute-schema";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { type DisputeReceipt, disputeReceiptShape, ENDING, loadDispute, orderAt } from "./load-dispute";
import { command } from "../platform/command";

const input = z.strictObject({
  disputeId: z.string().min(1).max(64),
  words: disputeWords,
  /** Files of the order that this points to. */
  fileIds: z.array(z.string().max(64)).max(ENTRY_FILES_MAX, "too_many").optional(),
  /** An ending that the writer would agree to. */
  offer: endingSchema.optional(),
});

type EntryRefusal =
  | EndingRefusal
  | Refusal<"not_found" | "not_permitted" | "wrong_state" | "evidence_over" | "file_unknown">;

/** A party says its part, points to files of the order as evidence, or offers an end; an offer alone comes until the dispute is decided. */
export const writeEntry = command({
  name: "disputes.write-entry",
  action: "dispute.write",
  input,
  http: {
    method: "POST",
    path: "/disputes/{disputeId}/entries",
    scope: "orders:write",
    operation: "writeDisputeEntry",
    status: 201,
    summary: "Say something in a dispute, point to files of the order, or offer an end",
    description:
      "Once the time for evidence is over, an offer without files is still taken until the dispute is decided, and nothing else.",
    example: { words: "Half each", offer: { outcome: "split", shareBps: 5_000, effect: "goes_on" } },
    output: disputeReceiptShape,
    refusals: [...ENDING, "evidence_over", "file_unknown"],
  },
  async run(
    { tx, actor, now, publish, concerns },
    { disputeId, words, fileIds = [], offer },
  ): Promise<Result<DisputeReceipt, EntryRefusal>> {
    const loaded = await loadDispute(tx, actor, disputeId);
    if (!loaded.ok) return loaded;
    const { dispute, order, organisationId } = loaded.value;
    const isOfferAlone = offer !== undefined && fileIds.length === 0;
    const state = say(dispute, { organisationId, now, isOfferAlone });
    if (!state.ok) return state;
    if (offer) {
      const checked = checkEnding(offer, orderAt(loaded.value));
      if (!checked.ok) return checked;
    }
    const ids = [...new Set(fileIds)];
    const files = await findFiles(tx, ids);
    const isOfOrder = (id: string) =>
      files.some((file) => file.id === id && file.subjectKind === "order" && file.subjectId === order.id);
    const unknown = ids.find((id) => !isOfOrder(id));
    if (unknown !== undefined) return refuse("file_unknown", { fileId: unknown });
    assert(actor.userId, "an entry is somebody's word");
    const seq = (await entriesOf(tx, disputeId)).length + 1;
    const by = { organisationId, userId: actor.userId, at: now };
    await insertEntry(tx, { disputeId, seq, ...by, words, fileIds: ids, offer: offer ?? null });
    await saveDispute(tx, dispute, { state: state.value });
    publish({
      type: "dispute.said",
      ...{ disputeId, byOrganisationId: organisationId, isOffer: offer !== undefined },
      ...orderFacts(order),
    });
    concerns(disputeId);
    return accept({ id: disputeId, orderId: order.id });
  },
});
