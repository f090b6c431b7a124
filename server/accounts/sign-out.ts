import { z } from "zod";
import { revokeSession } from "../../db/repositories/sessions";
import { accept } from "../../domain/shared/result";
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
