import { z } from "zod";
import { revokeSessionsOf } from "@/db/repositories/sessions";
import { findUser, setUserSuspension } from "@/db/repositories/users";
import { may } from "@/domain/access/policy";
import { reasonField } from "@/domain/award/reason-fields";
import { type Refusal, type Result, accept, refuse } from "@/domain/shared/result";
import { command } from "../platform/command";

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
