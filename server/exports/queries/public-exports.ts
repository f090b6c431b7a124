import "server-only";
import type { Reader } from "@/db/database";
import { exportsOfProviders, tradeOfProviders } from "@/db/repositories/service-trade";
import { DEFAULT_DEFINITION, KNOWLEDGE_DEFINITIONS } from "@/domain/exports/knowledge";
import { cellPublicly, isToldBy, partPublicly, splitPublicly } from "@/domain/exports/small-cells";
import { isExport, pairOf, sumOf } from "@/domain/exports/trade";
import { addMonths, monthsBetween } from "@/domain/hubs/traffic";
import { dayOf, type Instant, type Month, monthOf } from "@/domain/shared/time";
import { keptByQuestion } from "@/server/platform/process/kept-for";
import type { PublicExports } from "@/views/exports";

const MONTHS_SHOWN = 12;

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

/** A month's services exports as far as they may be published. Public: it names no order and nobody. */
export async function publicExports(read: Reader, month: Month, now: Instant): Promise<PublicExports> {
  const months = publishedMonths(now);
  const [first, last] = [months[0] as Month, months.at(-1) as Month];
  const all = await tradeOfProviders(read, month);
  const byMonth = Map.groupBy(await exportsOfProviders(read, { first, last }), (row) => row.month);
  const exported = all.filter(isExport);
  const definition = KNOWLEDGE_DEFINITIONS[DEFAULT_DEFINITION];
  const isCounted = (service: string): boolean => definition.kinds.some((kind) => kind === service);
  const kinds = splitPublicly(exported, ({ service }) => service);
  const exchanged = exported.filter(({ marginMinor }) => marginMinor > 0n);
  const isPaymentShown = kinds?.shown.some(({ key }) => key === "payment") ?? false;
  return {
    month,
    months: months.map((one) => ({ month: one, total: cellPublicly(byMonth.get(one) ?? []) })),
    total: cellPublicly(exported),
    ofAll: partPublicly(all, isExport),
    kinds,
    marginMinor: isPaymentShown && cellPublicly(exchanged) ? sumOf(exchanged).marginMinor : null,
    pairs: splitPublicly(exported, pairOf),
    corridors: splitPublicly(exported, ({ corridor }) => corridor),
    // Taken off the kinds that are shown, it would tell one that is not.
    knowledge: kinds && isToldBy(kinds, isCounted) ? partPublicly(exported, ({ service }) => isCounted(service)) : null,
    definition,
  };
}

const KEPT_MS = 60_000;

/** The same, up to a minute old: months that are over change where an order of theirs is called off. */
export const recentPublicExports = keptByQuestion("public exports", { ms: KEPT_MS, max: MONTHS_SHOWN }, publicExports);
