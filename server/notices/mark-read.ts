import { z } from "zod";
import { findNotice, markRead as saveRead } from "../../db/repositories/notices";
import { accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** A person has read one notice of their own. */
export const markRead = command({
  name: "notices.mark-read",
  action: "notices.read",
  input: z.strictObject({ noticeId: z.string().min(1).max(64) }),
  async run({ tx, actor, now, concerns }, { noticeId }) {
    const notice = actor.userId && (await findNotice(tx, { id: noticeId, userId: actor.userId }));
    if (!notice) return refuse("not_found");
    await saveRead(tx, { id: noticeId, now });
    concerns(noticeId);
    return accept({ id: noticeId });
  },
});
