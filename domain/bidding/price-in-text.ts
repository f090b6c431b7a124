const CODES = "CNY|RMB|CNH|USD|EUR|VND|KZT|RUB|UZS|KGS|MNT|THB|LAK|MMK|HKD|GBP";
const SIGNS = "[¥￥$€£₫₸₽₮฿₭]";
const NAMES =
  "yuan|dollars?|euros?|dong|đồng|tenge|тенге|тнг|roubles?|rubles?|руб(?:л[а-я]*)?|сом(?:ов)?|сум(?:ов)?|tugriks?|baht|kips?|kyats?";
// 元 is also the beginning of 元件 (component) and 元素 (element); 块 counts pieces, so it is money only as 块钱.
const CHINESE = "人民币|元(?![件素器旦])|块钱|美元|美金|欧元|卢布|坚戈|越南盾";

// A Euro pallet (EUR pallet) is a pallet.
const AMOUNT = "\\d[\\d.,\\s'’]*(?:[kKкК万千亿]|тыс\\.?|mln)?";
const BEFORE = new RegExp(`(?:(?<![\\p{L}])(?:${CODES}|${NAMES})|${SIGNS}|${CHINESE})\\s*${AMOUNT}`, "iu");
const AFTER = new RegExp(`${AMOUNT}\\s*(?:(?:${CODES}|${NAMES})(?![\\p{L}]|[\\s-]*pal)|${SIGNS}|${CHINESE})`, "iu");

/**
 * Whether free text names an amount of money: digits beside a currency's sign, code or name. Conditions that cost money belong in
 * charge lines, where they are summed and compared; in a remark a buyer overlooks them.
 */
export function namesPrice(text: string): boolean {
  const plain = text.normalize("NFKC");
  return BEFORE.test(plain) || AFTER.test(plain);
}
