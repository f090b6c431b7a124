import type { Shipment } from "../../shipment";
import { type SpecIssue, specIssue } from "../../spec-issue";
import type { CustomsSpec } from "../spec";

/** Quantities are of lines that the cargo has, and a net weight is no more than the line's gross weight (thousandths of kg are grams). */
export function checkQuantities({ lineQuantities = {} }: CustomsSpec, { cargo }: Shipment): SpecIssue[] {
  return Object.entries(lineQuantities).flatMap(([number, { kg }]) => {
    const line = cargo[Number(number) - 1];
    if (!line) return [specIssue(`lineQuantities.${number}`, "line_not_in_cargo", { lines: cargo.length })];
    return kg !== undefined && kg > line.grossWeightGrams
      ? [specIssue(`lineQuantities.${number}.kg`, "net_above_gross", { line: number })]
      : [];
  });
}
