import { z } from "zod";
import { findUserByEmail, insertUser } from "../../../../db/repositories/users";
import { emailSchema } from "../../../../domain/accounts/email";
import { personSchema } from "../../../../domain/accounts/person";
import { accept, type Refusal, type Result, refuse } from "../../../../domain/shared/result";
import { command } from "../../../platform/command";
import { mailLink } from "../person/mail-link";
import { type EntryRefusal, openSession, sessionInput } from "./open-session";

/** A person makes an account and is in. The link to confirm the address goes out by mail; until then no notices do. */
export const signUp = command({
  name: "accounts.sign-up",
  action: "account.enter",
  input: personSchema.extend({ email: emailSchema, passwordHash: z.string().min(1), session: sessionInput }),
  async run(
    context,
    { session, ...person },
  ): Promise<Result<{ userId: string }, EntryRefusal | Refusal<"email_taken">>> {
    const { tx, now, newId, publish, concerns } = context;
    if (await findUserByEmail(tx, person.email)) return refuse("email_taken");
    const user = { id: newId(), ...person, emailVerifiedAt: null, suspendedAt: null, createdAt: now };
    await insertUser(tx, user);
    await mailLink(context, user, "email_verification");
    publish({ type: "user.signed_up", userId: user.id });
    concerns(user.id);
    const opened = await openSession({ tx, now }, user, session);
    return opened.ok ? accept({ userId: user.id }) : opened;
  },
});
