import { namesPhone } from "./phone-in-text";

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
