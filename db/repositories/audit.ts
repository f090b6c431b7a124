import type { Writer } from "../database";
import { auditEntries } from "../schema/platform";

export async function appendAudit(tx: Writer, entry: typeof auditEntries.$inferInsert): Promise<void> {
  await tx.insert(auditEntries).values(entry);
}
