import { z } from "zod";
import { endTokens, findToken, findUser, setEmailVerified } from "@/db/repositories/users";
import { openLink } from "@/domain/accounts/one-time-link";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import type { CommandContext } from "../platform/command";
import { hashOf } from "../platform/identity/tokens";
import { openSession, sessionInput } from "./open-session";

/** The mailed link, and the session that it opens where its account was made in the same browser. */
export const confirmation = z.strictObject({
  token: z.string().min(1).max(100),
  session: sessionInput.nullable().default(null),
});

type Confirmed = { readonly userId: string; readonly isIn: boolean };

/**
 * Confirms the address that a link was mailed to, and ends the link. Where it confirms an account for the first time and the caller has shown that its
 * password was chosen in this very browser, the person is in at once; else `session` is null, and they sign in.
 */
export async function confirmAddress(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  { token, session }: z.output<typeof confirmation>,
): Promise<Result<Confirmed, Refusal<"link_expired">>> {
  const link = openLink(await findToken(tx, hashOf(token)), "email_verification", now);
  if (!link.ok) return link;
  const { userId } = link.value;
  const user = await findUser(tx, userId);
  await endTokens(tx, link.value, now);
  await setEmailVerified(tx, userId, now);
  if (!session || !user || user.emailVerifiedAt !== null) return accept({ userId, isIn: false });
  const opened = await openSession({ tx, now }, user, session);
  return accept({ userId, isIn: opened.ok });
}
