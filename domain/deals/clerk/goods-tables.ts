import { foldText, type Span } from "./reading";

/** What a column of a packing list holds. */
export type Column =
  | "description"
  | "hsCode"
  | "packages"
  | "packageType"
  | "grossWeight"
  | "netWeight"
  | "volume"
  | "amount"
  | "sides"
  | "length"
  | "width"
  | "height";

/** Beginnings of column heads, folded once below. The first column whose word a head begins with takes it. */
const WORDS: Readonly<Record<Column, readonly string[]>> = {
  netWeight: ["net", "n.w", "净重", "нетто", "вес нетто", "trọng lượng tịnh", "таза"],
  description: [
    ...["description", "item", "goods", "commodity", "product", "品名", "货名", "商品", "货物", "名称"],
    ...["наименование", "товар", "тауар", "атауы", "tên hàng", "mô tả", "hàng hóa"],
  ],
  hsCode: ["hs", "h.s", "tariff", "税号", "商品编码", "код тн", "тн вэд", "сэқ тн", "mã hs"],
  packageType: [
    ...[
      "type",
      "package type",
      "packing",
      "package",
      "包装",
      "упаковка",
      "вид упаковки",
      "тара",
      "орама",
      "loại",
      "đóng gói",
    ],
  ],
  packages: [
    ...[
      "packages",
      "qty",
      "quantity",
      "ctns",
      "cartons",
      "pkgs",
      "件数",
      "箱数",
      "数量",
      "кол-во",
      "количество",
      "мест",
    ],
    ...["число мест", "орын саны", "саны", "số kiện", "số lượng"],
  ],
  grossWeight: [
    ...["gross", "g.w", "gw", "weight", "毛重", "重量", "брутто", "вес", "масса", "салмағы", "trọng lượng", "cân nặng"],
  ],
  volume: ["cbm", "volume", "measurement", "m3", "体积", "立方", "объем", "көлемі", "thể tích"],
  amount: [
    "amount",
    "value",
    "total price",
    "金额",
    "货值",
    "总价",
    "сумма",
    "стоимость",
    "құны",
    "сомасы",
    "trị giá",
    "thành tiền",
  ],
  sides: ["dimensions", "size", "尺寸", "规格", "габариты", "размеры", "өлшемі", "kích thước"],
  length: ["length"],
  width: ["width"],
  height: ["height"],
};

const FOLDED = Object.entries(WORDS).map(([column, words]) => [column as Column, words.map(foldText)] as const);

/** The column of a folded head; `packages` is told from `package` by its longer word. Null where none of the words begins it. */
function columnOf(head: string): Column | null {
  const bare = head.trim().replace(/^[^\p{L}]+/u, "");
  let best: { readonly column: Column; readonly length: number } | null = null;
  for (const [column, words] of FOLDED)
    for (const word of words)
      if (bare.startsWith(word) && word.length > (best?.length ?? 0)) best = { column, length: word.length };
  return best?.column ?? null;
}

const TOTALS = ["合计", "总计", "共计", "total", "итого", "всего", "tổng", "барлығы", "жиыны"].map(foldText);

/** Whether a row sums up those above it. */
export const isTotal = (cells: readonly string[]): boolean =>
  TOTALS.some((word) => (cells.find((cell) => cell.trim() !== "") ?? "").trim().startsWith(word));

export type Cell = { readonly words: string; readonly span: Span };
/** A packing list within a text: its heads, the columns that are understood, and its rows. */
export type GoodsTable = {
  readonly heads: readonly string[];
  readonly columns: readonly (Column | null)[];
  readonly rows: readonly (readonly Cell[])[];
  readonly span: Span;
};

type Line = { readonly start: number; readonly words: string };
type Divide = (line: Line) => Cell[];

const COLUMNS_MIN = 3;

function divideBy(pattern: RegExp): Divide {
  return ({ start, words }) => {
    const cells: Cell[] = [];
    let at = 0;
    for (const match of [...words.matchAll(pattern), { index: words.length, 0: "" }]) {
      cells.push({ words: words.slice(at, match.index), span: [start + at, start + match.index] });
      at = match.index + match[0].length;
    }
    return cells;
  };
}

const QUOTED = /"([^"]*)"|([^,]+|(?<=,)(?=,|$)|^(?=,))/g;

/** Comma-separated cells, in which quotes keep a comma. */
const divideByCommas: Divide = ({ start, words }) =>
  [...words.matchAll(QUOTED)].map((match) => {
    const from = start + match.index + (match[1] === undefined ? 0 : 1);
    const cell = match[1] ?? match[2] ?? "";
    return { words: cell, span: [from, from + cell.length] };
  });

/** Cells of `| a | b |`, without the empty ones outside of the outer bars. */
const divideByBars: Divide = (line) => {
  const cells = divideBy(/\|/g)(line);
  const isOuter = (cell: Cell | undefined) =>
    cell !== undefined && cell.words.trim() === "" && line.words.trim().startsWith("|");
  return isOuter(cells[0]) ? cells.slice(1, isOuter(cells.at(-1)) ? -1 : undefined) : cells;
};

const DIVIDES: readonly Divide[] = [divideBy(/\t/g), divideByBars, divideBy(/;/g), divideBy(/ {2,}/g), divideByCommas];

const linesOf = (folded: string): Line[] => {
  let start = 0;
  return folded.split("\n").map((words) => {
    const line = { start, words };
    start += words.length + 1;
    return line;
  });
};

const isRule = ({ words }: Line): boolean => /^[\s|:+=-]+$/.test(words);

/** Reads heads in a line, in the first manner of dividing it that finds three columns. */
function headsOf(line: Line): { divide: Divide; heads: Cell[]; columns: (Column | null)[] } | null {
  for (const divide of DIVIDES) {
    const heads = divide(line);
    const columns = heads.map((cell) => columnOf(cell.words));
    const known = columns.filter((column) => column !== null);
    if (heads.length >= COLUMNS_MIN && known.length >= COLUMNS_MIN && new Set(known).size === known.length)
      return { divide, heads, columns };
  }
  return null;
}

/** Every packing list in a folded text: a line of at least three heads, and the lines below it with as many cells. */
export function tablesIn(folded: string): GoodsTable[] {
  const lines = linesOf(folded);
  const tables: GoodsTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] as Line;
    const head = headsOf(first);
    if (!head?.columns.includes("description")) continue;
    const rows: Cell[][] = [];
    let last = first;
    for (const line of lines.slice(at + 1)) {
      if (!isRule(line)) {
        const cells = head.divide(line);
        if (cells.length !== head.heads.length) break;
        rows.push(cells);
      }
      last = line;
      at += 1;
    }
    const heads = head.heads.map((cell) => cell.words);
    tables.push({ heads, columns: head.columns, rows, span: [first.start, last.start + last.words.length] });
  }
  return tables.filter((table) => table.rows.length > 0);
}
