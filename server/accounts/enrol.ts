import { z } from "zod";
import { findUserByEmail, insertUser } from "../../db/repositories/users";
import { emailSchema, personSchema } from "../../domain/accounts/person";
import type { CommandContext } from "../platform/command";
import { mailLink, queueAccountMail } from "./account-mail";

/** What is asked of whoever makes an account. */
export const newcomer = personSchema.extend({
  email: emailSchema,
  passwordHash: z.string().min(1),
  isMailSpent: z.boolean(),
});

/**
 * Writes an unconfirmed account and mails its link; answers its id. Null where the address has an account already: its owner is mailed instead,
 * and the caller has to answer the same.
 */
export async function enrol(
  context: CommandContext,
  { next = "", isMailSpent, ...person }: z.output<typeof newcomer> & { readonly next?: string },
): Promise<string | null> {
  const { tx, now, newId, publish, concerns } = context;
  const known = await findUserByEmail(tx, person.email);
  if (known) {
    if (known.suspendedAt === null && !isMailSpent)
      await queueAccountMail(context, known, { kind: "sign_up_again", path: "/reset-password" });
    concerns(known.id);
    return null;
  }
  const user = { id: newId(), ...person, emailVerifiedAt: null, suspendedAt: null, createdAt: now };
  await insertUser(tx, user);
  await mailLink(context, user, "email_verification", next);
  publish({ type: "user.signed_up", userId: user.id });
  concerns(user.id);
  return user.id;
}
