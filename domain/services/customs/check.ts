import type { Money } from "@/domain/shared/money";
import { type Shipment, shipmentTotals } from "../shipment";
import { type SpecIssue, specIssue } from "../spec-issue";
import type { SupervisionMode } from "./choices";
import { isDeclaredInChina } from "./declared-in-china";
import type { CustomsSpec } from "./spec";

/** Market procurement (1039) ends at USD 150,000 a declaration; minor units are cents. */
export const MARKET_PROCUREMENT_MAX_USD_MINOR = 15_000_000n;

const EXPORT_ONLY: readonly SupervisionMode[] = ["1039", "9710", "9810"];

function checkMarketProcurement(spec: CustomsSpec, valueUsd: Money | undefined): SpecIssue[] {
  if (valueUsd?.currency !== "USD") return [specIssue("supervisionMode", "value_usd_unknown")];
  const limit = MARKET_PROCUREMENT_MAX_USD_MINOR * BigInt(spec.declarations ?? 1);
  return valueUsd.minor > limit ? [specIssue("supervisionMode", "market_procurement_limit")] : [];
}

function checkSupervision(spec: CustomsSpec, shipment: Shipment, valueUsd: Money | undefined): SpecIssue[] {
  const { supervisionMode } = spec;
  if (supervisionMode === undefined)
    return isDeclaredInChina(spec, shipment) ? [specIssue("supervisionMode", "supervision_mode_missing")] : [];
  if (EXPORT_ONLY.includes(supervisionMode) && shipment.direction === "import")
    return [specIssue("supervisionMode", "supervision_mode_export_only")];
  const { goodsValue } = shipment;
  const usd = goodsValue.currency === "USD" ? goodsValue : valueUsd;
  return supervisionMode === "1039" ? checkMarketProcurement(spec, usd) : [];
}

/**
 * A supervision mode where the goods are declared in China, and one that fits the direction and its limit of value; an
 * importer of record for an import side; no fewer HS lines than the cargo has codes; freight and insurance in the currency
 * of the goods. The limit of 1039 needs the value in US dollars and answers an issue where it is not known.
 */
export function checkCustoms(spec: CustomsSpec, shipment: Shipment, valueUsd?: Money): SpecIssue[] {
  const issues = checkSupervision(spec, shipment, valueUsd);
  const hasImportSide = spec.side === "import" || spec.side === "both";
  if (hasImportSide && spec.importerOfRecord === undefined)
    issues.push(specIssue("importerOfRecord.name", "importer_missing"));
  const { hsLines } = shipmentTotals(shipment);
  if (spec.hsLines !== undefined && spec.hsLines < hsLines)
    issues.push(specIssue("hsLines", "hs_lines_too_few", { min: hsLines }));
  const { currency } = shipment.goodsValue;
  for (const name of ["freightToBorder", "insuranceToBorder"] as const)
    if (spec[name] !== undefined && spec[name].currency !== currency)
      issues.push(specIssue(name, "not_in_goods_currency", { currency }));
  return issues;
}
