import { boundedText, optionalText } from "./wire-fields";

const LETTER = "\\p{Script=Latin}\\p{Script=Cyrillic}";

const CURRENCY =
  "CNY|RMB|USD|EUR|RUB|KZT|VND|UZS|KGS|MNT|THB|LAK|MMK|[¥$€₽₸₫]|元|人民币|美元|欧元|卢布|坚戈|越南盾|руб\\p{L}*|тенге|тг|долл\\p{L}*|đồng|yuan|tenge|dollars?";
const UNIT =
  "kg|кг|tons?|tonnes?|tấn|吨|mm|мм|cm|см|cbm|m3|м3|pcs|pieces|шт|箱|件|个|公斤|千克|毫米|厘米|cartons?|ctns?|thùng|units?";
// In groups of three as amounts are written, or in one piece; what begins with a zero is no amount.
const AMOUNT = "(?<![\\d.,])[+-]?(?!0\\d)(?:\\d{1,3}(?:[ ,.']\\d{3})+|\\d+)(?:[.,]\\d{1,2})?";

/** What is said before a number of a register, of goods or of papers. */
const REGISTERS = [
  "s/?n|serial|imei|p/?n|part|model|sku|batch|lot|seal|wagon|container|plate|tracking|waybill|awb|b/?l|bol|cmr|p/?o|order|invoice|contract|declaration|account|iban|swift|vin|uscc|tax\\s?id|vat|bin|iin|inn|kpp|ogrn|mst|mã\\s?số\\s?thuế|mã\\s?vận\\s?đơn|số\\s?seri|số\\s?hợp\\s?đồng|số\\s?vận\\s?đơn",
  "серийн\\p{L}*|сер|артикул|арт|модель|партия|пломба|вагон|контейнер|трек|накладн\\p{L}*|заказ\\p{L}*|счет\\p{L}*|счёт\\p{L}*|инвойс|договор\\p{L}*|контракт\\p{L}*|декларац\\p{L}*|инн|бин|иин|кпп|огрн|окпо",
]
  .map((words) => `(?<!\\p{L})(?:${words})(?!\\p{L})`)
  .concat(
    "序列号|出厂编号|编号|单号|订单号?|合同号?|发票号?|箱号|柜号|封号|铅封号?|批号|税号|信用代码|条码|货号|款号|型号|车皮号|账号|帐号",
  )
  .join("|");
const NUMBERED = "[\\s.]*(?:no|nr|num|number|numbers|id|код|номер|号码|号)?[\\s.:#№]*";
const TARIFF = "(?<!\\p{L})(?:hs|hts|тн\\s?вэд|tn\\s?ved)(?:\\s?codes?)?|海关编码|商品编码|税则号?列?|mã\\s?hs";
const NEXT = "\\s*(?:[,;、/&]|(?:and|и|và|和|及)(?=\\s))\\s*";
const PIECE = "[A-Z\\d][A-Z\\d_/-]*";
const CODE = "\\d{2,4}(?:[ .]?\\d{1,4}){1,5}";

/** Numbers that are said to be something else than a telephone's, by their form or by the word before them. */
const OTHER_NUMBERS = [
  // A UUID (RFC 9562).
  "(?<![\\da-z])[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}(?![\\da-z])",
  // A container (ISO 6346): owner, category, serial number, check digit.
  "(?<![a-z])[a-z]{3}[ujz][\\s-]?\\d{6}[\\s-]?\\d(?!\\d)",
  // A unified social credit code (GB 32100).
  "(?<![\\da-z])[\\da-hj-npqrtuwxy]{2}\\d{6}[\\da-hj-npqrtuwxy]{10}(?![\\da-z])",
  "(?<!\\d)(?:19|20)\\d{2}\\s?[-./年]\\s?\\d{1,2}\\s?[-./月]\\s?\\d{1,2}(?!\\d)",
  "(?<!\\d)\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)\\d{2}(?!\\d)",
  "(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)",
  `(?:${TARIFF})[\\s.:#№]*${CODE}(?:${NEXT}${CODE})*`,
  `(?:${REGISTERS})${NUMBERED}${PIECE}(?:${NEXT}\\d[A-Z\\d_/-]{4,})*(?![\\s.-]?\\d)`,
  `(?:${CURRENCY})\\s?${AMOUNT}(?!\\d)`,
  `${AMOUNT}\\s?(?:${CURRENCY}|${UNIT})(?!\\p{L}|\\d)`,
  "(?<!\\d)\\d{2,4}(?:[ ]\\d{3,4}){2}\\s?(?:mm|мм|cm|см|毫米|厘米)",
].map((form) => new RegExp(form, "giu"));

const LABEL =
  "tel|telephone|phone|mobile|mob|cell|call|电话|手机|联系方式|致电|座机|тел|телефоны?|моб|сот|звон\\p{L}*|điện thoại|sđt|đt|hotline|vx|wx";

const TOKEN = new RegExp(`[${LETTER}\\d]+(?:[-_][${LETTER}\\d]+)*`, "giu");
const LABELLED = new RegExp(`^(?:${LABEL})[-_]?\\d`, "iu");
const EXTENSION = /\d(?:x|ext|доб|доп)\d{0,6}$/iu;
// A word with or without digits behind it; a serial number has capitals or a letter or two.
const WORD = new RegExp(`^(?=.*\\p{Ll})[${LETTER}]{3,}(?=\\d*$)`, "u");

/** Whether letters belong to the number, as in `KX13857912345`, rather than name whose it is. */
function isSerial(token: string): boolean {
  if (!/\d/.test(token) || LABELLED.test(token)) return false;
  const parts = token.replace(EXTENSION, (end) => end[0] ?? "").split(/[-_]/);
  return parts.some((part) => /\p{L}/u.test(part.replace(WORD, "")));
}

const CHINESE_DIGITS = "零一二三四五六七八九";
const CHINESE_NUMBER = /[零〇一二三四五六七八九幺]{7,}/gu;
const digitOf = (numeral: string): string =>
  numeral === "〇" ? "0" : numeral === "幺" ? "1" : String(CHINESE_DIGITS.indexOf(numeral));

const GAP = "[\\s().\\-]{0,2}";
// Written with a plus or 00 and a country's code, of 8 to 15 digits in all (ITU-T E.164).
const INTERNATIONAL = new RegExp(
  `(?<!\\d)(?:\\+${GAP}[1-9](?:${GAP}\\d){7,14}|00${GAP}(?:86|84|7)(?:${GAP}\\d){9,11})(?!\\d)`,
  "u",
);
// As people write their own: mobile and area codes of China, of Russia and Kazakhstan (from 8, or 7 in groups), of Viet Nam. Of ten
// digits in one piece only those are Vietnamese mobiles that are no HS code: chapters 07, 08 and 09 have no such headings.
const NATIONAL = [
  "(?:86[\\s.-]?)?1[3-9]\\d(?:[\\s.-]?\\d{4}[\\s.-]?\\d{4}|[\\s.-]\\d{3}[\\s.-]\\d{5}|[\\s.-]\\d{2}[\\s.-]\\d{2}[\\s.-]\\d{2}[\\s.-]\\d{2})",
  "1[\\s.-][3-9](?:[\\s.-]\\d){9}",
  "(?:86[\\s.-])?\\(?0\\d{2,3}\\)?[\\s.-]?(?<=\\D)\\d{7,8}",
  "\\(?0\\d{2,3}\\)?[\\s.-]\\d{3,4}[\\s.-]\\d{4}",
  "8[\\s.-]?\\(?[3-9]\\d{2}\\)?[\\s.-]?\\d{3}[\\s.-]?\\d{2}[\\s.-]?\\d{2}",
  "7[\\s.-]?\\(?[3-9]\\d{2}\\)?[\\s.-]\\d{3}[\\s.-]?\\d{2}[\\s.-]?\\d{2}",
  "0[35789]\\d[\\s.-]\\d{3}[\\s.-]\\d{4}",
  "0[35789]\\d{2}[\\s.-]\\d{3}[\\s.-]\\d{3}",
  "0(?:3[2-9]\\d|5[25689]\\d|7[6-9]\\d|8[2-9]\\d|81[5-9]|9[2-9]\\d|91[1-9])\\d{6}",
].map((form) => new RegExp(`(?<![\\d.,]|\\d[-_/])${form}(?![.,]?\\d)`, "u"));
// Ten digits behind "手机" or "телефоны" that begin with 8517 are the HS code of telephones.
const NAMED = new RegExp(
  `(?<!\\p{Script=Latin}|\\p{Script=Cyrillic})(?:${LABEL})\\.?(?:\\s?(?:no|number|номер|号码?)\\.?)?\\s*[:：]?\\s*(?!8517\\.?\\d{2}\\.?\\d{2}\\.?\\d{2}(?!\\d))[+(]?\\d(?:[\\s().-]{0,2}\\d){5,}`,
  "iu",
);

// The shortest that is taken for a number has six; most texts hold fewer, and nothing else is asked of them.
const PHONE_DIGITS = /(?:\d\D*){6}/u;

/**
 * Whether a text (in Unicode's form NFKC) holds a telephone number: international, or as people of China, Russia, Kazakhstan and Viet Nam
 * write their own. Numbers that are said to be something else (of a serial, a container, a tariff, a paper, an amount, a date) are none.
 */
export function namesPhone(text: string): boolean {
  const plain = text
    .replace(/[\p{Default_Ignorable_Code_Point}\u20E3]/gu, "")
    .replace(/\p{Pd}/gu, "-")
    .replace(/[·•]/gu, ".")
    .replace(CHINESE_NUMBER, (numerals) => Array.from(numerals, digitOf).join(""));
  if (!PHONE_DIGITS.test(plain)) return false;
  const rest = OTHER_NUMBERS.reduce((left, form) => left.replace(form, "§"), plain).replace(TOKEN, (token) =>
    isSerial(token) ? "§" : token,
  );
  return INTERNATIONAL.test(rest) || NAMED.test(rest) || NATIONAL.some((form) => form.test(rest));
}

/** How somebody could be reached past the market. */
export const CONTACT_KINDS = ["email", "phone", "messenger", "link"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const EMAIL = /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?)\p{L}{2,}/iu;

const LINK =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d@.])[a-z\d-]+\.(?:com|net|org|cn|ru|kz|vn|uz|kg|mn|io|me|info|biz|top|shop|xyz)(?![\p{L}\d])/iu;

const MESSENGERS =
  "wechat|weixin|we\\s?chat|微信|薇信|威信|v信|vx(?=[\\s:：=]|\\d{6})|qq|telegram|телеграмм?|телега|whats\\s?app|вотсапп?|ватсапп?|viber|вайбер|zalo|skype|line\\s?id";
// A number or a name follows it: "by WeChat Pay" names no one.
const MESSENGER = new RegExp(
  `(?<![a-zа-я])(?:${MESSENGERS})\\s*(?:id|号|号码|№|no\\.?)?\\s*[:：=]?\\s*(?=[\\w+-]*\\d)[\\w+-]{5,}`,
  "iu",
);
const HANDLE = /(?<![\p{L}\d.])@[a-z][\w]{4,}|(?<![\p{L}\d])t\.me\/\w+/iu;

/**
 * The first way past the market that a text names, or null. Contacts are exchanged with the award: before it, they take a request
 * out of the bidding that others rely on, and draw in those who only collect addresses.
 */
export function contactIn(text: string): ContactKind | null {
  const plain = text.normalize("NFKC");
  if (EMAIL.test(plain)) return "email";
  if (MESSENGER.test(plain) || HANDLE.test(plain)) return "messenger";
  if (LINK.test(plain)) return "link";
  return namesPhone(plain) ? "phone" : null;
}

const namesNoContact = (text: string): boolean => contactIn(text) === null;

/** What one side reads of the other before an order binds them, in 1 to `max` characters: contacts are exchanged with an award only. */
export const contactFreeText = (max: number) => boundedText(max).refine(namesNoContact, "contact_in_text");

/** The same where nothing need be said. */
export const contactFreeNote = (max: number) => optionalText(max).refine(namesNoContact, "contact_in_text");
