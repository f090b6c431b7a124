import type { Shipment } from "../shipment";
import type { SpecWarning } from "../spec-issue";
import { overLoad } from "./capacity";
import { isReefer } from "./equipment";
import { coverWarnings } from "./insurance";
import type { LogisticsSpec } from "./spec";

/**
 * What may be meant so but mostly is forgotten: refrigerated equipment without a temperature, insurance for less than
 * `coverWarnings` asks, a load that the units just take, dangerous goods for which no safety data sheet is handed over.
 */
export function logisticsWarnings(spec: LogisticsSpec, shipment: Shipment): SpecWarning[] {
  const { cargo } = shipment;
  const warnings: SpecWarning[] = [];
  const over = overLoad(spec, shipment);
  if (over && !over.isRefused) warnings.push({ key: over.code, values: over.values });
  if (isReefer(spec.equipment) && !spec.temperature) warnings.push({ key: "reefer_without_temperature" });
  warnings.push(...coverWarnings(spec, shipment));
  const unNumbers = cargo.flatMap(({ dangerousGoods }) => dangerousGoods?.unNumber ?? []);
  if (unNumbers.length > 0 && !spec.shipperDocuments?.includes("safety_data_sheet"))
    warnings.push({
      key: "dangerous_without_data_sheet",
      values: { unNumbers: [...new Set(unNumbers)].map((number) => `UN ${number}`).join(", ") },
    });
  return warnings;
}
