import { attachToMilestone, countFiles, holdFiles, type StoredFile } from "../../db/repositories/files";
import type { Writer } from "../../db/database";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";

export type MilestoneFilesRefusal = Refusal<"file_unknown" | "too_many_files">;

type Reported = { readonly orderId: string; readonly code: string; readonly organisationId: string | null };

/** A file that its organisation has sent and put to nothing yet, or to this order without a milestone. */
function isFree(file: StoredFile, { orderId, organisationId }: Reported): boolean {
  const isHere = file.subjectKind === "order" && file.subjectId === orderId && file.milestoneCode === null;
  const isWaiting = file.subjectKind === null || isHere;
  return file.organisationId === organisationId && file.state !== "infected" && isWaiting;
}

/** Puts the named files to the milestone that is reported. Refuses one that is not the reporter's to name, and more than an order takes. */
export async function putToMilestone(
  tx: Writer,
  fileIds: readonly string[],
  reported: Reported,
): Promise<Result<void, MilestoneFilesRefusal>> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return accept(undefined);
  const found = new Map((await holdFiles(tx, ids)).map((file) => [file.id, file]));
  const isNamed = (id: string): boolean => {
    const file = found.get(id);
    return file !== undefined && isFree(file, reported);
  };
  const unknown = ids.find((id) => !isNamed(id));
  if (unknown !== undefined) return refuse("file_unknown", { fileId: unknown });
  const loose = ids.filter((id) => found.get(id)?.subjectKind === null).length;
  const there = await countFiles(tx, reported.organisationId ?? "", { kind: "order", id: reported.orderId });
  if (there + loose > FILES_PER_SUBJECT_MAX) return refuse("too_many_files", { maximum: FILES_PER_SUBJECT_MAX });
  await attachToMilestone(tx, ids, reported);
  return accept(undefined);
}
