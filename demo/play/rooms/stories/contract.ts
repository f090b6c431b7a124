import { ordersOfDeals } from "../../../../db/repositories/orders";
import { awardBids } from "@/server/award/award-bids";
import type { DemoService } from "../../../plan/market-data";
import type { SlotSystem } from "@/domain/orders/slots/systems";
import type { Posting, Scenery } from "../../scenes/scenery";
import { OrderHand } from "./order-hand";

const HOURS_OPEN = 24;
const HOURS_TO_DECIDE = 48;

export type Contracting = Pick<Posting, "ware" | "lane" | "specs" | "loads" | "ready"> & {
  /** When the deal is posted, in hours from the demo's present; it is closed a day later and awarded some hours after that. */
  readonly posted: number;
  /** Who carries out each service that is asked for. */
  readonly by: Readonly<Partial<Record<DemoService, string>>>;
  /** The system in which the bid of carriage books its slots, where it is not the usual one of the way. */
  readonly slots?: SlotSystem;
};

export type Contract = {
  readonly dealId: string;
  readonly awarded: number;
  /** One of its orders, in the contract's own scenery or in one that is moved onto other days. */
  readonly order: (service: DemoService, on?: Scenery) => OrderHand;
  readonly scenery: Scenery;
  /** The days of carriage that the awarded bid promises at the most. */
  readonly transitDaysMax: number;
};

/** A deal of the demo's own buyer that is awarded as soon as it may be: one bid for each service, and an order for each. */
export async function contract(scenery: Scenery, { by, posted, slots, ...posting }: Contracting): Promise<Contract> {
  const { stage, parties } = scenery;
  const closes = posted + HOURS_OPEN;
  const services = Object.keys(by) as DemoService[];
  const asks = Object.fromEntries(services.map((service) => [service, {}]));
  const asked = await scenery.post({ ...posting, posted, closes, decides: closes + HOURS_TO_DECIDE, asks });
  const [first] = asked;
  if (!first) throw new Error("A contract is about a service at least");
  const bids: { bidId: string }[] = [];
  let transitDaysMax = 0;
  for (const [place, one] of asked.entries()) {
    const { bidId, offer } = await scenery.bid(one, by[one.planned.service] ?? "", posted + 6 + place, ({ terms }) =>
      slots && one.planned.service === "logistics"
        ? { terms: { ...(terms as object), slot: { system: slots, bookedBy: "provider" } } }
        : {},
    );
    bids.push({ bidId });
    if (one.planned.service === "logistics") transitDaysMax = (offer.transitDays as { max: number }).max;
  }
  for (const one of asked) await scenery.close(one);
  const awarded = closes + 3;
  const { dealId } = first;
  await stage.must(scenery.at(awarded), parties.actorOf(parties.buyer), awardBids, { dealId, bids });
  const rows = await ordersOfDeals(stage.database.read, [dealId]);
  return {
    dealId,
    awarded,
    transitDaysMax,
    scenery,
    order(service, on = scenery) {
      const row = rows.find((one) => one.service === service);
      if (!row) throw new Error(`The deal asks for no ${service}`);
      return new OrderHand(on, { id: row.id, service, providerId: by[service] ?? "", deal: first.deal });
    },
  };
}
