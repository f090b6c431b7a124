import { findUser, revokeSessionsOf, saveProfile, setUserSuspension } from "@/db/repositories/users";
import { personSchema } from "@/domain/accounts/person";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { command } from "../platform/command";
import { z } from "zod";
import { may } from "@/domain/access/policy";
import { reasonField } from "@/domain/award/reason-fields";

/** A person's own name, language of mails and time zone. */
export const changeProfile = command({
  name: "accounts.change-profile",
  action: "account.change",
  input: personSchema,
  async run({ tx, actor, concerns }, person) {
    if (actor.userId === null) return refuse("not_found");
    await saveProfile(tx, actor.userId, person);
    concerns(actor.userId);
    return accept({ userId: actor.userId });
  },
});

/** An administrator shuts a person out of every organisation they work for, at once; keys they made stop with them. Nobody does it to themselves. */
export const suspendUser = command({
  name: "accounts.suspend-user",
  action: "organisations.suspend",
  input: z.strictObject({ userId: z.string().max(64), reason: reasonField }),
  async run(
    { tx, actor, now, concerns },
    input,
  ): Promise<Result<{ userId: string }, Refusal<"not_found" | "not_yourself" | "already_suspended">>> {
    if (!may(actor, "organisations.suspend")) return refuse("not_found");
    const user = await findUser(tx, input.userId);
    if (!user) return refuse("not_found");
    if (user.id === actor.userId) return refuse("not_yourself");
    if (user.suspendedAt !== null) return refuse("already_suspended");
    await setUserSuspension(tx, user.id, { suspendedAt: now, suspensionReason: input.reason });
    await revokeSessionsOf(tx, user.id, now);
    concerns(user.id);
    return accept({ userId: user.id });
  },
});

/** An administrator lets a person in again; they sign in anew. */
export const reinstateUser = command({
  name: "accounts.reinstate-user",
  action: "organisations.suspend",
  input: z.strictObject({ userId: z.string().max(64) }),
  async run(
    { tx, actor, concerns },
    { userId },
  ): Promise<Result<{ userId: string }, Refusal<"not_found" | "not_suspended">>> {
    if (!may(actor, "organisations.suspend")) return refuse("not_found");
    const user = await findUser(tx, userId);
    if (!user) return refuse("not_found");
    if (user.suspendedAt === null) return refuse("not_suspended");
    await setUserSuspension(tx, userId, { suspendedAt: null, suspensionReason: null });
    concerns(userId);
    return accept({ userId });
  },
});
