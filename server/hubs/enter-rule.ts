import { z } from "zod";
import { insertRule, ruleAt } from "../../db/repositories/market-rules";
import { may } from "../../domain/access/policy";
import {
  MARKET_RULES,
  type MarketRuleName,
  type RuleRefusal,
  checkRuleChange,
} from "../../domain/requests/market-rules";
import { reasonField } from "../../domain/award/reason-fields";
import { parseIso } from "../../domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";

export const enterRuleInput = z.strictObject({
  name: z.enum(Object.keys(MARKET_RULES) as [MarketRuleName, ...MarketRuleName[]]),
  value: z.coerce.number("whole_number_malformed").int(),
  /** ISO 8601; left out, the rule holds from now on. */
  effectiveFrom: z
    .string()
    .refine((text) => parseIso(text) !== null, "time_malformed")
    .nullish(),
  reason: reasonField,
});

/** An administrator sets a rule of the market from a time on, with the reason. Earlier values stay on record. */
export const enterRule = command({
  name: "hubs.enter-rule",
  action: "rules.change",
  input: enterRuleInput,
  async run(
    { tx, actor, now, newId, concerns },
    { name, value, reason, ...entered },
  ): Promise<Result<{ id: string }, RuleRefusal | Refusal<"not_found">>> {
    if (!may(actor, "rules.change")) return refuse("not_found");
    const effectiveFrom = entered.effectiveFrom ? (parseIso(entered.effectiveFrom) ?? now) : now;
    const valueThen = await ruleAt(tx, name, effectiveFrom);
    const checked = checkRuleChange({ name, value, effectiveFrom }, valueThen, now);
    if (!checked.ok) return checked;
    const id = newId();
    await insertRule(tx, { id, name, value, effectiveFrom, reason, enteredByUserId: actor.userId, enteredAt: now });
    concerns(id);
    return accept({ id });
  },
});
