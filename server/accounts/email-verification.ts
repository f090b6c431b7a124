import { z } from "zod";
import { findUser } from "@/db/repositories/users";
import { accept, refuse } from "@/domain/shared/result";
import { command } from "../platform/command";
import { mailLink } from "./account-mail";
import { confirmAddress, confirmation } from "./confirm-address";

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

/** The address is confirmed by the link that was mailed to it; nobody need be signed in where it is opened. */
export const verifyEmail = command({
  name: "accounts.verify-email",
  action: "account.enter",
  input: confirmation,
  async run(context, input) {
    const confirmed = await confirmAddress(context, input);
    if (confirmed.ok) context.concerns(confirmed.value.userId);
    return confirmed;
  },
});
