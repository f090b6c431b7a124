import { z } from "zod";
import { endTokens, findToken, findUser, setEmailVerified } from "@/db/repositories/users";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { command, type CommandContext } from "../platform/command";
import { mailLink } from "./account-mail";
import { openLink } from "@/domain/accounts/one-time-link";
import { hashOf } from "../platform/identity/tokens";

/** Sends the link to confirm one's own address again; the one before stops working. */
export const askVerification = command({
  name: "accounts.ask-verification",
  action: "account.change",
  limit: "mail",
  input: z.strictObject({}),
  async run(context) {
    const { tx, actor, concerns } = context;
    const user = actor.userId && (await findUser(tx, actor.userId));
    if (!user) return refuse("not_found");
    if (user.emailVerifiedAt === null) await mailLink(context, user, "email_verification");
    concerns(user.id);
    return accept({ userId: user.id });
  },
});

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

/** The address is confirmed by the link that was mailed to it; nobody need be signed in where it is opened. */
export const verifyEmail = command({
  name: "accounts.verify-email",
  action: "account.enter",
  input: z.strictObject({ token: z.string().min(1).max(100) }),
  async run(context, { token }) {
    const confirmed = await confirmAddress(context, token);
    if (confirmed.ok) context.concerns(confirmed.value.userId);
    return confirmed;
  },
});
