import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import { MARKET_RULES, type MarketRuleName } from "../../domain/requests/market-rules";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { marketRules } from "../schema/hubs";

const holdsBy = lte(marketRules.effectiveFrom, sql.param(sql.placeholder("now"), marketRules.effectiveFrom));

const inForce = prepared("market_rule_in_force", (db) =>
  db
    .select({ value: marketRules.value, effectiveFrom: marketRules.effectiveFrom })
    .from(marketRules)
    .where(and(eq(marketRules.name, sql.placeholder("name")), holdsBy))
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

/** Every entry of the rules that holds by `now`, the latest last; built once for each number of rules. */
const entriesOf = (names: readonly MarketRuleName[]) =>
  prepared(`market_rules_in_force_${names.length}`, (db) =>
    db
      .select({ name: marketRules.name, value: marketRules.value })
      .from(marketRules)
      .where(
        and(
          inArray(
            marketRules.name,
            names.map((_, at) => sql.placeholder(`name${at}`)),
          ),
          holdsBy,
        ),
      )
      .orderBy(asc(marketRules.effectiveFrom), asc(marketRules.id)),
  );

/** The values at `now` of rules that are asked for together, each as `ruleAt` has it. */
export async function rulesAt<Name extends MarketRuleName>(
  db: Reader,
  names: readonly Name[],
  now: Instant,
): Promise<Record<Name, number>> {
  const asked = Object.fromEntries(names.map((name, at) => [`name${at}`, name]));
  const entries = await entriesOf(names)(db, { ...asked, now });
  const defaults = names.map((name) => ({ name, value: MARKET_RULES[name].value }));
  return Object.fromEntries([...defaults, ...entries].map(({ name, value }) => [name, value])) as Record<Name, number>;
}

export async function insertRule(
  tx: Writer,
  row: typeof marketRules.$inferInsert & { name: MarketRuleName },
): Promise<void> {
  await tx.insert(marketRules).values(row);
}
