import { z } from "zod";
import type { Writer } from "@/db/database";
import { accept, type Result } from "@/domain/shared/result";
import { type MilestoneFilesRefusal, putToMilestone } from "../../files/milestone-files";

/** What a command is told of a receipt or a confirmation. */
export const proofField = z
  .string()
  .max(64)
  .optional()
  .meta({ description: "A file of yours that is attached to nothing yet" });

type Put = Result<{ readonly proofFileId?: string }, MilestoneFilesRefusal>;

/** Puts a receipt or a confirmation to the step that the slot is: both parties read it there, and nobody takes it away. */
export async function putProof(
  tx: Writer,
  proofFileId: string | undefined,
  of: { readonly orderId: string; readonly organisationId: string | null },
): Promise<Put> {
  if (proofFileId === undefined) return accept({});
  const put = await putToMilestone(tx, [proofFileId], { ...of, code: "slot_reserved" });
  return put.ok ? accept({ proofFileId }) : put;
}
