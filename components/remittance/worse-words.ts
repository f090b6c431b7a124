import { figureSource } from "@/components/services/country-name";
import { formatMoney } from "@/components/ui/figures";
import { formatDay } from "@/components/ui/time/format-time";
import type { RateLock } from "@/views/payments";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** By how much a rate is worse than agreed and what that comes to, in sentences; nothing of a rate that waits for nobody. `words` is a translator of all rooms. */
export function worseWords({ base, quote, rate, worse }: RateLock, words: Words, locale: string): string {
  if (!worse) return "";
  const say: Words = (key, values) => words(`remittance.lock.worse.${key}`, values);
  const pair = (figures: string) => words("remittance.lock.pair", { base, quote, rate: figures });
  const inFigures = (amount: NonNullable<typeof worse.loss>["by"]) => formatMoney(amount, locale, { display: "code" });
  const { basis, agreed, market, spreadBps, lessBps, loss } = worse;
  const sources = market?.sources.map((source) => figureSource(source, (key) => words(`services.${key}`))) ?? [];
  const day = market?.day ? formatDay(market.day, locale) : "";
  return [
    basis === "market" ? "" : say(basis, { agreed: pair(agreed) }),
    market ? say("market", { day, market: pair(market.rate), source: sources.join(" / ") }) : "",
    spreadBps === null ? "" : say("spread", { bps: spreadBps }),
    say("less", { rate: pair(rate), bps: lessBps, basis }),
    loss ? say(loss.side, { given: inFigures(loss.given), by: inFigures(loss.by) }) : "",
  ]
    .filter(Boolean)
    .join(say("between"));
}
