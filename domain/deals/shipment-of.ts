import type { Shipment } from "../services/shipment";
import type { Deal } from "./deal";
import type { DealInput } from "./deal-schema";

/** What the services of a deal may know of it; `countries` are those of its origin and destination. */
export const shipmentOf = (
  deal: Pick<Deal, "direction" | "mode" | "incoterm" | "goodsValue" | "readyDate" | "cargo"> &
    Partial<Pick<Deal | DealInput, "inlandMode">>,
  countries: { readonly origin: string; readonly destination: string },
): Shipment => ({
  direction: deal.direction,
  mode: deal.mode,
  inlandMode: deal.inlandMode ?? null,
  goodsValue: deal.goodsValue,
  incotermRule: deal.incoterm.rule,
  readyDate: deal.readyDate,
  originCountry: countries.origin,
  destinationCountry: countries.destination,
  cargo: deal.cargo.map(({ hsCode, packages, packageType, value, dangerousGoods, originCountry, ...weights }) => ({
    ...{ hsCode, packages, packageType, value, dangerousGoods, originCountry },
    grossWeightGrams: weights.grossWeightGrams,
    netWeightGrams: weights.netWeightGrams,
    volumeCm3: weights.volumeCm3,
  })),
});
