import { parseLocalDate } from "../shared/local-date";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

type Format = { readonly pattern: RegExp; readonly isPossible?: (text: string) => boolean };

const COUNTRIES_OF_UNION = ["RU", "KZ", "KG", "BY", "AM"];

/** Registering authority, day and serial of the Eurasian Economic Union: `10702020/241126/0012345`. */
const UNION: Format = {
  pattern: /^\d{5,8}\/\d{6}\/\d{7}$/,
  isPossible(text) {
    const [, day = ""] = text.split("/");
    return parseLocalDate(`20${day.slice(4)}-${day.slice(2, 4)}-${day.slice(0, 2)}`) !== null;
  },
};

const FORMATS = {
  // Customs district, year, 0 out or 1 in, serial: eighteen digits.
  china: { pattern: /^\d{4}20\d{2}[01]\d{9}$/ },
  // VNACCS: twelve digits, the last of them the number of the amendment.
  vietnam: { pattern: /^\d{12}$/ },
  union: UNION,
  /** Where the market knows no format: letters, digits and what separates them. */
  other: { pattern: /^[0-9A-Z][0-9A-Z/.-]{3,34}$/ },
} as const satisfies Readonly<Record<string, Format>>;

/** The form in which the customs of a country number their declarations, by the name that the words for it have. */
export function declarationFormat(country: string): keyof typeof FORMATS {
  if (country === "CN") return "china";
  if (country === "VN") return "vietnam";
  return COUNTRIES_OF_UNION.includes(country) ? "union" : "other";
}

/**
 * The number under which a country's customs have registered a declaration, in capitals and without spaces. Refuses
 * `declaration_number_malformed` what cannot be one: eighteen digits in China, twelve in Viet Nam, post/day/serial in the Eurasian Economic
 * Union with a day that there is, elsewhere 4 to 35 letters and digits. That there is such a declaration is for people to check.
 */
export function declarationNumber(
  country: string,
  text: string,
): Result<string, Refusal<"declaration_number_malformed">> {
  const number = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const { pattern, isPossible }: Format = FORMATS[declarationFormat(country)];
  const isOne = pattern.test(number) && (isPossible?.(number) ?? true);
  return isOne ? accept(number) : refuse("declaration_number_malformed", { country });
}
