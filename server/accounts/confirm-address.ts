import { endTokens, findToken, findUser, setEmailVerified } from "@/db/repositories/users";
import { openLink } from "@/domain/accounts/one-time-link";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import type { CommandContext } from "../platform/command";
import { hashOf } from "../platform/identity/tokens";
import { openSession, type SessionInput } from "./sign-in";

type Confirmed = { readonly userId: string; readonly isIn: boolean };

/**
 * Confirms the address that a link was mailed to, and ends the link. Where it confirms an account for the first time and the caller has shown that its
 * password was chosen in this very browser, the person is in at once; else `session` is null, and they sign in.
 */
export async function confirmAddress(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  { token, session }: { readonly token: string; readonly session: SessionInput | null },
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
