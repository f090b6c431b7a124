import { expect, test } from "vitest";
import { milestoneOf } from "../../domain/services/registry";
import type { Service } from "../../domain/shared/vocabulary";
import type { Mode } from "../../domain/hubs/place";
import { isBankDay, isHoliday } from "../../demo/plan/holidays";
import { DAY_MS, dayOf, HOUR_MS, instant, MARKET_ZONE } from "../../domain/shared/time";
import { wallClock } from "../../domain/shared/zones";
import { ask, kmBetween, line, percent, share } from "./built-market";

// What the goods of the built market go through, step by step.

/** By which the demo's price bands are turned into dollars. */
const CNY_PER_USD = 7.12;

/** Where trains cross and no truck does. */
const STATIONS = new Set(["CNPIN"]);

type Told = { order: string; reference: string; service: Service; mode: Mode; code: string; at: number; deal: string };
const told =
  ask<Told>(`select o.id as "order", o.reference, o.service, o.mode, o.deal_id as deal, m.code, m.occurred_at as at
  from orders o join order_milestones m on m.order_id = o.id where m.occurred_at is not null order by o.id, m.position`);
const byOrder = [...Map.groupBy(told, ({ order }) => order).values()];

test("each order's steps happened in the order in which they stand in it", () => {
  const wrong = byOrder.flatMap((steps) => {
    const fixed = steps.filter(({ service, mode, code }) => {
      const { isFloating, besideAfter } = milestoneOf({ service, mode }, code);
      return !isFloating && !besideAfter;
    });
    return fixed.flatMap(({ reference, code, at }, place) =>
      at < (fixed[place - 1]?.at ?? 0) ? [`${reference} ${code}`] : [],
    );
  });
  line(`steps out of their order: ${wrong.length} of ${told.length}`);
  expect(wrong).toEqual([]);
});

test("no order by sea or air was carried by a truck's steps, and none by road or rail went aboard", () => {
  const ports = told.filter(({ mode, service }) => service === "logistics" && (mode === "sea" || mode === "air"));
  const land = told.filter(({ mode, service }) => service === "logistics" && (mode === "road" || mode === "rail"));
  const sailed = new Set(ports.filter(({ code }) => code === "departed").map(({ order }) => order)).size;
  line(`orders whose ship or flight has left: ${sailed}`);
  expect(sailed).toBeGreaterThan(100);
  expect(ports.filter(({ code }) => ["crossed_border", "slot_reserved", "left_for_hub"].includes(code))).toEqual([]);
  expect(land.filter(({ code }) => ["loaded", "departed", "arrived_port"].includes(code))).toEqual([]);
});

test("customs released what leaves before it crossed or was loaded, and what comes after it had come", () => {
  const released = ask<{ deal: string; side: string; at: number }>(`select o.deal_id as deal, m.occurred_at as at,
    json_extract(r.spec, '$.side') as side from orders o join requests r on r.id = o.request_id
    join order_milestones m on m.order_id = o.id and m.code = 'released' where o.service = 'customs' and m.occurred_at is not null`);
  const at = (deal: string, ...codes: string[]) =>
    told.find((one) => one.deal === deal && one.service === "logistics" && codes.includes(one.code))?.at;
  const wrong = released.filter(({ deal, side, at: releasedAt }) => {
    const left = at(deal, "crossed_border", "loaded");
    const came = at(deal, "crossed_border", "arrived_port");
    if (side === "export") return left !== undefined && releasedAt > left;
    return (side === "import" || side === "both") && came !== undefined && releasedAt < came;
  });
  line(`releases on the wrong side of the crossing: ${wrong.length} of ${released.length}`);
  expect(released.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("brokers promise one to three days, and let go what came by truck within two days of its crossing, in the hours of customs", () => {
  const promised = ask<{ least: number; most: number }>(`select json_extract(v.content, '$.transitDays.min') as least,
    json_extract(v.content, '$.transitDays.max') as most from bid_versions v join bids b on b.id = v.bid_id
    join requests r on r.id = b.request_id where r.service = 'customs' and json_extract(r.spec, '$.side') <> 'transit' and v.content is not null`);
  line(
    `days of customs bids: ${Math.min(...promised.map(({ least }) => least))} to ${Math.max(...promised.map(({ most }) => most))}`,
  );
  expect(promised.length).toBeGreaterThan(100);
  expect(promised.filter(({ least, most }) => least < 1 || most > 3 || least > most)).toEqual([]);
  const trucks = byOrder.filter(([first]) => first?.service === "logistics" && first.mode === "road");
  const waits = trucks.flatMap((steps) => {
    const at = (code: string) => steps.find((one) => one.code === code)?.at;
    const [crossed, released] = [at("crossed_border"), at("import_released")];
    return crossed && released ? [(released - crossed) / HOUR_MS] : [];
  });
  const within = (hours: number) => share(waits.filter((one) => one <= hours).length, waits.length);
  line(
    `from the crossing to the import release by road: within a day ${percent(within(24))}, within two ${percent(within(48))}`,
  );
  expect(within(24)).toBeGreaterThan(0.6);
  // Who is late at the customs is so by days.
  expect(within(48)).toBeGreaterThan(0.85);
  const hoursOfAct = ask<{
    at: number;
    code: string;
  }>(`select m.occurred_at as at, m.code from orders o join order_milestones m on m.order_id = o.id
    where o.service = 'customs' and o.hub_id = 'pingxiang' and o.mode = 'road' and m.code in ('duties_paid', 'released') and m.occurred_at is not null`);
  const shut = hoursOfAct.filter(({ at }) => {
    const hour = Number(wallClock(instant(at), MARKET_ZONE).slice(11, 13));
    return hour < 8 || hour >= 20;
  });
  line(`duties and releases of trucks at Pingxiang while it is shut: ${shut.length} of ${hoursOfAct.length}`);
  expect(hoursOfAct.length).toBeGreaterThan(20);
  expect(shut).toEqual([]);
});

test("a broker's papers, declarations and releases follow the goods of its deal", () => {
  const sides = ask<{
    order: string;
    deal: string;
    side: string;
    within: number;
  }>(`select o.id as "order", o.deal_id as deal, json_extract(r.spec, '$.side') as side,
    (select json_extract(v.content, '$.terms.hoursToFile') from bid_versions v where v.bid_id = o.bid_id order by v.version desc limit 1) as within
    from orders o join requests r on r.id = o.request_id
    where o.service = 'customs' and o.state <> 'cancelled' and exists (select 1 from orders l where l.deal_id = o.deal_id and l.service = 'logistics' and l.state <> 'cancelled')
      and (select count(*) from orders l where l.deal_id = o.deal_id and l.service = 'customs') = 1`);
  const entries = ask<{ order: string; side: string; event: string; at: number }>(`select d.order_id as "order", d.side,
    e.event, e.occurred_at as at from declaration_entries e join declarations d on d.id = e.declaration_id`);
  const steps = Map.groupBy(told, ({ deal, service }) => `${deal} ${service}`);
  const declared = Map.groupBy(entries, ({ order, side, event }) => `${order} ${side} ${event}`);
  const filedLate: string[] = [];
  const wrong = sides.flatMap(({ order, deal, side, within }) => {
    const at = (service: Service, ...codes: string[]) =>
      steps.get(`${deal} ${service}`)?.find(({ code }) => codes.includes(code))?.at;
    const entry = (of: string, event: string) => declared.get(`${order} ${of} ${event}`)?.at(0)?.at;
    const hours = (from: number | undefined, to: number | undefined) =>
      from === undefined || to === undefined ? null : (to - from) / HOUR_MS;
    const complete = at("customs", "documents_complete");
    const [pickedUp, came] = [at("logistics", "picked_up"), at("logistics", "arrived_port", "crossed_border")];
    const document = at("logistics", "departed") ?? (at("logistics", "arrived_port", "loaded") ? undefined : pickedUp);
    const isThrough = side === "both" || side === "import";
    const filed = at("customs", "filed");
    // A broker may file ahead of the goods; it is late by its hours from when they and all else are there.
    const there = side === "import" ? came : at("logistics", "arrived_hub");
    const runsFrom = Math.max(complete ?? 0, at("customs", "draft_approved") ?? 0, there ?? Number.POSITIVE_INFINITY);
    if ((hours(runsFrom, filed) ?? 0) > within) filedLate.push(order);
    const told = hours(at("customs", "released"), at("logistics", isThrough ? "import_released" : "export_released"));
    const exportTold = hours(entry("export", "release"), at("logistics", "export_released"));
    const importTold = hours(entry("import", "release"), at("logistics", "import_released"));
    const apart = [side === "transit" ? null : told, exportTold, importTold].filter((one) => one !== null);
    const faults = [
      // What leaves is declared within three days before it lies at the customs (China Customs, announcement 74 of 2014).
      side !== "import" && (hours(filed, at("logistics", "arrived_hub")) ?? 0) > 72 ? "declared too far ahead" : null,
      side === "import" && (hours(document, complete) ?? 0) < 0 ? "papers of what comes in" : null,
      (hours(document, entry("import", "draft")) ?? 0) < 0 ? "draft before the transport document" : null,
      (hours(entry("import", "file"), came) ?? 0) > 120 ? "filed long before the goods come" : null,
      (hours(entry("export", "file"), entry("export", "release")) ?? 0) < 0 ? "filed after the release" : null,
      (hours(entry("import", "answer"), entry("import", "assess")) ?? 0) < 0 ? "assessed before the answer" : null,
      apart.some((one) => Math.abs(one) > 2) ? "released at another hour than carried" : null,
    ];
    const found = faults.filter((fault) => fault !== null);
    return found.length > 0 ? [`${order} ${side}: ${found.join(", ")}`] : [];
  });
  line(`clearances that do not follow their goods: ${wrong.length} of ${sides.length}`);
  line(`declarations filed later than promised: ${filedLate.length} of ${sides.length}`);
  // Some brokers are late, and few.
  expect(share(filedLate.length, sides.length)).toBeLessThan(0.12);
  expect(sides.length).toBeGreaterThan(100);
  // The stories that are told of today take steps of their own.
  expect(wrong.length, wrong.slice(0, 20).join("\n")).toBeLessThanOrEqual(sides.length * 0.01);
});

test("who takes a container to a port in China pays for its kilometres, and for the terminal and the documents there", () => {
  type Line = { code: string; basis: string; cny: number };
  const lines = ask<Line>(`select json_extract(c.value, '$.code') as code, json_extract(c.value, '$.basis') as basis,
      json_extract(c.value, '$.unitPriceMinor') / 100.0 * ${CNY_PER_USD} as cny
    from orders o join bids b on b.id = o.bid_id join bid_versions v on v.bid_id = b.id and v.version = b.version, json_each(v.content, '$.lines') c
    where o.service = 'logistics' and o.mode = 'sea' and o.corridor like 'CN-%'`);
  const of = (code: string, basis: string) =>
    lines.filter((one) => one.code === code && one.basis === basis).map(({ cny }) => cny);
  const [trucks, terminal, documents] = [of("PUP", "container"), of("OLC", "container"), of("OLC", "shipment")];
  const range = (of: readonly number[]) => `${Math.round(Math.min(...of))} to ${Math.round(Math.max(...of))}`;
  line(
    `CNY of a container to its port: trucking ${range(trucks)}, terminal ${range(terminal)}, documents ${range(documents)}`,
  );
  expect(trucks.length).toBeGreaterThan(100);
  expect([terminal.length, documents.length]).toEqual([trucks.length, trucks.length]);
  // Providers are dearer and cheaper than the band's middle by a fifth.
  expect(trucks.filter((cny) => cny < 600 || cny > 6_000)).toEqual([]);
  expect(terminal.filter((cny) => cny < 700 || cny > 1_400)).toEqual([]);
  expect(documents.filter((cny) => cny < 330 || cny > 650)).toEqual([]);
});

test("trucks with a slot cross in its window or soon after, at a road crossing, while it is open", () => {
  const slots = ask<{
    place: string;
    hub: string;
    from: number;
    to: number;
    at: number;
    opens: string;
    shuts: string;
  }>(`select s.place_id as place,
    o.hub_id as hub, s.window_from as "from", s.window_to as "to", m.occurred_at as at,
    (select opens_at from hub_states h where h.hub_id = o.hub_id and h.mode = 'road' order by as_of desc limit 1) as opens,
    (select shuts_at from hub_states h where h.hub_id = o.hub_id and h.mode = 'road' order by as_of desc limit 1) as shuts
    from border_slots s join orders o on o.id = s.order_id join order_milestones m on m.order_id = o.id and m.code = 'crossed_border'
    where s.state = 'crossed' and m.occurred_at is not null`);
  const outside = slots.filter(({ from, to, at }) => at < from || at > to + 2 * HOUR_MS);
  const shut = slots.filter(({ at, opens, shuts }) => {
    const clock = wallClock(instant(at), MARKET_ZONE).slice(11);
    return opens && shuts && (clock < opens || clock > shuts);
  });
  const stations = slots.filter(({ place }) => STATIONS.has(place));
  line(
    `slots that were used: ${slots.length}; outside their window ${outside.length}, of the opening hours ${shut.length}, at stations ${stations.length}`,
  );
  expect(slots.length).toBeGreaterThan(50);
  expect([outside, shut, stations]).toEqual([[], [], []]);
});

test("offices act in their hours", () => {
  const zones = new Map(
    ask<{
      order: string;
      origin: string;
      destination: string;
    }>(`select o.id as "order", a.zone as origin, b.zone as destination
      from orders o join places a on a.id = o.origin_id join places b on b.id = o.destination_id`).map((row) => [
      row.order,
      row,
    ]),
  );
  const zoneOf = ({ order, code }: Told) => {
    const ends = zones.get(order);
    if (code === "booked") return MARKET_ZONE;
    return (code === "picked_up" ? ends?.origin : ends?.destination) ?? MARKET_ZONE;
  };
  const acts = told.filter(({ code }) => ["booked", "picked_up", "import_released", "delivered"].includes(code));
  const late = acts.filter((step) => {
    const hour = Number(wallClock(instant(step.at), zoneOf(step)).slice(11, 13));
    return hour < 7 || hour >= 20;
  });
  line(`acts of offices at night: ${late.length} of ${acts.length}`);
  // The stories that are told of today begin with the hour at which the market is built.
  expect(late.length).toBeLessThan(acts.length * 0.02);
});

/** Degrees of the place whose row is `alias`. */
const degrees = (alias: string, name: string) =>
  `${alias}.lat_e_4 / 10000.0 as ${name}Lat, ${alias}.lon_e_4 / 10000.0 as ${name}Lon`;

test("no train and no truck is quicker from the import release to its place than trains and trucks are", () => {
  const ways = ask<{
    reference: string;
    mode: "road" | "rail";
    ms: number;
    fromLat: number;
    fromLon: number;
    toLat: number;
    toLon: number;
  }>(`select o.reference, o.mode, a.occurred_at - r.occurred_at as ms, ${degrees("h", "from")}, ${degrees("d", "to")}
    from orders o join order_milestones r on r.order_id = o.id and r.code = 'import_released'
    join order_milestones a on a.order_id = o.id and a.code = 'arrived_destination'
    join places h on h.id = (select p.id from places p where p.hub_id = o.hub_id order by p.id limit 1)
    join places d on d.id = o.destination_id
    where o.mode in ('road', 'rail') and r.occurred_at is not null and a.occurred_at is not null`);
  const KM_PER_HOUR = { road: 60, rail: 40 };
  // As the crow flies, which no road is shorter than; a town and its crossing lie some kilometres apart.
  const flown = ways.filter(({ mode, ms, ...at }) => {
    const km = kmBetween([at.fromLat, at.fromLon], [at.toLat, at.toLon]) - 30;
    return ms < (km / KM_PER_HOUR[mode]) * HOUR_MS;
  });
  line(`goods that flew from the border: ${flown.length} of ${ways.length}`);
  expect(ways.length).toBeGreaterThan(150);
  // The stories that are told of today take steps of their own.
  expect(flown.length).toBeLessThanOrEqual(ways.length * 0.01);
});

test("what comes to China by land stands on the far side until it crosses, at the gate", () => {
  const told = ask<{ corridor: string; hub: string; mode: string; code: string; lat: number; lon: number }>(
    `select o.corridor, o.hub_id as hub, o.mode, m.code, json_extract(m.evidence, '$.position.latE6') / 1e6 as lat,
      json_extract(m.evidence, '$.position.lonE6') / 1e6 as lon
    from orders o join order_milestones m on m.order_id = o.id and m.code in ('arrived_hub', 'crossed_border')
    where o.mode in ('road', 'rail') and json_extract(m.evidence, '$.position.latE6') is not null`,
  );
  const PASS = { lat: 21.974, lon: 106.714 };
  const places = ask<{ id: string; country: string; lat: number; lon: number }>(
    "select id, country, lat_e_4 / 10000.0 as lat, lon_e_4 / 10000.0 as lon from places",
  );
  const nearest = ({ lat, lon }: { lat: number; lon: number }) =>
    places
      .map((place) => ({ ...place, km: kmBetween([lat, lon], [place.lat, place.lon]) }))
      .sort((a, b) => a.km - b.km)[0];
  const comes = told.filter(({ corridor, code }) => code === "arrived_hub" && corridor.endsWith("-CN"));
  // Irkeshtam and Torugart have no place on the far side that the network knows.
  const early = comes.filter((one) => nearest(one)?.country === "CN" && !["irkeshtam", "torugart"].includes(one.hub));
  const atPass = told.filter(
    ({ hub, mode, code }) => code === "crossed_border" && hub === "pingxiang" && mode === "road",
  );
  const away = atPass.filter(({ lat, lon }) => kmBetween([lat, lon], [PASS.lat, PASS.lon]) > 1.5);
  const before = told.filter(({ hub, mode, code }) => code === "arrived_hub" && hub === "pingxiang" && mode === "road");
  const beyond = before.filter(({ corridor, lat }) => lat > PASS.lat !== corridor.startsWith("CN-"));
  line(
    `imports that stood in China before they crossed: ${early.length} of ${comes.length}; trucks beside the Friendship Pass: ${away.length} of ${atPass.length}`,
  );
  expect(comes.length).toBeGreaterThan(20);
  expect(early.length).toBeLessThanOrEqual(comes.length * 0.02);
  expect(beyond.length).toBeLessThanOrEqual(before.length * 0.02);
  expect(atPass.length).toBeGreaterThan(20);
  expect(away.length).toBeLessThanOrEqual(atPass.length * 0.02);
});

test("banks act on their own days, and rest at weekends and holidays", () => {
  const steps = told.filter(({ service }) => service === "payment");
  const shut = steps.filter(({ at }) => !isBankDay(dayOf(instant(at))));
  const moved = ask<{ at: number }>(
    "select occurred_at as at from remittance_entries where event in ('send', 'return', 'receive', 'freeze') union all select locked_at from rate_locks",
  ).filter(({ at }) => !isBankDay(dayOf(instant(at))));
  const newest = ask<{ at: number }>("select max(occurred_at) as at from order_milestones")[0]?.at ?? 0;
  const twice = ask<{ at: number }>(
    `select locked_at as at from rate_locks where order_id in (select order_id from rate_locks group by order_id
      having count(*) > 1 and max(locked_at) > ${newest - 12 * DAY_MS})`,
  );
  const again = ask<{ order: string; reason: string }>(
    `select r.order_id as "order", r.return_reason as reason from remittances r where r.return_reason is not null
      and exists (select 1 from remittances n where n.order_id = r.order_id and n.attempt > r.attempt)`,
  );
  const refused = again.filter(({ reason }) => ["sanctions_screening", "bank_policy"].includes(reason));
  line(
    `steps of payments while banks are shut: ${shut.length} of ${steps.length}, of money ${moved.length}; sent again after a bank refused it ${refused.length} of ${again.length}`,
  );
  expect(steps.length).toBeGreaterThan(500);
  // Who a client is is looked at on any day in the stories that are told of today.
  expect(shut.length).toBeLessThanOrEqual(steps.length * 0.05);
  // A holiday three weeks ago lies over the whole of a story's payment.
  expect(moved.length).toBeLessThanOrEqual(2);
  // Where a rate is locked a second time these days, banks are open for both.
  expect(twice.length).toBeGreaterThan(0);
  expect(twice.filter(({ at }) => !isBankDay(dayOf(instant(at))))).toEqual([]);
  expect(refused.length).toBeLessThanOrEqual(2);
});

test("few bids and awards fall on a Sunday, and none of the year's in a holiday of China", () => {
  const acts = [
    ...ask<{ at: number }>("select submitted_at as at from bid_versions where version = 1"),
    ...ask<{ at: number }>("select awarded_at as at from awards"),
  ].map(({ at }) => ({ at, day: dayOf(instant(at)) }));
  const newest = Math.max(...acts.map(({ at }) => at));
  const ofYear = acts.filter(({ at }) => at < newest - 5 * DAY_MS);
  const onSunday = ofYear.filter(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0);
  // Stories of today count their hours back from it, five weeks and a half at the most, whatever day that is.
  const inFestival = ofYear.filter(({ at, day }) => isHoliday(day) && at < newest - 40 * DAY_MS);
  line(`bids and awards on Sundays: ${onSunday.length} of ${ofYear.length}; in holidays: ${inFestival.length}`);
  expect(ofYear.length).toBeGreaterThan(1_000);
  // A fifth of a weekday's.
  expect(onSunday.length / ofYear.length).toBeLessThan(0.3 / 6);
  expect(inFestival.length).toBeLessThanOrEqual(ofYear.length * 0.001);
});
