/** How somebody could be reached past the market. */
export const CONTACT_KINDS = ["email", "phone", "messenger", "link"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

const EMAIL = /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?)\p{L}{2,}/iu;

const LINK =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d@.])[a-z\d-]+\.(?:com|net|org|cn|ru|kz|vn|uz|kg|mn|io|me|info|biz|top|shop|xyz)(?![\p{L}\d])/iu;

const MESSENGERS =
  "wechat|weixin|we\\s?chat|微信|薇信|威信|v信|vx|qq|telegram|телеграмм?|телега|whats\\s?app|вотсапп?|ватсапп?|viber|вайбер|zalo|skype|line\\s?id";
// A number or a name follows it: "by WeChat Pay" names no one.
const MESSENGER = new RegExp(
  `(?<![a-zа-я])(?:${MESSENGERS})\\s*(?:id|号|号码|№|no\\.?)?\\s*[:：=]?\\s*(?=[\\w+-]*\\d)[\\w+-]{5,}`,
  "iu",
);
const HANDLE = /(?<![\p{L}\d.])@[a-z][\w]{4,}|(?<![\p{L}\d])t\.me\/\w+/iu;

const GAP = "[\\s().\\-]{0,2}";
// Written with a plus and a country's code, of 8 to 15 digits in all (ITU-T E.164).
const INTERNATIONAL = new RegExp(`\\+${GAP}[1-9](?:${GAP}\\d){7,14}(?!\\d)`, "u");
// As people write their own: mobile and area codes of China, of Russia and Kazakhstan (from 8), of Vietnam (in groups, since ten
// digits in one piece may as well be an HS code).
const NATIONAL = [
  "1[3-9]\\d[\\s-]?\\d{4}[\\s-]?\\d{4}",
  "0\\d{2,3}[\\s-]\\d{7,8}",
  "0\\d{2,3}[\\s-]\\d{4}[\\s-]\\d{4}",
  "8[\\s-]?\\(?[3-9]\\d{2}\\)?[\\s-]?\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}",
  "0[35789]\\d[\\s.]\\d{3}[\\s.]\\d{4}",
  "0[35789]\\d{2}[\\s.]\\d{3}[\\s.]\\d{3}",
].map((form) => new RegExp(`(?<![\\d.,])${form}(?![\\d.,]?\\d)`, "u"));
const NAMED_PHONE =
  /(?<!\p{L})(?:tel|phone|mobile|mob|call|电话|手机|联系方式|致电|тел|телефон|моб|звон\p{L}*|điện thoại|sđt|đt|телефоны)\.?\s*[:：]?\s*\+?\d(?:[\s().-]{0,2}\d){5,}/iu;

const isPhone = (text: string): boolean =>
  INTERNATIONAL.test(text) || NAMED_PHONE.test(text) || NATIONAL.some((form) => form.test(text));

/**
 * The first way past the market that a text names, or null. Contacts are exchanged with the award: before it, they take a request
 * out of the bidding that others rely on, and draw in those who only collect addresses.
 */
export function contactIn(text: string): ContactKind | null {
  const plain = text.normalize("NFKC");
  if (EMAIL.test(plain)) return "email";
  if (MESSENGER.test(plain) || HANDLE.test(plain)) return "messenger";
  if (LINK.test(plain)) return "link";
  return isPhone(plain) ? "phone" : null;
}
