import type { PACKAGE_TYPES } from "../package-type";
import { findAll, foldText, oneOf, type Source, type Span } from "./reading";
import { NUMBER, readNumber } from "./read-number";

type PackageType = (typeof PACKAGE_TYPES)[number];

/** How people in five languages name the packages of UN/ECE Recommendation 21; what stands here is folded once, below. */
const WORDS: Readonly<Partial<Record<PackageType, readonly string[]>>> = {
  CT: [
    ...["carton", "cartons", "ctn", "ctns", "carton boxes", "纸箱", "纸盒"],
    ...[
      "коробка",
      "коробки",
      "коробок",
      "коробках",
      "короб",
      "короба",
      "коробов",
      "кор",
      "картонные коробки",
      "картонных коробок",
      "картон",
    ],
    ...["thùng carton", "thùng", "қорап", "картон қорап"],
  ],
  BX: ["box", "boxes", "箱", "ящик", "ящика", "ящики", "ящиков", "ящиках", "hộp", "жәшік"],
  CR: ["crate", "crates", "板条箱", "обрешётка", "обрешётки", "обрешёток", "kiện sọt gỗ", "торлы жәшік"],
  CS: [
    ...["wooden case", "wooden cases", "case", "cases", "木箱", "деревянный ящик", "деревянных ящиков"],
    ...["thùng gỗ", "hòm gỗ", "ағаш жәшік"],
  ],
  PX: [
    ...["pallet", "pallets", "plt", "plts", "托盘", "托", "поддон", "поддона", "поддоны", "поддонов"],
    ...["паллет", "паллета", "паллеты", "паллетов", "паллетах", "поддонах", "палет", "палета", "тұғырық"],
  ],
  "8A": ["wooden pallet", "wooden pallets", "木托盘", "деревянных поддонов", "pallet gỗ", "ағаш тұғырық"],
  PK: [...["package", "packages", "pkg", "pkgs", "colli", "件", "包", "место", "места", "мест", "kiện", "орын"]],
  BG: ["bag", "bags", "袋", "мешок", "мешка", "мешки", "мешков", "мешках", "bao", "қап"],
  "5M": ["paper bag", "paper bags", "纸袋", "бумажных мешков", "bao giấy", "қағаз қап"],
  SA: ["sack", "sacks", "麻袋", "bao tải", "мата қап"],
  "43": ["big bag", "big bags", "fibc", "吨袋", "吨包", "биг-бэг", "биг-бэга", "биг-бэгов", "биг-бегов", "bao jumbo"],
  BE: ["bundle", "bundles", "捆", "связка", "связки", "связок", "bó", "бума"],
  BL: ["bale", "bales", "压包", "кипа", "кипы", "кип", "тюк", "тюков", "kiện ép", "тең"],
  RO: ["roll", "rolls", "卷", "рулон", "рулона", "рулоны", "рулонов", "cuộn", "орам"],
  RL: ["reel", "reels", "盘", "катушка", "катушки", "катушек", "cuộn lõi"],
  CL: ["coil", "coils", "卷材", "бухта", "бухты", "бухт", "cuộn kim loại"],
  DR: ["drum", "drums", "桶", "бочка", "бочки", "бочек", "phuy", "thùng phuy", "бөшке"],
  PL: ["pail", "pails", "提桶", "ведро", "ведра", "вёдер", "шелек"],
  JR: ["jar", "jars", "банка", "банки", "банок"],
  CY: ["cylinder", "cylinders", "气瓶", "баллон", "баллона", "баллоны", "баллонов", "bình khí"],
  LG: ["log", "logs", "原木", "бревно", "брёвен", "бөрене"],
  PU: ["tray", "trays", "浅盘", "лоток", "лотков", "khay", "науа"],
  RK: ["rack", "racks", "料架", "стеллаж", "стеллажей", "giá kệ"],
  BK: ["basket", "baskets", "篮筐", "корзина", "корзин", "sọt", "себет"],
  NE: ["unpacked", "pcs unpacked", "裸装", "без упаковки", "không đóng gói", "қаптамасыз"],
  VR: ["bulk grain", "散装颗粒"],
};

/** The package code by each folded word. */
const PACKAGE_BY_WORD: ReadonlyMap<string, PackageType> = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [foldText(word), code as PackageType] as const)),
);

const PACKAGE_WORDS: readonly string[] = [...PACKAGE_BY_WORD.keys()];

export type PackageCount = {
  readonly count: string;
  readonly countSpan: Span;
  readonly type: string;
  readonly span: Span;
  /** Whether the same goods are counted in two packagings, such as `14 plts / 310 ctns`: which of them is meant is not told. */
  readonly isTwofold: boolean;
};

// 件木箱 counts pieces and then names what they are: the second word is the package. 包 in 包装 or 包税 is none.
const COUNTED = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?<!\d[.,])(?<number>${NUMBER}) ?(?:件|个|只|шт\.? ?)?(?<word>${oneOf(PACKAGE_WORDS)})(?![a-zа-я]|(?<!\p{Script=Han})\d|(?<=包)[装裹含括清税])`,
  "gu",
);
// A container is no package, and 40尺高箱 is none of 40 boxes.
const CONTAINER = /(?:尺|高|柜)$/u;

/** What stands between two counts of the same goods: one packaging in or on the other. */
const SAME_GOODS =
  /^ ?(?:[/=≈~]|\(|（|i\.e\.|or|in|on|onto|packed in|packed on|loaded on|total(?:ly|ling)?|[、,]? ?(?:合计|总共|一共|共计?|即|合|内含|分装|装成|打成|打)|装(?:在|于)?|在|на|в|или|это|то есть|т\.е\.|trên|tren|trong|dong (?:trong|tren|len|vao)|tuc|tuc la|xep tren|яғни|ягни) ?\(?$/u;

/** Two counts that say the same of the same goods, as one that says neither. */
function joined(counts: readonly PackageCount[], folded: string): PackageCount[] {
  const left: PackageCount[] = [];
  for (const one of counts) {
    const last = left.at(-1);
    const between = last ? folded.slice(last.span[1], one.span[0]) : "";
    const isSame = last !== undefined && (last.isTwofold || last.type !== one.type) && SAME_GOODS.test(between);
    if (isSame) left[left.length - 1] = { ...last, span: [last.span[0], one.span[1]], isTwofold: true };
    else left.push(one);
  }
  return left;
}

/** Every count of packages with its kind, such as `1,150 cartons`, `22托` or `640 мест`; two of the same goods are one. */
export const packagesIn = (source: Source): PackageCount[] => joined(countsIn(source), source.folded);

function countsIn(source: Source): PackageCount[] {
  return findAll(source.folded, COUNTED).flatMap(({ span, groups }) => {
    const count = readNumber(groups.number ?? "", source.language);
    const type = PACKAGE_BY_WORD.get(groups.word ?? "");
    if (count === null || count.includes(".") || count === "0" || type === undefined) return [];
    const between = source.folded.slice(span[0] + (groups.number ?? "").length, span[1] - (groups.word ?? "").length);
    if (CONTAINER.test(between)) return [];
    // Its marks alone tell a bundle, bó, from a set of pieces, bộ.
    if (groups.word === "bo" && !/bó$/iu.test(source.text.slice(...span))) return [];
    return [
      { count, countSpan: [span[0], span[0] + (groups.number ?? "").length] as Span, type, span, isTwofold: false },
    ];
  });
}

/** The package code of a cell such as `картонные коробки`; undefined for any other word. */
export function packageNamed(cell: string): string | undefined {
  const bare = cell.trim();
  const whole = PACKAGE_BY_WORD.get(bare);
  if (whole !== undefined) return whole;
  const word = PACKAGE_WORDS.filter((one) => bare.endsWith(one) || bare.startsWith(`${one} `)).sort(
    (a, b) => b.length - a.length,
  )[0];
  return word === undefined ? undefined : PACKAGE_BY_WORD.get(word);
}
