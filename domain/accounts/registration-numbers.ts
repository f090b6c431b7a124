import { COUNTRIES, type Country, organisationSchema, registrationKey } from "./organisation";

/** A key of messages/accounts.json, or null where the number can be one. */
type RegistrationIssue = "registration_length" | "registration_check" | null;

const digitsOf = (number: string): number[] => [...number].map(Number);

const sum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0);

const verdict = (isRight: boolean): RegistrationIssue => (isRight ? null : "registration_check");

// GB 32100-2015: no I, O, S, V, Z. Only form and check character are tested: the regions and the inner code of GB 11714
// are not, because numbers that the registry itself has issued break them.
const USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";

function checkChina(number: string): RegistrationIssue {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(number)) return "registration_length";
  const values = [...number].map((letter) => USCC.indexOf(letter));
  let weight = 1;
  let total = 0;
  for (const value of values.slice(0, 17)) {
    total += value * weight;
    weight = (weight * 3) % 31;
  }
  return verdict((31 - (total % 31)) % 31 === values[17]);
}

/** INN: ten digits of a company, twelve of a sole trader (order of the Federal Tax Service, MM-7-6/435). */
function checkRussia(number: string): RegistrationIssue {
  const digits = digitsOf(number);
  const control = (weights: readonly number[]) => (sum(digits, weights) % 11) % 10;
  if (/^\d{10}$/.test(number)) return verdict(control([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9]);
  if (!/^\d{12}$/.test(number)) return "registration_length";
  return verdict(
    control([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] &&
      control([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11],
  );
}

/** BIN: twelve digits; a second row of weights decides where the first leaves ten, and such numbers as leave ten twice are not issued. */
function checkKazakhstan(number: string): RegistrationIssue {
  if (!/^\d{12}$/.test(number)) return "registration_length";
  const digits = digitsOf(number);
  const first = sum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const control = first === 10 ? sum(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first;
  return verdict(control === digits[11]);
}

/** MST: ten digits, three more for a branch; a household's twelve-digit personal number carries no check digit of the tax office. */
function checkVietnam(number: string): RegistrationIssue {
  if (/^\d{12}$/.test(number)) return null;
  if (!/^\d{10}(\d{3})?$/.test(number)) return "registration_length";
  const digits = digitsOf(number);
  return verdict(10 - (sum(digits, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11) === digits[9]);
}

function checkThailand(number: string): RegistrationIssue {
  if (!/^\d{13}$/.test(number)) return "registration_length";
  const digits = digitsOf(number);
  return verdict((11 - (sum(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digits[12]);
}

const CHECKS: Partial<Record<Country, (number: string) => RegistrationIssue>> = {
  CN: checkChina,
  RU: checkRussia,
  KZ: checkKazakhstan,
  VN: checkVietnam,
  TH: checkThailand,
};

/**
 * Whether a registration number can be one of its country, by that registry's own rule for form and check digit. Countries
 * whose rule is not published are taken as written. That the number is this company's is for people to verify.
 */
export const checkRegistration = (country: Country, number: string): RegistrationIssue =>
  CHECKS[country]?.(registrationKey(number)) ?? null;

// Registries whose rule for a check digit is not published: the form is all that can be held.
const FORMS: Partial<Record<Country, RegExp>> = {
  // STIR of a company, PINFL of a person (Tax Code of Uzbekistan, art. 123).
  UZ: /^(\d{9}|\d{14})$/,
  // INN of companies and persons.
  KG: /^\d{14}$/,
  // The state register's seven digits, a person's ten (two letters before eight digits), or the tax office's eleven or twelve.
  MN: /^(\d{7}|[А-ЯЁӨҮA-Z]{2}\d{8}|\d{11,12})$/u,
};

const isKnown = (country: string): country is Country => (COUNTRIES as readonly string[]).includes(country);

/**
 * Whether a tax number can be one of its country: VN MST, KZ BIN, RU INN, CN social credit code and TH with their check digits, as
 * organisations' own numbers are checked; UZ, KG and MN by form. Numbers of other countries are taken as written. The country is ISO
 * 3166-1 alpha-2; spaces, dots and dashes do not count.
 */
export function checkTaxNumber(country: string, number: string): RegistrationIssue {
  if (!isKnown(country)) return null;
  const form = FORMS[country];
  if (form) return form.test(registrationKey(number)) ? null : "registration_length";
  return checkRegistration(country, number);
}

/** Whether a social credit code is that of an enterprise: 9 stands for the market regulator, 1 for enterprises, 3 for farmers' cooperatives (GB 32100-2015, table 1). */
export const isEnterpriseOfChina = (number: string): boolean => registrationKey(number).startsWith("91");

/** OGRN of a company, 13 digits, or OGRNIP of a sole trader, 15: the last digit is the rest of the others by 11, or by 13 (order of the Ministry of Finance 165n of 30 October 2017). */
export function isOgrn(text: string): boolean {
  const number = registrationKey(text);
  if (!/^(?:[15]\d{12}|3\d{14})$/.test(number)) return false;
  const rest = BigInt(number.slice(0, -1)) % BigInt(number.length - 2);
  return Number(rest % 10n) === Number(number.slice(-1));
}

/** KPP: where and why a Russian company is registered, 9 characters (order of the Federal Tax Service MMV-7-6/435); sole traders have none. */
export const isKpp = (text: string): boolean => /^\d{4}[0-9A-Z]{2}\d{3}$/.test(registrationKey(text));

/** Provinces, regions and municipalities of mainland China as GB/T 2260 numbers them. */
const REGIONS_OF_CHINA = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/;

/** China's customs code of a declarant: four digits of the region where it is registered, then its zone, kind and number (GACC order 221). */
export function isChinaCustomsCode(text: string): boolean {
  const code = registrationKey(text);
  return /^\d{4}[0-9A-Z]{6}$/.test(code) && REGIONS_OF_CHINA.test(code);
}

/** What is known of an organisation, its registration number held against the rule of its country. */
export const organisationForm = organisationSchema.superRefine(({ country, registrationNumber }, context) => {
  const issue = checkRegistration(country, registrationNumber);
  if (issue) context.addIssue({ code: "custom", message: issue, path: ["registrationNumber"] });
});
