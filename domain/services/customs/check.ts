import { agreementsFor } from "@/domain/tariff/preferences";
import type { Money } from "@/domain/shared/money";
import { type Shipment, shipmentTotals } from "../shipment";
import { type SpecIssue, specIssue } from "../spec-issue";
import { checkParties } from "./rules/check-parties";
import { checkQuantities } from "./rules/check-quantities";
import type { CustomsSpec } from "./spec";
import { checkSupervision } from "./rules/supervision";

/** Form E proves the origin under the agreement of ASEAN and China alone: into any other country, or of another origin, it lowers nothing. */
function checkOriginPaper({ certificates = [] }: CustomsSpec, shipment: Shipment): SpecIssue[] {
  const { cargo, originCountry, destinationCountry } = shipment;
  const isCovered = cargo.some((line) =>
    agreementsFor(destinationCountry, line.originCountry ?? originCountry).includes("acfta"),
  );
  return certificates.includes("origin_form_e") && !isCovered
    ? [specIssue("certificates", "origin_paper_not_for_country")]
    : [];
}

/**
 * What `checkSupervision` asks of the supervision mode; an importer of record for an import side, with numbers that can be its own;
 * Form E only for goods that the ASEAN–China agreement covers; no fewer HS lines than the cargo has codes; quantities of lines that the cargo has; freight and insurance in the currency of the
 * goods.
 */
export function checkCustoms(spec: CustomsSpec, shipment: Shipment, valueUsd?: Money): SpecIssue[] {
  const issues = checkSupervision(spec, shipment, valueUsd);
  const hasImportSide = spec.side === "import" || spec.side === "both";
  if (hasImportSide && spec.importerOfRecord === undefined)
    issues.push(specIssue("importerOfRecord.name", "importer_missing"));
  issues.push(...checkParties(spec), ...checkQuantities(spec, shipment), ...checkOriginPaper(spec, shipment));
  const { hsLines } = shipmentTotals(shipment);
  if (spec.hsLines !== undefined && spec.hsLines < hsLines)
    issues.push(specIssue("hsLines", "hs_lines_too_few", { min: hsLines }));
  const { currency } = shipment.goodsValue;
  for (const name of ["freightToBorder", "insuranceToBorder"] as const)
    if (spec[name] !== undefined && spec[name].currency !== currency)
      issues.push(specIssue(name, "not_in_goods_currency", { currency }));
  return issues;
}
