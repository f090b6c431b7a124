import { code as currencyRecord } from "currency-codes";
import type { Currency } from "@/domain/shared/money";
import { isBik } from "./bank-codes";
import { type SpecIssue, specIssue } from "../spec-issue";

/** Lengths of an IBAN by country (SWIFT, IBAN Registry): those of the market's corridors and of their usual banks. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{ KZ: 20, MN: 20, BY: 28, GE: 22, AZ: 28, TR: 26, AE: 23 },
  ...{ DE: 22, AT: 20, PL: 28, HU: 28, LV: 21, LT: 20, EE: 20, NL: 18, FR: 27, IT: 27, ES: 24, BE: 16, GB: 22 },
};

type AccountForm = { readonly possible: RegExp; readonly usual: RegExp };
const only = (form: RegExp): AccountForm => ({ possible: form, usual: form });

/**
 * Digits of accounts where no check digit is held here. China: up to 32 (the People's Bank's CNAPS message format), of which companies have 12 to
 * 23; Vietnam: up to 19 as its banks issue them, mostly 8 to 15; Thailand: 10, of the state's savings banks 12 to 15. Uzbekistan: 20, beside the bank's MFO (Central Bank's chart of accounts); Kyrgyzstan: 16
 * (National Bank's instruction on numbering settlement accounts, 2005). Mongolia: those of before its IBAN, 8 to 12. What is not of a register is an estimate.
 */
const ACCOUNT_FORMS: Readonly<Record<string, AccountForm>> = {
  CN: { possible: /^\d{8,32}$/, usual: /^\d{12,23}$/ },
  VN: { possible: /^\d{6,19}$/, usual: /^\d{8,15}$/ },
  TH: { possible: /^\d{6,16}$/, usual: /^\d{10,15}$/ },
  UZ: only(/^\d{20}$/),
  KG: only(/^\d{16}$/),
  MN: only(/^\d{8,12}$/),
};
const ANY_ACCOUNT = only(/^[0-9A-Z]{4,34}$/);

/**
 * Where an account has an IBAN and an older number that its bank still knows. Mongolia: IBAN of 20 characters, MN2!n4!n12!n (SWIFT, IBAN Registry), in
 * payments between banks since 1 April 2025 (Trade and Development Bank of Mongolia, tdbm.mn, help centre).
 */
const IBAN_BESIDE_NUMBER: readonly string[] = ["MN"];

const RUSSIAN_WEIGHTS = [7, 1, 3];

const ACCOUNT = "payee.account";

/** Without the spaces and dashes in which people group it, in capitals. */
export const bareAccount = (text: string): string => text.replace(/[\s-]/g, "").toUpperCase();

/** ISO 13616: the first four characters moved to the end, letters as 10 to 35, leave 1 by 97. */
const isIban = (iban: string): boolean =>
  [...(iban.slice(4) + iban.slice(0, 4))].reduce((rest, letter) => {
    const value = Number.parseInt(letter, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0) === 1;

/** Bank of Russia, order 515 of 8 September 1997: the BIK's last three digits and the account, by weights 7, 1, 3, end in 0. */
function isAccountOfBik(account: string, bik: string): boolean {
  const digits = [...(bik.slice(-3) + account)].map(Number);
  return digits.reduce((sum, digit, at) => sum + digit * (RUSSIAN_WEIGHTS[at % 3] ?? 0), 0) % 10 === 0;
}

/**
 * Digits six to eight of a Russian account, which say its currency: the number of ISO 4217, but for the rouble its code of before 1998 (Bank of
 * Russia, regulation 809-P).
 */
export const russianCurrencyDigits = (currency: Currency): string =>
  currency === "RUB" ? "810" : (currencyRecord(currency)?.number ?? "");

/** An account in Russia is kept in one currency, and takes no other: a bank sends dollars to an account in roubles back. */
function checkRussianAccount(account: string, { bik, currency }: Pick<Kept, "bik" | "currency">): SpecIssue | null {
  if (!/^\d{20}$/.test(account)) return specIssue(ACCOUNT, "account_russia");
  if (bik !== undefined && isBik(bik) && !isAccountOfBik(account, bik))
    return specIssue(ACCOUNT, "account_russia_check");
  const digits = russianCurrencyDigits(currency);
  return account.slice(5, 8) === digits ? null : specIssue(ACCOUNT, "account_russia_currency", { currency, digits });
}

/** Where an account is kept, and in which currency it is to be paid. */
type Kept = {
  readonly country: string;
  readonly bik?: string | undefined;
  readonly currency: Currency;
  /** Whether the buyer has compared a number of unusual length with the invoice. */
  readonly isChecked?: boolean | undefined;
};

/**
 * Whether an account can be one of the bank's country: an IBAN with its length and check digits where the country uses it, twenty digits that
 * agree with the BIK and the currency in Russia, so many digits in China, Vietnam, Thailand, Uzbekistan and Kyrgyzstan, letters and digits elsewhere. One of an unusual
 * length is asked to be compared once more (`account_unusual`). That it is the payee's is for its bank to say.
 */
export function checkAccount(text: string, { country, ...of }: Kept): SpecIssue | null {
  const account = bareAccount(text);
  const length = IBAN_LENGTHS[country];
  const hasNumber = IBAN_BESIDE_NUMBER.includes(country) && /^\d/.test(account);
  if (length !== undefined && !hasNumber) {
    if (account.length !== length || !new RegExp(`^${country}\\d{2}[0-9A-Z]+$`).test(account))
      return specIssue(ACCOUNT, "account_iban_length", { country, prefix: country, length });
    return isIban(account) ? null : specIssue(ACCOUNT, "account_iban_check");
  }
  if (country === "RU") return checkRussianAccount(account, of);
  const { possible, usual } = ACCOUNT_FORMS[country] ?? ANY_ACCOUNT;
  if (!possible.test(account)) return specIssue(ACCOUNT, "account_malformed", { country });
  const isOdd = !usual.test(account) && of.isChecked !== true;
  return isOdd ? specIssue("payee.isAccountChecked", "account_unusual", { country, digits: account.length }) : null;
}
