import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { customsFields } from "./customs/spec";
import { customsTermsFields } from "./customs/terms";
import { inspectionFields } from "./inspection/spec";
import { inspectionTermsFields } from "./inspection/terms";
import { logisticsFields } from "./logistics/spec";
import { logisticsTermsFields } from "./logistics/terms";
import { paymentFields } from "./payment/spec";
import { paymentTermsFields } from "./payment/terms";
import {
  type TypeOfList,
  type MemberList,
  answer,
  choice,
  choicesIn,
  country,
  day,
  dayOrTime,
  days,
  degrees,
  flag,
  formOf,
  group,
  ids,
  leavesOf,
  list,
  money,
  number,
  own,
  requiredBy,
  rows,
  text,
  thousandths,
  time,
} from "./member-list";
import { schemaOf } from "./list-schema";

const FIELDS = [
  choice("grade", { values: ["fresh", "frozen"], words: "room.grade", isRequired: true }, "How it is kept"),
  choice("limit", { values: [0, 1.5], refusal: "limit_unknown" }),
  text("mark", { max: 5 }),
  list("colours", { values: ["red", "blue"], words: "room.colour" }),
  list("papers", { values: ["invoice"], isNeverEmpty: true }),
  ids("hubs", { max: 2 }),
  country("from", {}),
  number("pieces", { min: 1, max: 9 }),
  money("paid", { isPositive: true }),
  money("price", {}),
  day("on", {}),
  dayOrTime("since", {}),
  answer("isCold", {}),
  flag("isUrgent", {}),
  thousandths("weightMilli", { min: 1, max: 2_000 }),
  days("daysOff", { max: 2 }),
  time("until", {}),
  flag("isTrue", { mustBeTicked: true }),
  text("rate", { max: 9 }),
  rows("lines", { max: 2 }, [
    text("name", { max: 3, isRequired: true }),
    choice("size", { values: ["s", "m"], words: "room.size" }),
  ]),
  group("place", {}, [
    degrees("latE6", { most: 90, isRequired: true, field: "placeLat" }),
    text("gate", { max: 5, field: "placeGate" }),
  ]),
  own<"seals", Readonly<Record<string, number>>>("seals", {}),
] as const;

const schema = schemaOf(FIELDS, { seals: z.record(z.string(), z.int()), rate: z.literal("1.5") });
const usd = (minor: number) => ({ minor, currency: "USD" });

const refusalsOf = (spec: object): string[] =>
  (schema.safeParse({ grade: "fresh", ...spec }).error?.issues ?? []).map(({ path }) => path.join("."));

describe("the schema of a list", () => {
  test.each([
    [{ limit: 1.5 }, { limit: 1 }, "limit"],
    [{ mark: "12345" }, { mark: "123456" }, "mark"],
    [{ colours: [] }, { colours: ["red", "red"] }, "colours"],
    [{ papers: ["invoice"] }, { papers: [] }, "papers"],
    [{ hubs: ["a", "b"] }, { hubs: ["a", "b", "c"] }, "hubs"],
    [{ from: "KZ" }, { from: "kz" }, "from"],
    [{ pieces: 9 }, { pieces: 10 }, "pieces"],
    [{ paid: usd(1) }, { paid: usd(0) }, "paid"],
    [{ price: usd(0) }, { price: usd(-1) }, "price"],
    [{ on: "2026-11-30" }, { on: "2026-11-31" }, "on"],
    [{ since: "2026-11-30T08:00:00+08:00" }, { since: "2026-11-30T08:00" }, "since"],
    [{ isCold: false }, { isCold: "no" }, "isCold"],
    [{ isUrgent: true }, { isUrgent: "on" }, "isUrgent"],
    [{ weightMilli: 2_000 }, { weightMilli: 2_001 }, "weightMilli"],
    [{ daysOff: ["2026-11-30"] }, { daysOff: ["2026-11-30", "2026-11-30"] }, "daysOff"],
    [{ until: "2026-11-30T08:00:00Z" }, { until: "2026-11-30" }, "until"],
    [{ rate: "1.5" }, { rate: "2" }, "rate"],
    [{ lines: [{ name: "a" }] }, { lines: [{ size: "s" }] }, "lines.0.name"],
    [{ lines: [{ name: "a" }, { name: "b" }] }, { lines: [] }, "lines"],
    [{ place: { latE6: -90_000_000 } }, { place: { latE6: 90_000_001 } }, "place.latE6"],
    [{ place: { latE6: 1, gate: "A" } }, { place: { gate: "A" } }, "place.latE6"],
    [{ seals: { a: 1 } }, { seals: { a: "1" } }, "seals.a"],
    [{}, { grade: "dried" }, "grade"],
    [{}, { colour: "red" }, ""],
  ])("takes %j and refuses %j", (good, bad, path) => {
    expect(refusalsOf(good)).toEqual([]);
    expect(refusalsOf(bad)).toEqual([path]);
  });

  test("asks for what is required and says so of another value by the code of its list", () => {
    expect(schema.safeParse({}).error?.issues.map(({ path }) => path)).toEqual([["grade"]]);
    expect(schema.safeParse({ grade: "fresh", limit: 1 }).error?.issues[0]?.message).toBe("limit_unknown");
  });

  test("tells programs what the list says of a member", () => {
    const { properties } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    expect(properties?.grade).toMatchObject({ enum: ["fresh", "frozen"], description: "How it is kept" });
  });

  test("has the type that the list says", () => {
    const spec = schema.parse({ grade: "fresh", lines: [{ name: "a" }] });
    expectTypeOf(spec).toEqualTypeOf<TypeOfList<typeof FIELDS>>();
    expectTypeOf(spec.grade).toEqualTypeOf<"fresh" | "frozen">();
    expectTypeOf(spec.limit).toEqualTypeOf<0 | 1.5 | undefined>();
    expectTypeOf(spec.place?.latE6).toEqualTypeOf<number | undefined>();
    expect(spec.lines?.[0]?.name).toBe("a");
  });
});

test("a form has a field for every member, under its own name or the one that its list gives", () => {
  const fields = formOf(FIELDS);
  expect(fields.map(({ path, as }) => `${path} ${as}`)).toEqual([
    ...["grade text", "limit number", "mark text", "colours list", "papers list", "hubs list", "from text"],
    ...["pieces number", "paid money", "price money", "on text", "since text", "isCold answer", "isUrgent flag"],
    ...["weightMilli thousandths", "daysOff list", "until time", "isTrue flag", "rate text"],
    ...["lines rows", "place.latE6 degrees", "place.gate text"],
  ]);
  expect(fields.find(({ path }) => path === "paid")).toMatchObject({ currencyName: "paidCurrency" });
  expect(fields.find(({ path }) => path === "place.latE6")).toMatchObject({ name: "placeLat" });
  expect(fields.find(({ path }) => path === "isTrue")).toMatchObject({ mustBeTicked: true });
  expect(fields.find(({ path }) => path === "lines")).toMatchObject({
    rowsMax: 2,
    rowFields: [
      { name: "name", path: "name", as: "text" },
      { name: "size", path: "size", as: "text" },
    ],
  });
});

test("a member that its schema does not know and nobody gives one for is a fault of the list", () => {
  expect(() => schemaOf(FIELDS)).toThrow("seals has no schema");
});

test("a member of a group is asked for once another one of it is given", () => {
  const dueOf = (given: readonly string[]) =>
    requiredBy(FIELDS)
      .filter(({ isDue }) => isDue((path) => (given.includes(path) ? 1 : undefined), {}))
      .map(({ path }) => path);
  expect(dueOf([])).toEqual(["grade"]);
  expect(dueOf(["place.gate"])).toEqual(["grade", "place.latE6"]);
});

test("the words of choices are found by the path of their member", () => {
  expect(choicesIn(FIELDS)).toEqual({
    grade: "room.grade",
    colours: "room.colour",
    from: "services.country",
    "lines.size": "room.size",
  });
});

const LISTS: Readonly<Record<string, MemberList>> = {
  logistics: logisticsFields,
  "terms of logistics": logisticsTermsFields,
  payment: paymentFields,
  "terms of payment": paymentTermsFields,
  customs: customsFields,
  "terms of customs": customsTermsFields,
  inspection: inspectionFields,
  "terms of inspection": inspectionTermsFields,
};

describe.each(Object.entries(LISTS))("the list of %s", (_, fields) => {
  const leaves = leavesOf(fields).map(({ entry }) => entry);

  test("gives each field a name of its own", () => {
    const names = leaves.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test("numbers the boxes of the view from 1 without a gap, each once", () => {
    const boxes = [...fields, ...fields.flatMap((one) => (one.as === "group" ? one.entries : []))];
    const numbers = boxes.flatMap(({ box }) => box ?? []).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_number, at) => at + 1));
  });

  test("keeps the fields of a fold together", () => {
    const folds = leaves.map(({ fold }) => fold).filter((fold, at, all) => fold !== all[at - 1] && fold !== undefined);
    expect(folds).toEqual([...new Set(folds)]);
  });
});
