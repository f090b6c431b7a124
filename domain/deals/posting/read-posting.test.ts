import { wireSpecExample } from "../../services/examples";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FormValues } from "../../shared/form-state";
import { applyIntent, parseIntent, wantedServices } from "./posting-fields";
import { lineCount, lineField } from "./cargo-lines";
import { postingExample } from "../deal-example";
import { sectionOf } from "../../requests/posting-issue";
import { readMeasure } from "./measures";
import { fieldOfDeal, readPosting } from "./read-posting";

const READER = { zone: "Asia/Almaty", direction: "export" } as const;
const read = (changes: FormValues = {}) => readPosting(postingExample(changes), READER);
const problems = (changes: FormValues) =>
  read(changes).issues.map((issue) => `${issue.field} ${"code" in issue ? issue.code : issue.schema.message}`);

describe("reading a posting", () => {
  test("takes what people type to exact units", () => {
    const { deal, bidding, services, issues } = read();
    expect(issues).toEqual([]);
    expect(deal?.goodsValue).toEqual({ minor: 61_400_000n, currency: "CNY" });
    expect(deal?.cargo[0]).toEqual({
      description: "Inverters 10 kW",
      hsCode: "850440",
      packages: 400,
      packageType: "CT",
      grossWeightGrams: 11_200_500,
      volumeCm3: 42_000_000,
      value: { minor: 60_000_000n, currency: "CNY" },
    });
    expect(bidding?.closesAt).toBe(Date.parse("2026-11-28T13:00:00Z"));
    expect(services).toEqual([{ service: "customs", spec: wireSpecExample, unread: new Set() }]);
  });

  test.each<[string, FormValues, string]>([
    ["an amount", { goodsValue: "much" }, "goodsValue amount_malformed"],
    ["a weight", { "cargo[0].grossWeightKg": "heavy" }, "cargo[0].grossWeightKg measure_malformed"],
    ["a weight of two meanings", { "cargo[0].grossWeightKg": "1,250" }, "cargo[0].grossWeightKg measure_ambiguous"],
    [
      "a volume given twice",
      { "cargo[0].lengthCm": "40", "cargo[0].widthCm": "30", "cargo[0].heightCm": "30" },
      "cargo[0].volumeCbm volume_given_twice",
    ],
    ["no volume", { "cargo[0].volumeCbm": "" }, "cargo[0].volumeCbm volume_missing"],
    ["an HS code", { "cargo[0].hsCode": "85" }, "cargo[0].hsCode hs_code_malformed"],
    ["no service", { wanted: [] }, "wanted service_missing"],
    ["a choice not made", { "services.customs.side": "" }, "services.customs.side required"],
    ["a UN number without its class", { "cargo[0].unNumber": "1263" }, "cargo[0].hazardClass required"],
    [
      "a UN number in words",
      { "cargo[0].unNumber": "paint", "cargo[0].hazardClass": "3" },
      "cargo[0].unNumber un_number_malformed",
    ],
    ["a net weight", { "cargo[0].netWeightKg": "light" }, "cargo[0].netWeightKg measure_malformed"],
  ])("shows what is wrong with %s beside its own field", (_, changes, expected) => {
    expect(problems(changes)).toEqual([expected]);
  });

  test("takes what a line says beside its figures", () => {
    const { deal, issues } = read({
      "cargo[0].netWeightKg": "10 900",
      "cargo[0].originCountry": "CN",
      "cargo[0].isStackable": "no",
      "cargo[0].marks": "ALMATY 1/400",
      "cargo[0].unNumber": "3480",
      "cargo[0].hazardClass": "9",
      "cargo[0].packingGroup": "",
    });
    expect(issues).toEqual([]);
    expect(deal?.cargo[0]).toMatchObject({
      netWeightGrams: 10_900_000,
      originCountry: "CN",
      isStackable: false,
      marks: "ALMATY 1/400",
      dangerousGoods: { unNumber: "3480", hazardClass: "9" },
    });
  });

  test("names every empty field of an empty form, and throws at none", () => {
    const { issues } = readPosting({}, READER);
    const fields = issues.map((issue) => issue.field);
    expect(fields).toEqual(
      expect.arrayContaining([
        "title",
        "originId",
        "cargo[0].description",
        "cargo[0].grossWeightKg",
        "wanted",
        "closesAt",
      ]),
    );
    expect(fields.every((field) => field !== "")).toBe(true);
  });

  test("leads every member of the wire form to a field of the form", () => {
    expect(fieldOfDeal(["cargo", 3, "dimensionsMm", "length"])).toBe("cargo[3].lengthCm");
    expect(fieldOfDeal(["cargo", 3, "dimensionsMm"])).toBe("cargo[3].lengthCm");
    expect(fieldOfDeal(["cargo", 3, "netWeightGrams"])).toBe("cargo[3].netWeightKg");
    expect(fieldOfDeal(["cargo", 3, "dangerousGoods", "packingGroup"])).toBe("cargo[3].packingGroup");
    expect(fieldOfDeal(["incoterm", "rule"])).toBe("incotermRule");
    expect(fieldOfDeal(["direction"])).toBe("destinationId");
  });

  test("takes any text without throwing", () => {
    const names = Object.keys(postingExample());
    const hostile = fc.dictionary(
      fc.constantFrom(...names, "cargo[49].hsCode", "cargo[9999].value", "__proto__"),
      fc.string({ unit: "binary", maxLength: 300 }),
    );
    fc.assert(
      fc.property(hostile, (values) => Array.isArray(readPosting(values, READER).issues)),
      { numRuns: 40 },
    );
  });
});

describe("a typed measure", () => {
  test.each([
    ["12 000", 12_000_000],
    ["12,000.5", 12_000_500],
    ["12.000,5", 12_000_500],
    ["1,250,000", 1_250_000_000],
    ["0,125", 125],
    ["0.125", 125],
    ["1.250", 1250],
    ["12,5", 12_500],
    ["１２", 12_000],
  ])("reads %j kg as %d g", (text, grams) => {
    expect(readMeasure(text, 3)).toEqual({ ok: true, value: grams });
  });

  test.each([
    ["1,250", "measure_ambiguous"],
    ["0.1234", "measure_too_precise"],
    ["-5", "measure_malformed"],
    ["1.2.3", "measure_malformed"],
    ["1e3", "measure_malformed"],
    ["9".repeat(40), "measure_too_large"],
  ])("refuses %j with %s", (text, code) => {
    const result = readMeasure(text, 3);
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });

  test("any number of grams, written in kilograms, is read back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 45 }), (grams) => {
        const text = `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, "0")}`;
        expect(readMeasure(text, 3)).toEqual({ ok: true, value: grams });
      }),
    );
  });
});

describe("the buttons of the form", () => {
  const lines = (values: FormValues) =>
    Array.from({ length: lineCount(values) }, (_, line) => values[lineField(line, "description")] ?? "");
  const three = postingExample({ "cargo[1].description": "Rails", "cargo[2].description": "Cables" });

  test("adding a line keeps all others", () => {
    expect(lines(applyIntent(three, { kind: "add-line" }))).toEqual(["Inverters 10 kW", "Rails", "Cables", ""]);
  });

  test("removing a line closes the gap", () => {
    expect(lines(applyIntent(three, { kind: "remove-line", line: 0 }))).toEqual(["Rails", "Cables"]);
    expect(lines(applyIntent(three, { kind: "remove-line", line: 1 }))).toEqual(["Inverters 10 kW", "Cables"]);
  });

  const asked = {
    ...three,
    "services.inspection.products[0].name": "Lamp",
    "services.inspection.products[1].name": "Shade",
    "services.inspection.remarks": "Fragile",
  };
  const products = (values: FormValues) =>
    Object.entries(values).filter(([name]) => name.startsWith("services.inspection.products"));

  test("a row is added to a service's list, and taken away again, without touching another field", () => {
    const longer = applyIntent(asked, parseIntent("add-row:services.inspection.products"));
    expect(products(longer).map(([, value]) => value)).toEqual(["Lamp", "Shade", ""]);
    expect(applyIntent(longer, parseIntent("remove-row:services.inspection.products[2]"))).toEqual(asked);
    const shorter = applyIntent(asked, parseIntent("remove-row:services.inspection.products[0]"));
    expect(products(shorter)).toEqual([["services.inspection.products[0].name", "Shade"]]);
    expect({ ...shorter, ...asked }).toEqual(asked);
  });

  test.each([
    "add-row:services.inspection.remarks",
    "add-row:services.magic.products",
    "add-row:cargo",
    "add-row:services.inspection.products[0].name",
    "remove-row:services.inspection.products",
    "remove-row:services.inspection.remarks[0]",
    "remove-row:title[0]",
    "remove-row:services.inspection.products[9]",
  ])("%s is no row of a list, and changes nothing", (text) => {
    expect(applyIntent(asked, parseIntent(text))).toEqual(asked);
  });

  test("a list grows no longer than its kind allows", () => {
    const full = { ...three, "services.inspection.products[39].name": "Last" };
    expect(applyIntent(full, parseIntent("add-row:services.inspection.products"))).toEqual(full);
  });

  test("what is asked for to be shown changes nothing, and only a service of ours is shown", () => {
    expect(parseIntent("show-service:payment")).toEqual({ kind: "show-service", service: "payment" });
    expect(parseIntent("show-service:storage")).toEqual({ kind: "save" });
    for (const text of ["show-service:payment", "show-providers"])
      expect(applyIntent(three, parseIntent(text))).toEqual(three);
  });

  test("no button loses a field of another part", () => {
    const intents = fc.oneof(
      fc.constantFrom(
        "save",
        "autosave",
        "add-line",
        "show-ways",
        "show-providers",
        "check",
        "nonsense",
        "remove-line:99",
      ),
      fc.nat({ max: 2 }).map((line) => `remove-line:${line}`),
    );
    fc.assert(
      fc.property(intents, (text) => {
        const after = applyIntent(three, parseIntent(text));
        for (const [name, value] of Object.entries(three))
          if (!name.startsWith("cargo")) expect(after[name]).toBe(value);
      }),
    );
  });

  test("a code is taken into its own line, and asking for one changes nothing", () => {
    const two = postingExample({ "cargo[1].description": "Second" });
    expect(applyIntent(two, parseIntent("take-code:1:850440"))).toEqual({ ...two, "cargo[1].hsCode": "850440" });
    expect(applyIntent(two, parseIntent("find-code:1"))).toEqual(two);
  });

  test.each([
    "take-code:9:850440",
    "take-code:1:85044x",
    "take-code:1:85044090001",
    "take-code:x:850440",
    "take-code:1",
    "take-code:1:8504",
    "narrow-code:1:8504",
  ])("%s takes nothing", (text) => {
    const two = postingExample({ "cargo[1].description": "Second" });
    expect(applyIntent(two, parseIntent(text))).toEqual(two);
  });

  test("there are never more than fifty lines, and always one to begin with", () => {
    const fifty = postingExample({ "cargo[49].description": "Last" });
    expect(lineCount(applyIntent(fifty, { kind: "add-line" }))).toBe(50);
    expect(lineCount({ "cargo[9999].description": "x" })).toBe(50);
    expect(lineCount({})).toBe(1);
  });

  test("taking a suggestion names one field, and brings no value: that is the draft's", () => {
    expect(parseIntent("take:cargo[0].hsCode")).toEqual({ kind: "take", field: "cargo[0].hsCode" });
    for (const other of ["take", "take:", `take:${"x".repeat(121)}`])
      expect(parseIntent(other)).toEqual({ kind: "save" });
    expect(applyIntent(three, parseIntent("take:originId"))).toEqual(three);
  });

  test("a hub is taken from the ways shown", () => {
    expect(applyIntent(three, parseIntent("take-hub:horgos")).hubId).toBe("horgos");
  });
});

test("ticked services come in the order of every screen, unknown ones not at all", () => {
  expect(wantedServices({ wanted: ["inspection", "magic", "logistics"] })).toEqual(["logistics", "inspection"]);
});

test.each([
  ["title", "route"],
  ["cargo[2].value", "cargo"],
  ["services.customs.side", "services"],
  ["decideBy", "bidding"],
])("the field %s stands in %s", (field, section) => {
  expect(sectionOf(field)).toBe(section);
});

test.each([
  ["take-place:originId:CN-1886760", { kind: "take-place", field: "originId", placeId: "CN-1886760" }],
  ["take-place:title:CN-1886760", { kind: "save" }],
  [
    "take-entry:services.inspection.manufacturer:01abc",
    {
      ...{ kind: "take-entry", field: "services.inspection.manufacturer", entryId: "01abc" },
    },
  ],
  ["take-entry:title:01abc", { kind: "save" }],
])("a button takes what belongs to its field alone: %s", (text, intent) => {
  expect(parseIntent(text)).toEqual(intent);
});

test("a place that was meant takes the place of the words, and all else stays as typed", () => {
  const values = { originId: "Suzhou", title: "Silk" };
  expect(applyIntent(values, parseIntent("take-place:originId:CN-1886760"))).toEqual({
    ...values,
    originId: "CN-1886760",
  });
});
