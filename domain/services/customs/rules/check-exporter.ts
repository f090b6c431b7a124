import type { Shipment } from "../../shipment";
import { checkRegistration } from "@/domain/accounts/registration";
import { checkTaxNumber, isChinaCustomsCode } from "@/domain/accounts/tax-number";
import { isEmbargoed } from "@/domain/tariff/trade-bans";
import { type SpecIssue, specIssue } from "../../spec-issue";
import type { CustomsSpec } from "../spec";

const CODE_ISSUE = { registration_length: "tax_number_length", registration_check: "tax_number_check" } as const;

/** A customs code of ten characters, or a social credit code with its check character. */
const isCodeOfChina = (code: string): boolean => isChinaCustomsCode(code) || checkRegistration("CN", code) === null;

/**
 * The exporter of record, outside the embargoed countries, with a code that can be its own: of a Chinese company as China's customs register it, of others their tax number
 * by its country's rule. An export from China is declared by a company of China, since only those are registered with its customs (GACC
 * decree 253 of 2021). That a code is this company's is for people to verify.
 */
export function checkExporter(spec: CustomsSpec, { direction }: Pick<Shipment, "direction">): SpecIssue[] {
  const { side, exporterOfRecord, exporterCode: code } = spec;
  // Before the exporter was named its code was asked for of Chinese companies only.
  const country = exporterOfRecord?.country ?? "CN";
  if (isEmbargoed(country)) return [specIssue("exporterOfRecord.country", "embargoed_country")];
  if (country !== "CN" && direction === "export" && (side === "export" || side === "both"))
    return [specIssue("exporterOfRecord.country", "exporter_not_of_china")];
  if (code === undefined) return [];
  if (country === "CN") return isCodeOfChina(code) ? [] : [specIssue("exporterCode", "exporter_code_wrong")];
  const wrong = checkTaxNumber(country, code);
  return wrong ? [specIssue("exporterCode", CODE_ISSUE[wrong], { country })] : [];
}
