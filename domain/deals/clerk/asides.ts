import { mentionsIn } from "./known-names";
import { volumesIn, weightsIn } from "./measures";
import { packagesIn } from "./packages";
import { findAll, isTouched, type Source, type Span } from "./reading";

/** Where an aside may begin and end, over folded text: as clauses, but that no dash and no colon parts it. */
const ASIDE_END = /[。！？!?;；\n、()（）]|,(?!\d)|(?<!\d),|\.(?=\s|$)/gu;

const WORD = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])`;
const END = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}])`;
const patternOf = (words: readonly string[], flags: string): RegExp => new RegExp(words.join("|"), flags);

const EN_THINGS = "time|week|month|year|season|shipment|lot|order|batch|load|container|cargo|one|quote|rate|price";
const RU_THINGS = "раз|недел|месяц|год|сезон|парти|отправк|поставк|заказ|груз|контеинер|ставк|цен";

/** Words that say of when something is told: of another shipment, or of what it cost. */
const PAST_TIME = patternOf(
  [
    "(?<![早晚马])上(?:次|回|个?月|个?(?:周|星期|礼拜|季度)|[一个][票批柜车单次回]|[票批])|去年|前年|前[几两]天|(?<=^|\\s|[我你他咱]们?)(?:之前|以前|早前|前阵子)",
    String.raw`${WORD}last (?:${EN_THINGS})s?${END}(?<!last (?:week|month|year|season)(?= of))|${WORD}previous(?:ly)?${END}|${WORD}earlier (?:this|in|shipment)|${WORD}(?:weeks?|months?|years?) ago${END}|${WORD}in the past${END}`,
    String.raw`${WORD}(?:поза)?прошл\p{L}+ (?:${RU_THINGS})\p{L}*|${WORD}в том (?:году|месяце)${END}|${WORD}предыдущ\p{L}+|${WORD}(?<!не |можно )(?:раньше|ранее)${END}|${WORD}(?:недел|месяц|год)\p{L}* назад`,
    String.raw`${WORD}(?:lan|thang|tuan|dot|lo|chuyen|ky|hom|nam|don) (?:hang )?truoc${END}|${WORD}(?:lan|thang|tuan|nam|dot|hom) roi${END}|${WORD}nam ngoai${END}|${WORD}truoc (?:day|kia)${END}`,
    String.raw`${WORD}былтыр\p{L}*|${WORD}(?:откен|алдынгы) (?!\p{L}*[дт][ае]и${END})(?:жол|аи|апта|жыл|жук|партия|тапсырыс)\p{L}*|${WORD}откенде${END}|^\s*бурын${END}|${WORD}бурынгы${END}`,
  ],
  "gu",
);

const EN_OWN = "lot|shipment|order|batch|container|cargo|load|consignment";
const RU_DID =
  "отправлял|отправил|отгружал|отгрузил|возил|перевозил|перевезл|везл|брал|платил|заплатил|считал|посчитал|обошл|стоил";

/** What people say was done: we shipped, you quoted. */
const PAST_DEED = patternOf(
  [
    "[发走报运寄做付]过(?![境关来去])",
    String.raw`${WORD}(?:we|you|they|i) (?:have |had |already |once |also |usually )?(?:shipped|sent|paid|moved|took|quoted|charged|exported|imported)${END}|${WORD}(?:already (?:went|gone|shipped|left|sent|delivered)|went already)${END}`,
    String.raw`${WORD}our (?:[a-z]+ )?(?:${EN_OWN})s? (?:was|were|weighed|came)${END}`,
    String.raw`${WORD}(?:${RU_DID})(?:[иао]|о?сь|ись|ась)?${END}`,
    String.raw`${WORD}\p{Script=Cyrillic}{1,20}[гк][ае]н ед(?:ик|им|и|ингиз|иниз)${END}|${WORD}(?:жибердик|жонелттик|толедик|тасыдык|апардык)${END}`,
  ],
  "gu",
);
// Without its marks it would be leather.
const PAST_DEED_VIETNAMESE = /(?<!\p{L})đã (?:đi|gửi|báo|trả|xuất|chở)(?!\p{L})/giu;

/** Beside a past time: the shipment is like that one. */
const LIKE_BEFORE = new RegExp(
  String.raw`(?:[跟和与同像如按照是]|${WORD}(?:same|like|as|than)(?: [a-z]+){0,2}|${WORD}(?:как|чем)(?: и)?(?: в| на)?|${WORD}(?:nhu|giong)) ?$`,
  "u",
);
const LIKE_AFTER = new RegExp(String.raw`^(?:\p{Script=Han}{0,4}(?:一样|相同)|\p{L}* сиякты)`, "u");
const LIKE_MAX = 24;

/** What was made then is ready to go now. */
const STANDS_NOW = new RegExp(
  String.raw`备好|做好|生产|产的|到仓|入库|${WORD}(?:made|produced|ready|harvest(?:ed)?|crop)${END}|${WORD}(?:готов|изготовл|произвед|урожа)\p{L}*|${WORD}(?:san xuat|san sang|thu hoach)${END}|${WORD}(?:даиын|ондирил)\p{L}*`,
  "u",
);

/** Words with which a text comes back from what was to what is asked. */
const NOW = new RegExp(
  String.raw`这[次回批票柜车]|本次|此次|现在|目前|${WORD}(?:now|this (?:time|one|lot|shipment|month|week))${END}|${WORD}(?:сеичас|теперь|на этот раз|в этот раз)${END}|${WORD}(?:gio|bay gio|(?:lan|dot|lo|thang) nay)${END}|${WORD}(?:енди|казир|осы жолы|бул жолы)${END}`,
  "u",
);

/** Where within one clause another shipment is told of: from the clause's start, or in Chinese from the last blank, up to a word that leads back. */
function pastWithin({ text, folded }: Source, [start, end]: Span): Span | null {
  const words = folded.slice(start, end);
  if (STANDS_NOW.test(words)) return null;
  const times = findAll(words, PAST_TIME).filter(
    ({ span }) =>
      !LIKE_BEFORE.test(words.slice(Math.max(0, span[0] - LIKE_MAX), span[0])) &&
      !LIKE_AFTER.test(words.slice(span[1], span[1] + LIKE_MAX)),
  );
  const deeds = [...findAll(words, PAST_DEED), ...findAll(text.slice(start, end), PAST_DEED_VIETNAMESE)];
  const now = NOW.exec(words)?.index ?? end;
  // What is said behind a word for now is of now, unless it names the time: `now 20 t, last time 40 t` without the comma.
  const told = [...times, ...deeds.filter(({ span }) => span[0] < now)].map(({ span }) => span[0]);
  if (told.length === 0) return null;
  const first = Math.min(...told);
  if (now < first) return [start + first, end];
  const blank = /\p{Script=Han}/u.test(words[first] ?? "") ? words.lastIndexOf(" ", first) + 1 : 0;
  return [start + blank, Math.min(start + now, end)];
}

const FIGURES_ONLY = /^[\s\d.,/+x×*~-]*\d\s?(?:\p{Script=Han}{1,2}|[\p{L}.]{1,8}\d?)\s*$/u;

/** Clauses about another shipment; one that measures it takes the bare figures behind it along: `上次发了15吨，26方`. */
function pastIn(source: Source, clauses: readonly Span[]): Span[] {
  const past: Span[] = [];
  let isMeasured = false;
  let figures: readonly Span[] | undefined;
  const measures = (aside: Span): boolean => {
    figures ??= figuresOf(source);
    return figures.some((figure) => isTouched(aside, figure));
  };
  for (const clause of clauses) {
    const told = pastWithin(source, clause);
    const isTail: boolean = isMeasured && FIGURES_ONLY.test(source.folded.slice(...clause));
    const aside: Span | null = told ?? (isTail ? clause : null);
    if (aside) past.push(aside);
    const isToItsEnd: boolean = aside?.[1] === clause[1] && source.folded[clause[1]] !== "\n";
    isMeasured = aside !== null && isToItsEnd && (isTail || measures(aside));
  }
  return past;
}

const figuresOf = (source: Source): Span[] =>
  [...weightsIn(source), ...volumesIn(source), ...packagesIn(source)].map(({ span }) => span);

/** What is asked of a border or a road: whether it is open, how full it is. */
const TRAFFIC = new RegExp(
  [
    "堵|拥挤|排队|畅通|通不通|通车|闭关|关闭|关了|开了|开放|恢复|限行|放行|开不开|开门|开关",
    String.raw`${WORD}(?:open(?! (?:top|truck|wagon|container|trailer)s?)|reopen(?:ed)?|closed|shut|congest[a-z]*|queues?|jam[a-z]*|backlogs?|delay[a-z]*|traffic|stuck|busy|working)${END}`,
    String.raw`${WORD}(?:работа[ею]т|открыт\p{L}{0,2}|закрыт\p{L}{0,2}|очеред\p{L}*|проб(?:к\p{L}*|ок)|затор\p{L}*|пропускают)${END}`,
    String.raw`${WORD}(?:ket|tac|un tac|mo cua|dong cua|dong bien|thong xe|mo lai)${END}`,
    String.raw`${WORD}(?:ашык|жабык|кезек|кептелис|жумыс истеи)\p{L}*`,
  ].join("|"),
  "u",
);
const ASKS = new RegExp(
  String.raw`[?吗么]|(?<verb>[堵通开关])不\k<verb>|${WORD}co .{1,40} khong${END}|${WORD}[бмп][ае][\s,]*$`,
  "u",
);
const BORDER = new RegExp(
  String.raw`口岸|边境|关口|海关|${WORD}(?:border|crossing|customs post|cua khau|bien gioi)${END}|${WORD}(?:границ|погранпереход|переход|кпп|шекара)\p{L}*`,
  "u",
);

/** Clauses that ask whether a gate is open or full, with the mark of the question; of one that measures goods, in Chinese, the words between its blanks. */
function trafficIn(source: Source, clauses: readonly Span[]): Span[] {
  const { folded } = source;
  const asking = clauses.flatMap(([start, end]): { at: number; span: Span }[] => {
    const span: Span = [start, folded[end] === "?" ? end + 1 : end];
    const words = folded.slice(...span);
    const at = TRAFFIC.exec(words)?.index;
    return at !== undefined && ASKS.test(words) ? [{ at: start + at, span }] : [];
  });
  if (asking.length === 0) return [];
  const figures = figuresOf(source);
  const gates = mentionsIn(source).filter(({ place }) => place.hubId !== null);
  return asking
    .map(({ at, span }): Span => {
      const isMeasured = figures.some((figure) => isTouched(span, figure));
      const end = folded.indexOf(" ", at);
      return isMeasured
        ? [Math.max(span[0], folded.lastIndexOf(" ", at) + 1), end < 0 ? span[1] : Math.min(end, span[1])]
        : span;
    })
    .filter(
      (span) =>
        (BORDER.test(folded.slice(...span)) || gates.some((gate) => isTouched(span, gate.span))) &&
        !figures.some((figure) => isTouched(span, figure)),
    );
}

/**
 * The stretches of a text that are no part of what is asked: what is told of another shipment or of its price, and questions about a border.
 * Where it is not plain that a clause is one, it is left in.
 */
export function asidesIn(source: Source): Span[] {
  const clauses = cut(source.folded);
  return [...pastIn(source, clauses), ...trafficIn(source, clauses)];
}

function cut(folded: string): Span[] {
  let start = 0;
  const ends = [...findAll(folded, ASIDE_END).map(({ span }) => span), [folded.length, folded.length] as const];
  return ends.map(([end, next]): Span => {
    const clause: Span = [start, end];
    start = next;
    return clause;
  });
}
