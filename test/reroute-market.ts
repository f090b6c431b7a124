import { eq } from "drizzle-orm";
import { deals } from "../db/schema/deals";
import { planWays } from "../domain/hubs/plan-ways";
import { askReroute, endReroute } from "../server/orders/reroute";
import { requestSlot } from "../server/orders/slots/book-slot";
import { chainPage } from "../server/orders/queries/chain";
import { referenceData } from "../server/hubs/queries/network";
import { chainMarket } from "./chain-market";
import { actorOf } from "./order-market";
import { BOOKING, contractTruck, SLOT_TERMS, WAITING_LINES } from "./slot-market";

type Who = Parameters<typeof actorOf>[0];

/** A contracted deal by road from Yiwu to Almaty on its planned way through Horgos, whose goods could go by another hub. */
export async function rerouteMarket(terms = SLOT_TERMS) {
  const market = await chainMarket();
  const { database, dealId, run, now, idOf } = market;
  const { network } = await referenceData(database.read);
  const asked = { originId: "CNYIU", destinationId: "KZALA", mode: "road", hubId: "horgos", month: 11, k: 1 } as const;
  const planned = planWays(network, asked);
  const way = planned.ok ? planned.value[0] : undefined;
  if (!way) throw new Error("a road leads through Horgos");
  const orderId = idOf("logistics");
  await database.write((tx) => tx.update(deals).set({ way }).where(eq(deals.id, dealId)));
  await contractTruck(database, orderId, { lines: WAITING_LINES, terms });
  const view = (who: Who = "lin") => chainPage(database.read, actorOf(who), { dealId, now: now() });
  return {
    ...market,
    way,
    view,
    /** The hub of another way that the deal is offered. */
    async otherHub() {
      const other = (await view())?.otherWays.find(({ mode }) => mode === "road");
      if (!other) throw new Error("another road leads there");
      return other.hub.id;
    },
    ask: (hubId: string, who: Who = "lin", more: object = {}) =>
      run(who, askReroute, { dealId, hubId, reason: "the road is closed", ...more }),
    end: (event: string, who: Who = "timur", more: object = {}) =>
      run(who, endReroute, { dealId, number: 1, event, ...more }),
    bookSlot: () => run("timur", requestSlot, { orderId, ...BOOKING }),
  };
}
