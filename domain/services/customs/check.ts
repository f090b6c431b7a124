import { agreementsFor } from "@/domain/tariff/preferences";
import type { Money } from "@/domain/shared/money";
import { type Shipment, shipmentTotals } from "../shipment";
import { type SpecIssue, specIssue } from "../spec-issue";
import { checkExporter } from "./rules/check-exporter";
import { checkImporter } from "./rules/check-importer";
import { checkQuantities } from "./rules/check-quantities";
import type { CustomsSpec } from "./spec";
import { missingOf } from "../requirement";
import { customsRequired } from "./required";
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
 * What `customsRequired` names; what `checkSupervision` asks of the supervision mode; exporter and importer of record with numbers that can
 * be their own; Form E only for goods that the ASEAN–China agreement covers; no fewer HS lines than the cargo has codes; quantities of lines that the cargo has; freight and insurance in the currency of the
 * goods.
 */
export function checkCustoms(spec: CustomsSpec, shipment: Shipment, valueUsd?: Money): SpecIssue[] {
  const issues = [
    ...missingOf(customsRequired, spec, shipment),
    ...checkSupervision(spec, shipment, valueUsd),
    ...checkExporter(spec, shipment),
    ...checkImporter(spec),
    ...checkQuantities(spec, shipment),
    ...checkOriginPaper(spec, shipment),
  ];
  const { hsLines } = shipmentTotals(shipment);
  if (spec.hsLines !== undefined && spec.hsLines < hsLines)
    issues.push(specIssue("hsLines", "hs_lines_too_few", { min: hsLines }));
  const { currency } = shipment.goodsValue;
  for (const name of ["freightToBorder", "insuranceToBorder"] as const)
    if (spec[name] !== undefined && spec[name].currency !== currency)
      issues.push(specIssue(name, "not_in_goods_currency", { currency }));
  return issues;
}
