import { type SpecIssue, specIssue } from "../spec-issue";
import { checkAccount, countryOfBic, isBic, isBik } from "./payee-account";
import type { PaymentSpec } from "./spec";

/** BIC, BIK and account of the payee as far as they are given, each by its own rule; the account by the country of its bank. */
export function checkPayee({ payee }: Pick<PaymentSpec, "payee">): SpecIssue[] {
  const { bic, bik, account } = payee ?? {};
  const issues: SpecIssue[] = [];
  if (bik !== undefined && !isBik(bik)) issues.push(specIssue("payee.bik", "bik_malformed"));
  if (bic === undefined) return issues;
  if (!isBic(bic)) return [...issues, specIssue("payee.bic", "bic_malformed")];
  const wrong = account === undefined ? null : checkAccount(account, { country: countryOfBic(bic), bik });
  return wrong ? [...issues, wrong] : issues;
}
