import { dayOf, type LocalDate } from "../../domain/shared/local-date";
import type { ExchangeRate } from "../../domain/shared/exchange-rate";
import type { Instant } from "../../domain/shared/instant";
import { type MarketRuleName } from "../../domain/requests/market-rules";
import type { Reader } from "../../db/database";
import { ratesUpTo } from "../../db/repositories/exchange-rates";
import { ruleAt } from "../../db/repositories/market-rules";

/** The rates and rules of each day of the year, read once a day and not once a bid. */
export class DatedFacts {
  private readonly rates = new Map<LocalDate, ExchangeRate[]>();
  private readonly rules = new Map<string, number>();

  constructor(private readonly read: Reader) {}

  async ratesOn(at: Instant): Promise<ExchangeRate[]> {
    const day = dayOf(at);
    const known = this.rates.get(day);
    if (known) return known;
    const latest = latestOfPairs(await ratesUpTo(this.read, day));
    this.rates.set(day, latest);
    return latest;
  }

  async rule(name: MarketRuleName, at: Instant): Promise<number> {
    const key = `${name} ${dayOf(at)}`;
    const known = this.rules.get(key) ?? (await ruleAt(this.read, name, at));
    this.rules.set(key, known);
    return known;
  }
}

/** A conversion takes the latest rate of a pair, so the earlier ones need not be looked through. */
function latestOfPairs(rates: readonly ExchangeRate[]): ExchangeRate[] {
  const latest = new Map<string, ExchangeRate>();
  for (const rate of rates) {
    const pair = `${rate.base}${rate.quote}`;
    const known = latest.get(pair);
    if (!known || rate.day > known.day) latest.set(pair, rate);
  }
  return [...latest.values()];
}
