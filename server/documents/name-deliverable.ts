import { z } from "zod";
import { findFile } from "../../db/repositories/files";
import { nameDeliverable as keep } from "../../db/repositories/documents";
import { kindOf } from "../../domain/services/registry";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { lockDealOfOrder } from "../../db/repositories/deals";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  fileId: z.string().min(1, "required").max(64),
  code: z.string().min(1, "required").max(60),
});

/** Whoever attached a file to an order says which of the things to be handed over it is. */
export const nameDeliverable = command({
  name: "packs.name-deliverable",
  action: "order.pack",
  input,
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, concerns },
    { orderId, fileId, code },
  ): Promise<Result<{ orderId: string }, LoadRefusal | Refusal<"file_unknown" | "deliverable_unknown">>> {
    const loaded = await loadOrder(tx, actor, { orderId, action: "order.pack" });
    if (!loaded.ok) return loaded;
    const { service } = loaded.value;
    if (!kindOf(service).deliverables?.includes(code)) return refuse("deliverable_unknown", { code });
    const file = await findFile(tx, fileId);
    const isHere = file?.subjectKind === "order" && file.subjectId === orderId;
    if (!isHere || file.organisationId !== actor.organisationId) return refuse("file_unknown", { fileId });
    assert(actor.userId, "a file is named by somebody");
    await keep(tx, { fileId, orderId, code, namedByUserId: actor.userId, namedAt: now });
    concerns(fileId);
    return accept({ orderId });
  },
});
