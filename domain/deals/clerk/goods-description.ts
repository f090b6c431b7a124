import { hsCodesIn } from "./codes";
import type { PackageCount } from "./packages";
import { namesGoods } from "./known-names";
import { findAll, isTouched, type ReadReason, type Source, type Span, trimSpan } from "./reading";

/** Labels after which the goods are named, over folded text. */
const GOODS_LABEL =
  /(?<![a-zа-я])(?:cargo|goods|commodity|product|品名|货名|货物|商品|груз|товар|наименование|номенклатура|hang hoa|ten hang|hang|жук|тауар)\s?[:：]\s*/gu;

/** Words before the goods that are no part of their name. */
const LEAD_IN =
  /^(?:(?:急|我们|我司|需要|要|发|运|进口|出口|有|一批|一票|货物|货)+|(?:import(?: of)?|export(?: of)?|cargo|goods|some|a|an|the|of|with)\s+|(?:груз|товар|импорт|экспорт|нужно|везем)\s+|(?:hang|lo hang|xuat khau|nhap khau)\s+|(?:жук|тауар)\s+)+/u;

/** What a clause that names goods does not hold: their measures, their price, and what people do. */
const NO_GOODS = new RegExp(
  [
    "毛重|净重|总重|重量|体积|货值|价格|温度|排队|你好|老板|忽略|装箱单|目的地|起运|合计|条款|谢谢|主题|需要|报价",
    "gross|weight|volume|value|price|terms|dear|hello|please|urgent|quote|ready|need|total|regards|ignore|how much|payment|quantity|origin|destination|deliver|shipment|request",
    "вес|код(?!\\p{L})|цен[аыуе](?!\\p{L})|доставк|подскаж|масса|объем|стоимост|цена|услови|готов|добрыи день|здравств|нужн|сколько|просим|игнорир|инвоис|контракт|доставить|коллеги",
    "trong luong|tong |the tich|tri gia|gia tri|dieu kien|chao|can bao gia|bao gia|bo qua|kinh gui|so luong|giao hang|nhan hang",
    "салмагы|колеми|куны|багасы|керек|салеметсиз|елемеи|сураимыз|жеткизу",
  ].join("|"),
  "u",
);

export type Described = { readonly value: string; readonly from: Span; readonly reason: ReadReason };

const LETTERS_MAX = 60;
const WORDS_MAX = 6;
const CLAUSES_BACK = 3;

/** Cuts blanks and lead-in words off a stretch of text; null where what is left cannot be the name of goods. */
export function nameIn(source: Source, span: Span, taken: readonly Span[]): Span | null {
  const { folded } = source;
  const [from, to] = trimSpan(folded, span);
  const lead = LEAD_IN.exec(folded.slice(from, to))?.[0] ?? "";
  const rest = trimSpan(folded, [from + lead.length, to]);
  const words = folded.slice(...rest).replace(/[\s:：,，\-–—•]+$/u, "");
  const name: Span = [rest[0], rest[0] + words.length];
  const isName =
    /^[^\d]*(?:\p{L}{2}|\p{Script=Han})/u.test(words) &&
    words.length <= LETTERS_MAX &&
    words.split(/\s+/).length <= WORDS_MAX &&
    !NO_GOODS.test(words) &&
    !/[?？!！<>{}]/u.test(words) &&
    !taken.some((one) => isTouched(one, name));
  return isName ? name : null;
}

const described = (source: Source, span: Span, reason: ReadReason): Described => ({
  value: source.text.slice(...span),
  from: span,
  reason,
});

const STOP = /[,，。;；\n(（)）、|]|\.(?=\s|$)|(?=\s+(?:hs|un)\s?\d)|(?=\s*\d)|\u3000|\s{2,}|\s[-–—]\s/u;

/** The goods after a label such as `Груз:` or `品名：`. */
export function labelledGoods(source: Source, taken: readonly Span[]): Described | null {
  for (const { span } of findAll(source.folded, GOODS_LABEL)) {
    const rest = source.text.slice(span[1]);
    const end = STOP.exec(rest.toLowerCase())?.index ?? rest.length;
    const name = nameIn(source, [span[1], span[1] + end], taken);
    if (name) return described(source, name, "goods_labelled");
  }
  return null;
}

const isKnownGoods = ({ text, knowledge }: Source, span: Span): boolean => namesGoods(text.slice(...span), knowledge);

/** The goods beside a count of packages: `cartons of LED lamps`, `文具200箱`, `обувь, 520 коробок`. */
export function goodsBeside(source: Source, counted: PackageCount, taken: readonly Span[]): Described | null {
  const { folded, clauses } = source;
  const at = clauses.findIndex(([, end]) => end > counted.span[0]);
  const own = clauses[at];
  if (!own) return null;
  const rest = folded.slice(counted.span[1], own[1]);
  const of = /^\s*(?:of\s+)?/u.exec(rest)?.[0] ?? "";
  const end = STOP.exec(rest.slice(of.length))?.index ?? rest.length - of.length;
  const start = counted.span[1] + of.length;
  const after: Span = [start, start + end];
  const before: Span = [own[0], counted.span[0]];
  const beside = /of\s/u.test(of) ? [after, before] : [before, after];
  const back = clauses.slice(Math.max(0, at - CLAUSES_BACK), at).reverse();
  const names = [...beside, ...back].map((span) => nameIn(source, span, taken));
  const known = names.find((name) => name && isKnownGoods(source, name));
  // What no heading knows is taken from beside the count only: further away stand greetings and remarks.
  const name = known ?? names.slice(0, beside.length).find((one) => one !== null);
  return name ? described(source, name, "goods_beside_count") : null;
}

/** The goods whose code follows them: `frozen pangasius fillets (HS 0304.62)`. */
export function goodsBeforeCode(source: Source, taken: readonly Span[]): Described | null {
  const { clauses } = source;
  for (const { span } of hsCodesIn(source)) {
    const at = clauses.findIndex(([, end]) => end > span[0]);
    const clause =
      clauses[
        (clauses[at]?.[0] ?? 0) < span[0] && isWords(source.folded.slice(clauses[at]?.[0], span[0])) ? at : at - 1
      ];
    if (!clause) continue;
    const start = Math.max(clause[0], ...taken.filter((one) => isTouched(one, clause)).map(([, end]) => end));
    const name = nameIn(source, [start, Math.min(clause[1], span[0])], taken);
    if (name) return described(source, name, "goods_before_code");
  }
  return null;
}

const CARRIED = /^(?:发运|发|运送|运输|运|进口|出口)(?<goods>.+?)(?:运到|发到|到|至|去|往)$/u;

/** The goods between two ends, as Chinese puts them: `从义乌发一批塑料玩具到阿拉木图`. */
export function goodsBetweenPlaces(source: Source, places: readonly Span[]): Described | null {
  for (const [at, place] of places.entries()) {
    const next = places[at + 1];
    const between = next ? source.folded.slice(place[1], next[0]) : "";
    const goods = CARRIED.exec(between)?.groups?.goods;
    if (goods === undefined || /[\n、。]/.test(goods)) continue;
    const start = place[1] + between.indexOf(goods);
    const name = nameIn(source, [start, start + goods.length], places);
    if (name) return described(source, name, "goods_between_places");
  }
  return null;
}

const isWords = (text: string): boolean => /\p{L}{2}/u.test(text);
