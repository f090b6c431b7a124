import { z } from "zod";
import { insertVersion } from "../../db/repositories/documents";
import type { ChangeRefusal } from "../../domain/documents/deal-document";
import { accept, type Result } from "../../domain/shared/result";
import { papersChanged } from "../orders/chain/settle-chain";
import { command } from "../platform/command";
import { type DealRefusal, type DocumentReceipt, loadDocument } from "./load-document";

const input = z.strictObject({ documentId: z.string().min(1).max(64), version: z.int().optional() });

/** Who entered a paper takes it back: it counts no more, and what it said stays on record. */
export const withdrawDocument = command({
  name: "documents.withdraw-document",
  action: "document.change",
  input,
  async run(context, { documentId, version }): Promise<Result<DocumentReceipt, DealRefusal | ChangeRefusal>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadDocument(tx, actor, { documentId, version });
    if (!loaded.ok) return loaded;
    const { latest } = loaded.value;
    const next = latest.version + 1;
    const entered = { enteredByUserId: actor.userId, enteredAt: now };
    await insertVersion(tx, { ...latest, ...entered, version: next, isWithdrawn: true });
    await papersChanged(context, latest.dealId);
    concerns(documentId);
    return accept({ id: documentId, version: next, dealId: latest.dealId });
  },
});
