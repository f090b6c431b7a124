import { createHash } from "node:crypto";
import { checkAccount, countryOfBic } from "../../domain/services/payment/payee-account";
import type { DemoOrganisation } from "./market-data";

/** A bank of each country at which the demo's sellers keep their accounts. All are made up. */
const BANKS: Readonly<Record<string, { readonly bank: string; readonly bic: string; readonly bik?: string }>> = {
  CN: { bank: "长江商业银行 · Changjiang Commercial Bank", bic: "CJCBCNSH" },
  KZ: { bank: "Dala Bank", bic: "DALAKZKA" },
  RU: { bank: "Банк «Амурский берег» · Amur Shore Bank", bic: "AMSHRU8K", bik: "041012777" },
  VN: { bank: "Ngân hàng Sông Hồng · Red River Bank", bic: "SOHGVNVX" },
};

/** So many digits that are always the same for one text. */
export const digitsOf = (seed: string, count: number): string =>
  (BigInt(`0x${createHash("sha256").update(seed).digest("hex")}`) % 10n ** BigInt(count))
    .toString()
    .padStart(count, "0");

/** The first of the candidates that the rule of the bank's country takes: its check digits are found by trying. */
function accountAt(country: string, bik: string | undefined, seed: string): string {
  for (let check = 0; check < 100; check++) {
    const two = String(check).padStart(2, "0");
    const account =
      country === "KZ"
        ? `KZ${two}722C${digitsOf(seed, 12)}`
        : country === "RU"
          ? `40702810${digitsOf(seed, 10)}${two}`
          : digitsOf(seed, country === "CN" ? 19 : 13);
    if (checkAccount(account, { country, bik }) === null) return account;
  }
  throw new Error(`No account of ${country} has check digits that agree`);
}

/** The seller as its payer names it: its country, its bank there and its account, always the same for one company. */
export function payeeOf({ name, country, registration }: DemoOrganisation) {
  const known = BANKS[country] ?? { bank: `${country} Trade Bank`, bic: `TRBK${country}22` };
  const account = accountAt(countryOfBic(known.bic), known.bik, registration.number);
  return { payeeCountry: country, payee: { name: name.latin.slice(0, 160), ...known, account } };
}
