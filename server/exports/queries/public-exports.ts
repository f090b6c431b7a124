import "server-only";
import type { Reader } from "@/db/database";
import { exportsOfProviders, tradeOfProviders } from "@/db/repositories/service-trade";
import { DEFAULT_DEFINITION, KNOWLEDGE_DEFINITIONS } from "@/domain/exports/knowledge";
import { cellPublicly, mayBeRead, partPublicly, type Split, splitPublicly } from "@/domain/exports/small-cells";
import { isExport, pairOf, type ProviderTradeRow, quarterOf, sumOf } from "@/domain/exports/trade";
import { addMonths, monthsBetween } from "@/domain/hubs/traffic";
import { dayOf, type Instant, type Month, monthOf } from "@/domain/shared/time";
import { keptByQuestion } from "@/server/platform/process/kept-for";
import type { PublicExports } from "@/views/exports";

const MONTHS_SHOWN = 12;
const DEFINITION = KNOWLEDGE_DEFINITIONS[DEFAULT_DEFINITION];

/** The months that are published: the last twelve that are over, the earliest first. */
export function publishedMonths(now: Instant): Month[] {
  const last = addMonths(monthOf(dayOf(now)), -1);
  return monthsBetween(addMonths(last, 1 - MONTHS_SHOWN), last);
}

/** The published month that an address names; the last one where it names none. */
export function publishedMonth(text: unknown, now: Instant): Month {
  const months = publishedMonths(now);
  return months.find((month) => month === text) ?? (months.at(-1) as Month);
}

const kindsOf = (exported: readonly ProviderTradeRow[]): Split | null =>
  splitPublicly(exported, ({ service }) => service);

const isShownIn = (kinds: Split | null, service: string): boolean =>
  kinds?.shown.some(({ key }) => key === service) ?? false;

/**
 * What of a quarter is knowledge-intensive. Quarters do not overlap, so that no two of them tell a month; and what months show of kinds, taken off the
 * quarter, must leave a figure that may be shown, of those that are counted and of the others.
 */
async function quarterKnowledge(read: Reader, month: Month, last: Month) {
  const own = quarterOf(month);
  const first = addMonths(own, 2) <= last ? own : addMonths(own, -3);
  const months = monthsBetween(first, addMonths(first, 2));
  const isCounted = ({ service }: ProviderTradeRow): boolean => DEFINITION.kinds.includes(service);
  const all: ProviderTradeRow[] = [];
  const hidden: ProviderTradeRow[] = [];
  for (const one of months) {
    const exported = (await tradeOfProviders(read, one)).filter(isExport);
    const kinds = kindsOf(exported);
    all.push(...exported);
    hidden.push(...exported.filter(({ service }) => !isShownIn(kinds, service)));
  }
  const isSafe = mayBeRead(hidden.filter(isCounted)) && mayBeRead(hidden.filter((row) => !isCounted(row)));
  return { first, last: months.at(-1) as Month, knowledge: isSafe ? partPublicly(all, isCounted) : null };
}

/** A month's services exports as far as they may be published. Public: it names no order and nobody. */
export async function publicExports(read: Reader, month: Month, now: Instant): Promise<PublicExports> {
  const months = publishedMonths(now);
  const [first, last] = [months[0] as Month, months.at(-1) as Month];
  const all = await tradeOfProviders(read, month);
  const byMonth = Map.groupBy(await exportsOfProviders(read, { first, last }), (row) => row.month);
  const exported = all.filter(isExport);
  const kinds = kindsOf(exported);
  const exchanged = exported.filter(({ marginMinor }) => marginMinor > 0n);
  return {
    month,
    months: months.map((one) => ({ month: one, total: cellPublicly(byMonth.get(one) ?? []) })),
    total: cellPublicly(exported),
    ofAll: partPublicly(all, isExport),
    kinds,
    marginMinor: isShownIn(kinds, "payment") && cellPublicly(exchanged) ? sumOf(exchanged).marginMinor : null,
    pairs: splitPublicly(exported, pairOf),
    corridors: splitPublicly(exported, ({ corridor }) => corridor),
    quarter: await quarterKnowledge(read, month, last),
    definition: DEFINITION,
  };
}

const KEPT_MS = 60_000;

/** The same, up to a minute old: months that are over change where an order of theirs is called off. */
export const recentPublicExports = keptByQuestion("public exports", { ms: KEPT_MS, max: MONTHS_SHOWN }, publicExports);
