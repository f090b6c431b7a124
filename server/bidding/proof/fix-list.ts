import type { Writer } from "@/db/database";
import { insertReceiptList, versionsOfRequest } from "@/db/repositories/proof";
import { receiptListOf } from "@/domain/requests/proof/receipt-list";
import type { Instant } from "@/domain/shared/instant";
import { sha256 } from "./sha256";

/** Fixes what was handed in, in the transaction of the close, and answers the root that everybody is told. */
export async function fixList(tx: Writer, requestId: string, closedAt: Instant): Promise<string> {
  const list = receiptListOf(requestId, await versionsOfRequest(tx, requestId), sha256);
  await insertReceiptList(tx, { requestId, closedAt, ...list });
  return list.root;
}
