import { z } from "zod";
import { findUser, setUserSuspension } from "@/db/repositories/users";
import { may } from "@/domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { command } from "../../platform/command";

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
