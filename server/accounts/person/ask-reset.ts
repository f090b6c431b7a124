import { z } from "zod";
import { findUserByEmail } from "@/db/repositories/users";
import { emailSchema } from "@/domain/accounts/email";
import { accept } from "@/domain/shared/result";
import { command } from "../../platform/command";
import { mailLink } from "./mail-link";

/** Sends a link to set a new password. The answer is the same where nobody has that address, or may not come in. */
export const askReset = command({
  name: "accounts.ask-reset",
  action: "account.enter",
  limit: "mail_address",
  input: z.strictObject({ email: emailSchema }),
  async run(context, { email }) {
    const user = await findUserByEmail(context.tx, email);
    if (user && user.suspendedAt === null) {
      await mailLink(context, user, "password_reset");
      context.publish({ type: "user.reset_asked", userId: user.id });
      context.concerns(user.id);
    }
    return accept({});
  },
});
