import { foldText } from "../text/fold-text";

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
export const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
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
export const WEEKDAY_BY_NAME: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap((names, at) => names.map((name) => [foldText(name), at + 1] as const)),
);

/** Days that are named by their distance from today, folded. */
export const NEAR_DAYS: ReadonlyMap<string, number> = new Map(
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
  /备好|备货|可装|能装|装柜|装车|装箱|发货|出货|ready|loading|collect|pick-?up|available|готов|отгруз|загруз|погруз|грузить|san sang|san hang|boc hang|lay hang|даиын|тие/u;

/** Beside a date: the goods arrive, or the date is about something else. */
export const NOT_READY =
  /未备|没备好|not ready|не готов|chua san sang|даиын емес|到货|交货|送达|到达|截止|deliver|arriv|deadline|доставить|доставк|привез|giao hang|den noi|жеткиз|closing|etd|eta|действ/u;
