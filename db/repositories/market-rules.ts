import { and, desc, eq, lte, sql } from "drizzle-orm";
import { MARKET_RULES, type MarketRuleName } from "../../domain/requests/market-rules";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { marketRules } from "../schema/hubs";

const inForce = prepared("market_rule_in_force", (db) =>
  db
    .select({ value: marketRules.value, effectiveFrom: marketRules.effectiveFrom })
    .from(marketRules)
    .where(
      and(
        eq(marketRules.name, sql.placeholder("name")),
        lte(marketRules.effectiveFrom, sql.param(sql.placeholder("now"), marketRules.effectiveFrom)),
      ),
    )
    .orderBy(desc(marketRules.effectiveFrom), desc(marketRules.id))
    .limit(1),
);

/** The latest entry of a rule that holds by `now`; undefined while the default does. */
export async function ruleInForce(
  db: Reader,
  name: MarketRuleName,
  now: Instant,
): Promise<{ readonly value: number; readonly effectiveFrom: Instant } | undefined> {
  const [row] = await inForce(db, { name, now });
  return row as { readonly value: number; readonly effectiveFrom: Instant } | undefined;
}

/** The value of a rule at `now`: the latest one that holds by then, else the default. */
export async function ruleAt(db: Reader, name: MarketRuleName, now: Instant): Promise<number> {
  return (await ruleInForce(db, name, now))?.value ?? MARKET_RULES[name].value;
}

export async function insertRule(
  tx: Writer,
  row: typeof marketRules.$inferInsert & { name: MarketRuleName },
): Promise<void> {
  await tx.insert(marketRules).values(row);
}
