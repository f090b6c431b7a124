import { checkRegistration } from "@/domain/accounts/registration";
import { checkTaxNumber, isChinaCustomsCode, isKpp } from "@/domain/accounts/tax-number";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import { type SpecIssue, specIssue } from "../../spec-issue";
import type { CustomsSpec } from "../spec";

const TAX_NUMBER_ISSUE = {
  registration_length: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_length", { country }),
  registration_check: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_check", { country }),
};

const RUSSIAN_COMPANY = /^\d{10}$/;

function checkImporter({ importerOfRecord: importer }: CustomsSpec): SpecIssue[] {
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

function checkExporterCode({ exporterCode: code }: CustomsSpec): SpecIssue[] {
  if (code === undefined) return [];
  const isOne = code.length === 18 ? checkRegistration("CN", code) === null : isChinaCustomsCode(code);
  return isOne ? [] : [specIssue("exporterCode", "exporter_code_wrong")];
}

/**
 * An importer of record outside the embargoed countries, its tax number by its country's own rule, a KPP only for a Russian company, and the exporter's code as a
 * Chinese customs code or a social credit code with its check character. That a number is this party's is for people to verify.
 */
export const checkParties = (spec: CustomsSpec): SpecIssue[] => [...checkImporter(spec), ...checkExporterCode(spec)];
