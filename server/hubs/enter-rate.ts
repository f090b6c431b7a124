import { z } from "zod";
import { insertRate, ratesAround } from "../../db/repositories/exchange-rates";
import { may } from "../../domain/access/policy";
import { checkNewRate, type NewRateRefusal } from "../../domain/hubs/entered-rate";
import { boundedText } from "../../domain/shared/wire-fields";
import { parseRate } from "../../domain/shared/exchange-rate";
import { dayOf, type LocalDate } from "../../domain/shared/time";
import { CURRENCIES } from "../../domain/shared/money";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

export const enterRateInput = z.strictObject({
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rate: z
    .string()
    .trim()
    .refine((text) => parseRate(text) !== null, "rate_malformed"),
  day: z.iso.date("date_malformed"),
  source: boundedText(200),
  /** The rate is far from the last one and is right all the same. */
  isConfirmed: z.boolean().default(false),
});

/** An administrator adds a dated rate. What is entered stays: later conversions take the latest one on or before their day. */
export const enterRate = command({
  name: "hubs.enter-rate",
  action: "rates.change",
  input: enterRateInput,
  async run(
    { tx, actor, now, newId, concerns },
    { isConfirmed, ...entered },
  ): Promise<Result<{ id: string }, NewRateRefusal | Refusal<"not_found">>> {
    if (!may(actor, "rates.change")) return refuse("not_found");
    const rate = { ...entered, day: entered.day as LocalDate };
    const known = await ratesAround(tx, rate);
    const checked = checkNewRate(rate, known, { today: dayOf(now), isConfirmed });
    if (!checked.ok) return checked;
    const id = newId();
    await insertRate(tx, { id, ...rate, enteredByUserId: actor.userId, enteredAt: now });
    concerns(id);
    return accept({ id });
  },
});
