import { expect, test } from "vitest";
import { readReference } from "../../db/reference/read-reference";
import { DEMO_BROKER } from "../../demo/play/cast";
import { readMarketData } from "../../demo/plan/market-data";
import { kmToNearestPort, SHARED_HINTERLAND_KM } from "../../demo/plan/plan-movement";
import { transitCountryOf } from "../../demo/plan/transits";
import { dealsIn } from "../../demo/plan/parties/plan-parties";
import { hubsOffCorridors } from "../../domain/catalogue/served-corridors";
import { prepareNetwork } from "../../domain/hubs/prepare-network";
import { type InlandMode, isPortMode, type Mode, type Way } from "../../domain/hubs/place";
import { planWays } from "../../domain/hubs/plan-ways";
import { DAY_MS, dayOf, daysBetween, HOUR_MS, instant } from "../../domain/shared/time";
import { ask, LEAST_CROSSINGS, line, median } from "./built-market";

// Whether routes, goods and people of the built market fit each other.

const network = prepareNetwork(readReference());

type Lane = { origin: string; destination: string; mode: Mode; hub: string; inland: InlandMode | null; n: number };
const lanes = ask<Lane>(`select origin_id as origin, destination_id as destination, mode, hub_id as hub,
  inland_mode as inland, count(*) as n from deals group by 1, 2, 3, 4, 5`);
const hubsBy = Map.groupBy(lanes, ({ mode }) => mode);

/** The way of a lane through a hub, or null where there is none. */
function wayBy({ origin, destination, mode, inland }: Lane, hubId: string): Way | null {
  const asked = { originId: origin, destinationId: destination, mode, inlandMode: inland, hubId, month: 6, k: 1 };
  const ways = planWays(network, asked);
  return ways.ok ? (ways.value[0] ?? null) : null;
}

/** No buyer sends its goods further round than this. */
const DETOUR_MOST = 1.25;

test("goods go by a hub whose way is hardly longer than the shortest one of their mode", () => {
  const ways = lanes.map((lane) => {
    const hubs = new Set((hubsBy.get(lane.mode) ?? []).map(({ hub }) => hub));
    const kms = [...hubs].flatMap((hub) => wayBy(lane, hub)?.distanceKm ?? []);
    return { ...lane, ratio: (wayBy(lane, lane.hub)?.distanceKm ?? Number.NaN) / Math.min(...kms) };
  });
  line(`the longest way round: ${Math.max(...ways.map(({ ratio }) => ratio)).toFixed(2)} times the shortest`);
  expect(ways.length).toBeGreaterThan(50);
  expect(ways.filter(({ ratio }) => !(ratio <= DETOUR_MOST))).toEqual([]);
});

test("a port and an airport take the goods of their own hinterland", () => {
  const byPort = lanes.filter(({ mode }) => isPortMode(mode));
  const away = byPort.flatMap((lane) => {
    const mode = lane.mode === "sea" ? "sea" : "air";
    const city = lane.origin.startsWith("CN") ? lane.origin : lane.destination;
    const legs = wayBy(lane, lane.hub)?.legs ?? [];
    const driven = legs.reduce((sum, leg) => sum + (leg.mode === lane.mode ? 0 : leg.km), 0);
    return driven > kmToNearestPort(network, city, mode) + SHARED_HINTERLAND_KM ? [{ ...lane, driven }] : [];
  });
  line(`goods that leave or come by another region's port: ${away.length} of ${byPort.length} lanes`);
  expect(byPort.length).toBeGreaterThan(30);
  expect(away).toEqual([]);
});

test("who looks at goods has no other trade: no carrier and no broker inspects as an independent body", () => {
  const inspectors = readMarketData().organisations.filter(({ services = [] }) => services.includes("inspection"));
  expect(inspectors.length).toBeGreaterThan(10);
  expect(inspectors.filter(({ services = [] }) => services.length > 1).map(({ name }) => name.latin)).toEqual([]);
  const both = ask<{
    reference: string;
  }>(`select o.reference from orders o join orders other on other.deal_id = o.deal_id
    where o.service = 'inspection' and other.service <> 'inspection'
      and other.provider_organisation_id = o.provider_organisation_id`);
  expect(both.map(({ reference }) => reference)).toEqual([]);
});

const companies = new Map(readMarketData().organisations.map((one) => [one.name.latin, one]));
const registered = new Map([...companies.values()].map((one) => [one.registration.number, one]));
const codesOf = Map.groupBy(
  ask<{ deal: string; code: string }>("select deal_id as deal, hs_code as code from cargo_lines"),
  ({ deal }) => deal,
);

test("whoever buys, sells, is paid for or has goods looked at deals in them", () => {
  const said = (member: string, service: string) =>
    `select deal_id as deal, json_extract(spec, '$.${member}') as name, '${member}' as part from requests where service = '${service}'`;
  const named = ask<{
    deal: string;
    name: string | null;
    part: string;
  }>(`select d.id as deal, o.name_latin as name, 'buyer' as part
      from deals d join organisations o on o.id = d.buyer_organisation_id
    union all ${said("exporterOfRecord.name", "customs")} union all ${said("importerOfRecord.name", "customs")}
    union all ${said("payee.name", "payment")}
    union all select deal_id, json_extract(spec, '$.factoryAddress'), 'factory' from requests where service = 'inspection'`)
    // A Chinese company and every address are written in Chinese first; that of a rented warehouse names no company.
    .map((one) => ({
      ...one,
      name:
        one.part === "factory"
          ? /([^·]+), Warehouse \d/.exec(one.name ?? "")?.[1]?.trim()
          : one.name?.split(" · ").at(-1),
    }))
    .filter(({ name }) => name);
  const strangers = named.filter(({ deal, name }) => {
    const company = companies.get(name ?? "");
    return !company || !(codesOf.get(deal) ?? []).every(({ code }) => dealsIn(company, code));
  });
  const parts = [...Map.groupBy(named, ({ part }) => part)].map(([part, all]) => `${part} ${all.length}`);
  line(`companies that do not deal in the goods: ${strangers.length} of ${parts.join(", ")}`);
  expect(parts).toHaveLength(5);
  expect(strangers).toEqual([]);
});

test("a payee sells the goods from the country that they leave, and is the buyer itself where its own money is collected", () => {
  const paid = ask<{ buyer: string; payee: string | null; need: string; country: string; corridor: string }>(
    `select o.name_latin as buyer, json_extract(r.spec, '$.payee.name') as payee, json_extract(r.spec, '$.need') as need,
      json_extract(r.spec, '$.payeeCountry') as country, d.corridor
    from requests r join deals d on d.id = r.deal_id join organisations o on o.id = d.buyer_organisation_id where r.service = 'payment'`,
  );
  const suppliers = paid.filter(({ need }) => need === "supplier_payment");
  const wrong = paid.filter(({ buyer, payee, need, country, corridor }) => {
    const origin = corridor.slice(0, 2);
    if (payee === null) return true;
    return (
      (payee === buyer) !== (need === "collection_account") ||
      country !== origin ||
      companies.get(payee)?.country !== origin
    );
  });
  line(`payments to oneself, or to another country than the goods': ${wrong.length} of ${paid.length}`);
  expect(suppliers.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("whoever bids is listed with that service for the corridor and the hub, and three are at each hub", () => {
  type Bidder = {
    name: string;
    country: string;
    service: string;
    hub: string;
    corridor: string;
    hubs: string;
    corridors: string;
  };
  const bids = ask<Bidder>(`select o.name_latin as name, o.country, r.service, r.hub_id as hub, r.corridor,
      coalesce(l.hub_ids, '[]') as hubs, coalesce(l.corridors, '[]') as corridors
    from bids b join requests r on r.id = b.request_id join organisations o on o.id = b.provider_organisation_id
    left join listings l on l.organisation_id = o.id and l.service = r.service and l.is_active = 1`);
  const has = (list: string, one: string) => (JSON.parse(list) as string[]).includes(one);
  const unlisted = bids.filter(({ hubs, corridors, hub, corridor }) => !has(hubs, hub) || !has(corridors, corridor));
  const abroad = bids.filter(({ service, name, country, corridor }) => {
    const origin = corridor.slice(0, 2);
    return service === "inspection" && country !== origin && !companies.get(name)?.branches?.includes(origin);
  });
  const listings = ask<{ service: string; hubs: string }>(
    "select service, hub_ids as hubs from listings where is_active = 1",
  );
  const served = [...new Set(bids.map(({ service, hub }) => `${service} ${hub}`))];
  const few = served.filter((key) => {
    const [service, hub = ""] = key.split(" ");
    return listings.filter((one) => one.service === service && has(one.hubs, hub)).length < 3;
  });
  line(
    `bids of those who are not listed for it: ${unlisted.length} of ${bids.length}; inspectors abroad ${abroad.length}; services of a hub that fewer than three offer: ${few.length} of ${served.length}`,
  );
  expect(bids.length).toBeGreaterThan(1_000);
  expect([unlisted, abroad, few]).toEqual([[], [], []]);
});

test("goods are declared in each country by a broker that is on the register of its customs", () => {
  type Clearance = { reference: string; name: string; side: string; corridor: string; to: string; named: string };
  const orders = ask<Clearance>(
    `select o.reference, p.name_latin as name, json_extract(r.spec, '$.side') as side, o.corridor, o.destination_id as "to",
      coalesce(json_extract(v.content, '$.subcontractors'), '[]') as named
    from orders o join requests r on r.id = o.request_id join organisations p on p.id = o.provider_organisation_id
      join bid_versions v on v.bid_id = o.bid_id where o.service = 'customs'`,
  );
  const isBrokerIn = (country: string, name: string) => {
    const company = companies.get(name);
    return company?.country === country && (company.licences ?? []).some(({ service }) => service === "customs");
  };
  const wrong = orders.filter(({ name, side, corridor, to, named }) => {
    const [origin = "", destination = ""] = corridor.split("-");
    if (side === "transit") return !isBrokerIn(transitCountryOf({ destinationId: to }), name);
    const partners = JSON.parse(named) as { registrationNumber: string; country: string }[];
    const isNamedIn = (country: string) =>
      partners.some(
        (one) =>
          one.country === country && isBrokerIn(country, registered.get(one.registrationNumber)?.name.latin ?? ""),
      );
    const sides = side === "both" ? [origin, destination] : [side === "export" ? origin : destination];
    // Of both sides a broker has one alone, and the demo's own broker follows its goods over the border with a partner.
    const hasPartners = side === "both" || companies.get(name)?.id === DEMO_BROKER;
    return !sides.every((country) => isBrokerIn(country, name) || (hasPartners && isNamedIn(country)));
  });
  line(`clearances by who is on no register there: ${wrong.length} of ${orders.length}`);
  expect(orders.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("a provider is listed at hubs alone that serve one of its corridors", () => {
  const listings = ask<{ name: string; service: string; hubs: string; corridors: string }>(
    `select o.name_latin as name, l.service, l.hub_ids as hubs, l.corridors
    from listings l join organisations o on o.id = l.organisation_id`,
  );
  const off = listings.flatMap(({ name, service, hubs, corridors }) => {
    const away = hubsOffCorridors(network, JSON.parse(hubs), JSON.parse(corridors));
    return away.length > 0 ? [`${name}, ${service}: ${away.join(", ")}`] : [];
  });
  line(`listings with a hub that serves none of their corridors: ${off.length} of ${listings.length}`);
  expect(listings.length).toBeGreaterThan(80);
  expect(off).toEqual([]);
});

test("a Chinese company writes the places of its bid in Chinese", () => {
  const legs = ask<{ name: string; place: string }>(
    `select o.name_latin as name, json_extract(leg.value, '$.place') as place
    from bid_versions v join bids b on b.id = v.bid_id join organisations o on o.id = b.provider_organisation_id,
      json_each(v.content, '$.terms.legs') leg where o.country = 'CN'`,
  );
  const latin = legs.filter(({ place }) => !/^\p{Script=Han}+$/u.test(place));
  line(`legs of Chinese bids that end at a place in Latin letters: ${latin.length} of ${legs.length}`);
  expect(legs.length).toBeGreaterThan(200);
  expect(latin).toEqual([]);
});

test("goods wait longer at Horgos than at Pingxiang or Suifenhe, and money longer on its way to Russia than to Viet Nam", () => {
  const waits = ask<{
    hub: string;
    mode: string;
    ms: number;
  }>(`select o.hub_id as hub, o.mode, c.occurred_at - a.occurred_at as ms from orders o
    join order_milestones a on a.order_id = o.id and a.code = 'arrived_hub' join order_milestones c on c.order_id = o.id and c.code = 'crossed_border'
    where c.occurred_at is not null`);
  const hoursAt = (hub: string, mode = "road") =>
    median(waits.filter((one) => one.hub === hub && one.mode === mode).map(({ ms }) => ms / HOUR_MS));
  const settled = ask<{
    abroad: string;
    ms: number;
  }>(`select case when payer_country = 'CN' then payee_country else payer_country end as abroad,
    received_at - sent_at as ms from remittances where received_at is not null`);
  // Banks pay by the day, so that the middle of a few dozen payments jumps by one; their mean does not.
  const hoursWith = (country: string) => {
    const own = settled.filter(({ abroad }) => abroad === country);
    return own.reduce((all, { ms }) => all + ms, 0) / HOUR_MS / own.length;
  };
  const [hubs, countries] = [
    ["pingxiang", "suifenhe", "horgos"],
    ["VN", "KZ", "RU"],
  ] as const;
  const said = (names: readonly string[], of: (name: string) => number) =>
    names.map((name) => `${name} ${of(name).toFixed(0)} h`).join(", ");
  line(`median wait of trucks: ${said(hubs, (hub) => hoursAt(hub))}; mean of money: ${said(countries, hoursWith)}`);
  const trains = Object.entries(Object.groupBy(waits, ({ hub, mode }) => (mode === "rail" ? hub : "")))
    .filter(([hub, all]) => hub !== "" && (all ?? []).length >= LEAST_CROSSINGS)
    .map(([hub]) => hoursAt(hub, "rail"));
  line(`median wait of trains, by station: ${trains.map((hours) => hours.toFixed(0)).join(", ")} h`);
  expect(Math.max(...trains)).toBeGreaterThan(1.4 * Math.min(...trains));
  expect(hoursAt("pingxiang")).toBeLessThan(30);
  expect(hoursAt("suifenhe")).toBeLessThan(30);
  expect(hoursAt("horgos")).toBeGreaterThan(1.5 * Math.max(hoursAt("pingxiang"), hoursAt("suifenhe")));
  expect(hoursWith("KZ")).toBeGreaterThan(1.2 * hoursWith("VN"));
  expect(hoursWith("RU")).toBeGreaterThan(1.5 * hoursWith("VN"));
});

test("what a dispute about a wait claims is what its order's own table says", () => {
  const disputed = ask<{
    id: string;
    hub: string;
    code: string;
    words: string;
    dueAt: number;
    zone: string;
    arrived: number;
    crossed: number;
    delivered: number;
    free: number;
  }>(`select o.id, o.hub_id as hub, d.code, d.words, p.zone,
    max(case m.code when 'delivered' then json_extract(m.evidence, '$.late.dueAt') end) as dueAt, max(case m.code when 'arrived_hub' then m.occurred_at end) as arrived,
    max(case m.code when 'crossed_border' then m.occurred_at end) as crossed, max(case m.code when 'delivered' then m.occurred_at end) as delivered,
    json_extract(v.content, '$.terms.freeTimeBorderHours') as free
    from disputes d join orders o on o.id = d.order_id join places p on p.id = o.destination_id join order_milestones m on m.order_id = o.id
    join bids b on b.id = o.bid_id join bid_versions v on v.bid_id = b.id
    where d.code in ('waiting_charge', 'late') group by d.id`);
  const reasons = ask<{ id: string; reason: string; from: number; to: number }>(
    `select order_id as id, reason, "from", "to" from delay_segments where place = 'border' order by "from"`,
  );
  const closures = ask<{ hub: string; from: number; to: number }>(
    'select hub_id as hub, from_at as "from", to_at as "to" from hub_closures',
  );
  const COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const SAID = new RegExp(`\\b(${COUNTS.join("|")}) days?\\b`, "i");
  const days = (words: string): number =>
    COUNTS.indexOf((SAID.exec(words.split(" · ")[1] ?? "")?.[1] ?? "").toLowerCase()) + 1;
  expect(new Set(disputed.map(({ code }) => code))).toEqual(new Set(["waiting_charge", "late"]));
  for (const one of disputed) {
    const own = reasons.filter(({ id }) => id === one.id);
    const told = own.reduce((sum, { from, to }) => sum + to - from, 0);
    // Whom no claim of waiting days is about has not told of its parts.
    if (own.length > 0 || one.code === "waiting_charge")
      expect(told, "the whole wait has its reasons").toBe(one.crossed - one.arrived);
    const shut = own.filter(({ reason }) => reason === "closure").map(({ from, to }) => [one.hub, from, to]);
    const recorded = closures
      .filter(({ hub, from, to }) => hub === one.hub && to > one.arrived && from < one.crossed)
      .map(({ hub, from, to }) => [hub, from, to]);
    if (own.length > 0) expect(shut, "closures are those of the hub's record").toEqual(recorded);
    const counted =
      one.code === "waiting_charge"
        ? Math.ceil((one.crossed - one.arrived - one.free * HOUR_MS) / DAY_MS)
        : daysBetween(dayOf(instant(one.dueAt), one.zone), dayOf(instant(one.delivered), one.zone));
    expect(counted, one.words).toBe(days(one.words));
  }
});

test("slots are booked in the system that the bid of carriage names, or with a reason for another", () => {
  const slots = ask<{ reference: string; own: string; reason: string | null; said: string }>(
    `select o.reference, s.system as own, s.system_reason as reason, json_extract(v.content, '$.terms.slot.system') as said
    from border_slots s join orders o on o.id = s.order_id join bid_versions v on v.bid_id = o.bid_id
    where json_extract(v.content, '$.terms.slot.system') is not null`,
  );
  expect(slots.length).toBeGreaterThan(50);
  expect(slots.filter(({ own, said, reason }) => (own !== said) !== (reason !== null))).toEqual([]);
  expect(slots.some(({ reason }) => reason !== null)).toBe(true);
});
