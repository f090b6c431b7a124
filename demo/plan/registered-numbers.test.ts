import { expect, test } from "vitest";
import { declarationNumber } from "@/domain/clearance/declaration-number";
import { type Instant, parseIso } from "@/domain/shared/time";
import { hubIdOf, type Mode } from "@/domain/hubs/place";
import { readReference } from "@/db/reference/read-reference";
import { randomFrom } from "./random";
import type { DemoOrganisation } from "./market-data";
import { declarationNumberOf, payeeOf } from "./registered-numbers";

const at = parseIso("2026-07-06T04:00:00Z") as Instant;
const MOVEMENT = { hubId: "mohan", mode: "road" as Mode, originId: "CNKMG", destinationId: "THBKK" };
const numberOf = (country: string, side: "export" | "import", movement = MOVEMENT) =>
  declarationNumberOf(randomFrom(3), country, { side, movement, at });

test.each([
  ["CN", /^86122026[01]\d{9}$/],
  ["TH", /^A021[01]6907\d{5}$/],
  ["VN", /^[13]0\d{10}$/],
  ["UZ", /^260706\d{6}$/],
])("a declaration of %s has a number of its customs, which begins with no country", (country, form) => {
  for (const side of ["export", "import"] as const) {
    const number = numberOf(country, side);
    expect(number).toMatch(form);
    expect(declarationNumber({ country, side, filedAt: at }, number)).toEqual({ ok: true, value: number });
  }
});

test.each(["CN", "VN"])("what is declared later in a year has the larger number of %s", (country) => {
  const times = ["2026-01-01T00:00:00Z", "2026-02-28T09:12:00Z", "2026-02-28T09:12:09Z", "2026-12-31T15:59:00Z"];
  const numbers = times.map((time, seed) =>
    declarationNumberOf(randomFrom(times.length - seed), country, {
      ...{ side: "import", movement: MOVEMENT },
      at: parseIso(time) as Instant,
    }),
  );
  expect(numbers).toEqual(numbers.toSorted());
  expect(new Set(numbers.map((number) => number.length)).size).toBe(1);
});

test.each([
  ["export", "sea", { hubId: "CNTAO", originId: "RUVYP", destinationId: "CNTAO" }, "10702070"],
  ["import", "sea", { hubId: "CNTAO", originId: "CNTAO", destinationId: "RUNVS" }, "10323010"],
  ["import", "sea", { hubId: "CNTAO", originId: "CNTAO", destinationId: "RUMOW" }, "10131010"],
  ["import", "rail", { hubId: "manzhouli", originId: "CNZGZ", destinationId: "RULED" }, "10228010"],
  ["import", "rail", { hubId: "manzhouli", originId: "CNZGZ", destinationId: "RUOVB" }, "10720010"],
  ["export", "road", { hubId: "suifenhe", originId: "RUVVO", destinationId: "CNHRN" }, "10720010"],
] as const)("a Russian %s by %s is declared at the centre of its port or its region", (side, mode, ends, office) => {
  expect(numberOf("RU", side, { ...ends, mode })).toMatch(new RegExp(`^${office}/060726/5\\d{6}$`));
});

test.each([
  ["pingxiang", "7220", "7208"],
  ["suifenhe", "1925", "1902"],
  ["manzhouli", "0603", "0609"],
  ["erenhot", "0705", "0702"],
  ["horgos", "9402", "9402"],
])("at %s trucks are declared at the office %s and trains at %s", (hubId, road, rail) => {
  const office = (mode: Mode) => numberOf("CN", "export", { ...MOVEMENT, hubId, mode }).slice(0, 4);
  expect([office("road"), office("rail")]).toEqual([road, rail]);
});

test.each([
  ["horgos", "road", "57505"],
  ["horgos", "rail", "57507"],
  ["alashankou", "rail", "55300"],
  ["CNURC-AIR", "air", "55302"],
] as const)("goods for Kazakhstan by %s and %s are declared at the post %s", (hubId, mode, post) => {
  expect(numberOf("KZ", "import", { ...MOVEMENT, hubId, mode })).toMatch(new RegExp(`^${post}/060726/0\\d{6}$`));
});

test.each([
  ["CNHRB-AIR", "air", "1924"],
  ["CNURC-AIR", "air", "9417"],
  ["CNNSA", "sea", "5166"],
] as const)("what leaves by %s is declared at its own office of the table", (hubId, mode, office) => {
  expect(numberOf("CN", "export", { ...MOVEMENT, hubId, mode })).toMatch(new RegExp(`^${office}2026`));
});

test("every hub and gateway declares at an office of its own and never at a whole district", () => {
  const ids = readReference().places.flatMap((place) => hubIdOf(place) ?? []);
  const offices = ids.map((hubId) => numberOf("CN", "export", { ...MOVEMENT, hubId }).slice(0, 4));
  expect(offices.filter((office) => office.endsWith("00"))).toEqual([]);
});

test("Thailand's number says whether goods leave or come in", () => {
  expect([numberOf("TH", "export")[4], numberOf("TH", "import")[4]]).toEqual(["1", "0"]);
});

test.each([
  ["CN", "CNY", /^\d{19}$/],
  ["KZ", "KZT", /^KZ\d{2}722C\d{12}$/],
  ["RU", "RUB", /^40702810\d{12}$/],
  ["VN", "VND", /^\d{13}$/],
  ["UZ", "UZS", /^20208000\d{12}$/],
  ["UZ", "USD", /^20208840\d{12}$/],
  ["KG", "KGS", /^\d{16}$/],
  ["TH", "THB", /^\d{10}$/],
  ["MN", "USD", /^\d{10}$/],
] as const)("a payee of %s has an account in %s as its banks number them", (country, currency, form) => {
  const seller = { country, name: { own: "A", latin: "A" }, registration: { number: "7701234567" } };
  expect(payeeOf(seller as unknown as DemoOrganisation, currency).payee.account).toMatch(form);
});
