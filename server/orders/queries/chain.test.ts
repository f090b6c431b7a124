import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { chainMarket } from "@/test/chain-market";
import { actorOf } from "@/test/order-market";
import { bookRound } from "../../inspections/visit";
import { endOf, startOf } from "@/domain/shared/wire-fields";
import { wireSpecExample as inspectionExample } from "@/domain/services/inspection/spec-example";
import { rerouteMarket } from "@/test/reroute-market";
import { chains } from "@/db/schema/chain";
import { deals } from "@/db/schema/deals";
import { orderMilestones, orders } from "@/db/schema/orders";
import { requests } from "@/db/schema/requests";
import type { Service } from "@/domain/shared/vocabulary";
import { mintActor } from "../../platform/identity/mint-actor";
import { chainPage, isChainReader } from "./chain";

const lin = actorOf("lin");
const timur = actorOf("timur");
const stranger = actorOf("stranger");
const administrator = mintActor({ kind: "user", userId: "a", organisationId: "platform", role: "administrator" });

/** A deal of four orders, one of which another organisation provides. */
async function sharedDeal() {
  const market = await chainMarket();
  const { database, dealId, idOf } = market;
  const set = (service: "inspection" | "logistics", change: Partial<typeof orders.$inferInsert>) =>
    database.write((tx) =>
      tx
        .update(orders)
        .set(change)
        .where(eq(orders.id, idOf(service))),
    );
  await set("inspection", { providerOrganisationId: "elsewhere" });
  const page = (viewer: typeof lin) => chainPage(database.read, viewer, { dealId, now: market.now() });
  const reads = async (viewer: typeof lin) => {
    const view = await page(viewer);
    expect(await isChainReader(database.read, viewer, dealId)).toBe(view !== null);
    return view?.side ?? null;
  };
  return { ...market, set, page, reads };
}

test("A chain is read by the deal's buyer and the providers of its orders, by nobody else.", async () => {
  const { reads, set } = await sharedDeal();
  expect(await Promise.all([lin, timur, stranger, administrator].map(reads))).toEqual([
    "buyer",
    "provider",
    "provider",
    null,
  ]);
  await set("inspection", { providerOrganisationId: "provider" });
  expect(await reads(stranger)).toBeNull();
});

test("Whose order was called off reads the chain no more; whose other orders go on does, and the buyer.", async () => {
  const { reads, set } = await sharedDeal();
  await set("logistics", { state: "cancelled" });
  await set("inspection", { state: "cancelled" });
  expect(await reads(stranger)).toBeNull();
  expect(await reads(timur)).toBe("provider");
  expect(await reads(lin)).toBe("buyer");
  await set("inspection", { state: "completed" });
  expect(await reads(stranger)).toBe("provider");
});

test("A provider opens its own orders on the chain and no other's; the buyer opens all, and does the work of none.", async () => {
  const { page } = await sharedDeal();
  const lanes = async (viewer: typeof lin) =>
    (await page(viewer))?.orders.map(({ service, orderId, order }) => [
      service,
      orderId !== null,
      order?.isViewersWork,
    ]);
  expect(await lanes(stranger)).toEqual([
    ["logistics", false, false],
    ["payment", false, false],
    ["customs", false, false],
    ["inspection", true, true],
  ]);
  expect(await lanes(lin)).toEqual(
    ["logistics", "payment", "customs", "inspection"].map((service) => [service, true, false]),
  );
  const providers = (await page(stranger))?.orders.map(({ provider }) => provider?.id);
  expect(providers).toEqual(["provider", "provider", "provider", "elsewhere"]);
});

test("Gates are the buyer's to change until the award and to waive after it, by those of its people who may.", async () => {
  const { page, database, dealId } = await sharedDeal();
  const may = async (viewer: typeof lin) => {
    const view = await page(viewer);
    return [view?.isFixed, view?.mayChange, view?.mayWaive];
  };
  const all = () => Promise.all([lin, actorOf("wei"), timur].map(may));
  const none = [true, false, false];
  expect(await all()).toEqual([[true, false, true], none, none]);
  await database.write((tx) => tx.update(deals).set({ contractedAt: null }).where(eq(deals.id, dealId)));
  const open = [false, false, false];
  expect(await all()).toEqual([[false, true, false], open, open]);
});

/** A deal by road from Yiwu to Almaty, whose orders a test ends or takes away. */
async function plannedDeal() {
  const market = await rerouteMarket();
  const { database, dealId } = market;
  const end = (state: "completed" | "cancelled", service: Service) =>
    database.write((tx) =>
      tx
        .update(orders)
        .set({ state })
        .where(eq(orders.id, market.idOf(service))),
    );
  return {
    end,
    /** As if nobody had been asked to carry the goods. */
    async withoutCarriage() {
      const of = market.idOf("logistics");
      await database.write(async (tx) => {
        const [order] = await tx.select().from(orders).where(eq(orders.id, of));
        await tx.delete(orderMilestones).where(eq(orderMilestones.orderId, of));
        await tx.delete(orders).where(eq(orders.id, of));
        await tx
          .update(requests)
          .set({ state: "no_bids", fallback: "dropped" })
          .where(eq(requests.id, order?.requestId ?? ""));
      });
    },
    async times() {
      const view = await chainPage(database.read, lin, { dealId, now: market.now() });
      return [view?.eta !== null, (view?.otherWays.length ?? 0) > 0, view?.isCarriedHere];
    },
  };
}

test("Goods of a deal that is over are forecast no more, whether their carriage was ordered here or not.", async () => {
  const { end, withoutCarriage, times } = await plannedDeal();
  expect(await times()).toEqual([true, true, true]);
  await withoutCarriage();
  expect(await times()).toEqual([true, false, false]);
  for (const service of ["payment", "customs"] as const) await end("completed", service);
  expect(await times()).toEqual([true, false, false]);
  await end("cancelled", "inspection");
  expect(await times()).toEqual([false, false, false]);
});

test("Goods whose carriage was called off are forecast no more, whatever other orders go on.", async () => {
  const { end, times } = await plannedDeal();
  await end("cancelled", "logistics");
  expect(await times()).toEqual([false, false, true]);
});

test.each([
  ["an inspection", { kind: "inspection" }],
  ["the inspector who watches the loading", { kind: "step", step: { service: "inspection", code: "on_site" } }],
] as const)(
  "The pick-up behind %s is expected no sooner than the end of the day for which the visit is booked.",
  async (_, need) => {
    const market = await rerouteMarket();
    const { database, dealId, idOf } = market;
    const gates = [{ need, holds: { service: "logistics" as const, code: "picked_up" } }];
    await database.write((tx) => tx.update(chains).set({ gates }).where(eq(chains.dealId, dealId)));
    const plannedDay = "2027-03-01";
    const picksUp = async () => {
      const view = await chainPage(database.read, lin, { dealId, now: market.now() });
      return view?.eta?.stops[0]?.at;
    };
    const before = await picksUp();
    const book = { orderId: idOf("inspection"), plannedDay, inspectorName: "Wang Wei" };
    await database.write((tx) =>
      tx.update(requests).set({ spec: inspectionExample }).where(eq(requests.service, "inspection")),
    );
    expect(await market.run("timur", bookRound, { ...book, isConfirmed: true })).toMatchObject({ kind: "done" });
    expect(before?.from).toBeLessThan(startOf(plannedDay));
    expect(await picksUp()).toEqual({ from: endOf(plannedDay), to: endOf(plannedDay) });
  },
);
