import { DEFAULT_DEFINITION, type KnowledgeDefinitionId, readDefinition } from "@/domain/exports/knowledge";
import { parseCorridor } from "@/domain/hubs/corridor";
import { addMonths, monthsBetween } from "@/domain/hubs/traffic";
import { dayOf, type Instant, type Month, monthOf } from "@/domain/shared/time";
import { isService } from "@/domain/shared/vocabulary";
import type { ExportsQuestion } from "@/server/exports/queries/exports-review";

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const PERIODS = ["12", "24"] as const;
export type Period = (typeof PERIODS)[number];

/** What the address asks: never trusted, and what it says wrong asks for nothing; the last twelve whole months where it says none. */
export type ExportsAddress = {
  readonly question: ExportsQuestion;
  readonly period: Period;
  /** The one month that was chosen; null where the whole period is shown. */
  readonly month: Month | null;
  /** Months to choose from, the latest first. */
  readonly months: readonly Month[];
};

const country = (text: SearchParams[string]): string | null =>
  typeof text === "string" && /^[A-Z]{2}$/.test(text) ? text : null;

export function readExportsAddress(params: SearchParams, now: Instant): ExportsAddress {
  const period = PERIODS.find((one) => one === params.period) ?? "12";
  const last = addMonths(monthOf(dayOf(now)), -1);
  const first = addMonths(last, 1 - Number(period));
  const months = monthsBetween(first, last).reverse();
  const month = months.find((one) => one === params.month) ?? null;
  const { service, corridor } = params;
  return {
    question: {
      ...{ first: month ?? first, last: month ?? last, definition: readDefinition(params.definition) },
      ...{ exporter: country(params.exporter), importer: country(params.importer) },
      service: typeof service === "string" && isService(service) ? service : null,
      corridor: typeof corridor === "string" ? parseCorridor(corridor) : null,
    },
    ...{ period, month, months },
  };
}

type Change = Partial<Pick<ExportsQuestion, "exporter" | "importer" | "service">> & {
  readonly corridor?: string | null;
  readonly period?: Period;
  readonly month?: string | null;
  readonly definition?: KnowledgeDefinitionId;
  readonly cursor?: string;
};

/** The same view with what is changed, as short as it can be said; nothing, or from the question mark on. */
export function exportsAddress({ question, period, month }: ExportsAddress, change: Change = {}): string {
  const { exporter, importer, service, corridor, definition } = question;
  const said = { period, month, exporter, importer, service, corridor, definition, ...change };
  const shown = Object.entries(said).filter(
    ([key, value]) =>
      value && !(key === "period" && value === "12") && !(key === "definition" && value === DEFAULT_DEFINITION),
  ) as [string, string][];
  return shown.length === 0 ? "" : `?${new URLSearchParams(shown)}`;
}
