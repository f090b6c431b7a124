import { expect, test } from "vitest";
import { shipmentExample } from "@/domain/services/examples";
import { checkInspection } from "@/domain/services/inspection/kind";
import { inspectionSpecSchema, inspectionTermsSchema } from "@/domain/services/inspection/schema";
import { inspectorsForOneDay, manDaysMilliForMinutes } from "@/domain/services/inspection/man-days";
import { manDaysMilli } from "@/domain/services/inspection/work";
import { isOutsideTolerance } from "@/domain/inspections/tolerance";
import { DEFECT_CODES } from "@/domain/inspections/defect-codes";
import {
  anotherVisit,
  inspectedGoods,
  inspectedUnit,
  inspectionSpec,
  inspectionTerms,
  pointsOf,
  readingOf,
  readyAfterInspection,
  stayMinutes,
  travelBand,
} from "./plan-inspection";
import { isFactoryDay } from "./factory-days";
import { Inspectors, INSPECTORS_OF_COMPANY } from "./parties/inspectors";
import type { LocalDate } from "@/domain/shared/time";
import { randomFrom } from "./random";

const goods = { country: "CN", readyDate: "2026-11-20", lines: [{ description: "Bearings", packages: 300 }] };

test("every inspection of the demo is one that its buyer could publish, with terms that its bidder could send", () => {
  const random = randomFrom(7);
  for (let made = 0; made < 200; made++) {
    const wire = inspectionSpec(random, goods, "Yiwu");
    expect("packedPercent" in wire).toBe(wire.type === "pre_shipment");
    expect(checkInspection(inspectionSpecSchema.parse(wire), shipmentExample())).toEqual([]);
    for (const priceLevel of [0.9, 1.1])
      expect(inspectionTermsSchema.safeParse(inspectionTerms(wire, { priceLevel })).success).toBe(true);
  }
});

test("an inspection is wanted three days after its decision at the earliest, whatever its type, and no later than the goods are ready", () => {
  const random = randomFrom(11);
  const readyDate = readyAfterInspection({ country: "CN", decidedOn: "2026-12-04" as LocalDate });
  for (let made = 0; made < 60; made++) {
    const { date } = inspectionSpec(random, { ...goods, readyDate }, "Yiwu");
    expect(String(date) >= "2026-12-07").toBe(true);
    expect(String(date) <= readyDate).toBe(true);
  }
});

test.each([
  ["CN", "2026-09-25", "2026-10-13"],
  ["VN", "2026-09-25", "2026-10-05"],
  ["CN", "2026-04-24", "2026-05-04"],
  ["RU", "2026-12-28", "2027-01-18"],
  ["CN", "2027-01-30", "2027-02-17"],
  ["CN", "2026-11-16", "2026-11-26"],
])(
  "goods of %s whose inspection is decided on %s are ready on %s at the earliest, so that factories work on the day of the visit",
  (country, decided, ready) => {
    const earliest = readyAfterInspection({ country, decidedOn: decided as LocalDate });
    expect(earliest).toBe(ready);
    const random = randomFrom(31);
    for (let made = 0; made < 20; made++)
      expect(
        isFactoryDay(
          inspectionSpec(random, { ...goods, country, readyDate: earliest }, "Yiwu").date as LocalDate,
          country,
        ),
      ).toBe(true);
  },
);

test("goods that are still being made are looked at in a workshop, and others in a warehouse", () => {
  const random = randomFrom(37);
  const lines = [{ description: "Shirts", packages: 400, packageType: "CT", hsCode: "610910" }];
  const address = "深圳，某公司 22 号仓库 · Mou Co., Warehouse 22, Shenzhen";
  for (let made = 0; made < 40; made++) {
    const { type, factoryAddress } = inspectionSpec(random, { ...goods, lines }, address);
    expect(/22 号车间 · Mou Co., Workshop 22,/.test(String(factoryAddress))).toBe(type === "during_production");
  }
});

test("an inspector works for one company, and has a name of its country", () => {
  const people = new Inspectors();
  const companies = Array.from({ length: 14 }, (_, at) => people.ofCompany(`cn-${at}`, "CN"));
  expect(new Set(companies.flat()).size).toBe(14 * INSPECTORS_OF_COMPANY);
  expect(people.ofCompany("cn-0", "CN")).toBe(companies[0]);
  const given = (name: string) => name.split(" ").slice(1).join(" ").split(" ").at(-1);
  for (const company of companies) expect(new Set(company.map(given)).size).toBe(INSPECTORS_OF_COMPANY);
  expect(people.ofCompany("vn-0", "VN").join()).not.toMatch(/\p{Script=Han}/u);
  expect(people.ofCompany("ru-0", "RU").join()).toMatch(/\p{Script=Cyrillic}/u);
});

test("goods in bulk go to a laboratory, and nobody counts them by pieces", () => {
  const random = randomFrom(19);
  const bulk = { ...goods, lines: [{ description: "Barley", packages: 1, packageType: "VR", hsCode: "100390" }] };
  const wire = inspectionSpec(random, bulk, "Kostanay");
  expect(wire).toMatchObject({ type: "lab_test", labTests: 3 });
  expect(checkInspection(inspectionSpecSchema.parse(wire), shipmentExample())).toEqual([]);
  expect(inspectionTerms(wire, { priceLevel: 1 })).not.toHaveProperty("manDaysOfferedMilli");
});

test("only goods that are made in some number are looked at in their production, while half of them are made", () => {
  const typesOf = (hsCode: string, packages: number) => {
    const random = randomFrom(29);
    const lines = [{ description: "Goods", packages, packageType: "CT", hsCode }];
    return Array.from({ length: 40 }, () => inspectionSpec(random, { ...goods, lines }, "Yiwu"));
  };
  for (const [hsCode, packages] of [
    ["081060", 1_200],
    ["847710", 6],
  ] as const)
    expect(typesOf(hsCode, packages).some(({ type }) => type === "during_production")).toBe(false);
  const shirts = typesOf("610910", 400).filter(({ type }) => type === "during_production");
  expect(shirts.length).toBeGreaterThan(0);
  for (const wire of shirts) {
    expect(wire.madePercent).toBe(50);
    expect(checkInspection(inspectionSpecSchema.parse(wire), shipmentExample())).toEqual([]);
  }
});

test.each([
  ["two working days before they are ready", "2026-11-20", "2026-11-18", "2026-11-13"],
  ["the Friday before a Tuesday", "2026-11-24", "2026-11-20", "2026-11-17"],
  ["the day that is usual, where the new year is kept", "2027-02-10", "2027-02-08", "2027-02-03"],
  ["the first day after the holidays of October", "2026-10-10", "2026-10-08", "2026-10-05"],
])("goods that are packed are looked at on %s, and half made ones a week before", (_, readyDate, packed, halfMade) => {
  const random = randomFrom(23);
  const lines = [{ description: "Shirts", packages: 400, packageType: "CT", hsCode: "610910" }];
  const made = Array.from({ length: 12 }, () => inspectionSpec(random, { ...goods, lines, readyDate }, "Yiwu"));
  const days = { pre_shipment: packed, during_production: halfMade, container_loading: readyDate };
  for (const { type, date } of made) expect(date).toBe(days[type as keyof typeof days]);
});

test.each([
  ["bags of resin", "390210", "BG"],
  ["bags of garlic", "070320", "BG"],
  ["big bags of concentrate", "260300", "43"],
])("%s are the pieces themselves, each opened once", (_, hsCode, packageType) => {
  expect(inspectedUnit(hsCode, packageType)).toEqual({ pieces: 1, checks: 1 });
});

test("nothing is asked for both as a point of the checklist and as a test", () => {
  const codes = ["6115", "6109", "6403", "8517", "8507", "8516", "9401", "9503", "8457", "8708"];
  for (const { points, tests = [] } of codes.map(inspectedGoods))
    for (const { test: named } of tests) expect(points.map(({ item }) => item.code)).not.toContain(named);
});

test.each([
  ["T-shirts", "610910", 24, 3],
  ["fruit, of which the carton is the piece", "081060", 1, 1],
  ["earphones", "851762", 60, 4],
  ["smartphones", "851713", 30, 6],
  ["moulding machines", "847710", 1, 12],
  ["what nothing is known of", "970110", 1, 3],
])("a package of %s has its pieces, each with its checks", (_, hsCode, pieces, checks) => {
  expect(inspectedUnit(hsCode, "CT")).toEqual({ pieces, checks });
});

test("a bid offers the man-days by which it is charged, whatever its prices are, and only days from the wanted one on", () => {
  const random = randomFrom(13);
  for (let made = 0; made < 60; made++) {
    const wire = inspectionSpec(random, goods, "Yiwu");
    for (const priceLevel of [0.9, 1.1]) {
      const { manDaysOfferedMilli, dateSlots } = inspectionTermsSchema.parse(inspectionTerms(wire, { priceLevel }));
      expect(manDaysOfferedMilli).toBe(manDaysMilli(inspectionSpecSchema.parse(wire)));
      expect(dateSlots?.every((day) => day >= String(wire.date))).toBe(true);
    }
  }
});

test.each([
  ["frozen crab", "030614", /Core temperature.*Glazing.*Net weight/s, /moisture/],
  ["live crab", "030633", /Vitality/, /Core temperature/],
  ["knitted fabric", "600632", /Colour fastness/, /function/],
  ["T-shirts", "610910", /Stitching.*Colour fastness/s, /moisture/],
  ["socks", "611595", /Leg length.*Foot length.*Toe linking.*Stretch/s, /Stitching|dimensions/],
  ["smartphones", "851713", /supply.*function/s, /odour|Dielectric/],
  ["earphones", "851762", /supply.*function/s, /Dielectric/],
  ["cordless drills", "846721", /State of charge.*Charging.*function/s, /Dielectric/],
  ["kettles", "851679", /Dielectric strength.*function/s, /State of charge/],
  ["machining centres", "845710", /Rating plate and serial.*Trial run.*emergency stop/s, /chassis/],
  ["moulding machines", "847710", /Rating plate and serial.*Trial run.*emergency stop/s, /chassis/],
  ["truck tractors", "870121", /chassis number/, /serial/],
  ["sawn larch", "440719", /16–20 %/, /6–12 %/],
  ["fibreboard", "441114", /dimensions.*moisture/s, /function/],
])("the checklist of %s is one of such goods", (_, hsCode, has, hasNot) => {
  const said = JSON.stringify(inspectedGoods(hsCode).points.map(({ item }) => item));
  expect(said).toMatch(has);
  expect(said).not.toMatch(hasNot);
});

test("decay of fruit is counted in percent of the lot, and no critical point that a lot passes with some of it", () => {
  for (const hsCode of ["081060", "070320", "080390"]) {
    const decay = inspectedGoods(hsCode).points.find(({ item }) => "text" in item && /Decay/.test(String(item.text)));
    expect(decay?.item).toMatchObject({ tolerance: "≤ 2 %" });
    expect(decay?.item.isCritical).toBeUndefined();
  }
});

test("a flaw is called by a name of the market, or by words short enough to stand in its place", () => {
  const flaws = ["030614", "0810", "4407", "6115", "7304", "8457", "8708", "94", "9999"].flatMap(
    (hsCode) => inspectedGoods(hsCode).flaws,
  );
  const long = flaws.filter(([code, words]) => !DEFECT_CODES.some((one) => one === code) && words.length > 40);
  expect(flaws.length).toBeGreaterThan(15);
  expect(long).toEqual([]);
});

test("what the demo's inspectors read lies within the tolerances of the points that they pass", () => {
  const random = randomFrom(41);
  const codes = [
    "030633",
    "0306",
    "0709",
    "0810",
    "0713",
    "0409",
    "1512",
    "1302",
    "2603",
    "3902",
    "4001",
    "4011",
    "4407",
    "4408",
    "4412",
    "4411",
    "4703",
  ];
  const more = [
    "5102",
    "5201",
    "5205",
    "5407",
    "6115",
    "6109",
    "6403",
    "3816",
    "6907",
    "6902",
    "8545",
    "7403",
    "7210",
    "7304",
    "7214",
    "8714",
    "9401",
    "8507",
    "8516",
  ];
  const lineOf = (hsCode: string) => ({ hsCode, packageType: "CT", packages: 2_081, netWeightGrams: 20_265_700 });
  for (const point of [...codes, ...more].flatMap((hsCode) => pointsOf([lineOf(hsCode)])))
    for (let read = 0; read < 10; read++)
      expect([point.item, isOutsideTolerance(readingOf(random, point, 100), point.item.tolerance)]).toEqual([
        point.item,
        false,
      ]);
});

test.each([
  [
    "a carton of frozen fish at least what the cargo has",
    "030462",
    "CT",
    2_081,
    20_265_700,
    "≥ 9.73 kg",
    /^9\.\d\d–9\.\d\d kg$/,
  ],
  ["a bag of garlic", "070320", "BG", 1_000, 19_880_000, undefined, /^(19|20)\.\d\d–(19|20)\.\d\d kg$/],
  ["a tyre", "401120", "NE", 230, 16_100_000, undefined, /^(69|70)\.\d–(69|70)\.\d kg$/],
  ["a bale of rubber in its pallet box", "400122", "PX", 18, 20_196_000, undefined, /^3[23]\.\d\d–3[23]\.\d\d kg$/],
  ["a bundle of cathodes", "740311", "BE", 11, 25_000_000, undefined, /^2,?2\d\d–2,?2\d\d kg$/],
])("the weight of %s is what the cargo says", (_, hsCode, packageType, packages, netWeightGrams, tolerance, form) => {
  const points = pointsOf([{ hsCode, packageType, packages, netWeightGrams }]);
  const weight = points.find(
    ({ item }) => item.code === "weight" || ("text" in item && /Net weight/.test(String(item.text))),
  );
  expect(weight?.item.tolerance).toBe(tolerance);
  const random = randomFrom(23);
  for (let read = 0; read < 20; read++) expect(readingOf(random, weight as (typeof points)[number], 1)).toMatch(form);
});

test("figures are written for what is measured, within the limits of the goods and other ones at each visit", () => {
  const random = randomFrom(17);
  const point = { item: { code: "moisture" as const }, measured: [6, 12, 2, 1, "%"] as const };
  const read = Array.from({ length: 40 }, () => readingOf(random, point, 1));
  for (const text of read) {
    const [, from = "", to = ""] = /^([\d.]+)–([\d.]+) %$/.exec(text) ?? [];
    expect(Number(from)).toBeGreaterThanOrEqual(6);
    expect(Number(to)).toBeLessThanOrEqual(12);
  }
  expect(new Set(read).size).toBeGreaterThan(30);
  expect(readingOf(random, { item: { code: "quantity" }, measured: [] }, 12_500)).toBe("12,500 件 · pcs");
});

test.each([
  ["in its own city", 12, 0, 60],
  ["some hours by train away", 400, 350, 500],
  ["a far flight away", 2_000, 1_400, 2_600],
  ["at the other end of the country", 4_000, 2_500, 2_600],
  ["from a town that is not known", null, 300, 400],
])("the travel of an inspector %s costs what it costs there", (_, km, least, most) => {
  const { typical, currency } = travelBand(km);
  expect(currency).toBe("CNY");
  expect(typical).toBeGreaterThanOrEqual(least);
  expect(typical).toBeLessThanOrEqual(most);
});

test("another visit costs the man-days and the travel of the first, and none is priced where nobody is on site", () => {
  const of = (code: string, minor: number) => ({ code, unitPrice: { minor, currency: "CNY" } });
  const charges = [of("MND", 168_000), of("TRV", 40_000), of("RPT", 30_000)];
  const loading = { type: "container_loading", factoryAddress: "Yiwu", date: "2026-12-01", reportLanguage: "en" };
  expect(anotherVisit(charges, { ...loading, containers: 3 })).toEqual([
    { code: "MND", basis: "reinspection", unitPrice: { minor: 376_000, currency: "CNY" } },
  ]);
  expect(anotherVisit(charges, { ...loading, type: "lab_test", labTests: 3 })).toEqual([]);
});

test("whatever was planned, inspectors stay no longer than the man-days that were sold, and as long as they need", () => {
  for (let minutes = 105; minutes <= 4_000; minutes++) {
    const milli = manDaysMilliForMinutes(minutes);
    const inspectors = inspectorsForOneDay(milli);
    for (const more of [1.01, 1.12]) {
      const worked = stayMinutes({ minutes, manDaysMilli: milli }, more) * inspectors;
      expect(worked).toBeLessThanOrEqual(milli * 0.48);
      expect(worked).toBeGreaterThan(minutes - inspectors);
    }
  }
  expect(stayMinutes({ minutes: 1_093, manDaysMilli: 2_500 }, 1.12)).toBe(400);
  expect(stayMinutes({ minutes: null, manDaysMilli: 1_000 }, 1.12)).toBe(480);
});

test("nobody watches a loading that no inspector can come to, or that no container is loaded for", () => {
  const typesOf = (isUnwatched: boolean) => {
    const random = randomFrom(31);
    return Array.from({ length: 40 }, () => inspectionSpec(random, { ...goods, isUnwatched }, "Yiwu").type);
  };
  expect(typesOf(false)).toContain("container_loading");
  expect(typesOf(true)).not.toContain("container_loading");
});
