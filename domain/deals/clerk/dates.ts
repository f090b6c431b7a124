import { after, before, findAll, foldText, oneOf, type ReadReason, type Source, type Span } from "./reading";
import { addDays, type LocalDate, parseLocalDate } from "@/domain/shared/time";

const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "январь", "января", "қаңтар"],
  ["february", "feb", "февраль", "февраля", "ақпан"],
  ["march", "mar", "март", "марта", "наурыз"],
  ["april", "apr", "апрель", "апреля", "сәуір"],
  ["may", "май", "мая", "мамыр"],
  ["june", "jun", "июнь", "июня", "маусым"],
  ["july", "jul", "июль", "июля", "шілде"],
  ["august", "aug", "август", "августа", "тамыз"],
  ["september", "sept", "sep", "сентябрь", "сентября", "қыркүйек"],
  ["october", "oct", "октябрь", "октября", "қазан"],
  ["november", "nov", "ноябрь", "ноября", "қараша"],
  ["december", "dec", "декабрь", "декабря", "желтоқсан"],
];

/** The month's number by its folded name. */
const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, at) => names.map((name) => [foldText(name), at + 1] as const)),
);

const WEEKDAYS: readonly (readonly string[])[] = [
  ["一", "monday", "понедельник", "hai", "дүйсенбі"],
  ["二", "tuesday", "вторник", "ba", "сейсенбі"],
  ["三", "wednesday", "среду", "среда", "tư", "сәрсенбі"],
  ["四", "thursday", "четверг", "năm", "бейсенбі"],
  ["五", "friday", "пятницу", "пятница", "sáu", "жұма"],
  ["六", "saturday", "субботу", "суббота", "bảy", "сенбі"],
  ["日", "天", "sunday", "воскресенье", "nhật", "жексенбі"],
];

/** The weekday's number, Monday first, by its folded name. */
const WEEKDAY_BY_NAME: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap((names, at) => names.map((name) => [foldText(name), at + 1] as const)),
);

/** Days that are named by their distance from today, folded. */
const NEAR_DAYS: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, ["今天", "today", "сегодня", "hôm nay", "бүгін"]],
      [1, ["明天", "tomorrow", "завтра", "ngày mai", "ертең"]],
      [2, ["后天", "day after tomorrow", "послезавтра", "ngày kia", "бүрсігүні"]],
      [3, ["大后天"]],
    ] as const
  ).flatMap(([days, names]) => names.map((name) => [foldText(name), days] as const)),
);

/** Beside a date: the goods are ready. */
export const READY =
  /备好|备货|好货|货好|可装|能装|[日号]装|装柜|装车|装箱|发货|出货|ready|(?<![a-z])rdy(?![a-z])|loading|collect|pick-?up|available|готов|отгруз|загруз|погруз|грузить|san sang|san hang|hang san|hang xong|co san|boc hang|lay hang|даиын|тие/u;

/** Beside a date: the goods arrive, or the date is about something else. */
export const NOT_READY =
  /未备|没备好|not ready|не готов|chua san sang|даиын емес|到货|交货|送达|到达|截止|deliver|arriv|deadline|доставить|доставк|привез|giao hang|den noi|жеткиз|closing|etd|eta|действ/u;

export type FoundDay = { readonly day: LocalDate; readonly span: Span; readonly reason: ReadReason };

const MONTH = oneOf([...MONTH_BY_NAME.keys()]);
const ISO = /(?<!\d)(?<y>20\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/g;
const HAN = /(?:(?<y>20\d\d)年)?(?<!\d)(?<m>\d{1,2})月(?<d>\d{1,2})[日号]/g;
const NAMED = new RegExp(
  String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|-го)? (?:of )?(?<name>${MONTH})(?:га|ка|да|та|нын|дын)?(?!\p{L})(?:[ ,]+(?<y>20\d\d))?|(?<!\p{L})(?<name2>${MONTH}) (?<d2>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?<y2>20\d\d))?`,
  "gu",
);
const VIETNAMESE = /ngay (?<d>\d{1,2}) thang (?<m>\d{1,2})(?: nam (?<y>20\d\d))?/g;
const MARKED = /(?<![\d.,/])(?<a>\d{1,2})(?<mark>[./])(?<b>\d{1,2})(?:\k<mark>(?<y>20\d\d))?(?![\d/]|[.,]\d)/g;

const two = (part: string | undefined): string => (part ?? "").padStart(2, "0");

/** The day of this month and day that comes next on or after `today`, where no year is written. */
function dayOf(today: LocalDate, parts: { y?: string | undefined; m: string; d: string }): LocalDate | null {
  if (parts.y) return parseLocalDate(`${parts.y}-${two(parts.m)}-${two(parts.d)}`);
  const year = Number(today.slice(0, 4));
  const soon = parseLocalDate(`${year}-${two(parts.m)}-${two(parts.d)}`);
  return soon !== null && soon < today ? parseLocalDate(`${year + 1}-${two(parts.m)}-${two(parts.d)}`) : soon;
}

const daysOf = (span: Span, day: LocalDate | null, reason: ReadReason = "day_written"): FoundDay[] =>
  day === null ? [] : [{ day, span, reason }];

// 12.8货好 names a day, month first, as no length is ready.
const HAN_READY = /^ ?(?:货好|好货|备好|可装|能装|装)/u;

// готов 18.12 names a day, day first, where no unit follows.
const READY_BEFORE = /(?:готов\p{L}*|погрузка|загрузка|отгрузка|даиын|san sang|hang san)(?: с| к| на)? $/u;
const NO_UNIT_AFTER = /^ ?(?:$|[,;\n)]|\.(?!\d))/u;

/** 05/12 is two days to an English reader; it is one where the other reading is no day, or the same. */
function marked(source: Source): FoundDay[] {
  return findAll(source.folded, MARKED).flatMap(({ span, groups }) => {
    const { a = "", b = "", mark, y } = groups;
    // Without a year 13.6 is a length to all; 20/12 is a day where days come first.
    if (!y && source.language === "zh-CN" && HAN_READY.test(after(source.folded, span[1], 4)))
      return daysOf(span, dayOf(source.day, { y, d: b, m: a }));
    const isReady =
      READY_BEFORE.test(before(source.folded, span[0], 20)) && NO_UNIT_AFTER.test(after(source.folded, span[1], 2));
    if (!y && mark === "." && isReady) return daysOf(span, dayOf(source.day, { y, d: a, m: b }));
    if (!y && (mark === "." || source.language === "en" || source.language === "zh-CN")) return [];
    const dayFirst = dayOf(source.day, { y, d: a, m: b });
    if (source.language !== "en" && source.language !== "zh-CN") return daysOf(span, dayFirst);
    const monthFirst = dayOf(source.day, { y, d: b, m: a });
    if (dayFirst === null || monthFirst === null) return daysOf(span, dayFirst ?? monthFirst);
    return dayFirst === monthFirst ? daysOf(span, dayFirst) : [];
  });
}

function named(source: Source): FoundDay[] {
  return findAll(source.folded, NAMED).flatMap(({ span, groups }) => {
    const month = MONTH_BY_NAME.get(groups.name ?? groups.name2 ?? "");
    const d = groups.d ?? groups.d2;
    return month && d ? daysOf(span, dayOf(source.day, { y: groups.y ?? groups.y2, m: String(month), d })) : [];
  });
}

const weekdayOf = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const WEEKDAY = oneOf([...WEEKDAY_BY_NAME.keys()]);
const NEXT_WEEK = new RegExp(
  String.raw`下(?:周|星期|礼拜)(?<zh>${WEEKDAY})|следующ\p{L}+ (?<ru>${WEEKDAY})(?!\p{L})|thu (?<vi>${WEEKDAY}) tuan sau|келеси (?<kk>${WEEKDAY})(?:да|де|га|ге)?(?!\p{L})|(?<!\p{L})next (?<en>${WEEKDAY})(?!\p{L})`,
  "gu",
);

/** A weekday of next week. English "next Friday" is read only from a weekend on: before it, it may be this week's. */
function nextWeek(source: Source): FoundDay[] {
  return findAll(source.folded, NEXT_WEEK).flatMap(({ span, groups }) => {
    const weekday = WEEKDAY_BY_NAME.get(Object.values(groups).find((name) => name !== undefined) ?? "");
    const today = weekdayOf(source.day);
    if (!weekday || (groups.en !== undefined && weekday > today)) return [];
    return daysOf(span, addDays(source.day, 7 - today + weekday), "day_reckoned");
  });
}

const NEAR = new RegExp(
  String.raw`(?<!\p{Script=Cyrillic}|\p{Script=Latin}|大(?=后天))(?<near>${oneOf([...NEAR_DAYS.keys()])})(?!\p{Script=Cyrillic}|\p{Script=Latin})`,
  "gu",
);

const near = (source: Source): FoundDay[] =>
  findAll(source.folded, NEAR).flatMap(({ span, groups }) =>
    daysOf(span, addDays(source.day, NEAR_DAYS.get(groups.near ?? "") ?? 0), "day_reckoned"),
  );

/** Every day that the text names, in full or reckoned from the day on which it was written. */
export function daysIn(source: Source): FoundDay[] {
  const plain = [ISO, HAN, VIETNAMESE].flatMap((pattern) =>
    findAll(source.folded, pattern).flatMap(({ span, groups }) =>
      daysOf(span, dayOf(source.day, { y: groups.y, m: groups.m ?? "", d: groups.d ?? "" })),
    ),
  );
  return [...plain, ...named(source), ...marked(source), ...nextWeek(source), ...near(source)];
}
