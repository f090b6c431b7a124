import { checkTaxNumber, isKpp } from "@/domain/accounts/tax-number";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import { type SpecIssue, specIssue } from "../../spec-issue";
import type { CustomsSpec } from "../spec";

const TAX_NUMBER_ISSUE = {
  registration_length: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_length", { country }),
  registration_check: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_check", { country }),
};

const RUSSIAN_COMPANY = /^\d{10}$/;

/**
 * An importer of record outside the embargoed countries, its tax number by its country's own rule, and a KPP only for a Russian company. That a number is this party's is
 * for people to verify.
 */
export function checkImporter({ importerOfRecord: importer }: CustomsSpec): SpecIssue[] {
  if (!importer) return [];
  if (isEmbargoed(importer.country)) return [specIssue("importerOfRecord.country", "embargoed_country")];
  const issues: SpecIssue[] = [];
  const wrong = checkTaxNumber(importer.country, importer.taxId);
  if (wrong) issues.push(TAX_NUMBER_ISSUE[wrong](importer.country));
  if (importer.kpp === undefined) return issues;
  if (importer.country !== "RU" || !RUSSIAN_COMPANY.test(importer.taxId.replace(/\D/g, "")))
    issues.push(specIssue("importerOfRecord.kpp", "kpp_of_russian_company"));
  else if (!isKpp(importer.kpp)) issues.push(specIssue("importerOfRecord.kpp", "kpp_malformed"));
  return issues;
}
