import { expect, test } from "vitest";
import { SERVICE_KINDS } from "../services/registry";
import { SERVICES } from "../shared/vocabulary";
import { evidenceSchema } from "./evidence-schema";
import { instant } from "../shared/time";
import { expectedEvidence, fieldsOf, missingEvidence, missingOf } from "./expected-evidence";
import { readTypedEvidence, typedOf } from "./typed-evidence";
import { checkWeight, type Evidence, isPlateOffSlot, weightFinding } from "./evidence";

test("what was told can be typed again as it is kept, to be corrected", () => {
  const evidence = {
    ...{ seals: ["CN1001", "CN1002"], containerNumber: "CSQU3054383", tractorPlate: "123ABC02" },
    ...{ grossWeightGrams: 24_860_500, declarations: [{ country: "KZ" as const, number: "55302/281126/0012345" }] },
  } satisfies Evidence;
  expect(readTypedEvidence(typedOf(evidence))).toEqual({ evidence, problems: {} });
  expect(readTypedEvidence(typedOf({ position: null }))).toEqual({ evidence: {}, problems: {} });
});

test("what was typed is kept in one form, and what was left empty says nothing", () => {
  expect(
    readTypedEvidence({
      seals: "cn1001, cn1002；CN1001",
      containerNumber: "CSQU 305438 3",
      grossWeight: "24 860,5 kg",
      declarationCountry: "KZ",
      declarationNumber: "55302/281126/0012345",
      trailerPlate: "  ",
    }),
  ).toEqual({
    evidence: {
      seals: ["CN1001", "CN1002"],
      containerNumber: "CSQU3054383",
      grossWeightGrams: 24_860_500,
      declarations: [{ country: "KZ", number: "55302/281126/0012345" }],
    },
    problems: {},
  });
});

test("each field that cannot be is named with what is wrong, and the others are read", () => {
  const { evidence, problems } = readTypedEvidence({
    containerNumber: "CSQU3054384",
    wagonNumber: "1",
    grossWeight: "heavy",
    seals: "1",
    declarationNumber: "301234567890",
    tirCarnet: "XQ81234567",
  });
  expect(evidence).toEqual({ tirCarnet: "XQ81234567" });
  expect(problems).toEqual({
    containerNumber: "container_check",
    wagonNumber: "wagon_malformed",
    grossWeight: "weight_malformed",
    seals: "seal_malformed",
    declarationCountry: "country_needed",
  });
});

test("the API refuses the same numbers, beside the field that has them", () => {
  const read = evidenceSchema.safeParse({
    containerNumber: "CSQU3054384",
    declarations: [{ country: "VN", number: "1" }],
  });
  expect(read.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["containerNumber", "container_check"],
    ["declarations.0.number", "declaration_malformed"],
  ]);
  expect(evidenceSchema.parse({ wagonNumber: "21-81-2471217-3", position: null })).toEqual({
    wagonNumber: "218124712173",
    position: null,
  });
});

test.each([
  [24_000_000, 24_000_000, null],
  [24_480_000, 24_000_000, null],
  [23_520_000, 24_000_000, null],
  [24_480_001, 24_000_000, { differenceBps: 200 }],
  [22_800_000, 24_000_000, { differenceBps: -500 }],
  [1, 0, null],
])("a weight of %i g where the deal says %i g: %j", (told, deal, finding) => {
  expect(weightFinding(told, deal)).toEqual(finding);
});

test("evidence is expected of steps that there are", () => {
  const all = SERVICES.flatMap((service) =>
    SERVICE_KINDS[service].milestones.map(({ code }) => expectedEvidence(service, code)),
  );
  expect(all.filter((kinds) => kinds.length > 0)).toHaveLength(16);
});

test.each([
  ["CN 778812", ["CN778812"]],
  ["ABC 778812, H 448120", ["ABC778812", "H448120"]],
  ["CN778812 CN778813", ["CN778812", "CN778813"]],
  ["CN778812\n CN 778813;", ["CN778812", "CN778813"]],
])("seals are read as they are cut, with a space in them or between them: %j", (typed, seals) => {
  expect(readTypedEvidence({ seals: typed })).toEqual({ evidence: { seals }, problems: {} });
});

test("a pick-up asks for a picture, a seal and a weight; what has come is not missing", () => {
  const step = { service: "logistics", code: "picked_up" } as const;
  expect(missingEvidence(step, { evidence: null, files: [] })).toEqual(["photo", "seal", "weight"]);
  expect(missingEvidence(step, { evidence: { seals: ["CN1001"] }, files: [{ isPicture: true }] })).toEqual(["weight"]);
  expect(missingEvidence({ ...step, code: "arrived_hub" }, { evidence: null, files: [] })).toEqual([]);
});

test("of a payment the bank's credit advice is expected, of goods the signed proof", () => {
  const nothing = { evidence: null, files: [] };
  expect(missingEvidence({ service: "payment", code: "received_by_payee" }, nothing)).toEqual(["credit_advice"]);
  expect(missingEvidence({ service: "logistics", code: "delivered" }, nothing)).toEqual(["proof"]);
});

test("a place that was refused is not missing: it was said", () => {
  const step = { service: "logistics", code: "crossed_border" } as const;
  expect(missingEvidence(step, { evidence: {}, files: [] })).toEqual(["position"]);
  expect(missingEvidence(step, { evidence: { position: null }, files: [] })).toEqual([]);
});

test("a form offers what the mode of transport can fill", () => {
  const ends = { originCountry: "CN", destinationCountry: "KZ" };
  expect(fieldsOf({ service: "logistics", mode: "rail", ...ends })).toContain("wagonNumber");
  expect(fieldsOf({ service: "logistics", mode: "rail", ...ends })).not.toContain("tractorPlate");
  expect(fieldsOf({ service: "payment", mode: "road", ...ends })).toEqual([]);
});

test.each([
  ["CN", "KZ", ["cmrNumber", "tirCarnet"]],
  ["MN", "CN", ["cmrNumber", "tirCarnet"]],
  ["CN", "VN", ["roadWaybill"]],
  ["LA", "CN", ["roadWaybill"]],
] as const)(
  "a truck from %s to %s goes by the papers that its states know: %j",
  (originCountry, destinationCountry, papers) => {
    const fields = fieldsOf({ service: "logistics", mode: "road", originCountry, destinationCountry });
    expect(fields.filter((field) => ["cmrNumber", "roadWaybill", "tirCarnet"].includes(field))).toEqual(papers);
  },
);

test.each(["24.860", "24,860", "1.000 kg", "２４.８６０"])(
  "a weight of %s may be tonnes or kilograms, and is asked about",
  (grossWeight) => {
    const { evidence, problems } = readTypedEvidence({ grossWeight });
    expect(evidence.grossWeightGrams).toBeUndefined();
    expect(problems.grossWeight).toBe("weight_ambiguous");
  },
);

test.each([
  ["0.350", 350],
  ["24.86", 24_860],
  ["24860,5 кг", 24_860_500],
])("a weight of %s is plainly %i grams", (grossWeight, grams) => {
  expect(readTypedEvidence({ grossWeight }).evidence.grossWeightGrams).toBe(grams);
});

test.each([
  ["0", null],
  ["0.001", 1],
  ["10000000 kg", 10_000_000_000],
  ["10000000.001", null],
  ["12,5 kg", 12_500],
  ["heavy", null],
])("a weight of %s is %j grams", (grossWeight, grams) => {
  const { evidence, problems } = readTypedEvidence({ grossWeight });
  expect(evidence.grossWeightGrams ?? null).toBe(grams);
  expect(problems.grossWeight ?? null).toBe(grams === null ? "weight_malformed" : null);
});

test.each([
  ["沪A12345", ["沪A 12345"], false],
  ["123ABC02", ["沪A 12345", "123 ABC 02"], false],
  ["粤B99999", ["沪A 12345", "123 ABC 02"], true],
  ["粤B99999", [], false],
])("the plate %s beside the slots of %j is off them: %j", (told, slotPlates, isOff) => {
  expect(isPlateOffSlot(told, slotPlates)).toBe(isOff);
});

test("what an order's own room holds of a step is not missing there", () => {
  const step = { code: "on_site", occurredAt: instant(1), evidence: null };
  const visit = { service: "inspection", state: "in_progress" } as const;
  expect(missingOf(visit, step, [])).toEqual(["photo", "position"]);
  expect(missingOf({ ...visit, heldByStep: { on_site: ["photo"] } }, step, [])).toEqual(["position"]);
  for (const state of ["completed", "cancelled"] as const) expect(missingOf({ ...visit, state }, step, [])).toEqual([]);
});

test.each([
  [26_400_000, 26_400_000, "ok"],
  [1_000, 26_400_000, "ok"],
  [29_040_000, 26_400_000, "ok"],
  [29_040_001, 26_400_000, "weight_above_deal"],
  [264_000_000, 26_400_000, "weight_above_deal"],
  [264_000_001, 26_400_000, "weight_absurd"],
  [999_999_000, 26_400_000, "weight_absurd"],
  [1_000, 0, "ok"],
])("a weight of %i g of a deal's %i g is answered %s", (told, deal, code) => {
  const checked = checkWeight(told, deal);
  expect(checked.ok ? "ok" : checked.refusal.code).toBe(code);
});
