import { z } from "zod";
import { endTokens, findToken } from "@/db/repositories/one-time-tokens";
import { revokeSessionsOf } from "@/db/repositories/sessions";
import { findUser, setEmailVerified, setPasswordHash } from "@/db/repositories/users";
import { openLink } from "@/domain/accounts/one-time-link";
import { accept, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { hashOf } from "../../platform/identity/token-hash";
import { queueAccountMail } from "./mail-link";

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
