import { describe, expect, test } from "vitest";
import type { FormField } from "../services/form-field";
import { amendFieldOf, amendFormOf, keepUnfielded, readAmendForm } from "./amend-form";
import { kindOf } from "../services/registry";
import { instant } from "../shared/time";
import { differenceOf } from "./amendment";

const FIELDS: readonly FormField[] = [
  { name: "side", path: "side", as: "text" },
  { name: "min", path: "temperature.minC", as: "number" },
  { name: "q1", path: "lines.1.piece", as: "number" },
];

test.each<[string, unknown, unknown, unknown]>([
  ["a member without a field stays", { side: "export", hidden: 1 }, { side: "import" }, { side: "import", hidden: 1 }],
  ["a member with a field goes when it is emptied", { side: "export" }, {}, {}],
  [
    "a time of day stays where a field of days is empty",
    { side: "2026-11-20T08:00:00Z" },
    {},
    { side: "2026-11-20T08:00:00Z" },
  ],
  ["and goes where a day is typed", { side: "2026-11-20T08:00:00Z" }, { side: "2026-11-21" }, { side: "2026-11-21" }],
  ["and one within a member, with the member that is empty then", { temperature: { minC: 2 } }, {}, {}],
  [
    "beside a field within a member, what has none stays",
    { lines: { 1: { piece: 5 }, 9: { piece: 7 } } },
    { lines: { 1: { piece: 6 } } },
    { lines: { 1: { piece: 6 }, 9: { piece: 7 } } },
  ],
])("%s", (_, stored, typed, expected) => {
  expect(keepUnfielded(stored, typed, FIELDS)).toEqual(expected);
});

const ZONE = "Asia/Almaty";

// With seconds, which a field of a clock time does not show.
const REQUEST = {
  service: "inspection",
  spec: {
    type: "pre_shipment",
    factoryAddress: "Yiwu",
    date: "2026-12-01",
    level: "II",
    aql: { critical: 0, major: 2.5, minor: 4 },
    products: [{ name: "Lamp", quantity: 100 }],
    siteTests: ["carton_drop"],
  },
  closesAt: instant(Date.parse("2026-11-27T10:00:07.123Z")),
  decideBy: instant(Date.parse("2026-11-29T10:00:07.123Z")),
} as const;

const read = (change: object = {}) => readAmendForm(REQUEST, { ...amendFormOf(REQUEST, ZONE), ...change });

describe("the form of an amendment", () => {
  test("reads back what it shows, so that who sends it untouched changes nothing", () => {
    expect(kindOf(REQUEST.service).specSchema.safeParse(REQUEST.spec).success).toBe(true);
    const { spec, closesAt, decideBy, issues } = read();
    expect(issues).toEqual([]);
    expect(differenceOf(REQUEST.spec, spec)).toEqual([]);
    expect([closesAt, decideBy]).toEqual([undefined, undefined]);
  });

  test("reads a clock time in the zone that it was typed in", () => {
    expect(read({ closesAt: "2026-11-28T15:00" }).closesAt).toBe(Date.parse("2026-11-28T10:00:00Z"));
  });

  test("a row that is emptied goes, one that is filled comes", () => {
    const { spec } = read({
      "spec.products[0].quantity": "200",
      "spec.products[1].name": "Fan",
      "spec.products[1].quantity": "5",
    });
    expect(spec).toMatchObject({
      products: [
        { name: "Lamp", quantity: 200 },
        { name: "Fan", quantity: 5 },
      ],
    });
  });

  test.each([
    ["a time that is none", { closesAt: "soon" }, "closesAt"],
    ["a time that is missing", { decideBy: "" }, "decideBy"],
    ["a choice that is missing", { "spec.type": "" }, "spec.type"],
    ["a number that is none", { "spec.products[0].quantity": "many" }, "spec.products[0].quantity"],
    ["a reason that names a way past the market", { reason: "write to me: a@b.cn" }, "reason"],
    ["a reason without end", { reason: "x".repeat(501) }, "reason"],
  ])("%s is told at its field", (_, change, field) => {
    expect(read(change).issues.map((issue) => issue.field)).toEqual([field]);
  });

  test("a member of the wire form is told at the field that it is typed into", () => {
    expect(amendFieldOf("inspection", "spec.aql.major", {})).toBe("spec.aqlMajor");
    expect(amendFieldOf("inspection", "closesAt", {})).toBe("closesAt");
  });

  test("what the deal says has no field of its own, so that its fault is told of the whole form", () => {
    expect(amendFieldOf("customs", "deal.goodsValue", {})).toBe("spec.");
  });
});
