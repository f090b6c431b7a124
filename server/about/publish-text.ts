import { z } from "zod";
import { latestText, setPublished } from "../../db/repositories/about";
import { may } from "../../domain/access/policy";
import { checkPublish, SITE_TEXT_KINDS } from "../../domain/about/site-text";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

/** An administrator publishes the version that was read, if nobody has written a later one meanwhile. Earlier ones stay on record. */
export const publishText = command({
  name: "about.publish-text",
  action: "site.change",
  input: z.strictObject({ kind: z.enum(SITE_TEXT_KINDS), textId: z.string().max(40) }),
  async run(
    { tx, actor, now, concerns },
    { kind, textId },
  ): Promise<Result<{ version: number }, Refusal<"not_found" | "text_superseded" | "text_published">>> {
    if (!may(actor, "site.change")) return refuse("not_found");
    const last = await latestText(tx, kind);
    const checked = checkPublish(last, textId);
    if (!checked.ok) return checked;
    await setPublished(tx, textId, { userId: actor.userId, at: now });
    concerns(textId);
    return accept({ version: last?.version ?? 1 });
  },
});
