import { endTokens, findToken, setEmailVerified } from "@/db/repositories/users";
import { openLink } from "@/domain/accounts/one-time-link";
import { accept, type Refusal, type Result } from "@/domain/shared/result";
import type { CommandContext } from "../platform/command";
import { hashOf } from "../platform/identity/tokens";

/** Confirms the address that a link was mailed to, and ends the link. */
export async function confirmAddress(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  token: string,
): Promise<Result<{ userId: string }, Refusal<"link_expired">>> {
  const link = openLink(await findToken(tx, hashOf(token)), "email_verification", now);
  if (!link.ok) return link;
  const { userId } = link.value;
  await endTokens(tx, link.value, now);
  await setEmailVerified(tx, userId, now);
  return accept({ userId });
}
