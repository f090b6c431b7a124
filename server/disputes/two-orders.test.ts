import { expect, test } from "vitest";
import { files } from "@/db/schema/files";
import { DAY_MS } from "@/domain/shared/time";
import { execute } from "@/server/platform/execute";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { escalatedDisputes, orderDisputes } from "./queries";
import { deadlineRound } from "@/server/worker/timers";
import { done } from "@/test/bidding-market";
import { chainMarket } from "@/test/chain-market";
import { makeAdministrator } from "@/test/dispute-market";
import { actorOf, START } from "@/test/order-market";
import { requestChanges } from "../orders/accept-order";
import { decideDispute, escalateDispute, openDispute, writeEntry } from "./dispute";
import { takeOffer } from "./take-offer";

const GOES_ON = { outcome: "split", shareBps: 5_000, effect: "goes_on" };

/** A deal without gates whose carriage and customs are both delivered. */
async function twoOrders() {
  const market = await chainMarket([]);
  await market.reportTo("logistics", "delivered");
  await market.reportTo("customs", "released");
  const { database, run, idOf, now } = market;
  const [carriage, customs] = [idOf("logistics"), idOf("customs")];
  const open = async (orderId: string, who: "lin" | "aigul" = "lin") =>
    done(await run(who, openDispute, { orderId, code: "late", words: "Two weeks." })).id;
  const shown = async (orderId: string, who: "lin" | "timur" = "lin") => {
    const page = await orderDisputes(database.read, actorOf(who), { orderId, now: now() });
    if (!page) throw new Error("the order is theirs");
    return page;
  };
  const settle = async (disputeId: string) => {
    done(await run("aigul", writeEntry, { disputeId, words: "So be it.", offer: GOES_ON }));
    done(await run("lin", takeOffer, { disputeId, seq: 1 }));
  };
  return { ...market, carriage, customs, open, shown, settle };
}

const addFile = ({ database }: Awaited<ReturnType<typeof twoOrders>>, id: string, orderId: string) =>
  database.write((tx) =>
    tx.insert(files).values({
      ...{ id, organisationId: "provider", uploadedByUserId: "timur", subjectKind: "order", subjectId: orderId },
      ...{ state: "clean", facts: Buffer.alloc(1), keyForOwner: Buffer.alloc(1), objectName: id, createdAt: START },
      ...{ attempts: 0, nextScanAt: START },
    }),
  );

test("Each order of a deal has its own disputes, the latest first, and one that runs keeps no other order from one.", async () => {
  const market = await twoOrders();
  const first = await market.open(market.carriage);
  expect(await market.shown(market.carriage)).toMatchObject({ mayOpen: false, side: "buyer" });
  expect(await market.shown(market.customs, "timur")).toMatchObject({ mayOpen: true, side: "provider", disputes: [] });
  const other = await market.open(market.customs, "aigul");
  market.wait(DAY_MS);
  await market.settle(first);
  expect((await market.shown(market.carriage)).mayOpen).toBe(true);
  const second = await market.open(market.carriage, "aigul");
  const listed = (await market.shown(market.carriage)).disputes;
  expect(listed.map(({ id, openedBy, ending }) => [id, openedBy, ending?.isAgreed ?? null])).toEqual([
    [second, "provider", null],
    [first, "buyer", true],
  ]);
  expect((await market.shown(market.customs)).disputes.map(({ id }) => id)).toEqual([other]);
});

test("Who speaks in a dispute points to files of its order alone, not of another order of the deal.", async () => {
  const market = await twoOrders();
  const disputeId = await market.open(market.carriage);
  await addFile(market, "own", market.carriage);
  await addFile(market, "beside", market.customs);
  const point = (...fileIds: string[]) => market.run("aigul", writeEntry, { disputeId, words: "See it.", fileIds });
  expect(await point("own", "beside")).toMatchObject({
    refusal: { code: "file_unknown", details: { fileId: "beside" } },
  });
  expect(await point("own")).toMatchObject({ kind: "done" });
});

test("The clock takes up and closes each dispute by its own times and its own order, and the market reads the latest first.", async () => {
  const market = await twoOrders();
  const administrator = await makeAdministrator(market.database);
  const first = await market.open(market.carriage);
  market.wait(DAY_MS);
  const second = await market.open(market.customs);
  const escalated = async () =>
    (await escalatedDisputes(market.database.read, administrator, market.now()))?.map(({ id, state }) => [id, state]);
  market.wait(6 * DAY_MS);
  await deadlineRound(market.on);
  expect(await escalated()).toEqual([[first, "evidence"]]);
  market.wait(1_000);
  done(await market.run("lin", escalateDispute, { disputeId: second }));
  market.wait(DAY_MS);
  await market.settle(first);
  await market.settle(second);
  done(await market.accept("logistics"));
  done(await market.report("logistics", "documents_closed"));
  await deadlineRound(market.on);
  expect(await escalated()).toEqual([
    [second, "executed"],
    [first, "closed"],
  ]);
});

test("Nobody decides a dispute of the company that it acts for.", async () => {
  const market = await twoOrders();
  const disputeId = await market.open(market.carriage);
  market.wait(3 * DAY_MS);
  done(await market.run("lin", escalateDispute, { disputeId }));
  market.wait(3 * DAY_MS);
  for (const organisationId of ["buyer", "provider"]) {
    const actor = mintActor({ kind: "user", userId: "lin", organisationId, role: "administrator" });
    const input = { disputeId, words: "The photographs show it.", ...GOES_ON };
    expect(await execute(decideDispute, { actor, input }, market.on)).toMatchObject({
      refusal: { code: "own_dispute" },
    });
  }
});

test("What was sent back of one order counts for no other: each may be sent back three times.", async () => {
  const market = await twoOrders();
  const ask = (orderId: string) => market.run("lin", requestChanges, { orderId, words: "Two cartons are missing." });
  for (let round = 0; round < 3; round++) {
    done(await ask(market.carriage));
    done(await market.report("logistics", "delivered"));
  }
  expect(await ask(market.carriage)).toMatchObject({ refusal: { code: "too_many_rounds" } });
  done(await ask(market.customs));
});
