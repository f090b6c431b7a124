import { z } from "zod";
import { findDemoUser } from "../../db/repositories/demo-users";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { env } from "../platform/process/env";
import { type EntryRefusal, openSession, sessionInput } from "./open-session";

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
