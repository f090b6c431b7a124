import { z } from "zod";
import { type Actor, mayEver } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { execute } from "../platform/execute";
import { currentOrigin } from "../platform/identity/session";
import { fileView } from "./queries";

/** Puts in the audit log that an administrator takes the content of a file that is under review. */
export const reviewFile = command({
  name: "files.review-file",
  action: "file.review",
  input: z.strictObject({ fileId: z.string().min(1).max(64) }),
  async run({ tx, actor, now, concerns }, { fileId }): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const file = await fileView(tx, fileId, { viewer: actor, now });
    if (!file?.mayRead) return refuse("not_found");
    concerns(fileId);
    return accept({ id: fileId });
  },
});

/** Whether a content may be opened for the actor: an administrator's look is audited before, everybody else is asked at the opening. */
export async function isReviewNoted(actor: Actor, fileId: string): Promise<boolean> {
  if (!mayEver(actor, "file.review")) return true;
  const outcome = await execute(reviewFile, { actor, input: { fileId }, origin: await currentOrigin() });
  return outcome.kind === "done";
}
