import { describe, expect, test } from "vitest";
import { readReference } from "../../db/reference/read-reference";
import { DEFECT_CODES } from "../../domain/inspections/defect-codes";
import { SAME_DISTANCE_MAX, distanceOf } from "../../domain/inspections/photo-print";
import { inspectionSpecSchema } from "../../domain/services/inspection/schema";
import { manDaysMilli, visitOf } from "../../domain/services/inspection/work";
import { daysBetween, HOUR_MS, type LocalDate, MINUTE_MS } from "../../domain/shared/time";
import { workingDaysBetween } from "../../domain/services/inspection/due";
import { isFactoryDay } from "../../demo/plan/factory-days";
import { readMarketData } from "../../demo/plan/market-data";
import { inspectedGoods } from "../../demo/plan/plan-inspection";
import { SUPERVISOR_KM } from "../../demo/plan/parties/plan-parties";
import { ask, kmBetween, line, median, percent, share } from "./built-market";

// What inspectors are asked for, promise and write down in the built market.

test("an inspection is wanted three days after its bids are decided at the earliest, and before the goods are ready", () => {
  const wanted = ask<{ ahead: number; isBeforeReady: number; bids: number; fitting: number }>(
    `select julianday(json_extract(r.spec, '$.date')) - julianday(date(r.decide_by / 1000 + 28800, 'unixepoch')) as ahead,
      json_extract(r.spec, '$.date') <= d.ready_date as isBeforeReady, count(v.bid_id) as bids,
      coalesce(sum(json_extract(v.content, '$.terms.dateSlots[0]') >= json_extract(r.spec, '$.date')), 0) as fitting
    from requests r join deals d on d.id = r.deal_id left join bids b on b.request_id = r.id
    left join bid_versions v on v.bid_id = b.id and v.version = b.version and json_extract(v.content, '$.terms.dateSlots') is not null
    where r.service = 'inspection' group by r.id`,
  );
  const early = wanted.filter(({ ahead, isBeforeReady }) => ahead < 3 || isBeforeReady === 0);
  const bids = wanted.reduce((sum, one) => sum + one.bids, 0);
  const fitting = wanted.reduce((sum, one) => sum + one.fitting, 0);
  line(
    `inspections wanted too early or too late: ${early.length} of ${wanted.length}; days that fit in ${fitting} of ${bids} bids`,
  );
  expect(wanted.length).toBeGreaterThan(100);
  expect(early).toEqual([]);
  expect(fitting).toBe(bids);
});

test("goods are looked at once they are as far as the type needs: packed two working days or so before they are ready, half made a week before, and loaded on the day", () => {
  const wanted = ask<{ type: string; day: LocalDate; ready: LocalDate }>(
    `select json_extract(r.spec, '$.type') as type, json_extract(r.spec, '$.date') as day, d.ready_date as ready
      from requests r join deals d on d.id = r.deal_id where r.service = 'inspection'`,
  );
  const fits = ({ type, day, ready }: (typeof wanted)[number]): boolean => {
    const before = daysBetween(day, ready);
    if (type === "container_loading") return before === 0;
    return type === "pre_shipment" ? workingDaysBetween(day, ready) <= 3 && before >= 0 : before >= 5 && before <= 7;
  };
  const gaps = [...Map.groupBy(wanted, ({ type }) => type)].map(
    ([type, all]) => `${type} ${median(all.map(({ day, ready }) => daysBetween(day, ready)))} of ${all.length}`,
  );
  line(`days from the inspection to the ready day, in the middle: ${gaps.join(", ")}`);
  expect(wanted.filter((one) => !fits(one))).toEqual([]);
  const visited = ask<{ reference: string }>(
    `select o.reference from inspection_rounds v join orders o on o.id = v.order_id
      join requests r on r.id = o.request_id
      where date(v.checked_in_at / 1000 + 28800, 'unixepoch') < date(json_extract(r.spec, '$.date'), '-1 day')`,
  );
  expect(visited, "visits before the day that was wanted").toEqual([]);
});

type Round = Readonly<{ id: string; spec: string; hsCode: string; results: string; inspectors: number }> &
  Readonly<{ position: string; plan: string; minutes: number; manDays: number; at: number; leftAt: number }>;
const rounds = ask<Round>(
  `select v.id, r.spec, v.results, v.position, v.plan, (v.checked_out_at - v.checked_in_at) / ${MINUTE_MS} as minutes,
    1 + length(v.inspector_name) - length(replace(v.inspector_name, ',', '')) as inspectors, v.checked_in_at as at, v.checked_out_at as leftAt,
    json_extract(b.content, '$.terms.manDaysOfferedMilli') / 1000.0 as manDays,
    (select hs_code from cargo_lines c where c.deal_id = o.deal_id limit 1) as hsCode
  from inspection_rounds v join orders o on o.id = v.order_id join requests r on r.id = o.request_id
  join bids w on w.id = o.bid_id join bid_versions b on b.bid_id = w.id and b.version = w.version where v.checked_out_at is not null`,
);
type Photo = { round: string; file: string; about: string; takenAt: number };
const photosOf = Map.groupBy(
  ask<Photo>("select round_id as round, file_id as file, about, taken_at as takenAt from inspection_photos"),
  ({ round }) => round,
);
const typeOf = ({ spec }: Round): string => String((JSON.parse(spec) as { type: string }).type);

test("an inspector works for one company, and Chinese names for companies of China alone", () => {
  const visits = ask<{ names: string; company: string; country: string }>(
    `select v.inspector_name as names, o.provider_organisation_id as company, p.country from inspection_rounds v
    join orders o on o.id = v.order_id join organisations p on p.id = o.provider_organisation_id`,
  );
  const companies = new Map<string, Set<string>>();
  for (const { names, company } of visits)
    for (const name of names.split(", ")) companies.set(name, (companies.get(name) ?? new Set()).add(company));
  const shared = [...companies].filter(([, of]) => of.size > 1).map(([name]) => name);
  const foreign = visits.filter(({ names, country }) => country !== "CN" && /\p{Script=Han}/u.test(names));
  line(`inspectors: ${companies.size}, of two companies ${shared.length}, with Chinese names abroad ${foreign.length}`);
  expect(companies.size).toBeGreaterThan(20);
  expect(shared).toEqual([]);
  expect(foreign).toEqual([]);
});

test("no two inspectors of a company share a given name", () => {
  const visits = ask<{ names: string; company: string }>(
    `select distinct v.inspector_name as names, o.provider_organisation_id as company from inspection_rounds v
    join orders o on o.id = v.order_id where v.inspector_name <> ''`,
  );
  const people = new Map<string, Set<string>>();
  for (const { names, company } of visits)
    for (const name of names.split(", ")) people.set(company, (people.get(company) ?? new Set()).add(name));
  const isChinese = (name: string) => /\p{Script=Han}/u.test(name);
  // The given name is written last in Chinese and in Viet Nam, and first elsewhere.
  const given = (name: string) => name.split(" ").at(isChinese(name) || !/[А-я]/.test(name) ? -1 : 0);
  const shared = [...people.values()].filter((own) => new Set([...own].map(given)).size < own.size);
  line(`companies whose inspectors share a given name: ${shared.length} of ${people.size}`);
  expect(people.size).toBeGreaterThan(5);
  expect(shared.map((own) => [...own])).toEqual([]);
});

/** Where a country ends near a town, or its land. */
const ENDS: Readonly<Record<string, (at: { lat: number; lon: number }) => boolean>> = {
  CNSNZ: ({ lat }) => lat > 22.56,
  CNYYG: ({ lat }) => lat > 22,
  CNSFH: ({ lon }) => lon < 131.18,
  CNERC: ({ lat }) => lat < 43.66,
  CNQIN: ({ lat }) => lat > 36.08,
  RUBLG: ({ lat }) => lat > 50.27,
  RUVVO: ({ lat }) => lat > 43.1,
};

test("an inspector who checks in at a town on a border stands in the country of the goods", () => {
  const visits = ask<{ origin: string; lat: number; lon: number }>(
    `select d.origin_id as origin, json_extract(v.position, '$.latE6') / 1e6 as lat, json_extract(v.position, '$.lonE6') / 1e6 as lon
    from inspection_rounds v join orders o on o.id = v.order_id join deals d on d.id = o.deal_id where v.position is not null`,
  ).filter(({ origin }) => origin in ENDS);
  const beyond = visits.filter(({ origin, ...at }) => !ENDS[origin]?.(at));
  line(`visits beyond a border or a shore: ${beyond.length} of ${visits.length}`);
  expect(visits.length).toBeGreaterThan(5);
  expect(beyond).toEqual([]);
});

test("a lot of bagged goods has as many pieces as bags", () => {
  const lots = ask<{ pieces: number; bags: number }>(
    `select (select sum(json_extract(p.value, '$.quantity')) from json_each(r.spec, '$.products') p) as pieces, sum(c.packages) as bags
    from requests r join cargo_lines c on c.deal_id = r.deal_id
    where r.service = 'inspection' and json_extract(r.spec, '$.products') is not null
    group by r.id having min(c.package_type in ('BG', '43')) = 1`,
  );
  const counted = lots.filter(({ pieces, bags }) => pieces !== bags);
  line(`lots of bags that count other pieces than bags: ${counted.length} of ${lots.length}`);
  expect(lots.length).toBeGreaterThan(3);
  expect(counted).toEqual([]);
});

test("an inspection between two Chinese companies is priced in yuan", () => {
  const bids = ask<{ currency: string }>(
    `select json_extract(v.content, '$.currency') as currency from bids b join requests r on r.id = b.request_id
    join deals d on d.id = r.deal_id join organisations p on p.id = b.provider_organisation_id join organisations y on y.id = d.buyer_organisation_id
    join bid_versions v on v.bid_id = b.id and v.version = b.version
    where r.service = 'inspection' and p.country = 'CN' and y.country = 'CN' and json_extract(v.content, '$.currency') is not null`,
  );
  const foreign = bids.filter(({ currency }) => currency !== "CNY");
  line(`domestic bids for inspections in another currency: ${foreign.length} of ${bids.length}`);
  expect(bids.length).toBeGreaterThan(20);
  expect(foreign).toEqual([]);
});

test("who looks at goods in a factory comes when it works, and to a workshop while they are being made", () => {
  const wanted = ask<{ type: string; day: LocalDate; address: string; country: string }>(
    `select json_extract(spec, '$.type') as type, json_extract(spec, '$.date') as day, json_extract(spec, '$.factoryAddress') as address,
      p.country from requests r join deals d on d.id = r.deal_id join places p on p.id = d.origin_id
    where service = 'inspection' and r.state <> 'draft'`,
  );
  const atRest = wanted.filter(({ day, country }) => !isFactoryDay(day, country));
  const stored = wanted.filter(({ type, address }) => type === "during_production" && /Warehouse/.test(address));
  line(
    `inspections wanted while the country's factories rest: ${atRest.length} of ${wanted.length}, of a production in a warehouse ${stored.length}`,
  );
  expect(atRest.length).toBeLessThanOrEqual(wanted.length * 0.01);
  expect(stored).toEqual([]);
});

test("visits of whatever kind last no longer than the man-days that were sold", () => {
  const wrong = rounds.filter(({ minutes, inspectors, manDays }) => minutes * inspectors > manDays * 480);
  line(`visits longer than the man-days that were sold: ${wrong.length} of ${rounds.length}`);
  expect(wrong).toEqual([]);
});

test("reports of a loading name the seal and the container, wagon or trailer that the carrier names", () => {
  const loadings = ask<{ results: string; evidence: string }>(
    `select v.results, m.evidence from inspection_rounds v join orders o on o.id = v.order_id
    join orders c on c.deal_id = o.deal_id and c.service = 'logistics' join order_milestones m on m.order_id = c.id and m.code = 'picked_up'
    where json_extract(v.plan, '$.type') = 'container_loading' and v.results is not null and m.evidence is not null`,
  );
  type Named = Partial<Record<"containerNumber" | "wagonNumber" | "trailerPlate" | "airWaybill", string>>;
  const wrong = loadings.filter(({ results, evidence }) => {
    const { seals = [], ...told } = JSON.parse(evidence) as Named & { seals?: string[] };
    const named = [told.containerNumber, told.wagonNumber, told.trailerPlate, told.airWaybill].find(Boolean) ?? "?";
    // The market keeps plates without their signs.
    const plain = (text: string) => text.replaceAll("-", "");
    return ![named, ...seals].every((one) => plain(results).includes(plain(one)));
  });
  line(`loadings whose report and haul name other numbers: ${wrong.length} of ${loadings.length}`);
  expect(loadings.length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});

describe("visits of inspectors", () => {
  test("last what was planned, by as many inspectors as their man-days need, and no longer than those", () => {
    const days = rounds.filter((one) => typeOf(one) !== "container_loading");
    const wrong = days.filter(({ minutes, inspectors, manDays, plan }) => {
      const { plannedMinutes } = JSON.parse(plan) as { plannedMinutes: number };
      const worked = minutes * inspectors;
      // Each stays whole minutes of an equal share.
      const isPlanned = worked > plannedMinutes - inspectors && worked <= plannedMinutes * 1.2;
      return !isPlanned || inspectors !== Math.ceil(manDays) || minutes > 480 || worked > manDays * 480;
    });
    line(
      `visits longer or shorter than their plan: ${wrong.length} of ${days.length}, median ${median(days.map(({ minutes }) => minutes))} minutes, by more than one inspector ${days.filter(({ inspectors }) => inspectors > 1).length}`,
    );
    expect(days.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  test("in the middle of a production find a part of what was ordered, of goods that somebody makes in numbers", () => {
    const made = rounds.filter((one) => typeOf(one) === "during_production");
    const wrong = made.filter(({ hsCode, plan, results }) => {
      const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
      const { lines, units } = JSON.parse(plan) as { lines: { ordered: number }[]; units: number };
      const { quantities } = JSON.parse(results) as { quantities: { presented: number }[] };
      const [ordered, presented] = [sum(lines.map((one) => one.ordered)), sum(quantities.map((one) => one.presented))];
      return (
        hsCode < "28" || presented < units || presented < ordered * 0.2 || presented > ordered * 0.5 + lines.length
      );
    });
    line(`visits in a production that nobody would ask for or that find all of it: ${wrong.length} of ${made.length}`);
    expect(made.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  test("follow a loading from the empty container to its seal over one to three hours", () => {
    const loadings = rounds.filter((one) => typeOf(one) === "container_loading");
    const wrong = loadings.filter(({ id, at, leftAt, results }) => {
      const [first, ...times] = (photosOf.get(id) ?? []).map(({ takenAt }) => takenAt).sort((a, b) => a - b);
      const last = times.at(-1);
      if (first === undefined || last === undefined || !/铅封号 [A-Z]{2}\d{6}/.test(results)) return true;
      const hours = (last - first) / HOUR_MS;
      return hours < 1 || hours > 3 || first - at < 20 * MINUTE_MS || leftAt - last > HOUR_MS;
    });
    line(`loadings that nobody could have done so: ${wrong.length} of ${loadings.length}`);
    expect(loadings.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  test("are no copies of one another in when pictures are taken, where, and what was measured", () => {
    const same = (of: (round: Round) => string) => {
      const all = rounds.map(of).filter((one) => one !== "");
      return share(all.length - new Set(all).size, all.length);
    };
    const copies = {
      pictures: same(({ id, at }) =>
        (photosOf.get(id) ?? []).map(({ takenAt }) => Math.round((takenAt - at) / MINUTE_MS)).join(" "),
      ),
      places: same(({ position }) => position),
      figures: same(({ results }) => {
        const { checklist } = JSON.parse(results) as { checklist: { measured?: string }[] };
        return checklist.map(({ measured = "" }) => measured).join("|");
      }),
    };
    line(
      `visits that repeat another's ${Object.entries(copies)
        .map(([name, part]) => `${name} ${percent(part)}`)
        .join(", ")}`,
    );
    expect(Math.max(...Object.values(copies))).toBeLessThan(0.03);
  });

  test("look at what such goods are looked at for, and name their flaws in the words of the goods", () => {
    const sampled = rounds.filter(({ plan }) => (JSON.parse(plan) as { rows: unknown[] }).rows.length > 0);
    const isNamed = ({ code }: { code: string }) => DEFECT_CODES.some((one) => one === code) || !/^[a-z_]+$/.test(code);
    const found = sampled.map(({ hsCode, results, spec }) => {
      const { points, flaws } = inspectedGoods(hsCode);
      const { checklist, defects } = JSON.parse(results) as {
        checklist: { measured?: string }[];
        defects: { code: string; words: string; defectClass: string }[];
      };
      const asked = (JSON.parse(spec) as { checklist: unknown[] }).checklist;
      // The stories that are told of today look at boards in their own way.
      const isStory = /168/.test(spec);
      const isMeasured = checklist.every(({ measured = "" }) => measured !== "" && !/^合格/.test(measured));
      const isAsked = isStory || asked.length === points.length;
      return (
        isMeasured &&
        isAsked &&
        (isStory || defects.every(({ words }) => flaws.some(([, own]) => own === words))) &&
        defects.every(isNamed)
      );
    });
    line(
      `visits with points or flaws of other goods: ${found.filter((isRight) => !isRight).length} of ${found.length}`,
    );
    expect(found.length).toBeGreaterThan(40);
    expect(found).not.toContain(false);
  });

  test("show pictures of which hardly two are alike", () => {
    const prints = ask<{ file: string; print: string }>(
      "select distinct file_id as file, print from photo_prints where part = 0",
    );
    const distances = prints.flatMap(({ print }, at) =>
      prints.slice(0, at).map((other) => distanceOf(print, other.print)),
    );
    const within = (bits: number) => distances.filter((distance) => distance <= bits).length;
    line(
      `pairs of pictures that are nearly the same: ${within(SAME_DISTANCE_MAX)} of ${prints.length} pictures; that look alike: ${within(11)}`,
    );
    expect(prints.length).toBeGreaterThan(200);
    // One story tells of a picture that was sent a second time.
    expect(within(SAME_DISTANCE_MAX)).toBeLessThanOrEqual(1);
    expect(within(11)).toBeLessThanOrEqual(prints.length / 100);
  });
});

test("the travel of an inspector costs little in its own city and as much as a flight far away, and man-days are charged as offered", () => {
  const lineOf = (code: string, field: string) =>
    `(select json_extract(l.value, '$.${field}') from json_each(v.content, '$.lines') l where json_extract(l.value, '$.code') = '${code}')`;
  const bids = ask<{ perVisit: string | null; currency: string; offered: number; charged: number }>(
    `select ${lineOf("TRV", "unitPriceMinor")} as perVisit, json_extract(v.content, '$.currency') as currency,
      json_extract(v.content, '$.terms.manDaysOfferedMilli') as offered, ${lineOf("MND", "quantityMilli")} as charged
    from bids b join requests r on r.id = b.request_id join bid_versions v on v.bid_id = b.id and v.version = b.version
    where r.service = 'inspection' and json_extract(v.content, '$.lines') is not null`,
  );
  const dollars = bids.flatMap(({ perVisit, currency }) =>
    perVisit === null ? [] : [Number(perVisit) / 100 / (currency === "CNY" ? 7 : 1)],
  );
  const [near, far] = [dollars.filter((usd) => usd <= 10), dollars.filter((usd) => usd >= 150)];
  const differing = bids.filter(({ offered, charged }) => offered !== charged);
  line(
    `travel of inspectors in ${dollars.length} bids: near ${near.length}, far ${far.length}, median ${median(dollars).toFixed(0)} USD; man-days charged otherwise than offered ${differing.length}`,
  );
  expect(bids.length).toBeGreaterThan(100);
  expect(near.length).toBeGreaterThan(10);
  expect(far.length).toBeGreaterThan(10);
  expect(Math.max(...dollars)).toBeLessThanOrEqual(460);
  expect(differing).toEqual([]);
});

test("the hours of every inspection fit into its man-days and need them, and few bids offer fewer", () => {
  const asked = ask<{ spec: string; offered: string }>(
    `select r.spec, json_group_array(json_extract(v.content, '$.terms.manDaysOfferedMilli')) as offered
    from requests r left join bids b on b.request_id = r.id left join bid_versions v on v.bid_id = b.id and v.version = b.version
    where r.service = 'inspection' group by r.id`,
  ).map(({ spec, offered }) => {
    const work = inspectionSpecSchema.parse(JSON.parse(spec));
    const computed = manDaysMilli(work);
    const days = (JSON.parse(offered) as (number | null)[]).filter((one) => one !== null);
    return { minutes: visitOf(work)?.minutes ?? null, milli: computed ?? 0, days };
  });
  const wrong = asked.filter(({ minutes, milli }) => {
    const lessMilli = milli === 1_000 ? 0 : milli - 500;
    return minutes !== null && (minutes > milli * 0.48 || minutes <= lessMilli * 0.48);
  });
  const offers = asked.flatMap(({ days, milli }) => days.map((offered) => offered - milli));
  const fewer = offers.filter((difference) => difference < 0);
  line(
    `inspections whose hours and man-days contradict: ${wrong.length} of ${asked.length}, of them of more than a day ${asked.filter(({ milli }) => milli > 1_000).length}; bids with fewer man-days than computed ${fewer.length} of ${offers.length}`,
  );
  expect(asked.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
  expect(offers.length).toBeGreaterThan(100);
  expect(fewer.length).toBeLessThanOrEqual(offers.length / 100);
});

test("a loading is watched on the day on which the goods are fetched, by inspectors from less than 1,000 km away", () => {
  const loadings = ask<{ id: string; at: number; fetched: number; company: string; lat: number; lon: number }>(
    `select o.id, m.occurred_at as at, h.occurred_at as fetched, p.name_latin as company, s.lat_e_4 / 10000.0 as lat, s.lon_e_4 / 10000.0 as lon
    from orders o join requests r on r.id = o.request_id join organisations p on p.id = o.provider_organisation_id
    join deals d on d.id = o.deal_id join places s on s.id = d.origin_id
    join order_milestones m on m.order_id = o.id and m.code = 'on_site' and m.occurred_at is not null
    join orders l on l.deal_id = o.deal_id and l.service = 'logistics'
    join order_milestones h on h.order_id = l.id and h.code = 'picked_up' and h.occurred_at is not null
    where o.service = 'inspection' and json_extract(r.spec, '$.type') = 'container_loading'`,
  );
  const homes = new Map(readMarketData().organisations.map((one) => [one.name.latin, one.cityId]));
  const places = new Map(readReference().places.map((one) => [one.id, one]));
  const wrong = loadings.filter(({ at, fetched, company, lat, lon }) => {
    const home = places.get(homes.get(company) ?? "");
    const isFar = home !== undefined && kmBetween([home.lat, home.lon], [lat, lon]) > SUPERVISOR_KM;
    return isFar || fetched < at || fetched - at > 12 * HOUR_MS;
  });
  line(`loadings watched on another day than that of the pick-up, or from afar: ${wrong.length} of ${loadings.length}`);
  expect(loadings.length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});

test("no acceptable quality limit where loading is watched, and no loading of goods that go with those of others", () => {
  const [wrong] = ask<{
    n: number;
  }>(`select count(*) as n from requests where service = 'inspection' and json_extract(spec, '$.type') = 'container_loading'
    and (json_extract(spec, '$.aqlPreset') is not null or json_extract(spec, '$.aql') is not null or json_extract(spec, '$.level') is not null)`);
  line(`container loading checks with a quality limit: ${wrong?.n}`);
  expect(wrong?.n).toBe(0);
  expect(
    ask(`select r.id from requests r join deals d on d.id = r.deal_id where (d.mode = 'air' or exists (select 1 from requests l
      where l.deal_id = d.id and json_extract(l.spec, '$.haul') = 'ltl')) and r.service = 'inspection'
      and json_extract(r.spec, '$.type') = 'container_loading'`),
  ).toEqual([]);
});
