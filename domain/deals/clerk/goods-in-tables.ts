import { parseHsCode } from "@/domain/tariff/hs-code";
import type { Currency } from "@/domain/shared/money";
import { sidesIn } from "./measures";
import { packageNamed } from "./packages";
import type { ReadField, Source, Span } from "./reading";
import { type Decimal, NUMBER, isZero, readNumber, shiftDecimal } from "./read-number";
import { trimSpan } from "./spans";
import { type Cell, type Column, type GoodsTable, isTotal } from "./goods-tables";
import { CURRENCY_BY_WORD } from "./amounts";

/** The fields of one cargo line, by their names within the line. */
export type GoodsLine = readonly (Omit<ReadField, "path"> & { readonly name: string })[];
type LineField = GoodsLine[number];

const FIRST_NUMBER = new RegExp(`(?<number>${NUMBER})`);

const numberOf = (source: Source, words: string): Decimal | null => {
  const found = FIRST_NUMBER.exec(words)?.groups?.number;
  return found === undefined ? null : readNumber(found, source.language);
};

const TONNES = /(?:^|[\s(,（])(?:t|mt|tons?|т|тонн\p{L}*|吨|tan)\)?/u;
const KILOGRAMS = /kgs?|кг|公斤|千克/u;

/** The power of ten from the column's unit to kilograms: of the cell, else of the head; null where neither has one. */
function toKilograms(head: string, cell: string): number | null {
  for (const words of [cell, head]) {
    if (KILOGRAMS.test(words)) return 0;
    if (TONNES.test(words)) return 3;
  }
  return null;
}

function currencyOf(head: string, cell: string): Currency | undefined {
  const words = `${cell} ${head}`.split(/[\s(),（）/\d.]+/u);
  return words.map((word) => CURRENCY_BY_WORD.get(word)).find((currency) => currency !== undefined);
}

const field = (name: string, value: string, from: Span): LineField => ({
  name,
  value,
  from,
  reason: "column_headed",
  confidence: "sure",
});

type Reader = (source: Source, cell: Cell, head: string) => LineField[];

const decimalField =
  (name: string): Reader =>
  (source, { words, span }) => {
    const value = numberOf(source, words);
    return value === null || isZero(value) ? [] : [field(name, value, trimSpan(source.text, span))];
  };

const READERS: Readonly<Record<Column, Reader>> = {
  netWeight: () => [],
  description: (source, { span }) => {
    const from = trimSpan(source.text, span);
    return from[0] === from[1] ? [] : [field("description", source.text.slice(...from).slice(0, 200), from)];
  },
  hsCode: (source, { words, span }) => {
    const code = parseHsCode(words);
    return code === null ? [] : [field("hsCode", code, trimSpan(source.text, span))];
  },
  packages: (source, { words, span }) => {
    const count = numberOf(source, words);
    if (count === null || count.includes(".") || isZero(count)) return [];
    const from = trimSpan(source.text, span);
    const type = packageNamed(words.replace(FIRST_NUMBER, ""));
    return [field("packages", count, from), ...(type ? [field("packageType", type, from)] : [])];
  },
  packageType: (source, { words, span }) => {
    const type = packageNamed(words);
    return type ? [field("packageType", type, trimSpan(source.text, span))] : [];
  },
  grossWeight: (source, { words, span }, head) => {
    const [value, shift] = [numberOf(source, words), toKilograms(head, words)];
    if (value === null || shift === null || isZero(value)) return [];
    return [field("grossWeightKg", shiftDecimal(value, shift), trimSpan(source.text, span))];
  },
  volume: decimalField("volumeCbm"),
  amount: (source, cell, head) => (currencyOf(head, cell.words) ? decimalField("value")(source, cell, head) : []),
  sides: (source, { span }, head) => {
    const within: Source = { ...source, folded: source.folded.slice(...span) };
    const [sides] = sidesIn(within, /cm|см|厘米/u.test(head) ? "cm" : /mm|мм|毫米/u.test(head) ? "mm" : null);
    const from = trimSpan(source.text, span);
    return (sides?.cm ?? []).map((cm, at) => field(["lengthCm", "widthCm", "heightCm"][at] as string, cm, from));
  },
  length: (source, cell, head) => (/cm|см/u.test(head) ? decimalField("lengthCm")(source, cell, head) : []),
  width: (source, cell, head) => (/cm|см/u.test(head) ? decimalField("widthCm")(source, cell, head) : []),
  height: (source, cell, head) => (/cm|см/u.test(head) ? decimalField("heightCm")(source, cell, head) : []),
};

const wordsOf = (row: readonly Cell[]): string[] => row.map((cell) => cell.words);

/** The cargo lines of a packing list: a row each, without the one that sums them up. */
export function linesOfTable(source: Source, table: GoodsTable): GoodsLine[] {
  return table.rows
    .filter((row) => !isTotal(wordsOf(row)))
    .map((row) =>
      row.flatMap((cell, at) => {
        const column = table.columns[at];
        return column ? READERS[column](source, cell, table.heads[at] ?? "") : [];
      }),
    )
    .filter((line) => line.some(({ name }) => name === "description"));
}

/** The value of all goods and its currency: of the row that sums up, or of the only row; the currency alone where neither is there. */
export function valueOfTable(source: Source, table: GoodsTable): ReadField[] {
  const column = table.columns.indexOf("amount");
  const rows = table.rows.filter((row) => isTotal(wordsOf(row)));
  const cell = (rows[0] ?? (table.rows.length === 1 ? table.rows[0] : undefined))?.[column];
  const head = table.heads[column] ?? "";
  const currency = column < 0 ? undefined : currencyOf(head, cell?.words ?? "");
  if (!currency) return [];
  const from = trimSpan(source.text, cell?.span ?? table.span);
  const code: ReadField = { path: "goodsCurrency", value: currency, from, reason: "column_headed", confidence: "sure" };
  const value = cell ? numberOf(source, cell.words) : null;
  return value === null || isZero(value)
    ? [code]
    : [
        {
          path: "goodsValue",
          value,
          from,
          reason: rows.length > 0 ? "total_row" : "column_headed",
          confidence: "sure",
        },
        code,
      ];
}
