import { expect, test } from "vitest";
import { spansHoliday } from "../../demo/plan/late/late-reason";
import { isHolidayIn } from "../../demo/plan/holidays";
import type { Mode } from "../../domain/hubs/place";
import type { LateReason } from "../../domain/services/work-reasons";
import type { Service } from "../../domain/shared/vocabulary";
import { DAY_MS, dayOf, HOUR_MS, instant } from "../../domain/shared/time";
import { ask, line } from "./built-market";

// Each reason of a late step of the built market is borne out by what stands beside it in its deal.

type Late = {
  readonly order: string;
  readonly deal: string;
  readonly reference: string;
  readonly service: Service;
  readonly mode: Mode;
  readonly corridor: string;
  readonly code: string;
  readonly at: number;
  readonly dueAt: number;
  readonly reason: LateReason;
  readonly words: string | null;
};

const late =
  ask<Late>(`select o.id as "order", o.deal_id as deal, o.reference, o.service, o.mode, o.corridor, m.code, m.occurred_at as at,
  json_extract(m.evidence, '$.late.dueAt') as dueAt, json_extract(m.evidence, '$.late.reason') as reason, json_extract(m.evidence, '$.late.words') as words
  from order_milestones m join orders o on o.id = m.order_id where json_extract(m.evidence, '$.late') is not null`);
const steps = new Map(
  ask<{
    deal: string;
    service: Service;
    code: string;
    at: number;
  }>(`select o.deal_id as deal, o.service, m.code, m.occurred_at as at
    from order_milestones m join orders o on o.id = m.order_id where m.occurred_at is not null`).map((step) => [
    `${step.deal} ${step.service} ${step.code}`,
    step.at,
  ]),
);
const sides = new Map(
  ask<{ deal: string; side: string }>(`select o.deal_id as deal, json_extract(r.spec, '$.side') as side
    from orders o join requests r on r.id = o.request_id where o.service = 'customs'`).map(({ deal, side }) => [
    deal,
    side,
  ]),
);
/** When an inspection let the goods of its deal go: with its report, or where that did not pass with the buyer's word. */
const letGo = new Map(
  ask<{ deal: string; at: number }>(
    `select o.deal_id as deal, case when r.verdict is null or r.verdict = 'pass' then m.occurred_at else coalesce(r.decided_at, m.occurred_at) end as at
    from orders o join order_milestones m on m.order_id = o.id and m.code = 'report_issued' and m.occurred_at is not null
    left join inspection_rounds r on r.order_id = o.id where o.service = 'inspection' order by r.number`,
  ).map(({ deal, at }) => [deal, at]),
);
const spans = ask<{ order: string; reason: string; from: number }>(
  `select order_id as "order", reason, "from" from delay_segments where withdrawn_at is null`,
);
const faults = ask<{ order: string; fault: string }>(
  `select order_id as "order", at_fault as fault from border_slots where at_fault is not null`,
);
const returns = ask<{ order: string; reason: string; at: number }>(
  `select order_id as "order", return_reason as reason, returned_at as at from remittances where returned_at is not null`,
);

const atOf = ({ deal }: Late, service: Service, code: string) => steps.get(`${deal} ${service} ${code}`);
/** Hours from one step of the haul to another, both before the late one is told; 0 where either has not been. */
const hours = (one: Late, from: string, to: string): number => {
  const [begins, ends] = [from, to].map((code) => atOf(one, "logistics", code));
  return begins === undefined || ends === undefined || ends > one.at ? 0 : (ends - begins) / HOUR_MS;
};
const waited = ({ order, at }: Late, ...reasons: string[]): boolean =>
  spans.some((span) => span.order === order && span.from < at && reasons.includes(span.reason));
/** When the window of an order's last slot opens, where its slots are kept. */
const opens = new Map(
  ask<{ order: string; at: number }>(
    'select order_id as "order", window_from as at from border_slots order by requested_at, id',
  ).map(({ order, at }) => [order, at]),
);
const hasNoSlot = (one: Late): boolean =>
  Math.max(atOf(one, "logistics", "slot_reserved") ?? 0, opens.get(one.order) ?? 0) > one.dueAt;
const missed = ({ order }: Late, fault: string): boolean =>
  faults.some((one) => one.order === order && one.fault === fault);
const cameBack = ({ order, at }: Late, ...reasons: string[]): boolean =>
  returns.some((one) => one.order === order && one.at < at && (reasons.length === 0 || reasons.includes(one.reason)));

/** The hours that goods lay before the customs of a side, where the deal's own clearance of that side, if there is one, was stopped by them. */
function heldHours(one: Late, isStopped: boolean): number {
  const side = sides.get(one.deal) ?? "";
  const asked = atOf(one, "customs", "state_question");
  const hasQuestion = asked !== undefined && asked < one.at;
  const counts = (own: readonly string[]) => !own.includes(side) || hasQuestion === isStopped;
  // A crossing is late by the customs where they kept the goods longer than the queue did.
  const usual = one.code === "crossed_border" ? queuedHours(one) : 24;
  const leaving = counts(["export", "transit"]) ? hours(one, "arrived_hub", "export_released") - usual : 0;
  const entered = Math.max(
    hours(one, "crossed_border", "import_released"),
    hours(one, "arrived_port", "import_released"),
  );
  return Math.max(0, leaving, counts(["import", "both"]) ? entered - 30 : 0);
}

const queuedHours = (one: Late): number =>
  hours(one, "export_released", "crossed_border") || hours(one, "arrived_hub", "crossed_border");
const stayHours = (one: Late): number => hours(one, "arrived_hub", "departed");
const isLongStay = (one: Late): boolean => stayHours(one) > (one.mode === "air" ? 24 : 102);
/** Nothing that stands on record kept the goods beyond what is usual: they were late on their way. */
const isOnWay = (one: Late): boolean =>
  !isLongStay(one) && queuedHours(one) <= 24 && heldHours(one, true) === 0 && heldHours(one, false) === 0;
const isExamined = (one: Late): boolean => one.at - (atOf(one, "customs", "state_question") ?? one.at) >= 24 * HOUR_MS;

const isAssessedLate = (one: Late): boolean =>
  one.code === "released" && (atOf(one, "customs", "duties_paid") ?? 0) > one.dueAt;

/** Goods that had come in by the time for their delivery, and were let in after it. */
function isReleasedLate(one: Late): boolean {
  const came = atOf(one, "logistics", "crossed_border") ?? atOf(one, "logistics", "arrived_port");
  const released = atOf(one, "logistics", "import_released");
  return one.code === "delivered" && came !== undefined && came <= one.dueAt && (released ?? 0) > one.dueAt;
}

const ofHaul: Readonly<Partial<Record<LateReason, (one: Late) => boolean>>> = {
  goods_not_ready: (one) =>
    one.code === "picked_up" && Math.max(letGo.get(one.deal) ?? 0, atOf(one, "inspection", "on_site") ?? 0) > one.dueAt,
  papers_incomplete: (one) =>
    waited(one, "documents", "carrier_documents") ||
    missed(one, "buyer") ||
    isReleasedLate(one) ||
    (atOf(one, "customs", "documents_complete") ?? 0) >
      Math.min(
        one.dueAt,
        atOf(one, "logistics", "arrived_port") ?? one.dueAt,
        // What leaves lies before the customs from the hub on.
        (sides.get(one.deal) === "export" && atOf(one, "logistics", "arrived_hub")) || one.dueAt,
      ),
  customs_hold: (one) => waited(one, "customs_inspection") || heldHours(one, true) > 0 || isReleasedLate(one),
  border_queue: (one) =>
    waited(one, "queue") ||
    missed(one, "nobody") ||
    queuedHours(one) >= (one.code === "crossed_border" ? hours(one, "arrived_hub", "export_released") : 24),
  no_slot: hasNoSlot,
  // What keeps a ship from its port has happened at sea, however long its goods lay before.
  rolled: (one) => isLongStay(one) || isOnWay(one) || one.code === "arrived_port",
  road_or_weather: (one) =>
    waited(one, "closure", "force_majeure") || isOnWay(one) || (one.mode === "air" && isLongStay(one)),
  vehicle_breakdown: (one) =>
    waited(one, "vehicle") ||
    missed(one, "provider") ||
    (isOnWay(one) && !(one.code === "arrived_hub" && hasNoSlot(one))),
  own_fault: (one) => one.code === "picked_up" || isOnWay(one),
  other: (one) => one.words !== null && (heldHours(one, false) > 0 || isReleasedLate(one)),
};

const EVIDENCE: Readonly<Record<Service, Readonly<Partial<Record<LateReason, (one: Late) => boolean>>>>> = {
  logistics: ofHaul,
  customs: {
    customs_hold: (one) => isExamined(one) || isAssessedLate(one),
    own_fault: (one) => one.code === "filed" || (!isExamined(one) && !isAssessedLate(one)),
  },
  payment: {
    bank_compliance: (one) => !cameBack(one),
    papers_incomplete: (one) => cameBack(one, "papers_insufficient"),
    other: (one) => one.words !== null && cameBack(one, "payee_details_wrong"),
  },
  inspection: { own_fault: () => true },
};

const isBorneOut = (one: Late): boolean =>
  one.reason === "holiday"
    ? spansHoliday({ ...one, side: sides.get(one.deal), dueAt: instant(one.dueAt), at: instant(one.at) })
    : (EVIDENCE[one.service][one.reason]?.(one) ?? false);

test("each reason of a late step is borne out by what the deal has on record", () => {
  const wrong = late.filter((one) => !isBorneOut(one));
  const counts = [...Map.groupBy(late, ({ service, reason }) => `${service} ${reason}`)];
  line(`late steps with what bears them out: ${counts.map(([of, all]) => `${of} ${all.length}`).join(", ")}`);
  expect(late.length).toBeGreaterThan(100);
  expect(wrong.map(({ reference, code, reason }) => `${reference} ${code} ${reason}`)).toEqual([]);
});

test("no delivery is late on the road whose goods were let in after it was due", () => {
  const released = late.filter(isReleasedLate);
  const onWay = released.filter(
    ({ order, reason }) =>
      ["own_fault", "vehicle_breakdown", "road_or_weather"].includes(reason) &&
      spans.every((span) => span.order !== order) &&
      faults.every((fault) => fault.order !== order),
  );
  line(`deliveries late whose goods were let in after they were due: ${released.length}`);
  expect(released.length).toBeGreaterThan(0);
  expect(onWay.map(({ reference, reason }) => `${reference} ${reason}`)).toEqual([]);
});

test("no inspector is late by a holiday that its country does not keep", () => {
  const wrong = late.filter(({ service, reason, corridor, at, dueAt }) => {
    if (service !== "inspection" || reason !== "holiday") return false;
    const [country = ""] = corridor.split("-");
    const days = Array.from({ length: Math.ceil((at - dueAt) / DAY_MS) + 1 }, (_, day) => dueAt + day * DAY_MS);
    return days.every((day) => !isHolidayIn(country, dayOf(instant(day))));
  });
  expect(wrong.map(({ reference, code, corridor }) => `${reference} ${code} ${corridor}`)).toEqual([]);
});

test("no papers are blamed that were complete in time, and no customs that asked for nothing", () => {
  const papers = late.filter(({ service, reason }) => service === "logistics" && reason === "papers_incomplete");
  const customs = late.filter(({ service, reason }) => service === "customs" && reason === "papers_incomplete");
  const held = late.filter(
    ({ reason, deal }) => reason === "customs_hold" && ["import", "both"].includes(sides.get(deal) ?? ""),
  );
  line(`hauls late for papers ${papers.length}; steps late for the customs whose deal is cleared here ${held.length}`);
  expect(papers.length).toBeGreaterThan(0);
  expect(held.length).toBeGreaterThan(5);
  expect(customs).toEqual([]);
});

test("ships, trains, trucks and flights are late each by what holds them", () => {
  const by = (mode: Mode) => late.filter((one) => one.service === "logistics" && one.mode === mode);
  const reasonsOf = (mode: Mode) => new Set(by(mode).flatMap(({ reason }) => reason));
  for (const mode of ["road", "rail", "sea", "air"] as const)
    line(`late by ${mode}: ${[...reasonsOf(mode)].join(", ")}`);
  const rolled = by("sea").filter(({ reason }) => reason === "rolled");
  expect(rolled.filter(isLongStay).length).toBeGreaterThan(0);
  expect(rolled.filter((one) => !isLongStay(one)).length).toBeGreaterThan(0);
  expect(
    rolled.filter((one) => isLongStay(one) !== /甩柜/.test(one.words ?? "")).map(({ reference }) => reference),
  ).toEqual([]);
});

test("a container that was rolled over sails at least three days later than it would have, and its voyage takes the days of its way", () => {
  const rolled = ask<{ reference: string; stay: number; voyage: number; legs: string }>(
    `select o.reference, (d.occurred_at - h.occurred_at) / 86400000.0 as stay, (a.occurred_at - d.occurred_at) / 86400000.0 as voyage,
      json_extract(deals.way, '$.legs') as legs from orders o join deals on deals.id = o.deal_id
    join order_milestones h on h.order_id = o.id and h.code = 'arrived_hub'
    join order_milestones d on d.order_id = o.id and d.code = 'departed'
    join order_milestones a on a.order_id = o.id and a.code = 'arrived_port'
    where o.mode = 'sea' and o.service = 'logistics' and a.occurred_at is not null and o.id in (select order_id
      from order_milestones where json_extract(evidence, '$.late.words') like '%甩柜%')`,
  ).map(({ legs, ...one }) => {
    const atSea = (JSON.parse(legs) as { mode: string; days: { max: number } }[]).filter(({ mode }) => mode === "sea");
    return { ...one, plannedMost: atSea.reduce((sum, { days }) => sum + days.max, 0) };
  });
  const long = rolled.filter(({ voyage, plannedMost }) => voyage > plannedMost * 1.05);
  const soon = rolled.filter(({ stay }) => stay < 4.25);
  line(`containers rolled over: ${rolled.length}, sailed within three days ${soon.length}, long at sea ${long.length}`);
  expect(rolled.length).toBeGreaterThan(3);
  expect(soon).toEqual([]);
  expect(long).toEqual([]);
});
