import { describe, expect, test } from "vitest";
import type { Mode } from "../../hubs/place";
import type { LocalDate } from "../../shared/time";
import { checkDeal } from "./check-deal";
import { dealExample, type WireDeal } from "../deal-example";
import { dealSchema } from "../deal-schema";

const place = (country: string, nameEn = "", nameZh = "") => ({
  ...{ id: nameEn, country, nameEn, nameZh },
  modes: ["road"] as Mode[],
});

const CHINA_TO_KAZAKHSTAN = {
  origin: place("CN", "Yiwu", "义乌"),
  destination: place("KZ", "Almaty", "阿拉木图"),
  today: "2026-11-24" as LocalDate,
  subheadings: new Set(["850440", "761090", "271019", "930200", "391590", "850760", "871160"]),
};

const codes = (changes: Partial<WireDeal>, referenceData = CHINA_TO_KAZAKHSTAN) =>
  checkDeal(dealSchema.parse(dealExample(changes)), referenceData).map(
    ({ code, details }) => `${code} ${details?.field}`,
  );

const [first, second] = dealExample().cargo as [WireDeal["cargo"][number], WireDeal["cargo"][number]];

test("a sound deal breaks no rule", () => {
  expect(codes({})).toEqual([]);
});

test.each<[string, Partial<WireDeal>, string]>([
  ["a direction that the ends contradict", { direction: "import" }, "direction_mismatch direction"],
  [
    "an Incoterm of the sea on the road",
    { incoterm: { rule: "FOB", place: "Yiwu" } },
    "incoterm_not_for_mode incoterm.rule",
  ],
  ["a truck whose goods come by train", { inlandMode: "rail" }, "inland_mode_not_for_mode inlandMode"],
  ["goods that were ready yesterday", { readyDate: "2026-11-23" }, "ready_date_past readyDate"],
  ["goods that will be ready after two years", { readyDate: "2028-11-24" }, "ready_date_too_far readyDate"],
  [
    "lines worth more than the goods",
    { goodsValue: { minor: 59_999_999, currency: "CNY" } },
    "cargo_value_above_goods goodsValue",
  ],
  [
    "a line valued in another currency",
    { cargo: [first, { ...second, value: { minor: 1, currency: "USD" } }] },
    "value_in_another_currency cargo[1].value",
  ],
  [
    "a carton of 200 t",
    { cargo: [{ ...first, packages: 1, grossWeightGrams: 200_000_000 }] },
    "package_too_heavy cargo[0].grossWeightGrams",
  ],
  ["goods denser than osmium", { cargo: [{ ...first, volumeCm3: 400_000 }] }, "density_implausible cargo[0].volumeCm3"],
  [
    "goods lighter than foam",
    { cargo: [{ ...second, grossWeightGrams: 500 }] },
    "density_implausible cargo[0].dimensionsMm",
  ],
  ["a telephone number in the title", { title: "Lamps, call 13857912345" }, "contact_in_text title"],
  [
    "an address for mail among the goods",
    { cargo: [first, { ...second, description: "Cables, ask lin@example.cn" }] },
    "contact_in_text cargo[1].description",
  ],
  [
    "goods heavier than with their packaging",
    { cargo: [{ ...first, netWeightGrams: first.grossWeightGrams + 1 }] },
    "net_above_gross cargo[0].netWeightGrams",
  ],
  ["arms", { cargo: [first, { ...second, hsCode: "930200" }] }, "arms_hs93 cargo[1].hsCode"],
  [
    "goods made in North Korea",
    { cargo: [{ ...first, originCountry: "KP" }] },
    "embargoed_country cargo[0].originCountry",
  ],
  [
    "a packing group of gases",
    { cargo: [first, { ...second, dangerousGoods: { unNumber: "1950", hazardClass: "2.1", packingGroup: "II" } }] },
    "packing_group_not_of_class cargo[1].dangerousGoods.packingGroup",
  ],
  [
    "lithium batteries as a flammable liquid",
    { cargo: [first, { ...second, dangerousGoods: { unNumber: "3480", hazardClass: "3" } }] },
    "dg_class_mismatch cargo[1].dangerousGoods.hazardClass",
  ],
  [
    "a packing group that alcohol does not have",
    { cargo: [{ ...first, dangerousGoods: { unNumber: "1170", hazardClass: "3", packingGroup: "I" } }] },
    "packing_group_not_of_number cargo[0].dangerousGoods.packingGroup",
  ],
  [
    "a packing group of batteries, which have none",
    { cargo: [{ ...first, dangerousGoods: { unNumber: "3480", hazardClass: "9", packingGroup: "II" } }] },
    "packing_group_not_of_number cargo[0].dangerousGoods.packingGroup",
  ],
  [
    "lithium cells that say nothing of dangerous goods",
    { cargo: [{ ...first, hsCode: "850760" }] },
    "dg_answer_missing cargo[0].dangerousGoods.unNumber",
  ],
  [
    "electric scooters under the number of cells",
    { cargo: [{ ...first, hsCode: "871160", dangerousGoods: { unNumber: "3480", hazardClass: "9" } }] },
    "dg_answer_missing cargo[0].dangerousGoods.unNumber",
  ],
  [
    "goods described as lithium batteries",
    { cargo: [{ ...first, description: "Storage cabinet with lithium battery packs" }] },
    "dg_answer_missing cargo[0].dangerousGoods.unNumber",
  ],
])("refuses %s", (_, changes, expected) => {
  expect(codes(changes)).toEqual([expected]);
});

test.each([
  ["goods without packaging, whose net weight is their gross weight", { netWeightGrams: first.grossWeightGrams }],
  ["paint of a packing group", { dangerousGoods: { unNumber: "1263", hazardClass: "3", packingGroup: "II" } }],
  ["lithium cells under their number", { hsCode: "850760", dangerousGoods: { unNumber: "3480", hazardClass: "9" } }],
  ["electric scooters", { hsCode: "871160", dangerousGoods: { unNumber: "3556", hazardClass: "9" } }],
  ["non-flammable aerosols", { dangerousGoods: { unNumber: "1950", hazardClass: "2.2" } }],
  ["a number that the table lacks", { dangerousGoods: { unNumber: "2025", hazardClass: "6.1", packingGroup: "II" } }],
] as const)("takes %s", (_, changes) => {
  expect(codes({ cargo: [{ ...first, ...changes }] })).toEqual([]);
});

test.each(["999999", "850499", "980100", "8504990000"])(
  "refuses the HS code %s, whose six digits are none",
  (hsCode) => {
    expect(codes({ cargo: [first, { ...second, hsCode }] })).toEqual(["hs_not_in_hs2022 cargo[1].hsCode"]);
  },
);

test.each(["origin", "destination"] as const)("refuses an %s in North Korea", (end) => {
  const other = end === "origin" ? "destination" : "origin";
  const referenceData = { ...CHINA_TO_KAZAKHSTAN, [end]: place("KP"), [other]: place("CN") };
  const direction = end === "origin" ? "import" : "export";
  expect(codes({ direction }, referenceData)).toEqual([`embargoed_country ${end}Id`]);
});

test("refuses plastic waste on its way into China, and into no other country", () => {
  const waste = { cargo: [{ ...first, hsCode: "391590" }] };
  const intoChina = { ...CHINA_TO_KAZAKHSTAN, origin: place("VN"), destination: place("CN") };
  expect(codes({ ...waste, direction: "import" }, intoChina)).toEqual(["waste_import_ban cargo[0].hsCode"]);
  expect(codes(waste)).toEqual([]);
});

test("refuses a sea rule that names a town inland, at the place, and takes it with the port", () => {
  const toCatLai = {
    ...CHINA_TO_KAZAKHSTAN,
    destination: { ...place("VN", "Cat Lai", "吉莱"), modes: ["sea"] as Mode[] },
  };
  const ofSea = (place: string) => codes({ mode: "sea", incoterm: { rule: "FOB", place } }, toCatLai);
  expect(ofSea("Yiwu")).toEqual(["incoterm_place_not_port incoterm.place"]);
  expect(ofSea("Ningbo")).toEqual([]);
});

test("refuses two ends on one side of the border", () => {
  const inChina = { ...CHINA_TO_KAZAKHSTAN, destination: place("CN") };
  expect(codes({}, inChina)).toEqual(["not_across_china_border destinationId"]);
});

test.each([
  ["today", "2026-11-24"],
  ["two years from now", "2028-11-23"],
])("takes goods that are ready %s", (_, readyDate) => {
  expect(codes({ readyDate })).toEqual([]);
});

test("takes bulk of any weight, for it is not counted by the package", () => {
  const grain = {
    ...first,
    packageType: "VR" as const,
    packages: 1,
    grossWeightGrams: 300_000_000,
    volumeCm3: 400_000_000,
  };
  expect(codes({ cargo: [grain] })).toEqual([]);
});

describe("the wire form", () => {
  const malformed = (changes: object) => {
    const parsed = dealSchema.safeParse({ ...dealExample(), ...changes });
    return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  };

  test("brings an HS code to its digits", () => {
    expect(dealSchema.parse(dealExample({ cargo: [{ ...first, hsCode: "8504.40 90" }] })).cargo[0]?.hsCode).toBe(
      "85044090",
    );
  });

  test.each([
    ["a line without a volume", { cargo: [{ ...first, volumeCm3: undefined }] }, "cargo.0.volumeCm3 volume_missing"],
    [
      "a line with two volumes",
      { cargo: [{ ...second, volumeCm3: 1_000_000 }] },
      "cargo.0.volumeCm3 volume_given_twice",
    ],
    ["a chapter that is not there", { cargo: [{ ...first, hsCode: "771234" }] }, "cargo.0.hsCode hs_code_malformed"],
    ["goods of no value", { goodsValue: { minor: 0, currency: "CNY" } }, "goodsValue amount_not_positive"],
    ["a title that turns the line around", { title: "abc\u202Edef" }, "title control_characters"],
  ])("refuses %s", (_, changes, expected) => {
    expect(malformed(changes)).toEqual([expected]);
  });

  test.each([
    ["no cargo", { cargo: [] }],
    ["51 lines", { cargo: Array.from({ length: 51 }, () => first) }],
    ["half a package", { cargo: [{ ...first, packages: 1.5 }] }],
    ["more grams than add up exactly", { cargo: [{ ...first, grossWeightGrams: Number.MAX_SAFE_INTEGER }] }],
    ["a member nobody knows", { surprise: true }],
    ["a UN number without its class", { cargo: [{ ...first, dangerousGoods: { unNumber: "1263" } }] }],
    ["a class without its UN number", { cargo: [{ ...first, dangerousGoods: { hazardClass: "3" } }] }],
    ["a UN number of three digits", { cargo: [{ ...first, dangerousGoods: { unNumber: "126", hazardClass: "3" } }] }],
    ["a UN number of zeros", { cargo: [{ ...first, dangerousGoods: { unNumber: "0000", hazardClass: "3" } }] }],
    ["a class that is none", { cargo: [{ ...first, dangerousGoods: { unNumber: "1263", hazardClass: "10" } }] }],
    ["a country in words", { cargo: [{ ...first, originCountry: "China" }] }],
    ["marks of 201 letters", { cargo: [{ ...first, marks: "m".repeat(201) }] }],
    ["a day that is not there", { readyDate: "2026-02-30" }],
  ])("refuses %s", (_, changes) => {
    expect(malformed(changes)).not.toEqual([]);
  });
});
