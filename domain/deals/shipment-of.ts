import type { Shipment } from "../services/shipment";
import type { Deal } from "./deal";
import type { DealInput } from "./deal-schema";

/** What the services of a deal may know of it; `countries` are those of its origin and destination. */
export const shipmentOf = (
  deal: Pick<Deal, "direction" | "mode" | "goodsValue" | "readyDate" | "cargo"> &
    Partial<Pick<Deal | DealInput, "inlandMode" | "incoterm">>,
  countries: { readonly origin: string; readonly destination: string },
): Shipment => ({
  direction: deal.direction,
  mode: deal.mode,
  inlandMode: deal.inlandMode ?? null,
  goodsValue: deal.goodsValue,
  readyDate: deal.readyDate,
  incotermRule: deal.incoterm?.rule,
  originCountry: countries.origin,
  destinationCountry: countries.destination,
  cargo: deal.cargo.map(({ hsCode, packages, packageType, grossWeightGrams, volumeCm3, value, dangerousGoods }) => ({
    hsCode,
    packages,
    packageType,
    grossWeightGrams,
    volumeCm3,
    value,
    dangerousGoods,
  })),
});
