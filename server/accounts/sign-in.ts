import { z } from "zod";
import {
  findDemoUser,
  findSession,
  findUserByEmail,
  revokeSession,
  revokeSessionsOf,
} from "../../db/repositories/users";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { env } from "../platform/process/env";
import { safePath } from "../../domain/accounts/safe-path";
import { enrol, newcomer } from "./enrol";
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

/** One click into the demo market as one of its people. Anywhere else these people are not there, whatever the table holds. */
export const enterDemo = command({
  name: "accounts.enter-demo",
  action: "account.enter",
  input: z.strictObject({ handle: z.string().max(40), session: sessionInput }),
  async run(
    { tx, now, concerns },
    { handle, session },
  ): Promise<Result<{ userId: string }, EntryRefusal | Refusal<"not_found">>> {
    const user = env().KOUAN_ENV === "demo" ? await findDemoUser(tx, handle) : undefined;
    if (!user) return refuse("not_found");
    concerns(user.id);
    const opened = await openSession({ tx, now }, user, session);
    return opened.ok ? accept({ userId: user.id }) : opened;
  },
});

/** The session of the caller's own cookie ends. Who holds its secret id may end it; there is nothing else to ask. */
export const signOut = command({
  name: "accounts.sign-out",
  action: "account.enter",
  input: z.strictObject({ idHash: z.string().length(43) }),
  async run({ tx, now }, { idHash }) {
    await revokeSession(tx, idHash, now);
    return accept({});
  },
});

/** A person ends one of their own sign-ins, on whatever machine it is. */
export const endSession = command({
  name: "accounts.end-session",
  action: "account.change",
  input: z.strictObject({ idHash: z.string().max(64) }),
  async run({ tx, actor, now }, { idHash }) {
    const session = await findSession(tx, { idHash });
    if (!session || session.userId !== actor.userId) return refuse("not_found");
    await revokeSession(tx, idHash, now);
    return accept({});
  },
});

/** A person ends all their sign-ins but the one they are in. */
export const endOtherSessions = command({
  name: "accounts.end-other-sessions",
  action: "account.change",
  input: z.strictObject({ keepsIdHash: z.string().length(43) }),
  async run({ tx, actor, now, concerns }, { keepsIdHash }) {
    if (actor.userId === null) return refuse("not_found");
    await revokeSessionsOf(tx, actor.userId, now, keepsIdHash);
    concerns(actor.userId);
    return accept({});
  },
});

/**
 * A person makes an account, which opens once its address is confirmed by the mailed link. Where the address has an account already, its owner
 * is told by mail instead (unless `isMailSpent`: they have been told often enough), and the answer is the same: it tells nobody who is here.
 */
export const signUp = command({
  name: "accounts.sign-up",
  action: "account.enter",
  input: newcomer.extend({
    /** Where the person wanted to go; the link leads there in the end. */
    next: z
      .string()
      .max(500)
      .transform((path) => safePath(path) ?? ""),
  }),
  async run(context, input) {
    await enrol(context, input);
    return accept({});
  },
});
