import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../domain/shared/time";
import { ask, line, percent, share } from "./built-market";

// Whether what happens in the built market takes the time that people take over it.

type Gap = { readonly reference: string; readonly ms: number };

/** From one step of an order to another, of all orders that have both. */
const gaps = (service: string, from: string, to: string, where = "true"): Gap[] =>
  ask<Gap>(`select o.reference, b.occurred_at - a.occurred_at as ms from orders o
    join order_milestones a on a.order_id = o.id and a.code = '${from}' and a.occurred_at is not null
    join order_milestones b on b.order_id = o.id and b.code = '${to}' and b.occurred_at is not null
    where o.service = '${service}' and ${where}`);

test.each([
  ["customs", "duties_paid", "released"],
  ["payment", "kyc_submitted", "kyc_approved"],
  ["logistics", "arrived_destination", "delivered"],
])("no two steps of many orders lie apart by the same minutes: %s, from %s to %s", (service, from, to) => {
  const found = gaps(service, from, to);
  const minutes = Map.groupBy(found, ({ ms }) => Math.round(ms / MINUTE_MS));
  const most = Math.max(...[...minutes.values()].map((same) => same.length));
  line(`${from} to ${to}: at most ${percent(share(most, found.length))} of ${found.length} by the same minutes`);
  expect(found.length).toBeGreaterThan(15);
  expect(most).toBeLessThanOrEqual(Math.max(3, found.length * 0.1));
});

test("what the customs ask takes its answer hours: nobody is released two hours after a question", () => {
  const found = gaps("customs", "state_question", "released");
  const quick = found.filter(({ ms }) => ms < 2 * HOUR_MS);
  line(
    `releases after a question: ${found.length}, the quickest after ${(Math.min(...found.map(({ ms }) => ms)) / HOUR_MS).toFixed(1)} h`,
  );
  expect(found.length).toBeGreaterThan(15);
  expect(quick).toEqual([]);
});

test("a container whose port is where it goes is there within days of its release", () => {
  const atPort = "o.mode = 'sea' and o.destination_id in (select id from places where role = 'destination port')";
  const found = gaps("logistics", "import_released", "arrived_destination", atPort);
  const days = found.map(({ ms }) => ms / DAY_MS);
  line(
    `from the release to the door of the port's own town: ${Math.max(...days).toFixed(1)} days at the most, of ${days.length}`,
  );
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter(({ ms }) => ms > 3 * DAY_MS)).toEqual([]);
});

test("an inspector is named by the evening before the visit, and can travel", () => {
  const found = gaps("inspection", "inspector_assigned", "on_site");
  line(
    `from the name to the visit: ${(Math.min(...found.map(({ ms }) => ms)) / HOUR_MS).toFixed(1)} h at the least, of ${found.length}`,
  );
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ ms }) => ms < 13 * HOUR_MS)).toEqual([]);
});

type Accepted = { readonly reference: string; readonly service: string; readonly days: number };

test("who has goods inspected decides within three days, rarely in seven, and what is left waiting is of the last days", () => {
  const now = ask<{ at: number }>("select max(entered_at) as at from exchange_rates")[0]?.at ?? 0;
  const accepted = ask<Accepted>(
    `select reference, service, (accepted_at - delivered_at) / ${DAY_MS}.0 as days from orders o
    where accepted_at is not null and not exists (select 1 from disputes d where d.order_id = o.id)`,
  );
  const inspected = accepted.filter(({ service }) => service === "inspection").map(({ days }) => days);
  const within = (days: number) => share(inspected.filter((one) => one <= days).length, inspected.length);
  const waiting = ask<{ at: number }>(
    "select delivered_at as at from orders where service = 'inspection' and state = 'delivered' and disputed_since is null",
  );
  line(
    `inspections ${inspected.length}: decided within a day ${percent(within(1))}, three ${percent(within(3))}, seven ${percent(within(7))}; waiting now ${waiting.length}`,
  );
  expect(inspected.length).toBeGreaterThan(100);
  expect(within(1)).toBeGreaterThan(0.45);
  expect(within(3)).toBeGreaterThan(0.9);
  expect(within(7)).toBe(1);
  expect(waiting.length).toBeLessThan(0.05 * inspected.length);
  expect(waiting.filter(({ at }) => now - at > 7 * DAY_MS)).toEqual([]);
});

test("nobody accepts after the market's clock would have: within three days of a payment, and seven of all else", () => {
  const late = ask<Accepted>(
    `select reference, service, (accepted_at - delivered_at) / ${DAY_MS}.0 as days from orders o
    where accepted_at > auto_accept_at and not exists (select 1 from disputes d where d.order_id = o.id)`,
  );
  expect(late).toEqual([]);
});
