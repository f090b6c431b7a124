import { DESCRIPTION_LETTERS_MAX, type RowProblem } from "../domain/tariff/hs-list";

const RIGHT_ROWS = 12_000;
const HEAD = "code,level,ru,kk";

/** What a row of each kind of wrongness looks like; `at` makes them different from one another. */
const WRONG: Readonly<Record<Exclude<RowProblem, "country_needed">, (at: number) => string>> = {
  quotes_broken: (at) => `${codeAt(at)},,"сорт "${at}",`,
  cells_differ: (at) => `${codeAt(at)},,сорт ${at}`,
  letters_broken: (at) => `${codeAt(at)},,\uFFFD\uFFFD${at},`,
  control_characters: (at) => `${codeAt(at)},,сорт\u0007${at},`,
  code_missing: (at) => `,,сорт ${at},`,
  code_malformed: (at) => `${10_000 + at},,сорт ${at},`,
  level_unknown: (at) => `${codeAt(at)},item,сорт ${at},`,
  level_differs: (at) => `${codeAt(at)},heading,сорт ${at},`,
  description_missing: (at) => `${codeAt(at)},,,`,
  description_too_long: (at) => `${codeAt(at)},,${"д".repeat(DESCRIPTION_LETTERS_MAX + 1)},`,
  code_repeated: (at) => `${codeAt(at * 100)},,сорт ещё раз ${at},`,
};

/** Ten digits in chapters 10 to 69, each once. */
const codeAt = (at: number): string => `${10 + (at % 60)}${String(at).padStart(6, "0")}00`;

/** A national list as it may come: right rows, some with quotes and line ends, and so many wrong ones of every kind strewn among them. */
export function nationalList(wrongOfEachKind: number) {
  const lines = Array.from({ length: RIGHT_ROWS }, (_, at) =>
    at % 50 === 0
      ? `${codeAt(at)},national,"– сорт ""${at}"",\nвторой",сұрып ${at}`
      : `${codeAt(at)},,сорт ${at},сұрып ${at}`,
  );
  const kinds = Object.entries(WRONG);
  const wrong = Array.from({ length: wrongOfEachKind }, (_, at) => kinds.map(([, line]) => line(at + 1))).flat();
  const every = Math.floor(lines.length / wrong.length);
  const strewn = lines.flatMap((line, at) =>
    at % every === every - 1 && wrong.length > 0 ? [line, wrong.shift() ?? ""] : [line],
  );
  return {
    text: `\uFEFF${[HEAD, ...strewn, ...wrong].join("\r\n")}\r\n`,
    rightRows: RIGHT_ROWS,
    kinds: kinds.map(([kind]) => kind),
    codeAt,
  };
}
