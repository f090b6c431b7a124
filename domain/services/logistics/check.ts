import type { Shipment } from "../shipment";
import { type SpecIssue, specIssue } from "../spec-issue";
import { dayOfDayOrTime, endOf, startOf } from "../wire-fields";
import { equipmentFitsMode, haulFitsMode, isReefer, unitOf } from "./equipment";
import type { LogisticsSpec } from "./spec";

/**
 * The pick-up window runs forward and does not end before the goods are ready; equipment and way of carriage belong to the
 * deal's mode; a temperature needs refrigerated equipment; carrier's or shipper's container needs a container.
 */
export function checkLogistics(spec: LogisticsSpec, shipment: Shipment): SpecIssue[] {
  const issues: SpecIssue[] = [];
  const { mode, readyDate } = shipment;
  if (endOf(spec.pickupTo) < startOf(spec.pickupFrom)) issues.push(specIssue("pickupTo", "window_inverted"));
  else if (dayOfDayOrTime(spec.pickupTo) < readyDate)
    issues.push(specIssue("pickupTo", "window_before_ready", { readyDate }));
  if (!equipmentFitsMode(spec.equipment, mode)) issues.push(specIssue("equipment", "equipment_not_of_mode", { mode }));
  if (spec.haul && !haulFitsMode(spec.haul, mode)) issues.push(specIssue("haul", "haul_not_of_mode", { mode }));
  if (spec.containerOwner && unitOf(spec.equipment) !== "container")
    issues.push(specIssue("containerOwner", "container_owner_without_container"));
  if (spec.temperature && !isReefer(spec.equipment))
    issues.push(specIssue("temperature", "temperature_without_reefer"));
  if (spec.temperature && spec.temperature.minC > spec.temperature.maxC)
    issues.push(specIssue("temperature.maxC", "temperature_inverted"));
  return issues;
}
