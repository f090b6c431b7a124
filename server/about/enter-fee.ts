import { insertFee, listFees } from "../../db/repositories/about";
import { checkNewFee, type FeeRefusal } from "../../domain/about/fee";
import { newFeeSchema } from "../../domain/about/new-fee";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { dayOf } from "../../domain/shared/time";
import { command } from "../platform/command";

/** An administrator says what is charged from a day on. What was entered stays; nothing in the product takes the money. */
export const enterFee = command({
  name: "about.enter-fee",
  action: "site.change",
  input: newFeeSchema,
  async run(
    { tx, actor, now, newId, concerns },
    { fee, notes },
  ): Promise<Result<{ id: string }, FeeRefusal | Refusal<"not_found">>> {
    if (!may(actor, "site.change")) return refuse("not_found");
    const checked = checkNewFee(fee, await listFees(tx), dayOf(now));
    if (!checked.ok) return checked;
    const id = newId();
    await insertFee(tx, fee, { id, ...notes, enteredByUserId: actor.userId, enteredAt: now });
    concerns(id);
    return accept({ id });
  },
});
