import type { Shipment } from "../../shipment";
import type { CustomsSpec } from "../spec";

/** Whether this request declares the goods to China's customs: its export side leaves China, its import side enters it. */
export function isDeclaredInChina({ side }: CustomsSpec, { direction }: Shipment): boolean {
  return side === "both" || side === direction;
}
