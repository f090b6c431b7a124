import { join } from "node:path";
import { expect, test } from "vitest";
import { databaseOver } from "../../db/database";
import { sqliteDriver } from "../../db/drivers/sqlite";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../../domain/shared/time";
import { readDelay, waitingChargeOf } from "../../server/orders/delay/read-delay";
import { ask, line } from "./built-market";

// What trucks of the built market waited, and what was charged for it.

const { read } = databaseOver(sqliteDriver(join(process.env.MARKET_DATA as string, "kouan.db")));
/** Two days on: every slot that is booked now has begun by then. */
const then = later(ask<{ at: Instant }>("select max(occurred_at) as at from outbox")[0]?.at ?? instant(0), 2 * DAY_MS);

async function loaded(orderId: string) {
  const order = await findOrder(read, orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  return { ...order, milestones: await findMilestones(read, order) };
}

test("what a dispute about waiting was settled on is what the clocks of the order's trucks come to", async () => {
  const settled = ask<{ id: string; at: Instant; minor: number }>(`select order_id as id, ended_at as at,
    json_extract(ending, '$.waitingMinor') as minor from disputes where json_extract(ending, '$.waitingMinor') is not null`);
  line(`disputes that were settled on a sum for waiting: ${settled.length}`);
  expect(settled.length).toBeGreaterThan(0);
  for (const { id, at, minor } of settled)
    expect(Number((await waitingChargeOf(read, await loaded(id), at)).minor)).toBe(minor);
});

type Slot = { readonly id: string; readonly plate: string; readonly from: Instant; readonly crossedAt: Instant | null };

/** Trucks whose only slot was confirmed and stands, or was used, at the window that was booked first. */
const slots =
  ask<Slot>(`select order_id as id, tractor_plate as plate, window_from as "from", crossed_at as crossedAt from border_slots s
  where confirmed_at is not null and state in ('confirmed', 'called', 'in', 'crossed') and move_count = 0 and replaces_id is null
  and (select count(*) from border_slots o where o.order_id = s.order_id and o.tractor_plate = s.tractor_plate) = 1`);

test("each truck waits from its own slot to its own crossing, and begins its days after its own free time", async () => {
  const orders = [...Map.groupBy(slots, ({ id }) => id)];
  let [trucks, beside] = [0, 0];
  for (const [id, own] of orders) {
    const order = await loaded(id);
    const told = (code: string) => order.milestones.find((step) => step.code === code)?.occurredAt ?? null;
    const [arrived, crossed] = [told("arrived_hub"), told("crossed_border")];
    if (arrived === null) continue;
    const { waits } = await readDelay(read, order, then);
    const border = waits.filter(({ interval }) => interval.place === "border");
    if (border.length > 1) beside += 1;
    for (const { plate, from, crossedAt } of own) {
      const begins = Math.max(arrived, from);
      const ends = Math.min(crossedAt ?? then, crossed ?? then, order.cancelledAt ?? then);
      const wait = border.find(({ interval }) => interval.plates.includes(plate));
      expect([plate, wait?.interval.from, wait?.interval.to]).toEqual(
        begins < ends ? [plate, begins, ends] : [plate, undefined, undefined],
      );
      if (!wait || wait.areClosuresExcluded) continue;
      trucks += 1;
      const counted = Math.max(0, ends - begins - wait.free.hours * HOUR_MS);
      expect(wait.reckoning.days.length, plate).toBe(Math.ceil(counted / DAY_MS));
    }
  }
  line(`trucks with a slot of their own: ${trucks}, orders whose trucks have clocks apart ${beside}`);
  expect(trucks).toBeGreaterThan(20);
  expect(beside).toBeGreaterThan(0);
});
