import type { Shipment } from "../services/kind";
import type { Unread } from "../services/spec-rule";
import { volumeOf } from "./deal";
import type { ReadDeal, ReadLine } from "./deal-schema";
import type { Ends } from "./plan-deal";

const volumeOfRead = ({ volumeCm3, dimensionsMm, packages }: ReadLine): number | undefined =>
  volumeCm3 ?? (dimensionsMm && packages !== undefined ? volumeOf(dimensionsMm, packages) : undefined);

/**
 * What the services of a deal may know of it while not all of it is read: a shipment with holes, which no rule may look into whose members are
 * among `unread`.
 */
export function shipmentSoFar(
  deal: ReadDeal,
  { origin, destination }: Partial<Ends>,
): { readonly shipment: Shipment; readonly unread: Unread } {
  const { direction, mode, inlandMode = null, goodsValue, readyDate } = deal;
  const shipment = {
    ...{ direction, mode, inlandMode, goodsValue, readyDate },
    incotermRule: deal.incoterm.rule,
    originCountry: origin?.country,
    destinationCountry: destination?.country,
    cargo: deal.cargo.map((line) => ({ ...line, volumeCm3: volumeOfRead(line) })),
  };
  const ofLines = shipment.cargo.flatMap(({ unread = [], volumeCm3 }) => [
    ...unread,
    ...(volumeCm3 === undefined ? ["volumeCm3"] : []),
  ]);
  const ofDeal = Object.entries(shipment).flatMap(([name, value]) => (value === undefined ? [name] : []));
  const unread = [...(deal.unread ?? []), ...ofDeal, ...ofLines.map((name) => `cargo.${name}`)];
  return { shipment: shipment as Shipment, unread: new Set(unread.map((name) => `deal.${name}`)) };
}
