import { COUNTRIES, type Country, registrationKey } from "./organisation";
import { checkRegistration, type RegistrationIssue } from "./registration";

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

/** KPP: where and why a Russian company is registered, 9 characters (order of the Federal Tax Service MMV-7-6/435); sole traders have none. */
export const isKpp = (text: string): boolean => /^\d{4}[0-9A-Z]{2}\d{3}$/.test(registrationKey(text));

/** China's customs code of a declarant: four digits of the region, then its zone, kind and number (GACC order 221). */
export const isChinaCustomsCode = (text: string): boolean => /^\d{4}[0-9A-Z]{6}$/.test(registrationKey(text));
