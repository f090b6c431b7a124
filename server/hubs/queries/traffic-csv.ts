import "server-only";
import {
  daysThatCame,
  firstDayOf,
  lastDayOf,
  shareOf,
  type TrafficMeasure,
  type TrafficPeriod,
  type TrafficRow,
} from "@/domain/hubs/traffic";
import type { Service } from "@/domain/shared/vocabulary";
import { type ReferenceData, referenceData } from "./network";
import type { ChangeSplit } from "@/domain/hubs/share-change";
import { type FigureSum, figureSum, figureSums, NOTHING, partBps } from "@/domain/hubs/traffic-figures";
import { dayOf, type LocalDate, type Month, toIso } from "@/domain/shared/time";
import "server-only";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/policy";
import { type CsvCell, csvOf } from "@/domain/interchange/csv";
import { money } from "@/domain/shared/money";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { BehindRow } from "@/views/traffic";
import { type BehindQuestion, EXPORT_ROWS_MAX, firstRowsBehind } from "./traffic-rows";
import { placeName, type PlaceNames } from "@/domain/shared/place-names";

type Values = Readonly<Record<string, string | number>>;

/** The reader's language: a translator over all rooms, as `await getTranslations()` is one. */
export type Language = { readonly locale: string; readonly words: (key: string, values?: Values) => string };

/** How the files of the review name things in the reader's language. */
export function csvWords({ locale, words }: Language, { hubs, places }: Pick<ReferenceData, "hubs" | "places">) {
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const named = (id: string, found: PlaceNames | undefined): string => (found ? placeName(found, locale) : id);
  return {
    head: (head: string, values: Values = {}) => words(`admin.traffic.file.head.${head}`, values),
    word: (key: string, values: Values = {}) => words(`admin.traffic.file.${key}`, values),
    measure: (measure: TrafficMeasure) => words(`admin.traffic.measure.${measure}`),
    yesOrNo: (isSo: boolean) => words(`admin.traffic.file.${isSo ? "yes" : "no"}`),
    hub: (id: string) => named(id, hubs.get(id)),
    place: (id: string) => named(id, places.get(id)),
    mode: (mode: string) => words(`hubs.mode.${mode}`),
    service: (service: Service) => words(`service-${service}.name`),
    corridor: (code: string) =>
      words("hubs.corridors.name", {
        from: country.of(code.slice(0, 2)) ?? code,
        to: country.of(code.slice(3)) ?? code,
      }),
  };
}

export type CsvWords = ReturnType<typeof csvWords>;

/** What one line says of one of the two periods. */
export type Said = {
  readonly period: TrafficPeriod;
  readonly sum: FigureSum;
  /** Of all that is counted, in basis points, rounded by itself; null where nothing is, and where parts of a whole are not what a line is. */
  readonly partBps: number | null;
  /** The same as its change is counted from, which is the page's: apportioned, so that ports' changes add up to the joint one. Null where no change of it is said. */
  readonly pointsBps: number | null;
};

export type Line = {
  readonly section: "totals" | "ports" | "corridors" | "services" | "months";
  readonly name: string;
  readonly code: string;
  readonly isBorderHub: boolean | null;
  readonly now: Said;
  /** Null where a line has nothing that it is compared with. */
  readonly past: Said | null;
  readonly split: { readonly withinBps: number; readonly mixBps: number } | null;
};

/** The rows of a period, in the measure that is asked for. */
type Counted = { readonly period: TrafficPeriod; readonly rows: readonly TrafficRow[] };
export type Both = { readonly measure: TrafficMeasure; readonly now: Counted; readonly past: Counted };

const GROUPS = [
  ["border", true],
  ["other", false],
  ["all", null],
] as const;

/** Border ports, all others, and all. */
export function totalLines({ measure, now, past }: Both, words: CsvWords): Line[] {
  const said = ({ period, rows }: Counted, isBorderHub: boolean | null): Said => {
    const joint = shareOf(rows, measure, { by: "total" })[0]?.borderHubShareBps ?? null;
    const sum = figureSum(
      rows.filter((row) => isBorderHub === null || row.isBorderHub === isBorderHub),
      measure,
    );
    const pointsBps = joint === null ? null : isBorderHub === null ? 10_000 : isBorderHub ? joint : 10_000 - joint;
    return { period, sum, partBps: partBps(sum, figureSum(rows, measure)), pointsBps };
  };
  return GROUPS.map(([code, isBorderHub]) => ({
    ...{ section: "totals" as const, name: words.word(`total.${code}`), code, isBorderHub, split: null },
    ...{ now: said(now, isBorderHub), past: said(past, isBorderHub) },
  }));
}

/** Hubs' parts are rounded each by itself; their changes are those of the review. */
export function hubLines({ measure, now, past }: Both, words: CsvWords): Line[] {
  const sharesOf = ({ rows }: Counted) =>
    new Map(shareOf(rows, measure, { by: "total" })[0]?.hubs.map((hub) => [hub.hubId, hub]));
  const [shares, before] = [sharesOf(now), sharesOf(past)];
  const said = (counted: Counted, hubId: string): Said => {
    const rows = counted.rows.filter((row) => row.hubId === hubId);
    const all = figureSum(counted.rows, measure);
    const sum = figureSum(rows, measure);
    const share = (counted === now ? shares : before).get(hubId)?.shareBps ?? 0;
    return {
      ...{ period: counted.period, sum, partBps: partBps(sum, all) },
      pointsBps: all.wholeAmount > 0n ? share : null,
    };
  };
  const ids = [...new Set([...shares.keys(), ...before.keys()])];
  const lines = ids.map((hubId): Line => {
    const isBorderHub = (shares.get(hubId) ?? before.get(hubId))?.isBorderHub ?? null;
    const both = { now: said(now, hubId), past: said(past, hubId) };
    return { section: "ports", name: words.hub(hubId), code: hubId, isBorderHub, split: null, ...both };
  });
  return lines.sort((a, b) => Number(b.isBorderHub) - Number(a.isBorderHub) || largestFirst(a, b));
}

const largestFirst = ({ now: a, code }: Line, { now: b, code: other }: Line): number => {
  const difference = b.sum.wholeAmount - a.sum.wholeAmount;
  return difference === 0n ? (code < other ? -1 : 1) : difference > 0n ? 1 : -1;
};

type Grouping = {
  readonly section: "corridors" | "services";
  readonly keyOf: (row: TrafficRow) => string;
  readonly nameOf: (key: string) => string;
  readonly split: ChangeSplit | null;
};

/** What a corridor or a service comes to, the largest first. */
export function groupLines({ measure, now, past }: Both, { section, keyOf, nameOf, split }: Grouping): Line[] {
  const [sums, before] = [now, past].map(({ rows }) => figureSums(rows, measure, keyOf)) as [
    ReadonlyMap<string, FigureSum>,
    ReadonlyMap<string, FigureSum>,
  ];
  const keys = [...new Set([...sums.keys(), ...before.keys()])].sort();
  const saidIn = ({ period }: Counted, of: ReadonlyMap<string, FigureSum>): Said[] => {
    const all = keys.map((key) => of.get(key) ?? NOTHING);
    const whole = figureSum((of === sums ? now : past).rows, measure);
    return all.map((sum) => ({ period, sum, partBps: partBps(sum, whole), pointsBps: null }));
  };
  const [saidNow, saidPast] = [saidIn(now, sums), saidIn(past, before)];
  const changes = new Map(split?.corridors.map((change) => [change.corridor as string, change]));
  return keys
    .map(
      (key, at): Line => ({
        ...{ section, name: nameOf(key), code: key, isBorderHub: null, split: changes.get(key) ?? null },
        ...{ now: saidNow[at] as Said, past: saidPast[at] as Said },
      }),
    )
    .sort(largestFirst);
}

type Months = { readonly months: readonly Month[]; readonly measure: TrafficMeasure; readonly today: LocalDate };

/** Whole months, which are compared with nothing. */
export function monthLines(rows: readonly TrafficRow[], { months, measure, today }: Months): Line[] {
  const sums = figureSums(rows, measure, ({ month }) => month);
  return months.map((month): Line => {
    const period = daysThatCame({ from: firstDayOf(month), to: lastDayOf(month) }, today);
    const now = { period, sum: sums.get(month) ?? NOTHING, partBps: null, pointsBps: null };
    return { section: "months", name: month, code: month, isBorderHub: null, split: null, now, past: null };
  });
}

type Column = { readonly head: string; readonly cell: (row: BehindRow) => CsvCell };

const GRAMS_PER_KILOGRAM = 1_000;

/** What both orders and deals are known by. */
const knownBy = (words: CsvWords, isBorderHub: (hubId: string) => boolean): Column[] => [
  { head: "reference", cell: (row) => row.reference },
  { head: "title", cell: (row) => row.title },
  { head: "buyer", cell: (row) => row.buyerName },
  { head: "day", cell: (row) => dayOf(row.contractedAt) },
  { head: "contractedAt", cell: (row) => toIso(row.contractedAt) },
  { head: "port", cell: (row) => words.hub(row.hubId) },
  { head: "isBorder", cell: (row) => words.yesOrNo(isBorderHub(row.hubId)) },
  { head: "corridor", cell: (row) => words.corridor(row.corridor) },
  { head: "origin", cell: (row) => words.place(row.originId) },
  { head: "destination", cell: (row) => words.place(row.destinationId) },
  { head: "mode", cell: (row) => words.mode(row.mode) },
];

const weight: Column = { head: "weight", cell: (row) => row.weightGrams / GRAMS_PER_KILOGRAM };
const currency: Column = { head: "currency", cell: (row) => row.currency };

/** An order says what it adds to each figure; a deal adds itself, and what its goods are worth stands beside it. */
const columnsOf = (counted: "orders" | "deals", words: CsvWords): Column[] =>
  counted === "deals"
    ? [{ head: "goods", cell: (row) => money(row.minor, row.currency) }, currency, weight]
    : [
        { head: "service", cell: (row) => row.service && words.service(row.service) },
        { head: "price", cell: (row) => money(row.minor, row.currency) },
        currency,
        { head: "orderValue", cell: (row) => money(row.valueCnyMinor ?? 0n, "CNY") },
        { head: "passThrough", cell: (row) => money(row.passThroughCnyMinor ?? 0n, "CNY") },
        weight,
      ];

type FileQuestion = Omit<BehindQuestion, "cursor"> & { readonly language: Language; readonly rowsMax?: number };

/**
 * The rows behind a figure as a table for a spreadsheet, in their order: value and what is passed through add up to the
 * figure. Refuses `too_many_rows` where one file does not hold them; null to all but administrators. Names cannot run as formulas there.
 */
export async function rowsCsv(
  read: Reader,
  viewer: Actor,
  { language, rowsMax = EXPORT_ROWS_MAX, ...question }: FileQuestion,
): Promise<Result<string, Refusal<"too_many_rows">> | null> {
  const rows = await firstRowsBehind(read, viewer, { ...question, limit: rowsMax + 1 });
  if (!rows) return null;
  if (rows.length > rowsMax) return refuse("too_many_rows", { maximum: rowsMax });
  const known = await referenceData(read);
  const words = csvWords(language, known);
  const isBorderHub = (hubId: string): boolean => known.hubs.get(hubId)?.isBorderHub ?? false;
  const columns = [...knownBy(words, isBorderHub), ...columnsOf(question.counted, words)];
  return accept(
    csvOf(
      columns.map(({ head }) => words.head(head)),
      rows.map((row) => columns.map(({ cell }) => cell(row))),
    ),
  );
}
