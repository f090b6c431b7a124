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

const PHONES = [INTERNATIONAL, NAMED, ...NATIONAL].map((form) => new RegExp(form, `${form.flags}g`));

/** A part of a text, from its first letter to before the one at `to`. */
export type Span = { readonly from: number; readonly to: number };

const spansOf = (text: string, form: RegExp): Span[] =>
  [...text.matchAll(form)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));

/** The same text, letter for letter, with one way of writing dashes, dots and Chinese digits. */
const withPlainSigns = (text: string): string =>
  text
    .replace(/\p{Pd}/gu, "-")
    .replace(/[·•]/gu, ".")
    .replace(CHINESE_NUMBER, (numerals) => Array.from(numerals, digitOf).join(""));

const hidden = (part: string): string => "§".repeat(part.length);

/** Where telephone numbers stand in a text without invisible characters. */
function phonesIn(text: string): Span[] {
  const plain = withPlainSigns(text);
  if (!PHONE_DIGITS.test(plain)) return [];
  const rest = OTHER_NUMBERS.reduce((left, form) => left.replace(form, hidden), plain).replace(TOKEN, (token) =>
    isSerial(token) ? hidden(token) : token,
  );
  return PHONES.flatMap((form) => spansOf(rest, form));
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u20E3]/gu;

/**
 * Whether a text (in Unicode's form NFKC) holds a telephone number: international, or as people of China, Russia, Kazakhstan and Viet Nam
 * write their own. Numbers that are said to be something else (of a serial, a container, a tariff, a paper, an amount, a date) are none.
 */
export const namesPhone = (text: string): boolean => phonesIn(text.replace(INVISIBLE, "")).length > 0;

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
// A name without a number is one only where it is said to be one: "WeChat ID: lin_trade", "my Telegram is aidar".
const NAMED_MESSENGER = new RegExp(
  `(?<![a-zа-я])(?:${MESSENGERS})\\s*(?:(?:id|号码?|№|no\\.?)\\s*[:：=是]?|[:：=是]|is(?=\\s))\\s*(?!pay(?![a-z]))@?[a-z][\\w.+-]{3,}`,
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
  if (MESSENGER.test(plain) || NAMED_MESSENGER.test(plain) || HANDLE.test(plain)) return "messenger";
  if (LINK.test(plain)) return "link";
  return namesPhone(plain) ? "phone" : null;
}

/** Every way past the market that a text names: where it stands in it, and of which kind. */
export type Contact = Span & { readonly kind: ContactKind };

const HAN = /[\p{Script=Han}]/u;

/** An address ends before Chinese words that follow without a blank, and begins behind those before it. */
function withoutHan({ from, to }: Span, text: string): Span {
  const part = text.slice(from, to);
  const at = part.search(/[@([]|:\/\/|www\.|\./i);
  const before = Math.max(
    ...[...part.slice(0, Math.max(at, 0))].map((letter, place) => (HAN.test(letter) ? place : -1)),
    -1,
  );
  const after = [...part].findIndex((letter, place) => place > before && HAN.test(letter));
  return { from: from + before + 1, to: after < 0 ? to : from + after };
}

// The rest of an address behind its domain.
const LINK_WITH_PATH = new RegExp(`(?:${LINK.source})(?:[/?#][^\\s\\p{Script=Han}]*)?`, "giu");
const EMAILS = new RegExp(EMAIL, "giu");
const HANDLES = [MESSENGER, NAMED_MESSENGER, HANDLE].map((form) => new RegExp(form.source, "giu"));
// A name in letters before which only its messenger is asked for, to its end.
const NAME_AFTER = /^[\w.+-]*/u;

/** The letters of a text as NFKC writes them, without invisible ones, each with its place in the text. */
function compatible(text: string): { readonly plain: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let plain = "";
  let place = 0;
  for (const letter of text) {
    const written = letter.normalize("NFKC").replace(INVISIBLE, "");
    for (let at = 0; at < written.length; at++) places.push(place);
    plain += written;
    place += letter.length;
  }
  return { plain, places: [...places, place] };
}

/** All ways past the market that a text (in Unicode's form NFC) names, in the order in which they stand; what overlaps is one. */
export function contactsIn(text: string): readonly Contact[] {
  const { plain, places } = compatible(text);
  const of = (kind: ContactKind, spans: readonly Span[]): Contact[] => spans.map((span) => ({ ...span, kind }));
  const found = [
    ...of(
      "email",
      spansOf(plain, EMAILS).map((span) => withoutHan(span, plain)),
    ),
    ...of(
      "messenger",
      HANDLES.flatMap((form) => spansOf(plain, form)).map(({ from, to }) => ({
        from,
        to: to + (NAME_AFTER.exec(plain.slice(to))?.[0].length ?? 0),
      })),
    ),
    ...of(
      "link",
      spansOf(plain, LINK_WITH_PATH).map((span) => withoutHan(span, plain)),
    ),
    ...of("phone", phonesIn(plain)),
  ].toSorted((one, other) => one.from - other.from);
  const apart: Contact[] = [];
  for (const contact of found) {
    const last = apart.at(-1);
    if (last && contact.from < last.to) apart[apart.length - 1] = { ...last, to: Math.max(last.to, contact.to) };
    else apart.push(contact);
  }
  const placeOf = (at: number): number => places[at] as number;
  return apart.map(({ from, to, kind }) => ({ from: placeOf(from), to: placeOf(to), kind }));
}

const namesNoContact = (text: string): boolean => contactIn(text) === null;

/** What one side reads of the other before an order binds them, in 1 to `max` characters: contacts are exchanged with an award only. */
export const contactFreeText = (max: number) => boundedText(max).refine(namesNoContact, "contact_in_text");

/** The same where nothing need be said. */
export const contactFreeNote = (max: number) => optionalText(max).refine(namesNoContact, "contact_in_text");
