import { z } from "zod";
import { deleteFile, findFile, holdFiles, namedFiles, subjectOf } from "../../db/repositories/files";
import { attach, type AttachRefusal, isOnRecord } from "../../domain/files/file-access";
import { accept, refuse, type Result } from "../../domain/shared/result";
import { loadFileContext, lockSubject } from "./load-file-context";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";

/**
 * Takes away one's own file while another might be attached; what stands behind a reported milestone stays, what somebody in the field has
 * seen, and what a deliverable, a pack or a dispute names. Its content goes with the next housekeeping, as an object that no row speaks of.
 */
export const removeFile = command({
  name: "files.remove-file",
  action: "file.keep",
  input: z.strictObject({ fileId: z.string().min(1).max(64) }),
  http: {
    method: "DELETE",
    path: "/files/{fileId}",
    scope: "files:write",
    status: 200,
    summary: "Take away a file of yours while another might be attached",
    output: z.strictObject({ id: idText }),
    refusals: ["no_more_files", "no_listing", "not_invited"],
  },
  async lock(tx, { fileId }) {
    const file = await findFile(tx, fileId);
    if (file) await lockSubject(tx, subjectOf(file));
    await holdFiles(tx, [fileId]);
  },
  async run({ tx, actor, now, concerns }, { fileId }): Promise<Result<{ id: string }, AttachRefusal>> {
    const file = await findFile(tx, fileId);
    if (!file || file.organisationId !== actor.organisationId) return refuse("not_found");
    if (file.milestoneCode !== null || file.fieldLinkId !== null) return refuse("no_more_files");
    const subject = subjectOf(file);
    const context = subject && (await loadFileContext(tx, subject, { viewerId: file.organisationId }));
    const allowed = context ? attach(actor, context, now) : accept(undefined);
    if (!allowed.ok) return allowed;
    if (isOnRecord(context, file, await namedFiles(tx, subject))) return refuse("no_more_files");
    await deleteFile(tx, fileId);
    concerns(fileId);
    return accept({ id: fileId });
  },
});
