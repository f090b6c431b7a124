import { z } from "zod";
import { findSession, revokeSession } from "@/db/repositories/sessions";
import { accept, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

/** A person ends one of their own sign-ins, on whatever machine it is. */
export const endSession = command({
  name: "accounts.end-session",
  action: "account.change",
  input: z.strictObject({ idHash: z.string().max(64) }),
  async run({ tx, actor, now }, { idHash }) {
    const session = await findSession(tx, { idHash });
    if (!session || session.userId !== actor.userId) return refuse("not_found");
    await revokeSession(tx, idHash, now);
    return accept({});
  },
});
