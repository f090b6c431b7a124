import { z } from "zod";
import { revokeSessionsOf } from "@/db/repositories/sessions";
import { accept, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

/** A person ends all their sign-ins but the one they are in. */
export const endOtherSessions = command({
  name: "accounts.end-other-sessions",
  action: "account.change",
  input: z.strictObject({ keepsIdHash: z.string().length(43) }),
  async run({ tx, actor, now, concerns }, { keepsIdHash }) {
    if (actor.userId === null) return refuse("not_found");
    await revokeSessionsOf(tx, actor.userId, now, keepsIdHash);
    concerns(actor.userId);
    return accept({});
  },
});
