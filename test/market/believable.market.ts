import { describe, expect, test } from "vitest";
import { isBankDay } from "../../demo/plan/holidays";
import { awaitedStep } from "../../domain/orders/chain/holds";
import {
  DAYS_RUN_FROM,
  DELIVERED_STATES,
  DELIVERED_WITH,
  hadBegun,
  isOnTime,
} from "../../domain/catalogue/track-record";
import { queueMs, waitBehind } from "../../domain/hubs/board/expected-wait";
import type { Mode } from "../../domain/hubs/place";
import { type LineState, type Service, SERVICES } from "../../domain/shared/vocabulary";
import { runsFrom } from "../../domain/services/due-time";
import { SERVICE_KINDS } from "../../domain/services/registry";
import { addDays, DAY_MS, dayOf, HOUR_MS, type Instant, instant, MARKET_ZONE } from "../../domain/shared/time";
import { ask, kmBetween, LEAST_CROSSINGS, line, median, percent, share } from "./built-market";

/** Kilometres between two places that are written as "latitude,longitude" in ten-thousandths of a degree. */
function straightKm(from: string, to: string): number {
  const of = (text: string): [number, number] => {
    const [lat = 0, lon = 0] = text.split(",").map((degrees) => Number(degrees) / 10_000);
    return [lat, lon];
  };
  return kmBetween(of(from), of(to));
}

/** A figure of fewer than these says nothing of a hub. */
const LEAST = 20;
const now = ask<{ at: number }>("select max(occurred_at) as at from outbox")[0]?.at ?? 0;

const DELIVERY = DELIVERED_WITH.map((code) => `'${code}'`).join(", ");

/** The first report of a delivery that was sent back; a report that was struck is none. */
const FIRST = `from reopened_steps f where f.order_id = o.id and f.code in (${DELIVERY}) and json_extract(f.evidence, '$.struck') is null
  and f.seq = (select min(e.seq) from reopened_steps e where e.order_id = o.id and e.code in (${DELIVERY}) and json_extract(e.evidence, '$.struck') is null)`;

type Delivered = Readonly<Record<"id" | "deal" | "hub" | "spec", string>> & {
  readonly service: Service;
  readonly mode: Mode;
  readonly contractedAt: Instant;
  readonly startedAt: Instant | null;
  readonly deliveredAt: Instant;
  /** When its delivery was due, of one that bears the mark of a late step. */
  readonly lateSince: Instant | null;
};
const delivered =
  ask<Delivered>(`select o.id, o.deal_id as deal, o.hub_id as hub, o.service, o.mode, r.spec, o.contracted_at as contractedAt,
    (select m.occurred_at from order_milestones m where m.order_id = o.id and (${DAYS_RUN_FROM.map(({ service, code }) => `(o.service = '${service}' and m.code = '${code}')`).join(" or ")})) as startedAt,
    coalesce((select f.occurred_at ${FIRST}), o.delivered_at) as deliveredAt,
    case when exists (select 1 ${FIRST}) then (select json_extract(f.evidence, '$.late.dueAt') ${FIRST})
      else (select json_extract(m.evidence, '$.late.dueAt') from order_milestones m where m.order_id = o.id and m.code in (${DELIVERY})) end as lateSince
  from orders o join requests r on r.id = o.request_id where o.state in (${DELIVERED_STATES.map((state) => `'${state}'`).join(", ")})`);

type Step = { deal: string; id: string; service: Service; state: LineState; code: string; occurredAt: Instant | null };
const steps = Map.groupBy(
  ask<Step>(`select o.deal_id as deal, o.id, o.service, o.state, m.code, m.occurred_at as occurredAt
    from orders o join order_milestones m on m.order_id = o.id where o.service = 'logistics' order by o.id, m.position`),
  ({ deal }) => deal,
);

/** The hauls of a deal with their steps. */
const haulsOf = (deal: string) =>
  [...Map.groupBy(steps.get(deal) ?? [], ({ id }) => id).values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ service: first.service, state: first.state, milestones: all }] : [];
  });

type Delivery = Pick<Delivered, "id" | "hub" | "service" | "lateSince"> & { readonly late: boolean };
const deliveries = delivered.flatMap((order): Delivery[] => {
  const awaited = awaitedStep({ ...order, spec: JSON.parse(order.spec) as unknown }, haulsOf(order.deal));
  const startedAt = runsFrom(order.startedAt ?? order.contractedAt, awaited);
  const delivery = { ...order, startedAt, isLate: order.lateSince !== null };
  return hadBegun(delivery) ? [{ ...order, late: !isOnTime(delivery) }] : [];
});

const onTimeBy = (keyOf: (delivery: Delivery) => string): Map<string, { n: number; share: number }> => {
  const groups = Map.groupBy(deliveries, keyOf);
  return new Map(
    [...groups]
      .filter(([, all]) => all.length >= LEAST)
      .map(([key, all]) => [key, { n: all.length, share: share(all.filter(({ late }) => !late).length, all.length) }]),
  );
};

describe("what the market's orders tell", () => {
  test.each([
    ["hub", ({ hub }: Delivery) => hub],
    ["kind of service", ({ service }: Delivery) => service],
  ] as const)("80 to 95 percent of them are on time at each %s", (name, keyOf) => {
    const found = onTimeBy(keyOf);
    line(
      `on time by ${name}: ${[...found].map(([key, { n, share: of }]) => `${key} ${percent(of)} of ${n}`).join(", ")}`,
    );
    expect(found.size).toBeGreaterThan(3);
    // Where few orders are counted, two of them are some percent.
    const far = [...found].filter(([, { n, share: of }]) => of + 2 / n < 0.8 || of - 2 / n > 0.95);
    expect(far).toEqual([]);
  });

  test("an order of each kind counts as late exactly where its delivery bears the mark, which it does once it came after it was due", () => {
    const marked = delivered.filter(({ lateSince }) => lateSince !== null);
    expect(new Set(marked.map(({ service }) => service))).toEqual(new Set(SERVICES));
    expect(marked.filter(({ lateSince, deliveredAt }) => (lateSince ?? 0) >= deliveredAt)).toEqual([]);
    const late = new Set(deliveries.filter((one) => one.late).map(({ id }) => id));
    expect(deliveries.filter(({ id, lateSince }) => late.has(id) !== (lateSince !== null))).toEqual([]);
  });

  test("the report of an inspection is late where it comes later than its hours after the site was left, and else not", () => {
    const reports = ask<{ id: string; left: number; hours: number; at: number; late: number }>(`
      select o.id, max(n.checked_out_at) as left, json_extract(v.content, '$.terms.reportHours') as hours, m.occurred_at as at,
        json_extract(m.evidence, '$.late') is not null as late
      from orders o join order_milestones m on m.order_id = o.id and m.code = 'report_issued'
      join inspection_rounds n on n.order_id = o.id join bid_versions v on v.bid_id = o.bid_id
      where m.occurred_at is not null group by o.id having count(distinct n.number) = 1 and min(n.checked_out_at) is not null`);
    expect(reports.length).toBeGreaterThan(LEAST);
    expect(reports.filter(({ left, hours, at, late }) => at > left + hours * HOUR_MS !== Boolean(late))).toEqual([]);
  });

  test("no step was reported before it can be true, and hardly one of a haul was refused", () => {
    const [early] = ask<{ n: number }>(
      "select count(distinct order_id) as n from order_milestones where earliest_at is not null",
    );
    const [missing] = ask<{ n: number; all: number }>(
      `select sum(m.occurred_at is null) as n, count(*) as "all" from orders o join order_milestones m on m.order_id = o.id
      where o.service = 'logistics' and o.state = 'completed'
      and m.code in ('picked_up', 'arrived_hub', 'crossed_border', 'import_released')`,
    );
    line(`orders with an early step: ${early?.n}; steps of hauls that are missing: ${missing?.n} of ${missing?.all}`);
    expect(early?.n).toBe(0);
    expect(missing?.n).toBeLessThan((missing?.all ?? 0) * 0.01);
  });

  test("what was begun comes to an end: after two months of its promise no order is still under way", () => {
    const old = ask<{ reference: string; state: string }>(
      `select reference, state from orders where state not in ('completed', 'cancelled', 'accepted') and contracted_at < ${now - 100 * DAY_MS}`,
    );
    line(`orders of before 100 days that are still under way: ${old.length}`);
    expect(old).toEqual([]);
  });
});

describe("what is kept beside the steps", () => {
  test("at least 85 of 100 released customs orders have their declarations, and what comes in its duties", () => {
    const [kept] = ask<{ n: number; declared: number; imports: number; assessed: number }>(`select count(*) as n,
      sum(exists (select 1 from declarations d where d.order_id = o.id and d.state = 'released')) as declared,
      sum(json_extract(r.spec, '$.side') in ('import', 'both')) as imports,
      sum(json_extract(r.spec, '$.side') in ('import', 'both') and exists (select 1 from declarations d where d.order_id = o.id and d.side = 'import' and d.assessment is not null)) as assessed
      from orders o join requests r on r.id = o.request_id where o.service = 'customs' and o.state = 'completed'`);
    const { n = 0, declared = 0, imports = 0, assessed = 0 } = kept ?? {};
    line(
      `completed customs orders: ${n}, with a released declaration ${percent(share(declared, n))}; of ${imports} that come in, assessed ${percent(share(assessed, imports))}`,
    );
    expect(n).toBeGreaterThan(100);
    expect(share(declared, n)).toBeGreaterThan(0.85);
    expect(share(assessed, imports)).toBeGreaterThan(0.85);
  });

  test("what comes in free of duty is so by the tariff or has its certificate of origin among the papers", () => {
    type Charged = Record<"duty" | "vat", string> & Record<"common" | "commonVat", string | null>;
    const charged = ask<Charged & Record<"isReckoned" | "isCertified", number>>(
      `select json_extract(c.value, '$.duty') as duty, json_extract(c.value, '$.vat') as vat,
        json_extract(e.value, '$.duty') as common, json_extract(e.value, '$.vat') as commonVat,
        coalesce(json_extract(d.estimate, '$.hasFormE'), 0) as isReckoned,
        exists (select 1 from deal_documents p where p.deal_id = o.deal_id and p.is_withdrawn = 0 and p.kind in ('origin_form_e', 'origin_rcep', 'origin_ct1')) as isCertified
      from declarations d join orders o on o.id = d.order_id, json_each(d.assessment, '$.lines') c
      left join json_each(d.estimate, '$.lines') e on json_extract(e.value, '$.line') = json_extract(c.value, '$.line')
      where d.side = 'import' and d.assessment is not null`,
    );
    const free = charged.filter(({ duty }) => duty === "0");
    // With its certificate in the papers the broker's estimate has no duty either.
    const preferred = free.filter(({ common, isReckoned }) => (common ?? "0") !== "0" || isReckoned === 1);
    line(`lines that came in free of duty: ${free.length} of ${charged.length}, by a certificate ${preferred.length}`);
    expect(preferred.length).toBeGreaterThan(10);
    expect(preferred.filter(({ isCertified }) => !isCertified)).toEqual([]);
    expect(preferred.filter(({ common }) => common !== null && common !== "0")).toEqual([]);
    // The same value under the same duty bears the same tax, to the fen.
    const alike = charged.filter(({ duty, common, commonVat }) => duty === common && commonVat !== null);
    expect(alike.length).toBeGreaterThan(10);
    expect(alike.filter(({ vat, commonVat }) => vat !== commonVat)).toEqual([]);
  });

  test("at least 85 of 100 inspections have their visit with photos and minutes on site, and their report", () => {
    const [kept] = ask<{ n: number; visited: number; shown: number; minutes: number }>(`select count(*) as n,
      sum(v.id is not null) as visited,
      sum((select count(*) from files f where f.subject_kind = 'inspection' and f.subject_id = v.id) >= 3) as shown,
      min((v.checked_out_at - v.checked_in_at) / 60000) as minutes
      from orders o left join inspection_rounds v on v.order_id = o.id and v.state in ('reported', 'decided')
      where o.service = 'inspection' and o.state = 'completed'`);
    const { n = 0, visited = 0, shown = 0, minutes = 0 } = kept ?? {};
    line(
      `inspections done: ${n}, with a report of a visit ${percent(share(visited, n))}, with photos ${percent(share(shown, n))}; the shortest visit ${minutes} minutes`,
    );
    expect(n).toBeGreaterThan(100);
    expect(share(visited, n)).toBeGreaterThan(0.85);
    expect(share(shown, n)).toBeGreaterThan(0.85);
    expect(minutes).toBeGreaterThanOrEqual(45);
  });

  test("at least 85 of 100 deliveries have the papers of their mode, 85 of those closed their proof of delivery, and four in ten trucks over a land border a slot", () => {
    const WAYBILLS = "'cmr', 'intl_road_waybill', 'smgs', 'bill_of_lading', 'air_waybill'";
    const of = (kinds: string) =>
      `exists (select 1 from deal_documents d where d.deal_id = o.deal_id and d.kind in (${kinds}))`;
    const [kept] = ask<{
      n: number;
      papers: number;
      trucks: number;
      slots: number;
      closed: number;
      proofs: number;
    }>(`select count(*) as n,
      sum(o.state = 'completed') as closed,
      sum(o.state = 'completed' and exists (select 1 from deliverable_files f where f.order_id = o.id and f.code = 'proof_of_delivery')) as proofs,
      sum(${of(WAYBILLS)} and ${of("'commercial_invoice'")} and ${of("'packing_list'")}) as papers,
      sum(o.mode = 'road') as trucks,
      sum(o.mode = 'road' and exists (select 1 from border_slots s where s.order_id = o.id)) as slots
      from orders o where o.service = 'logistics' and o.delivered_at is not null`);
    const { n = 0, papers = 0, trucks = 0, slots = 0, closed = 0, proofs = 0 } = kept ?? {};
    line(
      `deliveries: ${n}, with invoice, packing list and waybill ${percent(share(papers, n))}, of those closed with the proof of delivery ${percent(share(proofs, closed))}; of ${trucks} trucks with a slot ${percent(share(slots, trucks))}`,
    );
    expect(n).toBeGreaterThan(100);
    expect(share(papers, n)).toBeGreaterThan(0.85);
    expect(share(proofs, closed)).toBeGreaterThan(0.85);
    expect(share(slots, trucks)).toBeGreaterThan(0.4);
  });

  test("banks return 3 to 15 percent of the payments with Russia, and few others", () => {
    const found = ask<{
      isRussian: number;
      n: number;
      returned: number;
    }>(`select o.corridor like '%RU%' as isRussian, count(*) as n,
      sum(exists (select 1 from remittances m where m.order_id = o.id and m.state = 'returned')) as returned
      from orders o where o.service = 'payment' and o.state = 'completed' group by 1`);
    const of = (isRussian: number) => {
      const { n = 0, returned = 0 } = found.find((one) => one.isRussian === isRussian) ?? {};
      return { n, share: share(returned, n) };
    };
    line(
      `payments that were returned: with Russia ${percent(of(1).share)} of ${of(1).n}, others ${percent(of(0).share)} of ${of(0).n}`,
    );
    expect(of(1).share).toBeGreaterThan(0.03);
    expect(of(1).share).toBeLessThan(0.15);
    expect(of(0).share).toBeLessThan(0.03);
  });
});

describe("the border", () => {
  test.each(["orders", "deals"])("40 to 46 percent of the year's %s go through border hubs", (counted) => {
    const [all] = ask<{
      n: number;
      border: number;
    }>(`select count(*) as n, sum(hub_id in (select hub_id from places where is_border_hub = 1)) as border
      from ${counted} where ${counted === "orders" ? "state <> 'cancelled'" : "contracted_at is not null"} and contracted_at > ${now - 365 * DAY_MS}`);
    const found = share(all?.border ?? 0, all?.n ?? 0);
    line(`border hubs' share of ${counted}: ${percent(found)} of ${all?.n}`);
    expect(found).toBeGreaterThanOrEqual(0.4);
    expect(found).toBeLessThanOrEqual(0.46);
  });

  const boards = ask<{ hub: string; mode: string }>("select distinct hub_id as hub, mode from hub_states");

  test("every border hub has a board", () => {
    const without = ask<{ id: string }>("select distinct hub_id as id from places where is_border_hub = 1").filter(
      ({ id }) => !boards.some(({ hub }) => hub === id),
    );
    line(`border hubs without a board: ${without.length}`);
    expect(without).toEqual([]);
  });

  test("own crossings take as long as the boards say, within half", () => {
    const crossings = ask<{
      hub: string;
      mode: string;
      at: Instant;
      ms: number;
      backlog: number;
      throughputPerDay: number;
      capacityPerDay: number | null;
      opensAt: string | null;
      shutsAt: string | null;
    }>(`select o.hub_id as hub, o.mode, a.occurred_at as at, c.occurred_at - a.occurred_at as ms, s.backlog,
      s.throughput_per_day as throughputPerDay, s.capacity_per_day as capacityPerDay, s.opens_at as opensAt, s.shuts_at as shutsAt
      from orders o
      join order_milestones a on a.order_id = o.id and a.code = 'arrived_hub' join order_milestones c on c.order_id = o.id and c.code = 'crossed_border'
      join hub_states s on s.id = (select id from hub_states s where s.hub_id = o.hub_id and s.mode = o.mode and s.as_of <= a.occurred_at order by s.as_of desc limit 1)
      where c.occurred_at is not null`);
    // Each crossing beside what the board said when its truck came, by the clock: where a crossing shuts at night, who comes in the evening waits longer.
    const saidOf = ({ at, opensAt, shutsAt, ...queue }: (typeof crossings)[number]): number => {
      const hours = opensAt && shutsAt ? { opensAt, shutsAt, zone: MARKET_ZONE } : null;
      return waitBehind({ queueMs: queueMs(queue, hours), hours }, [], at).totalMs;
    };
    const compared = boards.flatMap(({ hub, mode }) => {
      const own = crossings.filter((one) => one.hub === hub && one.mode === mode);
      // What customs held up counts two and a half times at the most.
      const ratios = own.map((one) => Math.min(2.5, one.ms / saidOf(one)));
      const ratio = ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
      return own.length < LEAST_CROSSINGS ? [] : [{ at: `${hub} ${mode}`, n: own.length, ratio }];
    });
    line(
      `own crossings for each hour of the board: ${compared.map(({ at, n, ratio }) => `${at} ${ratio.toFixed(2)} (${n})`).join(", ")}`,
    );
    expect(compared.length).toBeGreaterThan(1);
    // A night more or less weighs in the mean of a few crossings.
    const limit = (n: number) => 1.5 + 2 / n;
    expect(compared.filter(({ n, ratio }) => ratio > limit(n) || ratio < 1 / limit(n))).toEqual([]);
  });
});

describe("prices and money", () => {
  test("a part load costs less than a full truck, as far as it goes", () => {
    const prices = ask<{
      haul: string;
      corridor: string;
      cny: number;
      from: string;
      to: string;
    }>(`select json_extract(r.spec, '$.haul') as haul, o.corridor, o.contract_cny_minor / 100.0 as cny, a.lat_e_4 || ',' || a.lon_e_4 as "from",
      b.lat_e_4 || ',' || b.lon_e_4 as "to" from orders o join requests r on r.id = o.request_id
      join places a on a.id = o.origin_id join places b on b.id = o.destination_id where o.service = 'logistics' and o.mode = 'road'`);
    const perThousandKm = ({ cny, from, to }: (typeof prices)[number]) => (cny * 1000) / straightKm(from, to);
    const medianOf = (haul: string, corridor: string) =>
      median(prices.filter((one) => one.haul === haul && one.corridor === corridor).map(perThousandKm));
    const corridors = [...new Set(prices.filter(({ haul }) => haul === "ltl").map(({ corridor }) => corridor))];
    const pairs = corridors.map((corridor) => ({
      corridor,
      ltl: medianOf("ltl", corridor),
      ftl: medianOf("ftl", corridor),
    }));
    line(
      `part load and full truck, median CNY for 1,000 km: ${pairs.map(({ corridor, ltl, ftl }) => `${corridor} ${Math.round(ltl)} and ${Math.round(ftl)}`).join(", ")}`,
    );
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter(({ ltl, ftl }) => ltl >= ftl)).toEqual([]);
  });

  test("payers pay in the currencies of their countries, at spreads of 20 to 120 basis points", () => {
    const asked = ask<{ currency: string; n: number }>(
      "select json_extract(spec, '$.payerCurrency') as currency, count(*) as n from requests where service = 'payment' group by 1 order by 2 desc",
    );
    line(`payer's currency: ${asked.map(({ currency, n }) => `${currency} ${n}`).join(", ")}`);
    expect(asked.map(({ currency }) => currency)).toEqual(expect.arrayContaining(["RUB", "KZT", "CNY", "VND", "USD"]));
    const spreads = ask<{
      bps: number;
    }>(`select json_extract(c.value, '$.rateBps') as bps from bid_versions v, json_each(v.content, '$.lines') c
      where json_extract(c.value, '$.code') = 'FXS'`).map(({ bps }) => bps);
    line(`spreads: ${Math.min(...spreads)} to ${Math.max(...spreads)} bps in ${spreads.length} bids`);
    expect(spreads.length).toBeGreaterThan(100);
    expect(spreads.filter((bps) => bps < 20 || bps > 120)).toEqual([]);
  });

  test("nothing has happened yet that is still to come", () => {
    const present = Date.now();
    line(`the last that happened: ${new Date(now).toISOString()}`);
    expect(now).toBeLessThanOrEqual(present);
    const ahead = ask<{ n: number }>(`select count(*) as n from order_milestones where occurred_at > ${present}`);
    expect(ahead[0]?.n).toBe(0);
  });

  test("every rate is of the last day of the banks before today at the latest", () => {
    let last = dayOf(instant(now - DAY_MS));
    while (!isBankDay(last)) last = addDays(last, -1);
    const stale = ask<{ base: string; quote: string; day: string }>(
      `select base, quote, max(day) as day from exchange_rates group by 1, 2 having max(day) < '${last}'`,
    );
    line(`pairs whose last rate is older than that of the banks' last day: ${stale.length}`);
    expect(stale).toEqual([]);
  });
});

describe("what happens between people", () => {
  test.each([
    ["disputes", "select count(*) as n from disputes"],
    ["reroutes", "select count(*) as n from reroutes"],
    ["requests to those who were invited", "select count(*) as n from requests where visibility = 'invited'"],
    ["openings by two people", "select count(*) as n from requests where two_person_opening = 1"],
    ["needs that a buyer sees to itself", "select count(*) as n from gate_statements"],
    [
      "reasons of awards, each in other words",
      "select count(distinct json_extract(comparison, '$.choice.words')) as n from awards",
    ],
  ])("there are some %s", (name, query) => {
    const [found] = ask<{ n: number }>(query);
    line(`${name}: ${found?.n}`);
    expect(found?.n).toBeGreaterThan(0);
  });
});

describe("what is asked for", () => {
  test("each kind of service", () => {
    const kinds = ask<{ service: string; n: number }>("select service, count(*) as n from orders group by 1");
    line(`orders: ${kinds.map(({ service, n }) => `${service} ${n}`).join(", ")}`);
    expect(kinds.map(({ service }) => service).sort()).toEqual([...SERVICES].sort());
    expect(Object.keys(SERVICE_KINDS)).toHaveLength(kinds.length);
  });
});
