import { z } from "zod";
import { findNotice, markAllRead as saveAllRead, markRead as saveRead } from "../../db/repositories/notices";
import { markGroupRead as saveGroupRead } from "../../db/repositories/inbox";
import { accept, refuse } from "../../domain/shared/result";
import { command, NO_ROW_DECIDES } from "../platform/command";

/** A person has read one notice of their own. */
export const markRead = command({
  name: "notices.mark-read",
  action: "notices.read",
  input: z.strictObject({ noticeId: z.string().min(1).max(64) }),
  lock: NO_ROW_DECIDES,
  async run({ tx, actor, now, concerns }, { noticeId }) {
    const notice = actor.userId && (await findNotice(tx, { id: noticeId, userId: actor.userId }));
    if (!notice) return refuse("not_found");
    await saveRead(tx, { id: noticeId, now });
    concerns(noticeId);
    return accept({ id: noticeId, group: notice.group });
  },
});

/** A person has read all that they were told of one deal, of hubs, or of their organisation. */
export const markGroupRead = command({
  name: "notices.mark-group-read",
  action: "notices.read",
  input: z.strictObject({ group: z.string().min(1).max(64) }),
  lock: NO_ROW_DECIDES,
  async run({ tx, actor, now }, { group }) {
    const { userId, organisationId } = actor;
    if (userId === null || organisationId === null) return refuse("no_organisation");
    await saveGroupRead(tx, { userId, organisationId, key: group, now });
    return accept({ group });
  },
});

/** A person has read everything that the organisation they act for has told them. */
export const markAllRead = command({
  name: "notices.mark-all-read",
  action: "notices.read",
  input: z.strictObject({}),
  lock: NO_ROW_DECIDES,
  async run({ tx, actor, now }) {
    const { userId, organisationId } = actor;
    if (userId === null || organisationId === null) return refuse("no_organisation");
    await saveAllRead(tx, { userId, organisationId, now });
    return accept({ userId });
  },
});
