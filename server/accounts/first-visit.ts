import "server-only";
import { z } from "zod";
import type { Reader } from "../../db/database";
import { hasSeenNote, saveSeenNote } from "../../db/repositories/seen-notes";
import { FIRST_VISIT_NOTES, type FirstVisitNote } from "../../domain/accounts/first-visit";
import type { Actor } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command, NO_ROW_DECIDES } from "../platform/command";

/** Whether a person has put a page's note away. */
export const isNoteSeen = async (read: Reader, { userId }: Actor, note: FirstVisitNote): Promise<boolean> =>
  userId !== null && (await hasSeenNote(read, userId, note));

/** A person puts the note of a page away, for good and on every device; a second time changes nothing. */
export const dismissNote = command({
  name: "accounts.dismiss-note",
  action: "account.change",
  input: z.strictObject({ note: z.enum(FIRST_VISIT_NOTES) }),
  lock: NO_ROW_DECIDES,
  async run({ tx, actor, now }, { note }): Promise<Result<object, Refusal<"not_found">>> {
    if (actor.userId === null) return refuse("not_found");
    await saveSeenNote(tx, { userId: actor.userId, note, seenAt: now });
    return accept({});
  },
});
