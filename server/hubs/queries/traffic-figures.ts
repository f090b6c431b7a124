import "server-only";
import type { Reader } from "@/db/database";
import { type Actor, may } from "@/domain/access/policy";
import { splitChange } from "@/domain/hubs/share-change";
import {
  addMonths,
  daysThatCame,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  periodBefore,
  type TrafficMeasure,
  type TrafficPeriod,
  type TrafficRow,
} from "@/domain/hubs/traffic";
import { borderBps } from "@/domain/hubs/traffic-figures";
import { type CsvCell, csvOf } from "@/domain/interchange/csv";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { dayOf, type Instant, monthOf } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { referenceData } from "./network";
import { readTraffic, type TrafficQuestion } from "./traffic";
import {
  type Both,
  type CsvWords,
  csvWords,
  groupLines,
  hubLines,
  type Language,
  type Line,
  monthLines,
  type Said,
  totalLines,
} from "./traffic-csv";

const percent = (bps: number | null): CsvCell => (bps === null ? null : bps / 100);
const kilograms = (grams: number | bigint): CsvCell => Number(grams) / 1_000;

/** An amount in the unit that its head names. */
const amountCell = (amount: bigint, measure: TrafficMeasure): CsvCell => {
  if (measure === "value") return money(amount, "CNY");
  return measure === "weight" ? kilograms(amount) : amount;
};

const SAID_HEADS = ["from", "to", "count", "value", "passThrough", "weight", "border", "part", "borderShare"] as const;
const SAID_OF_NOTHING: readonly CsvCell[] = SAID_HEADS.map(() => null);

const saidCells = ({ period, sum, partBps }: Said, measure: TrafficMeasure): CsvCell[] => [
  period.from,
  period.to,
  sum.count,
  money(sum.valueMinor, "CNY"),
  money(sum.passThroughMinor, "CNY"),
  kilograms(sum.weightGrams),
  amountCell(sum.borderAmount, measure),
  percent(partBps),
  percent(borderBps(sum)),
];

function changeOf({ section, now, past }: Line): number | null {
  const isShare = section === "totals" || section === "ports";
  return isShare && past && now.pointsBps !== null && past.pointsBps !== null ? now.pointsBps - past.pointsBps : null;
}

/** What the figures are of, in words: they would else stand in a file that nobody knows the question of. */
function askedIn({ measure, corridor, service, hasPayment }: TrafficQuestion, words: CsvWords): string {
  const parts = [
    words.measure(measure),
    ...(corridor ? [words.corridor(corridor)] : []),
    ...(service ? [words.service(service)] : []),
    ...(hasPayment ? [] : [words.word("withoutPayment")]),
  ];
  return parts.join(" · ");
}

function tableOf(lines: readonly Line[], question: TrafficQuestion, words: CsvWords): string {
  const { measure } = question;
  const said = SAID_HEADS.map((head) => words.head(head, { measure }));
  const compared = said.map((head) => words.word("compared", { head }));
  const names = ["section", "name", "code", "isBorder"].map((head) => words.head(head));
  const changes = ["change", "within", "mix"].map((head) => words.head(head));
  const cells = lines.map((line): CsvCell[] => [
    words.word(`section.${line.section}`),
    line.name,
    line.code,
    line.isBorderHub === null ? null : words.yesOrNo(line.isBorderHub),
    ...saidCells(line.now, measure),
    ...(line.past ? saidCells(line.past, measure) : SAID_OF_NOTHING),
    percent(changeOf(line)),
    percent(line.split?.withinBps ?? null),
    percent(line.split?.mixBps ?? null),
  ]);
  const asked = [words.word("section.question"), askedIn(question, words)];
  const heads = [...names, ...said, ...compared, ...changes];
  return csvOf(heads, [heads.map((_, at) => asked[at] ?? null), ...cells]);
}

const MONTHS_SHOWN = 12;

export type FiguresQuestion = {
  readonly question: TrafficQuestion;
  readonly now: Instant;
  readonly language: Language;
};

/**
 * The figures of the review as CSV with heads in the reader's language: totals, ports, corridors and services of the period
 * beside what it is compared with, then the twelve months that end with it. Null to all but administrators.
 */
export async function trafficFigures(
  read: Reader,
  viewer: Actor,
  { question, now, language }: FiguresQuestion,
): Promise<string | null> {
  if (!may(viewer, "traffic.read")) return null;
  const { measure, period, comparison = periodBefore(period) } = question;
  const today = dayOf(now);
  const last = monthOf(period.to);
  const first = addMonths(last, 1 - MONTHS_SHOWN);
  const rowsOf = (of: TrafficPeriod) => readTraffic(read, { ...question, period: of }, today);
  const [rows, pastRows] = [await rowsOf(period), await rowsOf(comparison)];
  const monthRows = await rowsOf({ from: firstDayOf(first), to: lastDayOf(last) });
  const words = csvWords(language, await referenceData(read));
  const both: Both = {
    measure,
    now: { period: daysThatCame(period, today), rows },
    past: { period: comparison, rows: pastRows },
  };
  const corridors = { section: "corridors", keyOf: (row: TrafficRow) => row.corridor, nameOf: words.corridor } as const;
  const services = {
    section: "services",
    keyOf: (row: TrafficRow) => row.service,
    split: null,
    nameOf: (key: string) => (SERVICES.some((service) => service === key) ? words.service(key as Service) : key),
  } as const;
  return tableOf(
    [
      ...totalLines(both, words),
      ...hubLines(both, words),
      ...groupLines(both, { ...corridors, split: splitChange(pastRows, rows, measure) }),
      // Deals have no service.
      ...(measure === "deals" ? [] : groupLines(both, services)),
      ...monthLines(monthRows, { months: monthsBetween(first, last), measure, today }),
    ],
    question,
    words,
  );
}
