import type { Currency } from "@/domain/shared/money";
import { foldText } from "../text/fold-text";

/** How people name the market's currencies. Bare words such as `đô` count only beside an amount. */
const WORDS: Readonly<Record<Currency, readonly string[]>> = {
  CNY: [
    ...["cny", "rmb", "yuan", "人民币", "元", "块", "юань", "юаня", "юаней", "юани", "cny.", "nhân dân tệ", "tệ", "¥"],
  ],
  USD: [
    ...[
      "usd",
      "us$",
      "$",
      "dollars",
      "dollar",
      "美金",
      "美元",
      "刀",
      "доллар",
      "доллара",
      "долларов",
      "долл",
      "долларов сша",
    ],
    ...["đô la mỹ", "đô la", "đô", "ақш доллары", "доллары"],
  ],
  EUR: ["eur", "euro", "euros", "€", "欧元", "евро", "еуро"],
  VND: ["vnd", "đồng", "越南盾", "донг", "донгов"],
  KZT: ["kzt", "tenge", "坚戈", "тенге", "теңге", "₸"],
  RUB: ["rub", "rubles", "roubles", "卢布", "рубль", "рубля", "рублей", "руб", "рублі", "₽", "rúp"],
  UZS: ["uzs", "сум", "сумов", "苏姆"],
  // Its code is also how people write kilograms.
  KGS: ["сом", "сомов", "索姆"],
  MNT: ["mnt", "tugrik", "тугрик", "тугриков", "图格里克"],
  THB: ["thb", "baht", "泰铢", "бат", "батов", "бахт"],
  LAK: ["lak", "kip", "基普"],
  MMK: ["mmk", "kyat", "缅币", "缅元"],
};

export const CURRENCY_BY_WORD: ReadonlyMap<string, Currency> = new Map(
  Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [foldText(word), code as Currency] as const)),
);

export const CURRENCY_WORDS: readonly string[] = [...CURRENCY_BY_WORD.keys()];

/** Words that multiply the number before them, as powers of ten. */
const POWERS: Readonly<Record<number, readonly string[]>> = {
  3: ["千", "thousand", "k", "тыс", "тыс.", "тысяч", "мың", "nghìn", "ngàn"],
  4: ["万"],
  6: ["百万", "million", "mln", "mio", "млн", "млн.", "миллион", "миллиона", "миллионов", "triệu"],
  8: ["亿"],
  9: ["billion", "bln", "млрд", "млрд.", "tỷ", "tỉ"],
};

export const POWER_BY_WORD: ReadonlyMap<string, number> = new Map(
  Object.entries(POWERS).flatMap(([power, words]) => words.map((word) => [foldText(word), Number(power)] as const)),
);

export const POWER_WORDS: readonly string[] = [...POWER_BY_WORD.keys()];
