import { z } from "zod";
import {
  endTokens,
  findToken,
  findUser,
  findUserByEmail,
  setEmailVerified,
  setPasswordHash,
} from "@/db/repositories/users";
import { revokeSessionsOf } from "@/db/repositories/sessions";
import { type Refusal, type Result, accept, refuse } from "@/domain/shared/result";
import { command } from "../platform/command";
import { mailLink, queueAccountMail } from "./account-mail";
import { emailSchema } from "@/domain/accounts/person";
import { openLink } from "@/domain/accounts/one-time-link";
import { hashOf } from "../platform/identity/tokens";

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

/** Sends a link to set a new password. The answer is the same where nobody has that address, or may not come in. */
export const askReset = command({
  name: "accounts.ask-reset",
  action: "account.enter",
  limit: "mail_address",
  input: z.strictObject({ email: emailSchema }),
  async run(context, { email }) {
    const user = await findUserByEmail(context.tx, email);
    if (user && user.suspendedAt === null) {
      await mailLink(context, user, "password_reset");
      context.publish({ type: "user.reset_asked", userId: user.id });
      context.concerns(user.id);
    }
    return accept({});
  },
});

/** A new password by the mailed link, which works once. Every session ends: whoever knew the old one is out. */
export const resetPassword = command({
  name: "accounts.reset-password",
  action: "account.enter",
  input: z.strictObject({ token: z.string().min(1).max(100), passwordHash: z.string().min(1) }),
  async run(context, { token, passwordHash }) {
    const { tx, now, concerns } = context;
    const link = openLink(await findToken(tx, hashOf(token)), "password_reset", now);
    if (!link.ok) return link;
    const user = await findUser(tx, link.value.userId);
    if (!user || user.suspendedAt !== null) return refuse("link_expired");
    await endTokens(tx, link.value, now);
    await setPasswordHash(tx, user.id, passwordHash);
    // The link came to the address, so the address is theirs.
    await setEmailVerified(tx, user.id, now);
    await revokeSessionsOf(tx, user.id, now);
    await queueAccountMail(context, user, { kind: "password_changed", path: "/reset-password" });
    concerns(user.id);
    return accept({ userId: user.id, email: user.email });
  },
});
