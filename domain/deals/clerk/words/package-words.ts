import type { PACKAGE_TYPES } from "../../package-type";
import { foldText } from "../text/fold-text";

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
      "картонные коробки",
      "картонных коробок",
      "картон",
    ],
    ...["thùng carton", "thùng", "қорап", "картон қорап"],
  ],
  BX: ["box", "boxes", "箱", "ящик", "ящика", "ящики", "ящиков", "hộp", "жәшік"],
  CR: ["crate", "crates", "板条箱", "обрешётка", "обрешётки", "обрешёток", "kiện sọt gỗ", "торлы жәшік"],
  CS: [
    ...["wooden case", "wooden cases", "case", "cases", "木箱", "деревянный ящик", "деревянных ящиков"],
    ...["thùng gỗ", "hòm gỗ", "ағаш жәшік"],
  ],
  PX: [
    ...["pallet", "pallets", "plt", "plts", "托盘", "托", "поддон", "поддона", "поддоны", "поддонов"],
    ...["паллет", "паллета", "паллеты", "паллетов", "палет", "палета", "тұғырық"],
  ],
  "8A": ["wooden pallet", "wooden pallets", "木托盘", "деревянных поддонов", "pallet gỗ", "ағаш тұғырық"],
  PK: [...["package", "packages", "pkg", "pkgs", "colli", "件", "место", "места", "мест", "kiện", "орын"]],
  BG: ["bag", "bags", "袋", "мешок", "мешка", "мешки", "мешков", "bao", "қап"],
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
export const PACKAGE_BY_WORD: ReadonlyMap<string, PackageType> = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [foldText(word), code as PackageType] as const)),
);

export const PACKAGE_WORDS: readonly string[] = [...PACKAGE_BY_WORD.keys()];
