import { foldText } from "../text/fold-text";

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
export function columnOf(head: string): Column | null {
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
