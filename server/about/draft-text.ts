import { z } from "zod";
import { insertText, latestText } from "../../db/repositories/about";
import { may } from "../../domain/access/policy";
import { checkNewText, SITE_TEXT_KINDS, SITE_TEXT_MAX, type SiteTextRefusal } from "../../domain/about/site-text";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { longText } from "../../domain/shared/wire-fields";
import { command } from "../platform/command";

const otherText = longText(SITE_TEXT_MAX).or(z.literal("")).default("");

/** An administrator writes the next version of a text of the operator, in English and Chinese, and in what other languages it has words. Nobody else reads it until it is published. */
export const draftText = command({
  name: "about.draft-text",
  action: "site.change",
  input: z.strictObject({
    kind: z.enum(SITE_TEXT_KINDS),
    bodyEn: longText(SITE_TEXT_MAX),
    bodyZh: longText(SITE_TEXT_MAX),
    bodyRu: otherText,
    bodyVi: otherText,
    bodyKk: otherText,
  }),
  async run(
    { tx, actor, now, newId, concerns },
    { kind, ...bodies },
  ): Promise<Result<{ id: string; version: number }, SiteTextRefusal | Refusal<"not_found">>> {
    if (!may(actor, "site.change")) return refuse("not_found");
    const last = await latestText(tx, kind);
    const checked = checkNewText(bodies, last);
    if (!checked.ok) return checked;
    const [id, version] = [newId(), (last?.version ?? 0) + 1];
    await insertText(tx, { id, kind, version, ...bodies, enteredByUserId: actor.userId, enteredAt: now });
    concerns(id);
    return accept({ id, version });
  },
});
