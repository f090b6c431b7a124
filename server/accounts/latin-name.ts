import "server-only";
import { pinyin } from "pinyin-pro";
import { CITIES_OF_CHINA } from "../../domain/accounts/cities-of-china";

/** What names of Chinese companies are made of beside place and trade mark, as they translate it themselves. */
const TRADE_WORDS: Readonly<Record<string, string>> = {
  ...{ 有限责任公司: "Co., Ltd.", 股份有限公司: "Co., Ltd.", 有限公司: "Co., Ltd.", 集团: "Group", 分公司: "Branch" },
  ...{ 国际: "International", 进出口: "Import & Export", 对外贸易: "Foreign Trade", 贸易: "Trading", 商贸: "Trading" },
  ...{ 货运代理: "Freight Forwarding", 货代: "Freight Forwarding", 物流: "Logistics", 运输: "Transport" },
  ...{ 供应链管理: "Supply Chain Management", 供应链: "Supply Chain", 铁路: "Railway", 报关行: "Customs Broker" },
  ...{
    报关: "Customs Clearance",
    检验检测: "Inspection & Testing",
    检验: "Inspection",
    检测: "Testing",
    认证: "Certification",
  },
  ...{ 支付: "Payment", 科技: "Technology", 电子: "Electronics", 照明: "Lighting", 机械: "Machinery", 纺织: "Textile" },
  ...{
    服饰: "Garments",
    家具: "Furniture",
    建材: "Building Materials",
    五金: "Hardware",
    食品: "Food",
    实业: "Industrial",
  },
};

const PLACES = new Map([...CITIES_OF_CHINA.values()].map(({ nameZh, nameLatin }) => [nameZh, nameLatin]));
const PLACE_LETTERS_MAX = Math.max(...[...PLACES.keys()].map(({ length }) => length));
const WORDS = Object.keys(TRADE_WORDS).sort((a, b) => b.length - a.length);
const PARTS = new RegExp(`(${WORDS.join("|")}|\\P{Script=Han}+)`, "u");
const HAN = /\p{Script=Han}/u;

/** Syllables as one word, an apostrophe where two would be read as other ones (GB/T 16159): 西安 is Xi'an. */
function inPinyin(text: string): string {
  if (text === "") return "";
  const syllables = pinyin(text, { toneType: "none", type: "array", v: true });
  const word = syllables.map((one, at) => (at > 0 && /^[aoe]/.test(one) ? `'${one}` : one)).join("");
  return (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll("v", "u");
}

/** A name begins with its place, mostly without, sometimes with what kind of place it is. */
function splitPlace(name: string): readonly [string, string] {
  for (let letters = PLACE_LETTERS_MAX; letters > 1; letters -= 1) {
    const place = PLACES.get(name.slice(0, letters));
    if (place) return [place, name.slice(letters).replace(/^市(?=.)/u, "")];
  }
  return ["", name];
}

/**
 * A company's name in Latin letters, where it did not say one: of a Chinese name its place as maps have it, the words of its trade
 * in English and the rest in pinyin. Any other name is its own. Its people may write another one whenever they wish.
 */
export function latinNameOf(nameOwn: string): string {
  if (!HAN.test(nameOwn)) return nameOwn;
  const [place, rest] = splitPlace(nameOwn.replace(/（/g, "(").replace(/）/g, ")"));
  const parts = rest.split(PARTS).map((part) => TRADE_WORDS[part] ?? (HAN.test(part) ? inPinyin(part) : part.trim()));
  return [place, ...parts].filter(Boolean).join(" ").replace(/\(\s+/g, "(").replace(/\s+\)/g, ")");
}
