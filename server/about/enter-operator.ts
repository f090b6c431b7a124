import { insertOperator } from "../../db/repositories/about";
import { operatorSchema } from "../../domain/about/operator";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

/** An administrator says who runs this. Each entry is whole and holds at once; earlier ones stay on record. */
export const enterOperator = command({
  name: "about.enter-operator",
  action: "site.change",
  input: operatorSchema,
  async run({ tx, actor, now, newId, concerns }, details): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    if (!may(actor, "site.change")) return refuse("not_found");
    const id = newId();
    await insertOperator(tx, { ...details, id, enteredByUserId: actor.userId, enteredAt: now });
    concerns(id);
    return accept({ id });
  },
});
