import type { Shipment } from "../services/shipment";
import type { Deal } from "./deal";

/** What the services of a deal may know of it; `countries` are those of its origin and destination. */
export const shipmentOf = (
  deal: Pick<Deal, "direction" | "mode" | "goodsValue" | "readyDate" | "cargo">,
  countries: { readonly origin: string; readonly destination: string },
): Shipment => ({
  direction: deal.direction,
  mode: deal.mode,
  goodsValue: deal.goodsValue,
  readyDate: deal.readyDate,
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
