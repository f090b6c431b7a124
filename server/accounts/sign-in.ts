import { z } from "zod";
import { findUserByEmail } from "../../db/repositories/users";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { type EntryRefusal, openSession, sessionInput } from "./open-session";

/**
 * A person comes in with a password that was held against the stored hash just before. The account must still have that very
 * hash: a password changed in between opens nothing. Unknown address, wrong password and an address that was never confirmed are one
 * refusal: else whoever signs up with somebody's address could try here whether it was free.
 */
export const signIn = command({
  name: "accounts.sign-in",
  action: "account.enter",
  input: z.strictObject({
    email: z.string().max(254),
    provenHash: z.string().nullable(),
    session: sessionInput,
  }),
  async run(
    { tx, now, concerns },
    { email, provenHash, session },
  ): Promise<Result<{ userId: string }, EntryRefusal | Refusal<"wrong_credentials">>> {
    const user = await findUserByEmail(tx, email);
    const isRight = user !== undefined && provenHash !== null && user.passwordHash === provenHash;
    if (!isRight || user.emailVerifiedAt === null) return refuse("wrong_credentials");
    concerns(user.id);
    const opened = await openSession({ tx, now }, user, session);
    return opened.ok ? accept({ userId: user.id }) : opened;
  },
});
