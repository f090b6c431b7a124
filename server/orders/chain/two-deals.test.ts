import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { appendToDealLog, dealLogAfter, insertReroute } from "@/db/repositories/chains";
import { findOrder } from "@/db/repositories/orders";
import { insertSlot } from "@/db/repositories/slots";
import { orders } from "@/db/schema/orders";
import { gateKey } from "@/domain/orders/chain/gate";
import { gateState } from "@/domain/orders/chain/gate-state";
import { orderFacts } from "@/domain/orders/order";
import { SERVICES } from "@/domain/shared/vocabulary";
import { toIso } from "@/domain/shared/time";
import { CHAIN_GATES, chainMarket } from "@/test/chain-market";
import { layChain } from "@/test/settled-chains";
import { readChains, settleChain } from "./settle-chain";
import { actorOf, START } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { waiveGate } from "./gates";
import { reportMilestone } from "../report-milestone";
import { tasksOf } from "../kinds/registry";
import { workList } from "../queries/work";

const WAIVED = "inspection>logistics.picked_up";

/** Two deals of the same parties with the same gates: in the first one gate is waived and a slot was lost, in the second another company inspects. */
async function twoDeals() {
  const market = await chainMarket();
  const { database, dealId: first, idOf, run } = market;
  const made = await contractDeal(database, { hubId: "horgos", isBorderHub: true, services: SERVICES, at: START });
  const second = made.deal;
  const carriage = made.orders.logistics as string;
  await database.write(async (tx) => {
    await layChain(tx, second, { gates: CHAIN_GATES, at: START });
    await insertSlot(tx, {
      ...{ id: "lost", orderId: idOf("logistics"), number: 1, system: "cargoruqsat", kind: "normal" },
      ...{ state: "forfeited", placeId: "KZHOR", windowFrom: START, windowTo: START, tractorPlate: "111 AA 05" },
      ...{
        drivers: [],
        declared: [],
        bookedBy: "provider",
        requestedAt: START,
        endedAt: START,
        moveCount: 0,
        version: 1,
      },
    });
    await tx
      .update(orders)
      .set({ providerOrganisationId: "elsewhere" })
      .where(eq(orders.id, made.orders.inspection as string));
    for (const chain of [first, second]) await settleChain({ tx, now: START, publish: () => undefined }, chain);
  });
  await run("lin", waiveGate, { dealId: first, gate: WAIVED, reason: "We saw them" });
  return { ...market, first, second, carriage, made };
}

test("The chains of two deals that are read at once are each judged by their own orders, waivers and slots.", async () => {
  const { database, first, second, carriage, idOf } = await twoDeals();
  const chains = await readChains(database.read, [first, second]);
  const stands = (dealId: string, key: string) => {
    const chain = chains.get(dealId);
    const gate = chain?.gates.find((one) => gateKey(one) === key);
    return chain && gate && gateState(gate, chain.facts);
  };
  expect(stands(first, WAIVED)).toMatchObject({ kind: "waived" });
  expect(stands(second, WAIVED)).toEqual({ kind: "waiting", why: "not_yet" });
  expect(stands(first, "slot>logistics.left_for_hub")).toEqual({ kind: "failed", why: "slot_lost" });
  expect(stands(second, "slot>logistics.left_for_hub")).toEqual({ kind: "waiting", why: "no_slot" });
  const carriers = [first, second].map(
    (dealId) => chains.get(dealId)?.facts.orders.find(({ service }) => service === "logistics")?.id,
  );
  expect(carriers).toEqual([idOf("logistics"), carriage]);
});

test("In a list of work each order waits for who brings it in its own deal.", async () => {
  const { database, carriage, idOf, run, now } = await twoDeals();
  for (const orderId of [idOf("logistics"), carriage])
    await run("timur", reportMilestone, { orderId, code: "booked", occurredAt: toIso(now()) });
  const { rows } = await workList(database.read, actorOf("timur"), { limit: 50, now: now(), service: "logistics" });
  const partyIn = (id: string) =>
    rows.find((row) => row.id === id)?.gates.map(({ key, lifter, party }) => [key, lifter, party?.id]);
  expect(partyIn(carriage)).toEqual([["inspection>logistics.picked_up", "inspection", "elsewhere"]]);
  expect(rows.find((row) => row.id === idOf("logistics"))?.side).toBe("on_hold");
  expect(rows.find((row) => row.id === carriage)?.side).toBeNull();
});

test("The log of a deal goes on after the number that its reader knows, and holds nothing of another deal.", async () => {
  const { database, first, second, carriage, idOf, run, now } = await twoDeals();
  await run("timur", reportMilestone, { orderId: idOf("inspection"), code: "scheduled", occurredAt: toIso(now()) });
  const order = await findOrder(database.read, carriage);
  if (!order) throw new Error("the goods are carried");
  const at = START;
  await database.write((tx) => appendToDealLog(tx, [{ type: "order.placed", ...orderFacts(order) } as never], at));
  const log = async (dealId: string, seq: number) =>
    (await dealLogAfter(database.read, { dealId, seq, limit: 50 })).map((one) => `${one.seq} ${one.type}`);
  const all = await log(first, 0);
  expect(all.length).toBeGreaterThan(1);
  expect(await log(first, 1)).toEqual(all.slice(1));
  expect(await log(second, 0)).toEqual(["1 order.placed"]);
});

test("A question about the way of one deal asks nothing of the carrier of another.", async () => {
  const { database, first, second, idOf, now } = await twoDeals();
  await database.write((tx) =>
    insertReroute(tx, {
      ...{ dealId: first, number: 1, state: "asked", reason: "closed", askedBy: "buyer", version: 1 },
      ...{ fromHubId: "horgos", toHubId: "alashankou", extraMinor: 0n, extraCurrency: "CNY" },
      ...{ laterMs: 0, furtherKm: 0, askedByUserId: "lin", askedAt: START },
    }),
  );
  const chains = await readChains(database.read, [first, second]);
  const all = [...chains.values()].flatMap(({ facts }) => facts.orders);
  const asked = await tasksOf(database.read, all, now());
  expect([...asked]).toEqual([[idOf("logistics"), { side: "provider", code: "reroute.answer", by: null }]]);
});
