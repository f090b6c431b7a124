/** What is wrong with a number as it was typed: a key of messages/issues.json. */
export type NumberProblem =
  | "container_malformed"
  | "container_check"
  | "wagon_malformed"
  | "wagon_check"
  | "air_waybill_malformed"
  | "air_waybill_check"
  | "waybill_malformed"
  | "tir_malformed"
  | "declaration_malformed"
  | "declaration_date"
  | "plate_malformed"
  | "seal_malformed";

/** A number in the one form in which it is kept, or what is wrong with it. */
export type ReadNumber =
  | { readonly value: string; readonly problem: null }
  | { readonly value: null; readonly problem: NumberProblem };

const isNumber = (value: string): ReadNumber => ({ value, problem: null });
const isNone = (problem: NumberProblem): ReadNumber => ({ value: null, problem });

/** As people write it, without what only parts it: spaces, dots (the one in the middle of a Chinese plate too) and dashes, in capitals. */
const bare = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.·•・\-–—_]/g, "");

/**
 * The last digit of a number by the rule that wagons use: from the right, the digits before it are taken twice and once in turn, the digits
 * of all products are summed, and what is missing to the next ten is the check digit. Finds every single changed digit.
 */
export function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/**
 * A wagon's number: eight digits on the 1520 mm network (the common park of the CIS railways: weights 2, 1, 2, 1, 2, 1, 2), twelve on the 1435 mm
 * network (UIC leaflet 438; of eleven digits the first too is taken twice). The last digit of both is what is missing to the next ten.
 */
export function readWagonNumber(typed: string): ReadNumber {
  const number = bare(typed);
  if (!/^(\d{8}|\d{12})$/.test(number)) return isNone("wagon_malformed");
  return luhnDigit(number.slice(0, -1)) === Number(number.at(-1)) ? isNumber(number) : isNone("wagon_check");
}

const FORM = /^[A-Z]{3}[UJZ]\d{7}$/;

/** Letters count from ten on, and those that are multiples of eleven are passed over: A is 10, B 12, L 23, V 34. */
const valueOf = (letter: string): number => {
  const at = letter.charCodeAt(0);
  if (at < 65) return at - 48;
  const plain = at - 55;
  return plain + Math.floor((plain - 1) / 10);
};

/** The check digit of the first ten characters: each times two to its place, the sum by eleven, and ten counts as nought. */
export const containerDigit = (ten: string): number =>
  ([...ten].reduce((sum, letter, at) => sum + valueOf(letter) * 2 ** at, 0) % 11) % 10;

/**
 * A freight container's number: three letters of its owner, U, J or Z, six digits and a check digit (ISO 6346). Kept without spaces. Any one
 * wrong digit is found, but between numbers whose remainder is ten and those whose is nought, which is why owners pass over the former.
 */
export function readContainerNumber(typed: string): ReadNumber {
  const number = bare(typed);
  if (!FORM.test(number)) return isNone("container_malformed");
  return containerDigit(number.slice(0, 10)) === Number(number[10]) ? isNumber(number) : isNone("container_check");
}

/**
 * An air waybill's number: the airline's three digits, a serial number of seven and a check digit, which is the serial number's remainder by
 * seven (IATA Resolution 600a). Kept as `020-81140743`. A digit that is wrong by exactly seven is not found: the rule cannot.
 */
export function readAirWaybill(typed: string): ReadNumber {
  const number = bare(typed);
  if (!/^\d{11}$/.test(number)) return isNone("air_waybill_malformed");
  const isRight = Number(number.slice(3, 10)) % 7 === Number(number[10]);
  return isRight ? isNumber(`${number.slice(0, 3)}-${number.slice(3)}`) : isNone("air_waybill_check");
}

const readBy =
  (form: RegExp, problem: NumberProblem) =>
  (typed: string): ReadNumber => {
    const number = bare(typed);
    return form.test(number) ? isNumber(number) : isNone(problem);
  };

/** The number of a road consignment note, by the CMR or a bilateral agreement. Neither asks for a form; four to twenty letters and digits are taken. */
export const readCmrNumber = readBy(/^[A-Z0-9/]{4,20}$/, "waybill_malformed");

/** The number of a rail (SMGS) consignment note, box 29: digits, before which some railways write letters. */
export const readSmgsNumber = readBy(/^[A-Z]{0,4}\d{6,10}$/, "waybill_malformed");

/**
 * The number of a TIR carnet: two letters and eight digits, such as XQ81234567 (UNECE eTIR code book). Its letters follow from the digits by a
 * rule that the IRU does not publish, so the form alone is tested.
 */
export const readTirCarnet = readBy(/^[A-Z]{2}\d{8}$/, "tir_malformed");

/** A number plate: letters of any script and digits, without spaces. Every country has its own, so the length alone is tested. */
export const readPlate = readBy(/^(?=.*\d)[\p{L}\p{N}]{4,12}$/u, "plate_malformed");

// The province, the letter of its office, and the number, of five signs or six; a trailer's of four before 挂 (GA 36-2018).
const CHINESE_PLATE =
  /^([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])([A-Z0-9]{5,6}|[A-Z0-9]{4}[挂学警港澳])$/u;

/** A plate as it is shown: one of mainland China with the dot that is printed on it, however it was typed; every other as it was typed. */
export function plateText(plate: string): string {
  const [, office, number] = CHINESE_PLATE.exec(bare(plate)) ?? [];
  return office === undefined ? plate : `${office}·${number}`;
}

/** A seal's number, as it is cut into it. */
export const readSeal = readBy(/^[\p{L}\p{N}/]{3,20}$/u, "seal_malformed");

/** Countries whose customs number their declarations by a form that is known here. */
export const DECLARED_IN = ["CN", "KZ", "RU", "VN"] as const;
export type DeclaredIn = (typeof DECLARED_IN)[number];
export const isDeclaredIn = (country: string): country is DeclaredIn =>
  (DECLARED_IN as readonly string[]).includes(country);

/**
 * The customs office, the year, 1 or I for import and 0 or E for export, and nine digits that count up; of a move between two customs (转关) sixteen digits,
 * or the thirteen of a truck's manifest (载货清单).
 */
const CHINA = /^(\d{4}20\d{2}[01IE]\d{9}|\d{16}|\d{13})$/;
/**
 * With how many digits the states of the Eurasian Economic Union write a customs post in front of a declaration's day and serial: Customs Union Commission, decision 257 of
 * 20 May 2010, instruction for filling in a declaration, box A, as amended to 2015.
 */
export const UNION_POST_DIGITS: Readonly<Record<string, number>> = { AM: 2, BY: 5, KG: 5, KZ: 5, RU: 8 };
/** The customs post, the day of registration as DDMMYY, and seven digits that count up. */
const EURASIAN = /^(\d+)\/(\d{2})(\d{2})(\d{2})\/(\d{7})$/;
const VIETNAM = /^\d{12}$/;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The number of a declaration in a state of the Eurasian Economic Union: post, day and serial, such as `10720010/241126/5012345`. */
export function readUnionDeclaration(country: string, number: string): ReadNumber {
  const [, post, day, month, year] = EURASIAN.exec(number) ?? [];
  if (post === undefined || post.length !== UNION_POST_DIGITS[country]) return isNone("declaration_malformed");
  return isDay(2000 + Number(year), Number(month), Number(day)) ? isNumber(number) : isNone("declaration_date");
}

/**
 * A customs declaration's number in its country's form: China 18 characters (报关单号: GACC) or, of a move, 16 or 13, Russia `NNNNNNNN/DDMMYY/NNNNNNN` and Kazakhstan
 * `NNNNN/DDMMYY/NNNNNNN` with a day that there is (see `UNION_POST_DIGITS`), Vietnam twelve digits (VNACCS). None of them has a check digit.
 */
export function readDeclarationNumber(country: DeclaredIn, typed: string): ReadNumber {
  const number = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  switch (country) {
    case "CN":
      return CHINA.test(number) ? isNumber(number) : isNone("declaration_malformed");
    case "VN":
      return VIETNAM.test(number) ? isNumber(number) : isNone("declaration_malformed");
    case "KZ":
    case "RU":
      return readUnionDeclaration(country, number);
  }
}
