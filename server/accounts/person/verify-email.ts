import { z } from "zod";
import { endTokens, findToken } from "@/db/repositories/one-time-tokens";
import { setEmailVerified } from "@/db/repositories/users";
import { openLink } from "@/domain/accounts/one-time-link";
import { accept } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { hashOf } from "../../platform/identity/token-hash";

/** The address is confirmed by the link that was mailed to it; nobody need be signed in where it is opened. */
export const verifyEmail = command({
  name: "accounts.verify-email",
  action: "account.enter",
  input: z.strictObject({ token: z.string().min(1).max(100) }),
  async run({ tx, now, concerns }, { token }) {
    const link = openLink(await findToken(tx, hashOf(token)), "email_verification", now);
    if (!link.ok) return link;
    await endTokens(tx, link.value, now);
    await setEmailVerified(tx, link.value.userId, now);
    concerns(link.value.userId);
    return accept({ userId: link.value.userId });
  },
});
