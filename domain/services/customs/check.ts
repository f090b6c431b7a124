import { AGREEMENT_OF_PAPER, agreementsFor } from "@/domain/tariff/preferences";
import { hsLinesOf } from "../shipment";
import { specIssue } from "../spec-issue";
import type { CustomsSpec } from "./spec";
import { ruleOf, specCheck } from "../spec-rule";
import { customsRequired } from "./form";
import { SUPERVISION } from "./supervision";
import { checkRegistration, checkTaxNumber, isChinaCustomsCode, isKpp } from "@/domain/accounts/registration-numbers";
import { isEmbargoed } from "@/domain/tariff/trade-bans";

const rule = ruleOf<CustomsSpec>();

/** Quantities are of lines that the cargo has, and a net weight is no more than the line's gross weight (thousandths of kg are grams). */
const QUANTITIES = rule(["lineQuantities", "deal.cargo.grossWeightGrams"], ({ lineQuantities = {} }, { cargo }) =>
  Object.entries(lineQuantities).flatMap(([number, { kg }]) => {
    const line = cargo[Number(number) - 1];
    if (!line) return [specIssue(`lineQuantities.${number}`, "line_not_in_cargo", { lines: cargo.length })];
    return kg !== undefined && kg > line.grossWeightGrams
      ? [specIssue(`lineQuantities.${number}.kg`, "net_above_gross", { line: number })]
      : [];
  }),
);

const TAX_NUMBER_ISSUE = {
  registration_length: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_length", { country }),
  registration_check: (country: string) => specIssue("importerOfRecord.taxId", "tax_number_check", { country }),
};

const RUSSIAN_COMPANY = /^\d{10}$/;

/**
 * An importer of record outside the embargoed countries, its tax number by its country's own rule, and a KPP only for a Russian company. That a number is this party's is
 * for people to verify.
 */
const IMPORTER = [
  rule(["importerOfRecord.country"], ({ importerOfRecord }) =>
    isEmbargoed(importerOfRecord?.country ?? "") ? [specIssue("importerOfRecord.country", "embargoed_country")] : [],
  ),
  rule(["importerOfRecord.country", "importerOfRecord.taxId"], ({ importerOfRecord: importer }) => {
    if (!importer || isEmbargoed(importer.country)) return [];
    const wrong = checkTaxNumber(importer.country, importer.taxId);
    return wrong ? [TAX_NUMBER_ISSUE[wrong](importer.country)] : [];
  }),
  rule(
    ["importerOfRecord.country", "importerOfRecord.taxId", "importerOfRecord.kpp"],
    ({ importerOfRecord: importer }) => {
      if (importer?.kpp === undefined || isEmbargoed(importer.country)) return [];
      if (importer.country !== "RU" || !RUSSIAN_COMPANY.test(importer.taxId.replace(/\D/g, "")))
        return [specIssue("importerOfRecord.kpp", "kpp_of_russian_company")];
      return isKpp(importer.kpp) ? [] : [specIssue("importerOfRecord.kpp", "kpp_malformed")];
    },
  ),
];

const CODE_ISSUE = { registration_length: "tax_number_length", registration_check: "tax_number_check" } as const;

/** A customs code of ten characters, or a social credit code with its check character. */
const isCodeOfChina = (code: string): boolean => isChinaCustomsCode(code) || checkRegistration("CN", code) === null;

/**
 * The exporter of record, outside the embargoed countries, with a code that can be its own: of a Chinese company as China's customs register it, of others their tax number
 * by its country's rule. An export from China is declared by a company of China, since only those are registered with its customs (GACC
 * decree 253 of 2021). That a code is this company's is for people to verify. Before the exporter was named its code was asked for of Chinese
 * companies only.
 */
const EXPORTER = [
  rule(["exporterOfRecord.country"], ({ exporterOfRecord }) =>
    isEmbargoed(exporterOfRecord?.country ?? "CN") ? [specIssue("exporterOfRecord.country", "embargoed_country")] : [],
  ),
  rule(["side", "exporterOfRecord.country", "deal.direction"], ({ side, exporterOfRecord }, { direction }) =>
    (exporterOfRecord?.country ?? "CN") !== "CN" && direction === "export" && (side === "export" || side === "both")
      ? [specIssue("exporterOfRecord.country", "exporter_not_of_china")]
      : [],
  ),
  rule(["exporterOfRecord.country", "exporterCode"], ({ exporterOfRecord, exporterCode: code }) => {
    const country = exporterOfRecord?.country ?? "CN";
    if (code === undefined || isEmbargoed(country)) return [];
    if (country === "CN") return isCodeOfChina(code) ? [] : [specIssue("exporterCode", "exporter_code_wrong")];
    const wrong = checkTaxNumber(country, code);
    return wrong ? [specIssue("exporterCode", CODE_ISSUE[wrong], { country })] : [];
  }),
];

/** A certificate of origin under one agreement only for goods that it covers: Form E under that of ASEAN and China, the other under RCEP. */
const ORIGIN_PAPER = rule(
  ["certificates", "deal.originCountry", "deal.destinationCountry", "deal.cargo.originCountry"],
  ({ certificates = [] }, { cargo, originCountry, destinationCountry }) => {
    const covering = new Set(
      cargo.flatMap((line) => agreementsFor(destinationCountry, line.originCountry ?? originCountry)),
    );
    const isIdle = Object.entries(AGREEMENT_OF_PAPER).some(
      ([paper, agreement]) => certificates.some((one) => one === paper) && !covering.has(agreement),
    );
    return isIdle ? [specIssue("certificates", "origin_paper_not_for_country")] : [];
  },
);

const HS_LINES = rule(["hsLines", "deal.cargo.hsCode"], ({ hsLines }, { cargo }) => {
  const min = hsLinesOf(cargo);
  return hsLines !== undefined && hsLines < min ? [specIssue("hsLines", "hs_lines_too_few", { min })] : [];
});

const CURRENCIES = (["freightToBorder", "insuranceToBorder", "includedAfterBorder"] as const).map((name) =>
  rule([name, "deal.goodsValue"], (spec, { goodsValue: { currency } }) => {
    const price = spec[name];
    return price !== undefined && price.currency !== currency
      ? [specIssue(`${name}.currency`, "not_in_goods_currency", { currency })]
      : [];
  }),
);

const AFTER_BORDER = rule(
  ["includedAfterBorder", "deal.goodsValue"],
  ({ includedAfterBorder: after }, { goodsValue }) =>
    after?.currency === goodsValue.currency && BigInt(after.minor) >= goodsValue.minor
      ? [specIssue("includedAfterBorder", "after_border_above_price")]
      : [],
);

/**
 * What `customsRequired` names; what `SUPERVISION` asks of the supervision mode; exporter and importer of record with numbers that can
 * be their own; a certificate of origin only for goods that its agreement covers; no fewer HS lines than the cargo has codes; quantities of lines that the cargo has; freight and insurance in the currency of the
 * goods, and what lies after the border in it too and below their value.
 */
export const checkCustoms = specCheck(customsRequired, [
  ...SUPERVISION,
  ...EXPORTER,
  ...IMPORTER,
  QUANTITIES,
  ORIGIN_PAPER,
  HS_LINES,
  ...CURRENCIES,
  AFTER_BORDER,
]);
