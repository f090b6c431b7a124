import { eq } from "drizzle-orm";
import type { Reader } from "../database";
import { disputeEntries, disputes } from "../schema/disputes";
import { deliverableFiles, packs } from "../schema/packs";

/** Files of an order that its deliverables, its packs or its disputes name. */
export async function filesNamedOf(db: Reader, orderId: string): Promise<ReadonlySet<string>> {
  const delivered = await db
    .select({ fileId: deliverableFiles.fileId })
    .from(deliverableFiles)
    .where(eq(deliverableFiles.orderId, orderId));
  const packed = await db.select({ fileIds: packs.fileIds }).from(packs).where(eq(packs.orderId, orderId));
  const disputed = await db
    .select({ fileIds: disputeEntries.fileIds })
    .from(disputeEntries)
    .innerJoin(disputes, eq(disputes.id, disputeEntries.disputeId))
    .where(eq(disputes.orderId, orderId));
  return new Set([
    ...delivered.map(({ fileId }) => fileId),
    ...packed.flatMap(({ fileIds }) => Object.values(fileIds)),
    ...disputed.flatMap(({ fileIds }) => fileIds),
  ]);
}
