import { isPortMode } from "@/domain/hubs/place";
import { add, type Money, money } from "@/domain/shared/money";
import { isCarriageInPrice, PRICE_HOLDS } from "@/domain/tariff/excluded-charges";
import type { Shipment } from "../kind";
import type { CustomsSpec } from "./spec";

/**
 * What the customs are told that the goods are worth at the border: where they come in, and of an export alone where they leave. Goods value with freight and
 * insurance to the border as far as the price does not hold them, without what it holds after it: carriage there and, duty paid, the import's duty and
 * tax. In the currency of the goods; what comes in another currency is left out.
 */
export function customsValue(
  spec: CustomsSpec,
  { goodsValue, incotermRule }: Pick<Shipment, "goodsValue" | "incotermRule">,
): Money {
  const { freightToBorder, insuranceToBorder, includedAfterBorder: after } = spec;
  const holds = PRICE_HOLDS[incotermRule];
  const value = [holds.freight ? undefined : freightToBorder, holds.insurance ? undefined : insuranceToBorder]
    .filter((part) => part !== undefined && part.currency === goodsValue.currency)
    .reduce<Money>((sum, part) => add(sum, part as Money), goodsValue);
  const isPart = after !== undefined && after.currency === goodsValue.currency && after.minor < goodsValue.minor;
  return isPart ? money(value.minor - after.minor, value.currency) : value;
}

/**
 * What an export is declared at: the value at the place of exit, as under FOB, without the freight and insurance beyond it (Customs Law of China,
 * article 55). Of both sides over land that is the value where the goods come in without the insurance that is added there, since the border is
 * one. Null where the request does not say: of both sides by sea and air it gives no cost of the main leg, and an import alone none of the exit.
 */
export function exitValue(
  spec: CustomsSpec,
  shipment: Pick<Shipment, "goodsValue" | "incotermRule" | "mode">,
): Money | null {
  if (spec.side === "export") return customsValue(spec, shipment);
  if (spec.side !== "both" || isPortMode(shipment.mode)) return null;
  return customsValue({ ...spec, insuranceToBorder: undefined }, shipment);
}

/** Whether the price of an export alone holds freight beyond the exit that nobody has set apart, so that less is declared than it seems. */
export const isExitUnsplit = (
  { side, includedAfterBorder }: CustomsSpec,
  { incotermRule }: Pick<Shipment, "incotermRule">,
): boolean => side === "export" && includedAfterBorder === undefined && isCarriageInPrice(incotermRule);

/** Whether goods come in at a price that does not hold the freight to the border, and nobody has said what it costs: the customs add it. */
export const lacksFreight = (
  { side, freightToBorder }: CustomsSpec,
  { incotermRule }: Pick<Shipment, "incotermRule">,
): boolean =>
  (side === "import" || side === "both") && freightToBorder === undefined && !isCarriageInPrice(incotermRule);
