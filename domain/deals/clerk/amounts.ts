import type { Currency } from "@/domain/shared/money";
import { after, before, findAll, foldText, oneOf, type Source, type Span } from "./reading";
import { type Decimal, NUMBER, decimalOf, readNumber, shiftDecimal } from "./read-number";

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

const CURRENCY_WORDS: readonly string[] = [...CURRENCY_BY_WORD.keys()];

/** Words that multiply the number before them, as powers of ten. */
const POWERS: Readonly<Record<number, readonly string[]>> = {
  3: ["千", "thousand", "k", "тыс", "тыс.", "тысяч", "мың", "nghìn", "ngàn"],
  4: ["万"],
  6: ["百万", "million", "mln", "mio", "млн", "млн.", "миллион", "миллиона", "миллионов", "triệu"],
  8: ["亿"],
  9: ["billion", "bln", "млрд", "млрд.", "tỷ", "tỉ"],
};

const POWER_BY_WORD: ReadonlyMap<string, number> = new Map(
  Object.entries(POWERS).flatMap(([power, words]) => words.map((word) => [foldText(word), Number(power)] as const)),
);

const POWER_WORDS: readonly string[] = [...POWER_BY_WORD.keys()];

export type Amount = { readonly value: Decimal; readonly currency: Currency; readonly span: Span };

const POWER = `(?: ?(?<power>${oneOf(POWER_WORDS)}))?`;
const CURRENCY = oneOf(CURRENCY_WORDS);
const HAN_NUMBER = "[一二两三四五六七八九十百]+(?=万|千|亿|百万)";
// Spoken for 68,000: the digit behind 万 is of thousands.
const SPOKEN_THOUSANDS = String.raw`\d{1,4}万\d千?(?![\d.,百])`;
const FIGURE = `(?<number>${SPOKEN_THOUSANDS}|${NUMBER}|${HAN_NUMBER})`;
const AFTER = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?<!\d[.,])${FIGURE}${POWER} ?(?<currency>${CURRENCY})(?![a-zа-я])`,
  "gu",
);
const BEFORE = new RegExp(String.raw`(?<![a-zа-я])(?<currency>${CURRENCY}) ?${FIGURE}${POWER}(?![a-zа-я\d])`, "gu");

const HAN_DIGITS = "零一二三四五六七八九";

/** Han numerals below a thousand, such as 二十 or 一百二十. */
function readHan(text: string): Decimal | null {
  let sum = 0;
  let digit = 0;
  for (const letter of text.replaceAll("两", "二")) {
    if (letter === "十" || letter === "百") {
      sum += (digit || 1) * (letter === "十" ? 10 : 100);
      digit = 0;
    } else {
      digit = HAN_DIGITS.indexOf(letter);
      if (digit < 0) return null;
    }
  }
  return decimalOf(String(sum + digit));
}

// The price of carrying is not the value of what is carried.
const OTHER_PRICE =
  /(?:freight|budget|rate|运费|预算|运价|报价|ставк|фрахт|бюджет|cuoc|phi van|бюджет|тасымал баг)\S* ?\S*$/u;
const VALUE_LABEL = new RegExp(
  `(?:${[
    ...["value", "invoice", "货值", "货款", "合同金额", "金额", "总价", "стоимост", "инвойс", "контракт", "сумм"],
    ...["trị giá", "giá trị", "hóa đơn", "құны", "бағасы", "инвойс", "келісімшарт"],
  ]
    .map(foldText)
    .join("|")})[^.\n]{0,24}$`,
  "u",
);

const UNIT =
  "kgs?|kilo|tonn?e?s?|t|mt|cbm|m3|cont(?:ainer)?s?|fcl|box|ctns?|cartons?|pallets?|plts?|pcs?|pieces?|units?|trucks?|sets?|кг|килограмм\\p{L}*|тонн\\p{L}*|т|куб\\p{L}*|м3|контеинер\\p{L}*|конт|фур\\p{L}*|машин\\p{L}*|мест\\p{L}*|короб\\p{L}*|паллет\\p{L}*|шт\\p{L}*|штук\\p{L}*|khoi|tan|xe|thung|kien|bao|cai|chiec|公斤|千克|吨|方|立方|柜|箱|件|托|车|个|台|只|套|票|条";
const NO_LETTER = "(?![\\p{Script=Latin}\\p{Script=Cyrillic}])";
/** Behind an amount that is the price of one: `4.2美金/kg`, `$95 a cbm`, `900 $ за тонну`, `95 USD một khối`. */
const OF_ONE_AFTER = new RegExp(
  String.raw`^ ?(?:/ ?\p{L}|(?:一|每|per |an? |за (?:1 |одн\p{L}+ )?|(?:moi|mot|tren|cho mot|1) |(?:бир|ар) )(?:${UNIT})${NO_LETTER}|each${NO_LETTER}|apiece|за (?:шт|единиц)|каждыи)`,
  "u",
);
/** Before an amount that is the price of one: `每吨`, `unit price`, `цена за кг`, `кг-ына`. */
const OF_ONE_BEFORE = new RegExp(
  String.raw`(?:(?:每|一)(?:${UNIT})|单价|unit price|price per [a-z]+|per (?:${UNIT})|each at|(?:цена )?за (?:1 )?(?:${UNIT})|цена за единицу|don gia|(?:moi|mot) (?:${UNIT})|(?<!\p{L})по|(?<!\d ?)(?:кг|тонна|куб|контеинер|текше метр|корап)-?(?:ы|и|на|не|га|сы|си|ына|ине|сына|сине)(?: ушин)?)[\s:：是]*$`,
  "u",
);

/** A figure before its power of ten: in digits, in Han numerals, or in digits around 万. */
function readFigure(figure: string, { language }: Pick<Source, "language">): Decimal | null {
  const [tenThousands, thousands] = figure.split("万");
  if (thousands !== undefined && tenThousands !== undefined)
    return decimalOf(String(Number(tenThousands) * 10_000 + Number.parseInt(thousands, 10) * 1_000));
  return /^\d/.test(figure) ? readNumber(figure, language) : readHan(figure);
}

const DONG_MIN = 1_000;

/** Every amount of money in the text, prices of carriage and of one unit left out. A bare `đô` also means a degree, so small ones are left too. */
export function amountsIn(source: Source): (Amount & { readonly isLabelled: boolean })[] {
  const found = [...findAll(source.folded, BEFORE), ...findAll(source.folded, AFTER)];
  const amounts = found.flatMap(({ span, groups }) => {
    const figure = groups.number ?? "";
    const number = readFigure(figure, source);
    const currency = CURRENCY_BY_WORD.get(groups.currency ?? "");
    if (number === null || currency === undefined) return [];
    const power = groups.power === undefined ? 0 : (POWER_BY_WORD.get(groups.power) ?? 0);
    if (groups.currency === "do" && power === 0) return [];
    // Without its marks `đóng` (to pack) is a dong, of which nothing costs so few.
    if (groups.currency === "dong" && power === 0 && Number(number) < DONG_MIN) return [];
    const lead = before(source.folded, span[0], 40);
    const isOfOne = OF_ONE_BEFORE.test(lead) || OF_ONE_AFTER.test(after(source.folded, span[1], 24));
    if (OTHER_PRICE.test(lead) || isOfOne) return [];
    return [{ value: shiftDecimal(number, power), currency, span, isLabelled: VALUE_LABEL.test(lead) }];
  });
  return amounts.filter(
    (amount, at) =>
      !amounts.some((other, before) => before < at && other.span[0] < amount.span[1] && amount.span[0] < other.span[1]),
  );
}

/**
 * What the goods are worth: the one amount of the text, or the one that is labelled as their value. Null where two amounts
 * could be it.
 */
export function valueOfGoods(amounts: readonly (Amount & { readonly isLabelled: boolean })[]): Amount | null {
  const labelled = amounts.filter((amount) => amount.isLabelled);
  const asked = labelled.length > 0 ? labelled : amounts;
  const [first] = asked;
  if (!first) return null;
  return asked.every(({ value, currency }) => value === first.value && currency === first.currency) ? first : null;
}

// A label that names the value of goods and nothing else; an invoice or a contract may be another one.
const PLAIN_LABEL = new RegExp(
  `(?:${["value", "worth", "货值", "总货值", "стоимость груза", "стоимость товара", "trị giá", "giá trị", "құны"]
    .map(foldText)
    .join("|")})(?: (?:of|the|goods|cargo|is|about|груза|товара|hang|lo hang|la))*[\\s:：是约-]{0,3}$`,
  "u",
);

/** What is insured may be more than the goods, or less. */
const INSURED = /insur|страх|保险|保额|bao hiem|сактандыр/u;

/** Whether the amount here is plainly that of the goods: the only one of the text, with a word for their value at once before it. */
export const isValueOfGoods = (amounts: readonly Amount[], { folded }: Pick<Source, "folded">, at: Span): boolean =>
  amounts.every(({ span }) => span[0] === at[0]) &&
  PLAIN_LABEL.test(before(folded, at[0], 40)) &&
  !INSURED.test(before(folded, at[0], 40));
