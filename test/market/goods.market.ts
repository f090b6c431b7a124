import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readContainerNumber } from "../../domain/orders/document-numbers";
import { unitsNeeded } from "../../domain/services/logistics/capacity";
import type { Equipment } from "../../domain/services/logistics/equipment";
import { ownTitleOf, readMarketData, titleOf, WRITES } from "../../demo/plan/market-data";
import { weightIn } from "../../demo/plan/plan-movement";
import { ask, line, percent, share } from "./built-market";

// What is traded in the built market, and how it is packed, loaded and declared.

type Goods = {
  mode: string;
  code: string;
  description: string;
  type: string;
  gross: number;
  origin: string;
  destination: string;
  at: number;
};
const goods =
  ask<Goods>(`select d.mode, c.hs_code as code, c.description, c.package_type as type, c.gross_weight_grams as gross,
  d.origin_id as origin, d.destination_id as destination, d.created_at as at from cargo_lines c join deals d on d.id = c.deal_id`);

/** How many of a country's deals are titled in a language at least. */
const OWN_TITLES = [
  ["VN", "vi", 0.5],
  ["RU", "ru", 0.5],
  ["KZ", "ru", 0.15],
  ["KZ", "kk", 0.15],
] as const;

const ALL_CARGO = readMarketData().cargo;
const LANGUAGES = ["ru", "vi", "kk"] as const;

/** The language of a title that is in one of those, with Chinese beside it. */
const languageOfTitle = (title: string) =>
  LANGUAGES.find((language) => ALL_CARGO.some((cargo) => ownTitleOf(cargo, language) === title));

/** What a title says in English, in whatever language it stands. */
const inEnglish = (title: string): string =>
  ALL_CARGO.find((cargo) => LANGUAGES.some((language) => ownTitleOf(cargo, language) === title))?.title.en ?? title;

test("deals are named in Chinese, and in English or the language of who asks", () => {
  const deals = ask<{ title: string; country: string }>(
    "select title, country from deals join organisations o on o.id = deals.buyer_organisation_id",
  );
  line(`titles like "${deals[0]?.title}"`);
  expect(deals.filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([]);
  const languages = deals.map(({ title }) => languageOfTitle(title));
  const others = deals.filter((_, at) => languages[at] === undefined);
  expect(others.filter(({ title }) => !/[a-z]{3}/i.test(title))).toEqual([]);
  expect(deals.filter(({ country }, at) => languages[at] && !WRITES[country]?.includes(languages[at]))).toEqual([]);
  for (const [country, language, least] of OWN_TITLES) {
    const titled = deals.filter((one, at) => one.country === country && languages[at] === language).length;
    const all = deals.filter((one) => one.country === country).length;
    line(`${titled} of ${all} deals of ${country} are titled in ${language}`);
    expect(share(titled, all), `${country} in ${language}`).toBeGreaterThan(least);
  }
});

describe("the goods of the demo market", () => {
  test("carry codes of the Harmonized System of 2022", () => {
    expect(goods.length).toBeGreaterThan(500);
    const known = new Set(readFileSync("db/reference/hs-2022-subheadings.csv", "utf8").split("\n"));
    const unknown = goods.filter(({ code }) => !known.has(code.slice(0, 6)));
    line(`HS codes outside HS 2022: ${unknown.length} of ${goods.length} lines`);
    expect(unknown).toEqual([]);
  });

  test("come from companies of China whose towns are named in Chinese", () => {
    const cities = ask<{ city: string }>("select distinct city from organisations where country = 'CN'").map(
      ({ city }) => city,
    );
    expect(cities.filter((city) => !/\p{Script=Han}/u.test(city))).toEqual([]);
  });

  test("weigh more with their packing than without, by what packing weighs", () => {
    const lines = ask<{ type: string; share: number }>(
      "select package_type as type, (gross_weight_grams - net_weight_grams) * 1.0 / gross_weight_grams as share from cargo_lines where net_weight_grams is not null",
    );
    const odd = lines.filter(({ type, share: packing }) => {
      const isLoose = ["VR", "VO", "VL", "NE"].includes(type);
      // What is loaded loose weighs the same with and without packing, but for what holds it together.
      return isLoose ? packing < 0 || packing > 0.03 : packing <= 0 || packing > 0.16;
    });
    line(`lines with an odd weight of packing: ${odd.length} of ${lines.length}`);
    expect(lines.length).toBeGreaterThan(500);
    expect(odd).toEqual([]);
  });

  test("fill one container, which has a number with its check digit, one seal, and no more than it takes", () => {
    const boxes = ask<{ number: string; seals: number; gross: number; count: number; equipment: string }>(
      `select json_extract(m.evidence, '$.containerNumber') as number, json_array_length(m.evidence, '$.seals') as seals,
        json_extract(m.evidence, '$.grossWeightGrams') as gross, json_extract(r.spec, '$.equipmentCount') as count, json_extract(r.spec, '$.equipment') as equipment
      from order_milestones m join orders o on o.id = m.order_id join requests r on r.id = o.request_id
      where m.code = 'picked_up' and json_extract(m.evidence, '$.containerNumber') is not null`,
    );
    const ends = { originCountry: "CN", destinationCountry: "KZ", volumeCm3: 1 };
    const wrong = boxes.filter(({ number, seals, gross, count, equipment }) => {
      const load = { ...ends, grossWeightGrams: gross / 1.01 };
      return (
        readContainerNumber(number).problem ||
        seals !== 1 ||
        count !== 1 ||
        unitsNeeded(equipment as Equipment, load) > 1
      );
    });
    line(`containers picked up: ${boxes.length}, with a wrong number, seal or load ${wrong.length}`);
    expect(boxes.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  test("are under no seal on a truck that goes on to others, and a truck of one piece draws no trailer", () => {
    const groupage = ask<{ equipment: string; seals: string | null; trailer: string | null }>(
      `select json_extract(r.spec, '$.equipment') as equipment, json_extract(m.evidence, '$.seals') as seals,
        json_extract(m.evidence, '$.trailerPlate') as trailer
      from order_milestones m join orders o on o.id = m.order_id join requests r on r.id = o.request_id
      where m.code = 'picked_up' and m.evidence is not null and json_extract(r.spec, '$.haul') = 'ltl'`,
    );
    const wrong = groupage.filter(
      ({ equipment, seals, trailer }) => seals !== null || (equipment === "box_96") !== (trailer === null),
    );
    line(`part loads picked up: ${groupage.length}, sealed or on another truck ${wrong.length}`);
    expect(groupage.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  test("go by trucks and under seals of the country in which they are picked up", () => {
    const PLATES: Readonly<Record<string, RegExp>> = {
      ...{ CN: /^\p{Script=Han}/u, VN: /^\d\d[CHR]\d{5}$/, TH: /^\d{6}$/, KZ: /^\d{3}[A-Z]{3}\d\d$/ },
      ...{ RU: /^\p{Script=Cyrillic}\d{3}\p{Script=Cyrillic}{2}\d{2,3}$/u, UZ: /^\d{5}[A-Z]{3}$/ },
      ...{ KG: /^\d\dKG/, MN: /^\d{4}\p{Script=Cyrillic}{3}$/u },
    };
    const loads = ask<{ country: string; plate: string | null; seal: string }>(
      `select substr(o.corridor, 1, 2) as country, json_extract(m.evidence, '$.tractorPlate') as plate,
        json_extract(m.evidence, '$.seals[0]') as seal
      from order_milestones m join orders o on o.id = m.order_id
      where m.code = 'picked_up' and json_extract(m.evidence, '$.seals[0]') is not null`,
    );
    const wrong = loads.filter(({ country, plate, seal }) => {
      const isStrange = plate !== null && !PLATES[country]?.test(plate);
      return isStrange || !seal.startsWith(country);
    });
    const foreign = loads.filter(({ country, plate }) => country !== "CN" && plate !== null);
    line(
      `trucks and seals of another country than the pick-up's: ${wrong.length} of ${loads.length}; trucks of abroad ${foreign.length}`,
    );
    expect(foreign.length).toBeGreaterThan(10);
    // The stories that are told of today write numbers of their own.
    expect(wrong.length).toBeLessThanOrEqual(loads.length * 0.02);
  });

  test("fit the mode, the place and the season by which they go", () => {
    const cargo = readMarketData().cargo;
    const inland = ["CNKSS", "CNURM", "CNLXA", "CNLAZ"];
    const wrong = goods.filter(({ mode, code, type, origin, destination }) => {
      const isPoured = ["VR", "VO", "VL", "NE"].includes(type);
      const isFar = inland.includes(origin) || inland.includes(destination);
      return (mode === "sea" && (isPoured || isFar || code === "030633")) || (mode === "air" && (isPoured || isFar));
    });
    const unripe = goods.filter(({ description, at }) => {
      const known = cargo.find((one) => titleOf(one) === description.replace(/, lot \d$/, ""));
      const month = new Date(at).getUTCMonth();
      return known && weightIn(known, month) === 0;
    });
    const heavy = goods.filter(({ mode, gross }) => mode === "air" && gross > 7_000_000);
    line(
      `goods by a mode or from a place that they do not go by: ${wrong.length}; out of season: ${unripe.length}; over 7 t by air: ${heavy.length}`,
    );
    expect([wrong, unripe, heavy]).toEqual([[], [], []]);
  });
});

describe("the terms of the demo market's deals", () => {
  test("fit who asks for what: duty paid where the seller clears the import, ex works where the buyer clears the export, and no FOB from a door", () => {
    const found = ask<{ reference: string; rule: string; isSeller: number; side: string | null; isFetched: number }>(
      `select d.reference, d.incoterm_rule as rule, d.corridor like b.country || '-%' as isSeller,
        (select json_extract(r.spec, '$.side') from requests r where r.deal_id = d.id and r.service = 'customs') as side,
        exists (select 1 from requests r where r.deal_id = d.id and r.service = 'logistics' and json_extract(r.spec, '$.pickupAt') = 'door') as isFetched
      from deals d join organisations b on b.id = d.buyer_organisation_id`,
    );
    const wrong = found.filter(({ rule, isSeller, side, isFetched }) => {
      const isDutyPaid = isSeller === 1 && (side === "both" || side === "import");
      const isExWorks = isSeller === 0 && (side === "both" || side === "export");
      return isDutyPaid !== (rule === "DDP") || isExWorks !== (rule === "EXW") || (rule === "FOB" && isFetched === 1);
    });
    line(`deals under a rule that does not fit: ${wrong.length} of ${found.length}`);
    expect(found.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });

  test("are stated to China's customs free on board where goods leave, and with carriage and insurance where they come in", () => {
    const declared = ask<{ rule: string; side: string; isOverLand: number; share: number }>(
      `select d.incoterm_rule as rule, c.side, d.mode in ('road', 'rail') as isOverLand,
        sum((select sum(json_extract(l.value, '$.valueMinor')) from json_each(c.lines) l)) * 1.0 / d.goods_value_minor as share
      from declarations c join orders o on o.id = c.order_id join deals d on d.id = o.deal_id
      where c.country = 'CN' and d.goods_currency = 'CNY' and c.state <> 'refused' group by o.id, c.side`,
    );
    const isHeld = (rule: string) => !["EXW", "FCA", "FOB"].includes(rule);
    const wrong = declared.filter(({ rule, side, isOverLand, share: of }) => {
      // Carriage of dear goods by sea is a small part of their price, and rounding a smaller one.
      const isEqual = Math.abs(of - 1) < 0.000_05;
      // At the works before a ship, and at the port of entry, nothing is to be added or taken off.
      if (side === "export" && !isOverLand && ["FCA", "FOB"].includes(rule)) return !isEqual;
      if (side === "import" && rule === "CIF") return !isEqual;
      // Insurance may be more than the little that lies beyond the border of a price that does not hold it.
      if (rule === "CPT" || rule === "CFR") return false;
      return isEqual ? isOverLand === 1 && !isHeld(rule) : isHeld(rule) !== of < 1;
    });
    line(`values on another basis than the customs': ${wrong.length} of ${declared.length}`);
    expect(declared.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  test("name the codes of the country's own tariff, and never six digits filled up with noughts", () => {
    const cargo = readMarketData().cargo;
    const declared = ask<{ country: string; code: string; order: string }>(
      `select c.country, json_extract(l.value, '$.hsCode') as code, c.order_id as "order" from declarations c, json_each(c.lines) l`,
    );
    const known = new Set(cargo.flatMap(({ nationalCodes }) => Object.values(nationalCodes)));
    const filled = declared.filter(({ code }) => code.length > 6 && !known.has(code));
    const chinese = declared.filter(({ country }) => country === "CN");
    const whole = chinese.filter(({ code }) => code.length === 10);
    line(
      `codes that no tariff has: ${filled.length} of ${declared.length}; Chinese ones of ten digits ${percent(share(whole.length, chinese.length))}`,
    );
    // The stories that are told of today write codes of their own.
    expect(filled.length).toBeLessThan(declared.length * 0.03);
    expect(share(whole.length, chinese.length)).toBeGreaterThan(0.7);
  });

  test("are closed with the copy of their declaration and the message of the banks", () => {
    const closed = ask<{ service: string; isThere: number }>(
      `select o.service, exists (select 1 from deliverable_files f where f.order_id = o.id
          and f.code = case o.service when 'customs' then 'declaration_copy' else 'bank_message' end) as isThere
      from orders o where o.state = 'completed' and o.service in ('customs', 'payment')`,
    );
    const without = closed.filter(({ isThere }) => !isThere);
    line(`customs and payment orders closed without their paper: ${without.length} of ${closed.length}`);
    expect(closed.length).toBeGreaterThan(300);
    // The stories that are told of today close theirs in their own way.
    expect(without.length).toBeLessThan(closed.length * 0.02);
  });
});

test("the lots of a deal are worth together what its goods are", () => {
  const apart = ask<{ reference: string }>(`select d.reference from deals d
    where d.goods_value_minor <> (select sum(c.value_minor) from cargo_lines c where c.deal_id = d.id)`);
  line(`deals whose lots come to another value than their goods: ${apart.length}`);
  expect(apart.map(({ reference }) => reference)).toEqual([]);
});

test("goods under one code are one good, and litchi is ready in its season", () => {
  const cargo = readMarketData().cargo;
  // Sorts of one good, and what is done to it.
  const SORTS = /Ri6 and|SVR 3L and|Yunnan and|acacia and|Washed and|Plastic and rubber/;
  const double = cargo.filter(({ title }) => / and /.test(title.en ?? "") && !SORTS.test(title.en ?? ""));
  const litchi = ask<{ title: string; month: string }>(
    "select title, substr(ready_date, 6, 2) as month from deals where ready_date is not null",
  ).filter(({ title }) => /litchi/i.test(inEnglish(title)));
  line(`goods of two names under one code: ${double.length}; deals of litchi: ${litchi.length}`);
  expect(double.map(({ title }) => title.en)).toEqual([]);
  expect(litchi.filter(({ month }) => !["05", "06", "07"].includes(month))).toEqual([]);
});

test("a net weight that a checklist asks for is what the cargo has, and so is what is read of a weight", () => {
  const asked = ask<{ reference: string; spec: string; grams: number }>(
    `select r.reference, r.spec, (select sum(c.net_weight_grams) from cargo_lines c where c.deal_id = r.deal_id) as grams
    from requests r where r.service = 'inspection' and json_extract(r.spec, '$.checklist') is not null`,
  );
  type Spec = { products: { quantity: number }[]; checklist: { tolerance?: string }[] };
  const limits = asked.flatMap(({ reference, spec, grams }) => {
    const { products, checklist } = JSON.parse(spec) as Spec;
    const kg = grams / 1_000 / products.reduce((sum, { quantity }) => sum + quantity, 0);
    return checklist.flatMap(({ tolerance = "" }) => {
      const least = /^≥ ([\d.]+) kg$/.exec(tolerance)?.[1];
      return least === undefined ? [] : [{ reference, share: Number(least) / kg }];
    });
  });
  line(
    `net weights asked for: ${limits.length}, from ${percent(Math.min(...limits.map(({ share: of }) => of)))} of the cargo's`,
  );
  expect(limits.length).toBeGreaterThan(2);
  expect(limits.filter(({ share: of }) => of > 1 || of < 0.98)).toEqual([]);
  const read = ask<{ reference: string; kg: number; words: string }>(
    `select r.reference, json_extract(p.value, '$.measured') as words,
      (select sum(c.net_weight_grams) from cargo_lines c where c.deal_id = r.deal_id) / 1000.0
        / (select sum(json_extract(l.value, '$.quantity')) from json_each(r.spec, '$.products') l) as kg
    from inspection_rounds i join orders o on o.id = i.order_id join requests r on r.id = o.request_id, json_each(i.results, '$.checklist') p
    where json_extract(r.spec, '$.checklist[' || json_extract(p.value, '$.point') || '].code') = 'weight'
      and (select c.hs_code from cargo_lines c where c.deal_id = r.deal_id limit 1) not like '030633%'`,
  );
  const odd = read.filter(({ kg, words }) => Math.abs(Number.parseFloat(words) / kg - 1) > 0.03);
  line(`weights read: ${read.length}, of other goods than the cargo's ${odd.length}`);
  expect(read.length).toBeGreaterThan(0);
  expect(odd).toEqual([]);
});

test("what grows and is farmed in the south of Viet Nam leaves by Cat Lai or by truck from Ho Chi Minh City, and never by Haiphong", () => {
  const SOUTHERN = /pangasius|vannamei|robusta|cashew|dragon fruit|pepper|natural rubber|durian|mangoes|jackfruit/i;
  const sent = ask<{ title: string; mode: string; origin: string }>(
    "select title, mode, origin_id as origin from deals where corridor = 'VN-CN'",
  ).filter(({ title }) => SOUTHERN.test(inEnglish(title)));
  const by = (origin: string) => sent.filter((one) => one.origin === origin).length;
  line(
    `goods of the south: by Cat Lai ${by("VNCLI")}, by truck from Ho Chi Minh City ${by("VNSGN")} of ${sent.length}`,
  );
  expect(sent.filter(({ origin }) => origin !== "VNCLI" && origin !== "VNSGN")).toEqual([]);
  expect(sent.filter(({ mode, origin }) => (mode === "sea") !== (origin === "VNCLI"))).toEqual([]);
  expect(by("VNCLI")).toBeGreaterThan(10);
  expect(by("VNSGN")).toBeGreaterThan(10);
});

test("dense goods fill a short container, oil in a flexitank goes in no wagon, and cashmere under a roof, and machines on low loaders", () => {
  const loads = ask<{ title: string; equipment: string; kg: number; cbm: number }>(
    `select d.title, json_extract(r.spec, '$.equipment') as equipment, d.gross_weight_grams / 1000 as kg, d.volume_cm3 / 1000000 as cbm
    from requests r join deals d on d.id = r.deal_id where r.service = 'logistics'`,
  );
  const boxes = loads.filter(({ equipment }) => equipment === "20gp" || equipment === "40hc");
  const short = boxes.filter(({ equipment }) => equipment === "20gp");
  const dense = boxes.filter(({ kg, cbm }) => kg / cbm > 900);
  line(`containers ${boxes.length}, of 20 feet ${short.length}, dense goods ${dense.length}`);
  expect(dense.length).toBeGreaterThan(10);
  expect(dense.filter(({ equipment }) => equipment !== "20gp")).toEqual([]);
  expect(short.filter(({ cbm }) => cbm > 33)).toEqual([]);
  const of = (words: RegExp) => loads.filter(({ title }) => words.test(inEnglish(title)));
  expect(of(/flexitank/).filter(({ equipment }) => equipment !== "20gp")).toEqual([]);
  expect(of(/excavator|wheel loader|truck tractor/i).filter(({ equipment }) => equipment !== "low_loader")).toEqual([]);
  expect(of(/cashmere/i).filter(({ equipment }) => equipment.endsWith("wagon"))).toEqual([]);
});
