import { z } from "zod";
import { markAllRead as saveAllRead } from "../../db/repositories/notices";
import { accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** A person has read everything that the organisation they act for has told them. */
export const markAllRead = command({
  name: "notices.mark-all-read",
  action: "notices.read",
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const { userId, organisationId } = actor;
    if (userId === null || organisationId === null) return refuse("no_organisation");
    await saveAllRead(tx, { userId, organisationId, now });
    return accept({ userId });
  },
});
