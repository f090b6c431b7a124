import "server-only";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { type CsvCell, csvOf } from "@/domain/interchange/csv";
import { toIso } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { money } from "@/domain/shared/money";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { referenceData } from "./network";
import { type CsvWords, csvWords, type Language } from "./traffic-csv-lines";
import type { BehindRow } from "@/views/traffic";
import { firstRowsBehind, type BehindQuestion, EXPORT_ROWS_MAX } from "./traffic-rows";

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
