import "server-only";
import type { Reader } from "@/db/database";
import { exportersIn, providerStarts, type TradeFilter, tradeRows } from "@/db/repositories/service-trade";
import { type Actor, may } from "@/domain/access/policy";
import { funnels } from "@/domain/exports/funnel";
import {
  DEFAULT_DEFINITION,
  KNOWLEDGE_DEFINITIONS,
  type KnowledgeDefinitionId,
  knowledgeSum,
} from "@/domain/exports/knowledge";
import { isExport, pairOf, sumOf, sumsBy } from "@/domain/exports/trade";
import { addMonths, firstDayOf, monthsBetween } from "@/domain/hubs/traffic";
import { dayOf, type Instant, type Month, monthOf } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import type { ExportsFunnel, ExportsOfLate, ExportsReview } from "@/views/exports";
import { keptByQuestion } from "@/server/platform/process/kept-for";

/** What the review is asked: whole months, and of their trade what the filter keeps. */
export type ExportsQuestion = TradeFilter & {
  readonly first: Month;
  readonly last: Month;
  readonly definition: KnowledgeDefinitionId;
};

async function reviewOf(read: Reader, question: ExportsQuestion): Promise<ExportsReview> {
  const { first, last, definition: id, exporter, importer, service, corridor } = question;
  const start = performance.now();
  const every = await tradeRows(
    read,
    { first, last },
    { exporter: null, importer: null, service: null, corridor: null },
  );
  const exporters = await exportersIn(read, { first, last }, { exporter, importer, service, corridor });
  const readMs = performance.now() - start;
  const rows = every.filter(
    (row) =>
      (!exporter || row.providerCountry === exporter) &&
      (!importer || row.buyerCountry === importer) &&
      (!service || row.service === service) &&
      (!corridor || row.corridor === corridor),
  );
  const definition = KNOWLEDGE_DEFINITIONS[id];
  const exported = rows.filter(isExport);
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  return {
    ...{ first, last, exporters, definition, readMs },
    months: monthsBetween(first, last).map((month) => {
      const all = byMonth.get(month) ?? [];
      const sold = all.filter(isExport);
      return { month, exported: sumOf(sold), all: sumOf(all), knowledge: knowledgeSum(sold, definition) };
    }),
    exported: sumOf(exported),
    all: sumOf(rows),
    kinds: sumsBy(exported, (row) => row.service),
    pairs: sumsBy(exported, pairOf),
    corridors: sumsBy(exported, (row) => row.corridor),
    knowledge: knowledgeSum(exported, definition),
    allCorridors: [...new Set(every.map((row) => row.corridor))].sort(),
    countries: [...new Set(every.flatMap((row) => [row.providerCountry, row.buyerCountry]))].sort(),
  };
}

const KEPT_MS = 5_000;
const KEPT_MAX = 50;

const keptReview = keptByQuestion(
  "exports review",
  { ms: KEPT_MS, max: KEPT_MAX },
  (read, question: ExportsQuestion, _: Instant) => reviewOf(read, question),
);

/** Services exports of whole months; null to all but administrators. */
export const exportsReview = async (
  read: Reader,
  viewer: Actor,
  question: ExportsQuestion,
): Promise<ExportsReview | null> => (may(viewer, "traffic.read") ? reviewOf(read, question) : null);

/** The same, five seconds old at most. */
export const recentExports = async (
  read: Reader,
  viewer: Actor,
  question: ExportsQuestion,
  now: Instant,
): Promise<ExportsReview | null> => (may(viewer, "traffic.read") ? keptReview(read, question, now) : null);

const FUNNEL_MONTHS = 24;
const FUNNEL_KEPT_MS = 60_000;

async function funnelSince(read: Reader, from: Month, now: Instant): Promise<ExportsFunnel> {
  return { from, funnels: funnels(await providerStarts(read, { from: startOfDay(firstDayOf(from)), to: now })) };
}

const keptFunnel = keptByQuestion("exports funnel", { ms: FUNNEL_KEPT_MS, max: 1 }, funnelSince);

const funnelFrom = (now: Instant): Month => addMonths(monthOf(dayOf(now)), 1 - FUNNEL_MONTHS);

/** How far providers came that were first listed in the last two years, this month among them; null to all but administrators. */
export const exportsFunnel = async (read: Reader, viewer: Actor, now: Instant): Promise<ExportsFunnel | null> =>
  may(viewer, "traffic.read") ? funnelSince(read, funnelFrom(now), now) : null;

/** The same, a minute old at most: the bids and orders of these providers are gone through for it. */
export const recentFunnel = async (read: Reader, viewer: Actor, now: Instant): Promise<ExportsFunnel | null> =>
  may(viewer, "traffic.read") ? keptFunnel(read, funnelFrom(now), now) : null;

/** What the last whole month sold to other countries; null to all but administrators. */
export async function exportsOfLate(read: Reader, viewer: Actor, now: Instant): Promise<ExportsOfLate | null> {
  if (!may(viewer, "traffic.read")) return null;
  const month = addMonths(monthOf(dayOf(now)), -1);
  const filter = { exporter: null, importer: null, service: null, corridor: null };
  const rows = await tradeRows(read, { first: month, last: month }, filter);
  const exported = rows.filter(isExport);
  const definition = KNOWLEDGE_DEFINITIONS[DEFAULT_DEFINITION];
  return { month, exported: sumOf(exported), all: sumOf(rows), knowledge: knowledgeSum(exported, definition) };
}
