import { z } from "zod";
import { findSession, revokeSession, revokeSessionsOf } from "../../db/repositories/sessions";
import { accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";

/** The session of the caller's own cookie ends. Who holds its secret id may end it; there is nothing else to ask. */
export const signOut = command({
  name: "accounts.sign-out",
  action: "account.enter",
  input: z.strictObject({ idHash: z.string().length(43) }),
  async run({ tx, now }, { idHash }) {
    await revokeSession(tx, idHash, now);
    return accept({});
  },
});

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
