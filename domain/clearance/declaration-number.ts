import { dayOf, type Instant } from "../shared/time";
import { readTirCarnet, readUnionDeclaration, UNION_POST_DIGITS } from "../orders/document-numbers";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { RegisteredNumber } from "../orders/evidence";
import { isDistrictOfChina } from "../services/customs/offices";
import { type Declaration, DECLARATION_SIDES, type DeclarationSide, isBeforeCustoms } from "./declaration";

/** Whether a number is in the form of a country's customs. */
type Format = (number: string, country: string) => boolean;

const writtenAs =
  (pattern: RegExp): Format =>
  (number) =>
    pattern.test(number);

// Customs office, year, 0 out or 1 in (of a collective declaration E or I), serial: eighteen characters.
const CHINA = /^\d{4}20\d{2}[01EI]\d{9}$/;

const UNION: Format = (number, country) => readUnionDeclaration(country, number).problem === null;

const FORMATS = {
  china: writtenAs(CHINA),
  // Of a move between two customs (转关) the transit declaration's sixteen digits or the thirteen of a truck's manifest, which a declaration names behind an @ ("“@”+16位转关申报单预录入号（或13位载货清单号）":
  // GACC, notes on filling in declarations, announcement no. 18 of 2019, as lhhb56.com repeats them).
  china_transit: writtenAs(new RegExp(`${CHINA.source}|^\\d{16}$|^\\d{13}$`)),
  // VNACCS: twelve digits, the last of them the number of the amendment; imports begin with 10 and exports with 30 (108625440120 and others in public programs).
  vietnam: writtenAs(/^\d{12}$/),
  union: UNION,
  // A transit declaration (ТД) is numbered as all of the Union's are.
  union_transit: UNION,
  /** Where the market knows no format: letters, digits and what separates them. */
  other: writtenAs(/^[0-9A-Z][0-9A-Z/.-]{3,34}$/),
} as const satisfies Readonly<Record<string, Format>>;

/** The form in which the customs of a country number what is declared for a side, by the name that the words for it have. */
export function declarationFormat({ country, side }: Pick<Filing, "country" | "side">): keyof typeof FORMATS {
  const isTransit = side === "transit";
  if (country === "CN") return isTransit ? "china_transit" : "china";
  if (country === "VN") return "vietnam";
  if (!(country in UNION_POST_DIGITS)) return "other";
  return isTransit ? "union_transit" : "union";
}

/** Where a transit may go under a TIR carnet, whose number then stands for the declaration's: China and the Union's states are parties of the Convention, Viet Nam is none. */
const UNDER_CARNET: readonly string[] = ["china_transit", "union_transit"];

type Filing = {
  readonly country: string;
  readonly side: DeclarationSide;
  readonly filedAt: Instant;
  /** Whether that is only the latest time at which it can have been filed, as a day of release is. */
  readonly isLatest?: boolean;
};

/** Where in a Chinese number its year and its direction stand. */
const [CHINA_YEAR, CHINA_DIRECTION] = [{ from: 4, to: 8 }, 8];
const DIRECTIONS_OF: Readonly<Partial<Record<DeclarationSide, readonly string[]>>> = {
  export: ["0", "E"],
  import: ["1", "I"],
};
const CHINA_ZONE = "Asia/Shanghai";
/** A number that was given at the end of December may be told as filed until this day of January. Our choice: the holiday and two days. */
const OLD_YEAR_UNTIL = "01-05";

type Contradiction = "office" | "year" | "direction";

/**
 * What of a well-formed Chinese number contradicts the filing: it begins with an office of one of China's customs districts, it bears the year in which it was given, which in the first days of January may be the
 * one before (so it may all year where only the latest time of the filing is known), and 0 for an export or 1 for an import: so the notes on filling in declarations describe the number (GACC, announcement no. 61
 * of 2018 and its successors). The January of grace is ours; of a transit the direction says nothing.
 */
function contradicts(number: string, { side, filedAt, isLatest = false }: Filing): Contradiction | null {
  if (!isDistrictOfChina(number)) return "office";
  const day = dayOf(filedAt, CHINA_ZONE);
  const [filed, year] = [Number(day.slice(0, 4)), Number(number.slice(CHINA_YEAR.from, CHINA_YEAR.to))];
  const isOldAllowed = isLatest || day.slice(5) <= OLD_YEAR_UNTIL;
  if (year !== filed && !(isOldAllowed && year === filed - 1)) return "year";
  return DIRECTIONS_OF[side]?.includes(number[CHINA_DIRECTION] ?? "") === false ? "direction" : null;
}

/**
 * The number under which a country's customs have registered a declaration, in capitals and without spaces. Refuses
 * `declaration_number_malformed` what cannot be one: eighteen characters in China with an office that there is and the year and direction of the filing, twelve in Viet Nam, post/day/serial in the Eurasian Economic
 * Union with a post of that country's length and a day that there is, elsewhere 4 to 35 letters and digits. A transit is opened by the form of its country: sixteen or thirteen digits of a move in China too, and the number of a TIR carnet there and in
 * the Union. `why` says what is wrong. That there is such a declaration is for people to check.
 */
export function declarationNumber(
  filing: Filing,
  text: string,
): Result<string, Refusal<"declaration_number_malformed">> {
  const number = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^@(?=(\d{13}|\d{16})$)/, "")
    .toUpperCase();
  const format = declarationFormat(filing);
  const carnet = UNDER_CARNET.includes(format) ? readTirCarnet(number).value : null;
  if (carnet !== null) return accept(carnet);
  const isInForm: Format = FORMATS[format];
  const malformed = (why: "form" | Contradiction) =>
    refuse("declaration_number_malformed", { country: filing.country, side: filing.side, why });
  if (!isInForm(number, filing.country)) return malformed("form");
  const contradicted = filing.country === "CN" && CHINA.test(number) ? contradicts(number, filing) : null;
  return contradicted === null ? accept(number) : malformed(contradicted);
}

/** Whether a number is told of a country where the goods are declared. Refuses `declaration_number_malformed` of any other. */
export const isOfCountries = (
  { country }: Pick<Told, "country">,
  countries: readonly string[],
): Result<void, Refusal<"declaration_number_malformed">> =>
  countries.includes(country) ? accept(undefined) : refuse("declaration_number_malformed", { country, why: "country" });

type Told = { readonly country: string; readonly number: string };
type Ends = { readonly origin: string; readonly destination: string };

/** The side that a deal's goods are declared for in a country: they leave their origin, enter their destination, and pass through any other. */
const sideIn = (country: string, { origin, destination }: Ends): DeclarationSide =>
  country === origin ? "export" : country === destination ? "import" : "transit";

/**
 * Whether a number that is told of a deal beside a step or on a paper can be that of a declaration in its country, by the side that the goods are
 * declared for there, or by the one that is named. Refuses `declaration_number_malformed` as `declarationNumber` does.
 */
export function mayBeDeclared(
  { country, number }: Told,
  {
    ends,
    side = sideIn(country, ends),
    ...filed
  }: Pick<Filing, "filedAt" | "isLatest"> & { readonly ends: Ends; readonly side?: DeclarationSide | undefined },
): Result<void, Refusal<"declaration_number_malformed">> {
  const read = declarationNumber({ country, side, ...filed }, number);
  return read.ok ? accept(undefined) : read;
}

/** A number under which goods were declared, and for which side. */
export type SidedNumber = RegisteredNumber & { readonly side: DeclarationSide };

type Numbered = {
  /** Numbers that were told by hand with the order's steps. */
  readonly told: readonly RegisteredNumber[];
  /** Declarations that are kept. Those that the customs do not have before them, or refused, are passed over. */
  readonly kept: readonly (Pick<Declaration, "side" | "country" | "state"> & {
    readonly registeredNumber: string | null;
  })[];
};

/** The numbers of all that an order has declared, each once and with its side, in the order in which goods come to the sides. */
export function numbersBySide(
  { told, kept }: Numbered,
  { ends, side }: { readonly ends: Ends; readonly side?: DeclarationSide | undefined },
): readonly SidedNumber[] {
  const numbers = [
    ...kept.flatMap((one): SidedNumber[] => {
      const { country, registeredNumber: number } = one;
      return number === null || !isBeforeCustoms(one) ? [] : [{ side: one.side, country, number }];
    }),
    ...told.map(({ country, number }) => ({ side: side ?? sideIn(country, ends), country, number })),
  ];
  const isFirst = ({ country, number }: SidedNumber, at: number) =>
    numbers.findIndex((one) => one.country === country && one.number === number) === at;
  const place = (one: SidedNumber) => DECLARATION_SIDES.indexOf(one.side);
  return numbers.filter(isFirst).sort((a, b) => place(a) - place(b));
}
