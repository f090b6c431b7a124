import { z } from "zod";
import { findUserByEmail, insertUser } from "../../db/repositories/users";
import { emailSchema, personSchema } from "../../domain/accounts/person";
import { safePath } from "../../domain/accounts/safe-path";
import { accept } from "../../domain/shared/result";
import { command } from "../platform/command";
import { mailLink, queueAccountMail } from "./account-mail";

/**
 * A person makes an account, which opens once its address is confirmed by the mailed link. Where the address has an account already, its owner
 * is told by mail instead (unless `isMailSpent`: they have been told often enough), and the answer is the same: it tells nobody who is here.
 */
export const signUp = command({
  name: "accounts.sign-up",
  action: "account.enter",
  input: personSchema.extend({
    email: emailSchema,
    passwordHash: z.string().min(1),
    /** Where the person wanted to go; the link leads there in the end. */
    next: z
      .string()
      .max(500)
      .transform((path) => safePath(path) ?? ""),
    isMailSpent: z.boolean(),
  }),
  async run(context, { next, isMailSpent, ...person }) {
    const { tx, now, newId, publish, concerns } = context;
    const known = await findUserByEmail(tx, person.email);
    if (known) {
      if (known.suspendedAt === null && !isMailSpent)
        await queueAccountMail(context, known, { kind: "sign_up_again", path: "/reset-password" });
      concerns(known.id);
      return accept({});
    }
    const user = { id: newId(), ...person, emailVerifiedAt: null, suspendedAt: null, createdAt: now };
    await insertUser(tx, user);
    await mailLink(context, user, "email_verification", next);
    publish({ type: "user.signed_up", userId: user.id });
    concerns(user.id);
    return accept({});
  },
});
