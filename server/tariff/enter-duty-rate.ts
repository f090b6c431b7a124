import { dutyRatesAround, insertDutyRate } from "../../db/repositories/duty-rates";
import { may } from "../../domain/access/policy";
import { type NewDutyRateRefusal, checkNewDutyRate, newDutyRateSchema } from "../../domain/tariff/new-duty-rate";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

/** An administrator adds a dated rate of duty, excise, VAT or fee. What is entered stays: a change is a rate of a later day. */
export const enterDutyRate = command({
  name: "duties.enter-duty-rate",
  action: "duties.change",
  input: newDutyRateSchema,
  async run(
    { tx, actor, now, newId, concerns },
    { rate, isConfirmed },
  ): Promise<Result<{ id: string }, NewDutyRateRefusal | Refusal<"not_found">>> {
    if (!may(actor, "duties.change")) return refuse("not_found");
    const checked = checkNewDutyRate(rate, await dutyRatesAround(tx, rate), isConfirmed);
    if (!checked.ok) return checked;
    const id = newId();
    await insertDutyRate(tx, rate, { id, userId: actor.userId, at: now });
    concerns(id);
    return accept({ id });
  },
});
