import { saveProfile } from "@/db/repositories/users";
import { personSchema } from "@/domain/accounts/person";
import { accept, refuse } from "@/domain/shared/result";
import { command } from "../platform/command";

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
