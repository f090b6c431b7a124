import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Reader } from "../../db/database";
import { users } from "../../db/schema/accounts";
import { marketRules } from "../../db/schema/hubs";
import { type Actor, may } from "../../domain/access/policy";
import { MARKET_RULES, type MarketRuleName, RULE_LIMITS, isMarketRuleName } from "../../domain/requests/market-rules";
import { calculationIndexAt, INDEX_ZONE } from "../../domain/shared/calculation-index";
import { type Instant, instant } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";

export type RuleEntry = {
  readonly id: string;
  readonly value: number;
  readonly effectiveFrom: Instant;
  readonly reason: string;
  readonly enteredBy: string | null;
  readonly enteredAt: Instant;
};

export type RuleView = {
  readonly name: MarketRuleName;
  /** What holds now. */
  readonly value: number;
  /** Since when; null while the default holds. */
  readonly since: Instant | null;
  readonly defaultValue: number;
  readonly limits: { readonly min: number; readonly max: number };
  /** The next change that is already entered. */
  readonly next: RuleEntry | null;
  /** All entries, the latest to hold first. */
  readonly history: readonly RuleEntry[];
};

/** What holds of a rule and since when: the entry, else the default; of the calculation index also what each budget law says. */
function holds(name: MarketRuleName, entry: RuleEntry | undefined, now: Instant): Pick<RuleView, "value" | "since"> {
  if (name !== "calculation_index_kzt")
    return { value: entry?.value ?? MARKET_RULES[name].value, since: entry?.effectiveFrom ?? null };
  const { value, since } = calculationIndexAt(now, entry);
  return { value, since: startOfDay(since, INDEX_ZONE) };
}

/** The rules of the market with their history; null to all but administrators. */
export async function marketRulesView(read: Reader, viewer: Actor, now: Instant): Promise<RuleView[] | null> {
  if (!may(viewer, "rules.change")) return null;
  const rows = await read
    .select({
      id: marketRules.id,
      name: marketRules.name,
      value: marketRules.value,
      effectiveFrom: marketRules.effectiveFrom,
      reason: marketRules.reason,
      enteredBy: users.name,
      enteredAt: marketRules.enteredAt,
    })
    .from(marketRules)
    .leftJoin(users, eq(users.id, marketRules.enteredByUserId))
    .orderBy(desc(marketRules.effectiveFrom), desc(marketRules.id));
  return Object.keys(MARKET_RULES)
    .filter(isMarketRuleName)
    .map((name): RuleView => {
      const history = rows
        .filter((row) => row.name === name)
        .map(({ name: _, ...row }) => ({
          ...row,
          effectiveFrom: instant(row.effectiveFrom),
          enteredAt: instant(row.enteredAt),
        }));
      const coming = history.filter((entry) => entry.effectiveFrom > now);
      const nextAt = coming.at(-1)?.effectiveFrom;
      const inForce = history.find((entry) => entry.effectiveFrom <= now);
      return {
        name,
        ...holds(name, inForce, now),
        defaultValue: MARKET_RULES[name].value,
        limits: RULE_LIMITS[name],
        // Of two for the same time the later entry holds, and stands first.
        next: coming.find((entry) => entry.effectiveFrom === nextAt) ?? null,
        history,
      };
    });
}
