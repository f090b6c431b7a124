import { expect, test } from "vitest";
import { insertSegment, segmentsOfOrder } from "@/db/repositories/delay";
import { findMilestones } from "@/db/repositories/orders";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import { delayView } from "@/server/orders/queries/delay";
import { readDelay } from "./read-delay";
import { makeAdministrator } from "@/test/dispute-market";
import { done } from "@/test/bidding-market";
import { actorOf, START } from "@/test/order-market";
import { rerouteMarket } from "@/test/reroute-market";
import { SLOT_TERMS, slotMarket } from "@/test/slot-market";
import { contractDeal } from "@/test/traffic-market";
import type { Command } from "../../platform/command";
import { execute } from "../../platform/execute";
import { announceClosure, withdrawClosure } from "../../hubs/hub-state";
import { reportDelay, withdrawDelay } from "./delays";

const at = (hours: number): string => toIso(later(START, hours * HOUR_MS));

test("A reason that went on at the border ends with the crossing: at the destination the wait has reasons and payers of its own.", async () => {
  const market = await slotMarket();
  const tell = (told: object) => market.run(reportDelay, "timur", { words: "", ...told });
  await market.step("arrived_hub");
  market.wait(72 * HOUR_MS);
  expect(await tell({ place: "border", reason: "vehicle", from: at(48) })).toMatchObject({ kind: "done" });
  await market.step("crossed_border");
  market.wait(10 * HOUR_MS);
  await market.step("arrived_destination");
  market.wait(73 * HOUR_MS);
  const waits = async () => {
    const order = await market.order();
    const milestones = await findMilestones(market.database.read, order);
    const read = await readDelay(market.database.read, { ...order, milestones }, market.now());
    return read.waits.map(({ interval, reckoning: { totals } }) => [
      ...[interval.place, totals.buyer.minor, totals.provider.minor],
    ]);
  };
  // A truck-day of repair at the border is the carrier's; of 73 hours at the destination 24 are free, and three begun days are the buyer's.
  const border = ["border", 0n, 80_000n];
  expect(await waits()).toEqual([border, ["destination", 60_000n, 0n]]);
  expect(await tell({ place: "destination", reason: "driver", from: at(82 + 24), to: at(82 + 48) })).toMatchObject({
    kind: "done",
  });
  expect(await waits()).toEqual([border, ["destination", 40_000n, 20_000n]]);
});

test("Goods that are sent on end the open reasons of their own wait at the border, and none of another order or that was taken back.", async () => {
  const market = await rerouteMarket();
  const { database, now, run } = market;
  const orderId = market.idOf("logistics");
  const other = await contractDeal(database, {
    hubId: "horgos",
    isBorderHub: true,
    services: ["logistics"],
    at: START,
  });
  await market.reportTo("customs", "documents_complete");
  await market.reportTo("inspection", "report_issued");
  await market.accept("inspection");
  await market.reportTo("logistics", "arrived_hub");
  market.wait(20 * HOUR_MS);
  const tell = async (from: number): Promise<string> => {
    const told = await run("timur", reportDelay, { orderId, place: "border", reason: "queue", from: at(from) });
    return (told as { value: { id: string } }).value.id;
  };
  const withdrawn = await tell(2);
  await run("timur", withdrawDelay, { orderId, segmentId: withdrawn });
  const open = await tell(4);
  const elsewhere = { place: "border", reason: "queue", from: START, to: null, words: "", by: "provider" } as const;
  await database.write((tx) =>
    insertSegment(tx, {
      ...{ id: "elsewhere", orderId: other.orders.logistics as string, ...elsewhere },
      ...{ byUserId: "timur", at: START },
    }),
  );
  await market.ask(await market.otherHub());
  expect(await market.end("agree")).toMatchObject({ kind: "done" });
  const ends = async (id: string) => (await segmentsOfOrder(database.read, id)).map((one) => [one.id, one.to]);
  expect(await ends(orderId)).toEqual([
    [withdrawn, null],
    [open, now()],
  ]);
  expect(await ends(other.orders.logistics as string)).toEqual([["elsewhere", null]]);
  const shown = await delayView(database.read, actorOf("lin"), { orderId, now: now() });
  expect(shown?.segments.map(({ id }) => id)).toEqual([withdrawn, open]);
});

test("Hours in which the hub was closed for trucks are left out where the bid says so: not those of another mode or hub, nor those after the closure was taken back.", async () => {
  const market = await slotMarket({ terms: { ...SLOT_TERMS, closuresExcluded: true } });
  const administrator = await makeAdministrator(market.database);
  const asAdministrator = <Input, Output>(verb: Command<Input, Output>, input: unknown) =>
    execute(verb, { actor: administrator, input }, market.on);
  const close = async (from: number, to: number, more: object = {}) =>
    done(
      await asAdministrator(announceClosure, {
        ...{ hubId: "horgos", mode: "road", from: at(from), to: at(to), reason: "Wind", source: "Port", ...more },
      }),
    ).id;
  await market.step("arrived_hub");
  await close(1, 9, { mode: "rail" });
  await close(1, 9, { hubId: "alashankou" });
  await close(20, 24, { mode: null });
  const short = await close(30, 60);
  market.wait(33 * HOUR_MS);
  done(await asAdministrator(withdrawClosure, { closureId: short, reason: "Done early" }));
  done(await asAdministrator(withdrawClosure, { closureId: await close(40, 70), reason: "Not at all" }));
  market.wait(42 * HOUR_MS);
  const order = await market.order();
  const milestones = await findMilestones(market.database.read, order);
  const [wait] = (await readDelay(market.database.read, { ...order, milestones }, market.now())).waits;
  const { excludedMs, freeMs, chargedMs } = wait?.reckoning ?? { excludedMs: 0, freeMs: 0, chargedMs: 0 };
  expect([excludedMs, freeMs, chargedMs].map((ms) => ms / HOUR_MS)).toEqual([4 + 3, 48, 75 - 7 - 48]);
});
