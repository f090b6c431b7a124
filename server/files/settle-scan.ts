import { z } from "zod";
import { findFile, markScanned } from "../../db/repositories/files";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

/** What the scanner found. Of an infected file its organisation is told; the name is not said, since an event outlives a seal. */
export const settleScan = command({
  name: "files.settle-scan",
  action: "market.tick",
  input: z.strictObject({ fileId: z.string().min(1).max(64), isInfected: z.boolean() }),
  async run(
    { tx, now, publish, concerns },
    { fileId, isInfected },
  ): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const file = await findFile(tx, fileId);
    if (!file) return refuse("not_found");
    await markScanned(tx, fileId, { state: isInfected ? "infected" : "clean", now });
    const { organisationId, subjectKind, subjectId } = file;
    if (isInfected) publish({ type: "file.infected", fileId, organisationId, subjectKind, subjectId });
    concerns(fileId);
    return accept({ id: fileId });
  },
});
