import { z } from "zod";
import { ruleAt } from "../../../db/repositories/market-rules";
import { saveMilestone, saveOrder } from "../../../db/repositories/orders";
import { autoAcceptAt, autoAcceptRule } from "../../../domain/orders/acceptance";
import { FILES_PER_SUBJECT_MAX } from "../../../domain/files/file-limits";
import { type MilestoneRefusal, report } from "../../../domain/orders/order";
import { orderFacts } from "../../../domain/orders/order-facts";
import { instantField, optionalText } from "../../../domain/services/wire-fields";
import { accept, type Result } from "../../../domain/shared/result";
import { type MilestoneFilesRefusal, putToMilestone } from "../../files/milestone-files";
import { command } from "../../platform/command";
import { type LoadRefusal, loadOrder, type OrderReceipt } from "./load-order";

const NOTE_MAX = 500;

export const milestoneNote = optionalText(NOTE_MAX);

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  code: z.string().min(1, "required").max(60),
  occurredAt: instantField,
  note: milestoneNote.default(""),
  fileIds: z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").default([]),
  version: z.int().optional(),
});

/** The provider says what happened and when; the delivery starts the time after which acceptance follows by itself. */
export const reportMilestone = command({
  name: "orders.report-milestone",
  action: "order.report",
  input,
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, code, occurredAt, note, fileIds, version },
  ): Promise<Result<OrderReceipt, LoadRefusal | MilestoneRefusal | MilestoneFilesRefusal>> {
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.report" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const next = report(order, { code, occurredAt }, now);
    if (!next.ok) return next;
    const state = next.value;
    const put = await putToMilestone(tx, fileIds, { orderId, code, organisationId: actor.organisationId });
    if (!put.ok) return put;
    await saveMilestone(
      tx,
      { orderId, code },
      { occurredAt, reportedAt: now, reportedByUserId: actor.userId, note: note || null },
    );
    const days = await ruleAt(tx, autoAcceptRule(order.service), now);
    const isDelivery = state === "delivered";
    await saveOrder(tx, order, {
      state,
      ...(isDelivery ? { deliveredAt: occurredAt, autoAcceptAt: autoAcceptAt(now, days) } : {}),
      ...(state === "completed" ? { completedAt: now } : {}),
    });
    publish({ type: "order.milestone_reported", code, state, ...orderFacts(order) });
    if (state === "completed") publish({ type: "order.completed", ...orderFacts(order) });
    concerns(orderId);
    return accept({ id: orderId, state, version: order.version + 1 });
  },
});
