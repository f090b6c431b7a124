import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/database";
import { changeRequestsOf, listDueEscalations } from "@/db/repositories/disputes";
import { statesOfHub } from "@/db/repositories/hub-board";
import { listDueAcceptances } from "@/db/repositories/orders";
import { listDueSlots } from "@/db/repositories/slots";
import { orders } from "@/db/schema/orders";
import type { Actor } from "@/domain/access/policy";
import type { Service } from "@/domain/shared/vocabulary";
import { DAY_MS } from "@/domain/shared/time";
import { clearancePage } from "@/server/clearance/queries";
import { delayView } from "@/server/orders/queries/delay";
import { escalatedDisputes, orderDisputes } from "@/server/disputes/queries";
import { linksOfOrder } from "@/server/field/queries";
import { hubBoard } from "@/server/hubs/queries/hubs";
import { inspectionView, reusedPhotos } from "@/server/inspections/queries";
import { listOrders } from "@/server/orders/queries/orders";
import { packProof, packsView } from "@/server/documents/queries";
import { paymentPage } from "@/server/remittance/queries";
import { slotsView } from "@/server/orders/queries/slots";
import { NOW, person } from "./demo-people";

/** What the demo's buyer reads on every order of a service. */
async function ordersOf(database: Database) {
  const { read } = database;
  const buyer = await person(database, "buyer");
  const idsOf = async (service: Service, provider?: Actor): Promise<string[]> => {
    const rows = await read
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          eq(orders.buyerOrganisationId, buyer.organisationId ?? ""),
          eq(orders.service, service),
          provider ? eq(orders.providerOrganisationId, provider.organisationId ?? "") : undefined,
        ),
      )
      .orderBy(orders.id);
    return rows.map(({ id }) => id);
  };
  const each = async <View>(service: Service, view: (orderId: string) => Promise<View | null>) => {
    const views: View[] = [];
    for (const id of await idsOf(service)) {
      const one = await view(id);
      if (one !== null) views.push(one);
    }
    return views;
  };
  return { database, read, buyer, idsOf, each };
}

type Demo = Awaited<ReturnType<typeof ordersOf>>;

async function expectOfTrucks({ read, buyer, each }: Demo): Promise<void> {
  const slots = (await each("logistics", (orderId) => slotsView(read, buyer, { orderId, now: NOW }))).flatMap(
    (view) => view.slots,
  );
  expect([...new Set(slots.map(({ state }) => state))].sort()).toEqual(
    ["requested", "paid", "confirmed", "called", "crossed", "forfeited", "cancelled"].sort(),
  );
  expect(
    slots.some(({ moveCount }) => moveCount > 0),
    "one was moved by its carrier",
  ).toBe(true);
  expect(
    slots.find(({ atFault, state }) => atFault === "nobody" && state === "crossed"),
    "one was moved by the hub twice and used",
  ).toMatchObject({ replaces: 2 });
  expect(
    slots.find(({ atFault }) => atFault === "provider"),
    "one took the place of one that was lost",
  ).toMatchObject({ replaces: 1 });
  expect(
    slots.find(({ atFault }) => atFault === "buyer"),
    "one is booked anew because the buyer was not ready",
  ).toMatchObject({ state: "confirmed", replaces: 2 });
  const delays = await each("logistics", (orderId) => delayView(read, buyer, { orderId, now: NOW }));
  const began = delays.flatMap(({ waits }) => waits.map(({ began }) => began));
  expect(began, "a truck that came early has waited from its window on").toContain("slot_window");
  const segments = delays.flatMap((view) => view.segments);
  expect(new Set(segments.map(({ reason }) => reason))).toEqual(
    new Set(["queue", "customs_inspection", "closure", "documents", "consignee"]),
  );
  expect(segments.filter(({ objectedAt }) => objectedAt !== null)).toHaveLength(2);
  expect(
    segments.filter(({ to }) => to === null),
    "one goes on",
  ).toHaveLength(1);
  const tasks = (await listOrders(read, buyer, { service: "logistics", limit: 50, now: NOW })).items.map(
    ({ turn }) => turn.holder === "task" && turn.task.code,
  );
  expect(
    tasks.filter((code) => code === "reroute.answer"),
    "the buyer is asked for another way",
  ).toHaveLength(1);
}

async function expectOfGoods({ database, read, buyer, each }: Demo): Promise<void> {
  const views = await each("inspection", (id) => inspectionView(read, id, { viewer: buyer, now: NOW }));
  const told = views.map(({ rounds }) =>
    rounds.map(({ state, judgement, decision }) => ({
      state,
      verdict: judgement?.kind ?? null,
      decision: decision?.decision ?? null,
    })),
  );
  expect(told).toEqual([
    [
      { state: "decided", verdict: "fail", decision: "reinspect" },
      { state: "decided", verdict: "pass", decision: "accept" },
    ],
    [{ state: "reported", verdict: "fail", decision: null }],
    [{ state: "on_site", verdict: null, decision: null }],
  ]);
  const rounds = views.flatMap((view) => view.rounds);
  const charges = rounds.map(({ round, charge }) => [round, charge?.basis ?? null]);
  expect(charges, "only another visit is charged").toEqual(
    [1, 2, 1, 1].map((at) => [at, at > 1 ? "reinspection" : null]),
  );
  for (const { photos, draw } of rounds) {
    expect(photos.length).toBeGreaterThan(2);
    expect(draw).toMatchObject({ check: { isSeedCommitted: true, isSameDraw: true } });
  }
  const flags = rounds.flatMap(({ photos }) => photos.flatMap((photo) => photo.flags.map(({ kind }) => kind)));
  expect(flags, "every picture but one was taken there, then, and once").toEqual(["same_elsewhere"]);
  const reused = await reusedPhotos(read, { viewer: await person(database, "admin"), now: NOW });
  expect(reused, "one picture was sent twice, and no others are taken for the same").toHaveLength(1);
}

async function expectOfPapersAndMoney({ read, buyer, each }: Demo): Promise<void> {
  const declared = (await each("customs", (orderId) => clearancePage(read, buyer, { orderId, now: NOW }))).flatMap(
    (page) => page.declarations,
  );
  expect(declared.map(({ side, state }) => `${side} ${state}`)).toEqual([
    "export released",
    "import released",
    "export questioned",
    "export approved",
    "import assessed",
    "export returned",
  ]);
  const pages = await each("payment", (orderId) => paymentPage(read, buyer, { orderId, now: NOW }));
  expect(pages.map(({ sendings }) => sendings.map(({ state }) => state))).toEqual([
    ["returned", "received"],
    ["frozen"],
    [],
    [],
  ]);
  const waiting = pages.flatMap(({ locks }) =>
    locks.filter((lock) => lock.needsConfirmation && lock.confirmedAt === null && lock.isLive),
  );
  expect(waiting, "a worse rate waits for the buyer").toHaveLength(1);
  expect(
    pages.flatMap(({ locks, sendings }) => (sendings.length > 0 ? [] : locks.filter((lock) => lock.isLive))),
    "and another one holds",
  ).toHaveLength(2);
}

async function expectOfDifferences({ database, read, buyer, idsOf }: Demo): Promise<void> {
  const states: string[] = [];
  let changes = 0;
  for (const orderId of await idsOf("logistics")) {
    const page = await orderDisputes(read, buyer, { orderId, now: NOW });
    states.push(...(page?.disputes ?? []).map(({ state }) => state));
    changes += (await changeRequestsOf(read, orderId)).length;
  }
  expect(states.sort()).toEqual(["evidence", "executed", "talk"]);
  expect(changes).toBe(1);
  const heard = (await escalatedDisputes(read, await person(database, "admin"), NOW)) ?? [];
  const ripe = heard.filter(({ ending, evidenceEndsAt }) => ending === null && (evidenceEndsAt ?? NOW) < NOW);
  expect(ripe, "one waits for the administrator's word").toHaveLength(1);
}

async function expectOfEvidence({ database, read, buyer, idsOf }: Demo): Promise<void> {
  const provider = await person(database, "provider");
  const links: string[] = [];
  const packed: number[] = [];
  for (const orderId of await idsOf("logistics", provider)) {
    const given = await linksOfOrder(read, orderId, { viewer: provider, now: NOW });
    links.push(...(given?.links ?? []).map(({ state, reportCount }) => `${state} ${reportCount > 0}`));
    const view = await packsView(read, buyer, { orderId, now: NOW });
    for (const pack of view?.packs ?? []) {
      expect(await packProof(read, pack.id)).toMatchObject({ root: pack.root });
      packed.push((view?.deliverables ?? []).filter(({ files }) => files.length > 0).length);
    }
  }
  expect(links.sort()).toEqual(["expired true", "stands true"]);
  expect(packed, "one pack, of an order with four of its deliverables").toEqual([4]);
}

async function expectOfHubs({ read }: Demo): Promise<void> {
  for (const [hubId, modes] of [
    ["horgos", ["road", "rail"]],
    ["pingxiang", ["road"]],
  ] as const) {
    const board = await hubBoard(read, hubId, NOW);
    for (const mode of modes) {
      const one = board?.modes.find((each) => each.mode === mode);
      expect(one, `${hubId} ${mode}`).toMatchObject({ state: { isStale: false }, closedUntil: null });
      expect(one?.wait?.hours).toBeGreaterThan(0);
      const counts = await statesOfHub(read, { hubId, mode, limit: 30 });
      const first = counts.at(-1);
      expect(counts.length > 10 && first && first.asOf < NOW - 40 * DAY_MS, "weeks of counts").toBe(true);
    }
  }
  const ahead = (await hubBoard(read, "horgos", NOW))?.closures ?? [];
  expect(ahead.map(({ from }) => from > NOW)).toEqual([true]);
}

/** Every room of an order is there, each in the states that somebody has to act on, and the clock finds nothing left undone. */
export async function expectOfRooms(database: Database): Promise<void> {
  const of = await ordersOf(database);
  await expectOfTrucks(of);
  await expectOfGoods(of);
  await expectOfPapersAndMoney(of);
  await expectOfDifferences(of);
  await expectOfEvidence(of);
  await expectOfHubs(of);
  // Else a market that was just made would change under its first reader.
  expect(await listDueSlots(of.read, NOW, 10)).toEqual([]);
  expect(await listDueEscalations(of.read, NOW, 10)).toEqual([]);
  expect(await listDueAcceptances(of.read, NOW)).toEqual([]);
}
