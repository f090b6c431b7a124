import { eq } from "drizzle-orm";
import type { FileSubject } from "../../domain/files/file";
import type { Reader } from "../database";
import { disputeEntries, disputes } from "../schema/disputes";
import { deliverableFiles, packs } from "../schema/packs";

/** Files of a subject that something which is kept points to: of an order its deliverables, its packs and its disputes; of any other nothing does. */
export async function namedFiles(db: Reader, subject: FileSubject | null): Promise<ReadonlySet<string>> {
  if (subject?.kind !== "order") return new Set();
  const orderId = subject.id;
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
