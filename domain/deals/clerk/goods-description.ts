import { hsCodesIn } from "./codes";
import { withoutMeasures } from "./measures";
import { knowsGoods, namesGoods } from "./known-names";
import { before, findAll, isTouched, type ReadReason, type Source, type Span, trimSpan } from "./reading";

/** Labels after which the goods are named, over folded text. */
const GOODS_LABEL =
  /(?<![a-zа-я])(?:cargo|goods|commodity|product|品名|货名|货物|商品|груз|товар|наименование|номенклатура|hang hoa|ten hang|hang|жук|тауар)\s?(?:[:：]|[-–—](?=\s))\s*/gu;

/** Words before the goods that are no part of their name. */
const LEAD_IN =
  /^(?:(?:(?:卡航)?(?:整车|零担|拼车|拼箱|整柜)(?=\s)|急|[一二两三]车|[一二两三]柜|[一两三四五六]个(?:小柜|大柜|高柜)|我们|我司|需要|要|发|运|进口|出口|有|一批|一票|货物|货名|品名|提货|装货|这[次回批]|现在|货|是|(?<=[货次回批在]) )+|(?:(?:we )?(?:need |want )?(?:to )?(?:ship|send|move)|import(?: of)?|export(?: of)?|cargo|goods|is|are|some|now|this time|a|an|the|of|with|for)\s+|(?:груз|товар|импорт|экспорт|нужно|надо|везем|перевезти|отправить|теперь|сеичас)\s+|(?:hang|lo(?: hang)?|xuat khau|nhap khau|(?:lan|thang|dot) nay|bay gio)\s+|(?:жук|тауар|енди|казир)\s+)+/u;

/** Lead-in words after which goods follow, whether a heading knows them or not. */
const ANNOUNCED = /(?:一批|一票|发运|运输|进口|出口|перевезти|отправить|везем)\s*$/u;
const LEAD_LETTERS_MAX = 12;

// What stands before an item of a list: `①`, `2)`, `- `.
const ITEM_MARK = /^(?:\d{1,2}[)）.、](?=\D)|[-–—•*·](?=\s))\s*/u;
const LISTED = /(?:[①-⑳]|(?<![\p{L}\d.,])\d{1,2}[)）.、]|\n[-–—•*·])\s*$/u;
const MARK_LETTERS_MAX = 8;

const DIMENSION_UNIT = [
  "毫米|厘米|公分|英寸|寸|丝|克|公斤装|毫升|瓦",
  "mm[2²]?|cm|inch(?:es)?|ml|gsm|g/m[2²]|g|w",
  "мм[2²]?|см|мл|дюйм\\p{L}*|гр?/м[2²]|гр?|вт",
].join("|");

/** What tells goods of one name apart, and measures none of the load: `18毫米`, `600x600 mm`, `80 г/м2`, `500ml`, a tyre's `315/80 R22.5`. */
const DIMENSION = String.raw`(?<![\d.,xх×*])(?:\d+(?:[.,]\d+)?(?: ?[xх×*~-] ?\d+(?:[.,]\d+)?)? ?(?:${DIMENSION_UNIT})(?![a-zа-я])|\d{3}/\d{2} ?r\d{2}(?:[.,]5)?)`;
// Steel has its grade before it: 304不锈钢管.
const LEADING_FIGURES = new RegExp(String.raw`^(?:${DIMENSION}|\d{3}l?(?=不锈钢))\s*`, "u");
const DIMENSIONS = new RegExp(DIMENSION, "gu");

/** What a clause that names goods does not hold: their measures, their price, and what people do. */
const NO_GOODS = new RegExp(
  [
    "брутто|нетто|毛重|净重|总重|重量|体积|货值|价格|温度|排队|你好|老板|忽略|装箱单|目的地|起运|合计|条款|谢谢|主题|需要|报价",
    "gross|weight|volume|value|price|terms|dear|hello|please|urgent|quote|ready|need|total|regards|ignore|how much|payment|quantity|origin|destination|deliver|shipment|request",
    "вес|код(?!\\p{L})|цен[аыуе](?!\\p{L})|доставк|подскаж|масса|объем|стоимост|цена|услови|готов|добрыи день|здравств|нужн|сколько|просим|игнорир|инвоис|контракт|доставить|коллеги",
    "trong luong|tong |the tich|tri gia|gia tri|dieu kien|chao|can bao gia|bao gia|bo qua|kinh gui|so luong|giao hang|nhan hang",
    "каиырлы|салмагы|колеми|куны|багасы|керек|салеметсиз|елемеи|сураимыз|жеткизу",
  ].join("|"),
  "u",
);

/** A name that only leads to a place or to other words is none; without its marks `từ` would be a cupboard. */
const LINK_WORDS =
  /^(?:from|to|via|for|by|with|and|at|in|из|от|до|для|через|на|по|со|или|от|từ|đi|đến|về|sang|qua|cho|và|với|tới|bằng|пен|мен|бен|және|үшін|арқылы|дейін|gửi|chuyển|cần|send|ship|move|need|отправить|перевезти|нужно|жіберу|керек|从|到|至|往|经|走|发)$/iu;

/** Before a price, `at` and the like are no part of what it is a price of. */
/** What is asked for behind the goods: `咖啡机 要报关`. */
const ASKS_AT_END = /\s(?:要|需要?|求|请|想|做)$/u;
const LINK_AT_END = /\s(?:at|@|for|by|по|за)$/u;

/** How many pieces there are is no part of what they are called: `轮胎 600条`. */
const PIECES_AT_END =
  /\s?(?<![\d.,])\d{1,6} ?(?:条|个|只|台|辆|套|双|张|片|支|根|把|pcs|pieces|sets|units|шт|штук|дана|kien|thung|bao|мест|кор|ctns?|орын|жашик|корап)$/u;

export type Described = { readonly value: string; readonly from: Span; readonly reason: ReadReason };

const LETTERS_MAX = 60;
// Goods and the measures behind them.
const STRETCH_MAX = 2 * LETTERS_MAX;
const WORDS_MAX = 6;
const CLAUSES_BACK = 3;

/** Cuts blanks, lead-in words and the measures at its end off a stretch of text; null where what is left cannot be the name of goods. */
export function nameIn(source: Source, span: Span, taken: readonly Span[]): Span | null {
  const { folded, text } = source;
  const [start, to] = trimSpan(folded, span);
  const from = start + (ITEM_MARK.exec(text.slice(start, to))?.[0].length ?? 0);
  const lead = LEAD_IN.exec(folded.slice(from, to))?.[0] ?? "";
  const rest = trimSpan(folded, [from + lead.length, to]);
  if (rest[1] - rest[0] > STRETCH_MAX) return null;
  const words = withoutMeasures(folded.slice(...rest).replace(/[\s:：,，\-–—•]+$/u, ""))
    .replace(PIECES_AT_END, "")
    .replace(LINK_AT_END, "")
    .replace(ASKS_AT_END, "");
  const name: Span = [rest[0], rest[0] + words.length];
  const isName =
    /^[^\d]*(?:\p{L}{2}|\p{Script=Han})/u.test(words.replace(LEADING_FIGURES, "")) &&
    words.length <= LETTERS_MAX &&
    words.split(/\s+/).length <= WORDS_MAX &&
    !NO_GOODS.test(words) &&
    !/[?？!！<>{}]/u.test(words) &&
    !LINK_WORDS.test(text.slice(...name)) &&
    !taken.some((one) => isTouched(one, name));
  return isName ? name : null;
}

export const described = (source: Source, span: Span, reason: ReadReason): Described => ({
  value: source.text.slice(...span),
  from: span,
  reason,
});

const STOP = /[,，。;；\n(（)）、|]|\.(?=\s|$)|(?=\s+(?:hs|un)\s?\d)|(?=\s*\d)|\u3000|\s{2,}|\s[-–—]\s/u;

/** Where a name ends: at a stop or a number, but for the numbers of its dimensions. */
const endOfName = (lowerCase: string): number | undefined =>
  STOP.exec(lowerCase.replace(DIMENSIONS, (dimension) => "x".repeat(dimension.length)))?.index;

/** The goods after a label such as `Груз:` or `品名：`. */
export function labelledGoods(source: Source, taken: readonly Span[]): Described | null {
  for (const { span } of findAll(source.folded, GOODS_LABEL)) {
    const rest = source.text.slice(span[1]);
    const end = endOfName(rest.toLowerCase()) ?? rest.length;
    const name = nameIn(source, [span[1], span[1] + end], taken);
    if (name) return described(source, name, "goods_labelled");
  }
  return null;
}

/** A dimension says that goods are named: of their other words half is enough. */
function isKnownGoods(source: Source, span: Span): boolean {
  const words = source.text.slice(...span).toLowerCase();
  const bare = words.replace(DIMENSIONS, " ");
  return namesGoods(words, source.knowledge) || (bare !== words && knowsGoods(bare, source));
}

/** Whether words before a name say that goods come now: the mark of a list, or what is done with goods. */
const isAnnounced = ({ text, folded }: Source, [start]: Span): boolean =>
  LISTED.test(before(text, start, MARK_LETTERS_MAX)) || ANNOUNCED.test(before(folded, start, LEAD_LETTERS_MAX));

// What leads from the name of goods to a place or to other goods: `瓷砖到河内`, `tiles from Hanoi`, `20吨瓷砖和5吨…`. 沙发 is goods.
const LEADS_ON =
  /(?:(?:^|\s)(?:from|to|ex|via|and|из|от|с|со|в|до|и)\s*|(?:从|由|自|运?到|运?至|[发运]?往|(?<!沙)发|走|经|过|和|及|与)\s*)$/u;
// Only its marks tell từ from a cupboard and đến from a lamp.
const LEADS_ON_VIETNAMESE = /(?<!\p{L})(?:từ|đi|đến|tới|về|sang|qua|cho|tu|di|ve|sang)\s*$/iu;
const JOINS = /^\s*(?:(?:and|plus|и|а также)\s+|[和及与+])/u;

/** How many letters of the words before a place are not what leads on to it. */
const endOfWords = ({ text, folded }: Source, span: Span): number =>
  Math.min(
    folded.slice(...span).replace(LEADS_ON, "").length,
    text.slice(...span).replace(LEADS_ON_VIETNAMESE, "").length,
  );

/** Stretches before and after a figure within its clause, of which none reaches into a place or another fact. */
function stretchesBeside(source: Source, [start, end]: Span, [own, taken]: readonly [Span, readonly Span[]]): Span[] {
  const facts = taken.filter((one) => isTouched(own, one));
  const fact = Math.max(own[0], ...facts.flatMap(([, to]) => (to <= start ? [to] : [])));
  const from = fact + (fact === own[0] ? 0 : (JOINS.exec(source.folded.slice(fact, start))?.[0].length ?? 0));
  const place = Math.min(own[1], ...facts.flatMap(([at]) => (at >= end ? [at] : [])));
  const rest = source.folded.slice(end, place);
  const of = /^\s*(?:of\s+)?/u.exec(rest)?.[0] ?? "";
  const words = rest.slice(of.length);
  const stop = endOfName(words) ?? (place === own[1] ? words.length : endOfWords(source, [end + of.length, place]));
  const [before, after]: [Span, Span] = [
    [from, start],
    [end + of.length, end + of.length + stop],
  ];
  return /of\s/u.test(of) ? [after, before] : [before, after];
}

/** What is no goods though a count or weight stands beside it: what carries them, what stands for them, how often and about how much. */
const NO_GOODS_BESIDE = new RegExp(
  [
    "^(?:packing|packaging|упаковк\\p{L}*|包装)$",
    "^(?:each|every|per)(?:\\s|$)",
    "^(?:整车|拼[车箱柜]|散货|普货|杂货|.*(?:柜|柜子|集装箱|[米吨货卡拖挂半]车))$",
    "(?:约|大概|左右|共|近|超过|不到|每[天周月年次票车柜]|载重|限重|吨位|需求)$",
    "^(?:a |one )?(?:truck|lorry|trailer|container|load|shipment)s?$",
    "(?<![a-z])(?:for|of|to|from|in|about|around|approx\\.?|max|over|under|rate|freight|have|move|ship|send|monthly|weekly|capacity)$",
    "(?:^|\\s)(?:груз|товар|контеинер|прицеп|полуприцеп|грузоподъемност|тоннаж)\\p{L}{0,3}$",
    "^(?:машин[аыу]|фур[аыу]|парти[яю])$",
    "(?<!\\p{L})(?:около|примерно|до|на|от|по|всего|итого|ежемесячно|месяц|есть|наличии|более|свыше)$",
  ].join("|"),
  "u",
);

/** The names that may stand beside a figure: those of its clause, those of a few clauses before it back to `since`, and the clause after it. */
export function namesBeside(
  source: Source,
  figure: Span,
  { taken, since = 0 }: { readonly taken: readonly Span[]; readonly since?: number },
): { readonly own: Span[]; readonly back: Span[]; readonly ahead: Span[] } {
  const at = source.clauses.findIndex(([, end]) => end > figure[0]);
  const clause = source.clauses[at];
  if (!clause) return { own: [], back: [], ahead: [] };
  const back = source.clauses.slice(Math.max(0, at - CLAUSES_BACK), at).filter(([start]) => start >= since);
  const namesOf = (spans: readonly Span[]) =>
    spans
      .map((span) => nameIn(source, span, taken))
      .filter((name) => name !== null)
      .filter((name) => !NO_GOODS_BESIDE.test(source.folded.slice(...name)));
  return {
    own: namesOf(stretchesBeside(source, figure, [clause, taken])),
    back: namesOf(back.reverse()),
    ahead: namesOf(source.clauses.slice(at + 1, at + 2)),
  };
}

/** Whether a heading knows a name as goods, or words before it announce it. */
export const isGoods = (source: Source, name: Span): boolean => isKnownGoods(source, name) || isAnnounced(source, name);

/** The goods beside a count of packages: `cartons of LED lamps`, `文具200箱`, `обувь, 520 коробок`. */
export function goodsBeside(source: Source, counted: Span, taken: readonly Span[]): Described | null {
  const { own, back } = namesBeside(source, counted, { taken });
  // What no heading knows is taken from beside the count only: further away stand greetings and remarks.
  const name = [...own, ...back].find((one) => isGoods(source, one)) ?? own[0];
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

const SHORT_TEXT_MAX = 200;

/** The goods of a short text, no question, that names one known to a heading, as a clause or, between blanks, a word of its own: `40HC 光伏组件 班列`. */
export function goodsNamed(source: Source, taken: readonly Span[]): Described | null {
  if (source.folded.length > SHORT_TEXT_MAX || /[?？吗]/u.test(source.folded)) return null;
  const words = source.clauses.flatMap((clause): Span[] =>
    source.language === "zh-CN"
      ? findAll(source.folded.slice(...clause), /\S+/gu).map(({ span }) => [clause[0] + span[0], clause[0] + span[1]])
      : [
          clause,
          [Math.max(clause[0], ...taken.filter((one) => isTouched(clause, one)).map(([, end]) => end)), clause[1]],
        ],
  );
  const names = words
    .map((span) => nameIn(source, span, taken))
    .filter((name) => name !== null)
    .filter((name) => !NO_GOODS_BESIDE.test(source.folded.slice(...name)))
    .filter((name) => isGoods(source, name) || knowsGoods(source.text.slice(...name), source));
  const [name] = names;
  return name && names.every((one) => String(one) === String(name)) ? described(source, name, "goods_named") : null;
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
