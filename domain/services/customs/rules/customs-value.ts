import { add, type Money, money } from "@/domain/shared/money";
import type { Shipment } from "../../shipment";
import type { CustomsSpec } from "../spec";

/**
 * Goods value with freight and insurance to the border, without what the price holds after it: carriage there and, duty paid, the import's duty and
 * tax. In the currency of the goods; what comes in another currency is left out.
 */
export function customsValue(spec: CustomsSpec, { goodsValue }: Pick<Shipment, "goodsValue">): Money {
  const { freightToBorder, insuranceToBorder, includedAfterBorder: after } = spec;
  const value = [freightToBorder, insuranceToBorder]
    .filter((part) => part !== undefined && part.currency === goodsValue.currency)
    .reduce<Money>((sum, part) => add(sum, part as Money), goodsValue);
  const isPart = after !== undefined && after.currency === goodsValue.currency && after.minor < goodsValue.minor;
  return isPart ? money(value.minor - after.minor, value.currency) : value;
}
