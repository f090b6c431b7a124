import "server-only";
import { BALANCE_ITEMS } from "@/domain/exports/balance-items";
import { ORDERS_MIN, PROVIDERS_MIN, type ShownCell, type Split } from "@/domain/exports/small-cells";
import { countriesOfPair, type KeyedSum, type TradeSum } from "@/domain/exports/trade";
import { type CsvCell, csvOf } from "@/domain/interchange/csv";
import { shownBps } from "@/domain/hubs/share-ratio";
import { money } from "@/domain/shared/money";
import { dayOf } from "@/domain/shared/time";
import { isService } from "@/domain/shared/vocabulary";
import type { ExportedOrder, ExportsFunnel, ExportsReview, PublicExports } from "@/views/exports";
import type { Language } from "@/server/hubs/queries/traffic-csv";

const yuan = (minor: bigint): CsvCell => money(minor, "CNY");
const percent = (part: bigint, whole: bigint): CsvCell => shownBps(part, whole) / 100;

/** How the files of services exports name things in the reader's language. */
function fileWords({ locale, words }: Language) {
  const regions = new Intl.DisplayNames(locale, { type: "region" });
  const country = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);
  const between = (from: string, to: string) => words("exports.pair", { from: country(from), to: country(to) });
  return {
    country,
    head: (key: string, values?: Record<string, string | number>) => words(`exports.file.${key}`, values),
    section: (key: string) => words(`exports.panel.${key}`),
    kind: (key: string) => (isService(key) ? words(`service-${key}.name`) : key),
    pair(key: string) {
      const { exporter, importer } = countriesOfPair(key);
      return between(exporter, importer);
    },
    corridor: (code: string) => between(code.slice(0, 2), code.slice(3)),
    word: (key: string) => words(`exports.${key}`),
  };
}

type FileWords = ReturnType<typeof fileWords>;

const SECTIONS = ["kinds", "pairs", "corridors"] as const;
type Section = (typeof SECTIONS)[number];

const nameIn = (words: FileWords, section: Section, key: string): string =>
  ({ kinds: words.kind, pairs: words.pair, corridors: words.corridor })[section](key);

/** The item of the balance of payments where a line is a kind, else its own key. */
const codeOf = (key: string): string => (isService(key) ? BALANCE_ITEMS[key].item : key);

/** Where the month stands in a line of the published file. */
const MONTH_COLUMN = 3;

/** The published figures of a month: what the page shows, a line each, and the rule for what it does not. */
export function publicExportsCsv(view: PublicExports, language: Language): string {
  const words = fileWords(language);
  const { month, total, months, definition } = view;
  const line = (
    named: readonly [section: string, name: string, code: string],
    cell: ShownCell,
    whole: bigint,
  ): CsvCell[] => [
    ...[...named, month, cell.count, cell.providers],
    ...[yuan(cell.valueMinor), percent(cell.valueMinor, whole)],
  ];
  const partsOf = (section: Section, split: Split | null): CsvCell[][] => {
    if (!split || !total) return [];
    const named = words.section(section);
    const shown = split.shown.map(({ key, ...cell }) =>
      line([named, nameIn(words, section, key), codeOf(key)], cell, total.valueMinor),
    );
    const { rest } = split;
    return rest
      ? [...shown, line([named, words.head("rest"), rest.keys.map(codeOf).join(" ")], rest, total.valueMinor)]
      : shown;
  };
  const parts = SECTIONS.flatMap((section) => partsOf(section, view[section]));
  const { knowledge, first, last } = view.quarter;
  const span = `${first}/${last}`;
  const named = words.section("knowledge");
  const code = `${definition.id} ${definition.asOf}`;
  const quarter = knowledge
    ? [line([named, span, code], knowledge.part, knowledge.whole.valueMinor).with(MONTH_COLUMN, span)]
    : [];
  const ofMonths = months.flatMap(({ month: one, total: of }): CsvCell[][] =>
    of ? [[words.section("months"), one, "", one, of.count, of.providers, yuan(of.valueMinor), null]] : [],
  );
  const rule = words.head("small", { orders: ORDERS_MIN, providers: PROVIDERS_MIN });
  return csvOf(
    ["section", "name", "code", "month", "orders", "providers", "value", "share"].map((key) => words.head(key)),
    [
      ...(total ? [line([words.word("total"), words.word("title"), ""], total, total.valueMinor)] : []),
      ...parts,
      ...quarter,
      ...ofMonths,
      [words.word("about.name.small"), rule, "", null, null, null, null, null],
      [words.word("about.name.source"), definition.source, "", null, null, null, null, null],
    ],
  );
}

/** The figures of the review and the funnel as a file for administrators. */
export function exportsReviewCsv(view: ExportsReview, funnel: ExportsFunnel, language: Language): string {
  const words = fileWords(language);
  const { exported, months, definition } = view;
  const amounts = (sum: TradeSum): CsvCell[] => [
    ...[sum.count, yuan(sum.valueMinor), percent(sum.valueMinor, exported.valueMinor)],
    ...[yuan(sum.marginMinor), yuan(sum.passThroughMinor)],
  ];
  const none: CsvCell[] = [null, null];
  const partsOf = (section: Section, sums: readonly KeyedSum[]): CsvCell[][] =>
    sums.map(({ key, ...sum }) => [
      ...[words.section(section), nameIn(words, section, key), codeOf(key), ...amounts(sum), ...none],
    ]);
  const ofMonths = months.map(({ month, exported: sold, knowledge, all }): CsvCell[] => [
    ...[words.section("months"), month, month, ...amounts(sold), yuan(knowledge.valueMinor), yuan(all.valueMinor)],
  ]);
  const ofFunnel = funnel.funnels.flatMap(({ month, steps }) =>
    steps.map(({ step, count, medianDays }): CsvCell[] => [
      ...[words.section("funnel"), words.word(`funnel.${step}`), month ?? "", count, null, null, null, null, ...none],
      medianDays,
    ]),
  );
  return csvOf(
    [
      ...["section", "name", "code", "orders", "value", "share", "margin", "passThrough", "knowledge", "all", "days"],
    ].map((key) => words.head(key)),
    [
      [
        words.word("total"),
        words.word("title"),
        "",
        ...amounts(exported),
        yuan(view.knowledge.valueMinor),
        yuan(view.all.valueMinor),
      ],
      ...partsOf("kinds", view.kinds),
      ...partsOf("pairs", view.pairs),
      ...partsOf("corridors", view.corridors),
      ...ofMonths,
      ...ofFunnel,
      [words.head("definition"), definition.source, `${definition.id} ${definition.asOf}`],
    ].map((cells) => [...cells, ...Array<CsvCell>(11 - cells.length).fill(null)]),
  );
}

/** The orders behind a figure as a file: values add up to it. Names cannot run as formulas there. */
export function exportedOrdersCsv(rows: readonly ExportedOrder[], language: Language): string {
  const words = fileWords(language);
  const rowWord = (key: string) => words.word(`rows.${key}`);
  return csvOf(
    [
      ...[rowWord("number"), words.head("title"), words.head("service"), words.head("item")],
      ...[rowWord("provider"), words.head("providerCountry"), rowWord("buyer"), words.head("buyerCountry")],
      ...[words.word("head.corridor"), words.head("day"), words.head("price"), words.head("currency")],
      ...[words.head("value"), words.head("margin"), words.head("passThrough")],
    ],
    rows.map((row) => [
      ...[row.reference, row.title, words.kind(row.service), BALANCE_ITEMS[row.service].item],
      ...[row.providerName, words.country(row.providerCountry), row.buyerName, words.country(row.buyerCountry)],
      ...[words.corridor(row.corridor), dayOf(row.contractedAt), money(row.minor, row.currency), row.currency],
      ...[yuan(row.valueCnyMinor), yuan(row.marginCnyMinor), yuan(row.passThroughCnyMinor)],
    ]),
  );
}
