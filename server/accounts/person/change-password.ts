import { z } from "zod";
import { endTokens } from "@/db/repositories/one-time-tokens";
import { revokeSessionsOf } from "@/db/repositories/sessions";
import { findUser, setPasswordHash } from "@/db/repositories/users";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { queueAccountMail } from "./mail-link";

/** A signed-in person takes another password, proving the present one. Their other sessions end. */
export const changePassword = command({
  name: "accounts.change-password",
  action: "account.change",
  input: z.strictObject({
    provenHash: z.string().nullable(),
    passwordHash: z.string().min(1),
    keepsIdHash: z.string().length(43),
  }),
  async run(
    context,
    { provenHash, passwordHash, keepsIdHash },
  ): Promise<Result<{ userId: string }, Refusal<"not_found" | "password_wrong">>> {
    const { tx, actor, now, concerns } = context;
    const user = actor.userId && (await findUser(tx, actor.userId));
    if (!user) return refuse("not_found");
    if (provenHash === null || user.passwordHash !== provenHash) return refuse("password_wrong");
    await setPasswordHash(tx, user.id, passwordHash);
    await endTokens(tx, { userId: user.id, purpose: "password_reset" }, now);
    await revokeSessionsOf(tx, user.id, now, keepsIdHash);
    await queueAccountMail(context, user, { kind: "password_changed", path: "/reset-password" });
    concerns(user.id);
    return accept({ userId: user.id });
  },
});
