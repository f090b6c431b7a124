import { z } from "zod";
import { insertVersion } from "../../db/repositories/documents";
import { type ChangeRefusal, revise } from "../../domain/documents/deal-document";
import { documentEntrySchema } from "../../domain/documents/document-fields";
import { accept, type Result } from "../../domain/shared/result";
import { papersChanged } from "../orders/chain/settle-chain";
import { command } from "../platform/command";
import {
  type DealRefusal,
  type DocumentReceipt,
  type NumberRefusal,
  loadDocument,
  mayBearNumber,
} from "./load-document";

const input = documentEntrySchema({
  documentId: z.string().min(1).max(64),
  /** The version that was seen: a later one is not overwritten. */
  version: z.int(),
});

/** Who entered a paper types it in anew; the versions before stay on record. */
export const reviseDocument = command({
  name: "documents.revise-document",
  action: "document.change",
  input,
  async run(
    context,
    { documentId, version, kind, number, date, fields },
  ): Promise<Result<DocumentReceipt, DealRefusal | ChangeRefusal | NumberRefusal>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadDocument(tx, actor, { documentId, version });
    if (!loaded.ok) return loaded;
    const { latest, others } = loaded.value;
    const checked = revise(latest, { kind, number }, others);
    if (!checked.ok) return checked;
    const numbered = await mayBearNumber(tx, latest.dealId, { kind, number, date });
    if (!numbered.ok) return numbered;
    const next = latest.version + 1;
    const entered = { enteredByUserId: actor.userId, enteredAt: now };
    await insertVersion(tx, { ...latest, ...entered, number, date, fields, version: next });
    await papersChanged(context, latest.dealId);
    concerns(documentId);
    return accept({ id: documentId, version: next, dealId: latest.dealId });
  },
});
