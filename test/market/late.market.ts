import { expect, test } from "vitest";
import { isWeatherSeason } from "../../demo/plan/late/late-reason";
import type { Mode } from "../../domain/hubs/place";
import { lateReasonsOf } from "../../domain/orders/late-reasons";
import { type LateReason } from "../../domain/services/work-reasons";
import type { Service } from "../../domain/shared/vocabulary";
import { DAY_MS, instant } from "../../domain/shared/time";
import { ask, line, percent, share } from "./built-market";

// What of the built market came after it was due, and what is said of why.

type Late = {
  readonly reference: string;
  readonly service: Service;
  readonly mode: Mode;
  readonly corridor: string;
  readonly isBorderHub: number;
  readonly code: string;
  readonly at: number;
  readonly dueAt: number;
  readonly reason: LateReason | null;
  readonly words: string | null;
};

const late = ask<Late>(`select o.reference, o.service, o.mode, o.corridor, o.is_border_hub as isBorderHub, m.code,
  m.occurred_at as at, json_extract(m.evidence, '$.late.dueAt') as dueAt, json_extract(m.evidence, '$.late.reason') as reason,
  json_extract(m.evidence, '$.late.words') as words
  from order_milestones m join orders o on o.id = m.order_id
  where m.occurred_at is not null and json_extract(m.evidence, '$.late') is not null`);
const nameOf = ({ reference, code }: Late): string => `${reference} ${code}`;

test("every step that came after it was due says why, by a reason that such an order can have", () => {
  const wrong = late.filter(
    ({ at, dueAt, reason, words, service, mode }) =>
      at <= dueAt ||
      reason === null ||
      !lateReasonsOf(service, mode).includes(reason) ||
      (reason === "other" && words === null),
  );
  line(`late steps: ${late.length}, of them without a fitting reason ${wrong.length}`);
  expect(late.length).toBeGreaterThan(100);
  expect(wrong.map(nameOf)).toEqual([]);
});

test("no haul was delivered later than was promised without being told as late", () => {
  const told = ask<{ reference: string; code: string; over: number; late: string | null }>(`
    with step as (select o.id, o.reference, r.spec, m.code, m.occurred_at as at, json_extract(m.evidence, '$.late') as late,
        (select json_extract(v.content, '$.transitDays.max') from bid_versions v where v.bid_id = o.bid_id order by v.version desc limit 1) as days,
        (select p.occurred_at from order_milestones p where p.order_id = o.id and p.code = 'picked_up') as fetched
      from order_milestones m join orders o on o.id = m.order_id join requests r on r.id = o.request_id
      where o.service = 'logistics' and m.code = 'delivered' and m.occurred_at is not null)
    select reference, code, at - fetched - (days + 2) * ${DAY_MS} as over, late from step where fetched is not null`);
  const untold = told.filter(({ over, late: said }) => over > 0 && said === null);
  line(`hauls of more than their days: ${told.filter(({ over }) => over > 0).length} of ${told.length}`);
  expect(told.length).toBeGreaterThan(100);
  expect(untold).toEqual([]);
});

test("every haul has promised when it is delivered, and no dispute waits for a decision whose time has passed", () => {
  const hauls = ask<{ reference: string; days: number | null; picked: number | null; moved: number }>(`
    select o.reference, (select json_extract(v.content, '$.transitDays.max') from bid_versions v
        where v.bid_id = o.bid_id order by v.version desc limit 1) as days,
      (select m.occurred_at from order_milestones m where m.order_id = o.id and m.code = 'picked_up') as picked,
      (select count(*) from order_milestones m where m.order_id = o.id and m.occurred_at is not null
        and m.code not in ('booked', 'slot_reserved')) as moved
    from orders o where o.service = 'logistics'`);
  const untimed = hauls.filter(({ days, picked, moved }) => days === null || (picked === null && moved > 0));
  line(`hauls whose delivery nobody promised: ${untimed.length} of ${hauls.length}`);
  expect(untimed).toEqual([]);
  const waiting = ask<{ state: string; left: number }>(`
    select d.state, coalesce(d.decide_by, d.escalates_at) - (select max(occurred_at) from order_milestones) as left
    from disputes d where d.ended_at is null`);
  expect(waiting.some(({ state }) => state === "evidence")).toBe(true);
  expect(waiting.filter(({ left }) => left <= 0)).toEqual([]);
});

test("late steps have many reasons, none of which is most of them", () => {
  const counts = Map.groupBy(late, ({ reason }) => reason);
  const parts = [...counts].map(([reason, all]) => [reason, share(all.length, late.length)] as const);
  line(`reasons: ${parts.map(([reason, part]) => `${reason} ${percent(part)}`).join(", ")}`);
  expect(counts.size).toBeGreaterThanOrEqual(5);
  expect(Math.max(...parts.map(([, part]) => part))).toBeLessThan(0.6);
});

test("queues and slots hold up what crosses the border by land, and weather what goes in its season", () => {
  const queued = late.filter(({ reason }) => reason === "border_queue" || reason === "no_slot");
  const weather = late.filter(({ reason }) => reason === "road_or_weather");
  expect(queued.filter(({ mode, isBorderHub }) => mode === "sea" || mode === "air" || !isBorderHub)).toEqual([]);
  expect(weather.filter((one) => !isWeatherSeason(one, instant(one.at))).map(nameOf)).toEqual([]);
  line(`late for a queue or a slot ${queued.length}, for weather ${weather.length}`);
});

/** How a late step is said of a wait that the delay clock has. */
const FITTING: Readonly<Record<string, LateReason>> = {
  ...{ queue: "border_queue", customs_inspection: "customs_hold", documents: "papers_incomplete" },
  ...{ closure: "road_or_weather", vehicle: "vehicle_breakdown" },
};

test("a haul that waited on the delay clock's record is late by what it waited longest for there", () => {
  const spans = ask<{ reference: string; reason: string; from: number; to: number | null }>(`
    select o.reference, d.reason, d."from", d."to" from delay_segments d join orders o on o.id = d.order_id
    where d.place = 'border' and d.withdrawn_at is null`);
  const recorded = late.flatMap((step) => {
    const waits = spans.filter(({ reference, from }) => reference === step.reference && from < step.at);
    const hours = new Map<string | undefined, number>();
    for (const { reason, from, to } of waits)
      hours.set(FITTING[reason], (hours.get(FITTING[reason]) ?? 0) + Math.min(to ?? step.at, step.at) - from);
    const [longest] = [...hours].sort(([, one], [, other]) => other - one);
    return longest ? [{ name: nameOf(step), said: step.reason, longest: longest[0] }] : [];
  });
  line(`late steps of waits on record: ${recorded.map(({ name, said }) => `${name} ${said}`).join(", ")}`);
  expect(recorded.length).toBeGreaterThanOrEqual(2);
  expect(recorded.filter(({ said, longest }) => said !== longest)).toEqual([]);
});

test("a release that is late for the customs' hold was of goods that they examined, whose act the broker has handed over, or of duties that they assessed late", () => {
  const held = ask<{
    reference: string;
    words: string;
    stopped: number | null;
    kept: number;
    act: number;
    state: string;
  }>(`
    select o.reference, o.state, json_extract(m.evidence, '$.late.words') as words, (select s.occurred_at from order_milestones s where s.order_id = o.id and s.code = 'state_question') as stopped,
      exists (select 1 from declarations c where c.order_id = o.id) as kept,
      exists (select 1 from deliverable_files f where f.order_id = o.id and f.code = 'inspection_act') as act
    from order_milestones m join orders o on o.id = m.order_id
    where o.service = 'customs' and m.code = 'released' and json_extract(m.evidence, '$.late.reason') = 'customs_hold'`);
  const examined = held.filter(({ words }) => !/assessed the duties/.test(words));
  const over = examined.filter(({ state, kept }) => state === "completed" && kept === 1);
  const acts = over.filter(({ act }) => act === 1).length;
  line(`releases late for the customs' hold: ${held.length}, of completed ones with the act ${acts} of ${over.length}`);
  expect(over.length).toBeGreaterThan(2);
  expect(examined.filter(({ stopped }) => stopped === null).map(({ reference }) => reference)).toEqual([]);
  expect(over.filter(({ act }) => act === 0).map(({ reference }) => reference)).toEqual([]);
});

test("a truck that lost its slot by a burst tyre is late by its breakdown, and no train by a truck's reasons", () => {
  const burst = ask<{ reference: string; at: number }>(`
    select o.reference, s.requested_at as at from border_slots s join orders o on o.id = s.order_id where s.fault_words like '%爆胎%'`);
  const after = late.filter(({ reference, at, code }) =>
    burst.some((slot) => slot.reference === reference && slot.at <= at && code === "arrived_hub"),
  );
  expect(burst.length).toBeGreaterThan(0);
  expect(after.filter(({ reason }) => reason !== "vehicle_breakdown").map(nameOf)).toEqual([]);
  const trains = late.filter(({ mode }) => mode === "rail");
  expect(trains.length).toBeGreaterThan(0);
  expect(trains.filter(({ reason }) => reason === "vehicle_breakdown" || reason === "no_slot").map(nameOf)).toEqual([]);
});

test("bids by sea promise no fewer days than are planned for the sailing, and late ones come within a week or so", () => {
  const bids = ask<{ least: number; most: number; min: number; max: number }>(`
    select json_extract(v.content, '$.transitDays.min') as least, json_extract(v.content, '$.transitDays.max') as most,
      json_extract(d.way, '$.days.min') as min, json_extract(d.way, '$.days.max') as max
    from bid_versions v join bids b on b.id = v.bid_id join requests r on r.id = b.request_id join deals d on d.id = r.deal_id
    where r.service = 'logistics' and d.mode = 'sea' and v.content is not null and json_extract(d.way, '$.days.min') is not null`);
  const wrong = bids.filter(({ least, most, min, max }) => least < min || most < least || most > Math.ceil(max * 1.25));
  const overDays = late
    .filter(({ mode, code }) => mode === "sea" && code === "delivered")
    .map(({ at, dueAt }) => (at - dueAt) / DAY_MS);
  line(
    `sea bids of other days than planned: ${wrong.length} of ${bids.length}; the latest sea haul by ${Math.max(0, ...overDays).toFixed(1)} days`,
  );
  expect(bids.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
  expect(overDays.filter((days) => days > 12)).toEqual([]);
});
