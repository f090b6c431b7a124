import { add, type Money } from "@/domain/shared/money";
import type { Shipment } from "../../shipment";
import type { CustomsSpec } from "../spec";

/** Goods value with freight and insurance to the border, in the currency of the goods; what comes in another currency is left out. */
export function customsValue({ freightToBorder, insuranceToBorder }: CustomsSpec, { goodsValue }: Shipment): Money {
  return [freightToBorder, insuranceToBorder]
    .filter((part) => part !== undefined && part.currency === goodsValue.currency)
    .reduce<Money>((value, part) => add(value, part as Money), goodsValue);
}
