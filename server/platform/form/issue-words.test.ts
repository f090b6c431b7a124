import { expect, test } from "vitest";
import { z } from "zod";
import { wholeNumber } from "../../../domain/shared/wire-fields";
import { translator } from "../translate";
import { detailsInWords, issueWords, keysOfIssue, typedIssueWords } from "./issue-words";

const schema = z.strictObject({ days: wholeNumber().min(1).max(90), name: z.string().min(1, "required") });

const keysOf = (input: object) =>
  (schema.safeParse(input).error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issueWords(issue).key}`);

test("what is typed and no number is said to be none; only what is not there is to be filled in", () => {
  expect(keysOf({ days: "soon", name: "x" })).toEqual(["days whole_number_malformed"]);
  expect(keysOf({ days: 12.5, name: "x" })).toEqual(["days whole_number_malformed"]);
  expect(keysOf({ days: 0, name: "x" })).toEqual(["days too_small"]);
  expect(keysOf({ name: "x" })).toEqual(["days required"]);
  expect(keysOf({ days: null, name: "x" })).toEqual(["days required"]);
  expect(keysOf({ days: 91, name: "" })).toEqual(["days too_large", "name required"]);
});

test("a weight's limit is told in kilograms where it is typed, and in grams to programs", () => {
  const weight = z.strictObject({ grossWeightGrams: z.int().max(2_500) });
  const [issue] = weight.safeParse({ grossWeightGrams: 3_000 }).error?.issues ?? [];
  if (!issue) throw new Error("it is too heavy");
  expect(typedIssueWords(issue).values).toEqual({ maximum: 2.5 });
  expect(issueWords(issue).values).toEqual({ maximum: 2_500 });
});

test.each(["en", "zh-CN"])(
  "a typed value that its command would refuse is refused in that one's words in %s",
  (locale) => {
    const t = translator(locale);
    const found = keysOfIssue("orders", "value_date_in_future").filter((key) => t.has(key));
    expect(found).toEqual(["orders.refusal.value_date_in_future"]);
    expect(keysOfIssue("orders", "required").find((key) => t.has(key))).toBe("issues.required");
  },
);

test.each([
  [z.number(), "twelve", "number_malformed"],
  [z.int(), 12.5, "whole_number_malformed"],
  [z.number().int(), 12.5, "whole_number_malformed"],
  [z.coerce.number().int(), "12.5", "whole_number_malformed"],
])("a schema of numbers says whether they are whole: case %#", (numbers, input, key) => {
  expect((numbers.safeParse(input).error?.issues ?? []).map((issue) => issueWords(issue).key)).toEqual([key]);
});

const t = (key: string) => `<${key}>`;

test("people read countries and papers in their language, and all else as it was told", () => {
  const details = { country: "HU", papers: "packing_list, msds", rank: 2, code: "EXD", isLate: true };
  expect(detailsInWords(details, { t, locale: "en" })).toEqual({
    ...{ country: "Hungary", papers: "<documents.kind.packing_list>, <documents.kind.msds>" },
    ...{ rank: 2, code: "EXD", isLate: "true" },
  });
  expect(detailsInWords({ country: "KP" }, { t, locale: "zh-CN" })).toEqual({ country: "朝鲜" });
  expect(detailsInWords({ day: "2026-12-03" }, { t, locale: "en" })).toEqual({ day: "3 Dec 2026" });
  expect(detailsInWords({ day: "2026-12-03" }, { t, locale: "zh-CN" })).toEqual({ day: "2026年12月3日" });
  expect(detailsInWords({ country: "Altai" }, { t, locale: "en" })).toEqual({ country: "Altai" });
});

test.each([
  ["en", "inspection", "Goods inspected and fit to be taken"],
  ["zh-CN", "inspection", "货物验货通过或同意收货"],
  ["en", "customs.documents_complete", "Customs: Documents complete"],
])("in %s people read of a gate for %s what it waits for: %s", (locale, need, words) => {
  const gate = `${need}>logistics.picked_up`;
  expect(detailsInWords({ gate }, { t: translator(locale), locale })).toEqual({ gate: words });
  expect(detailsInWords({ gate: 2 }, { t, locale })).toEqual({ gate: 2 });
});

test.each([
  ["en", "“Customs: Released” before “Inspection: On site”, “Inspection: On site” before “Logistics: Picked up”"],
  ["zh-CN", "“报关：已放行”先于“质检：已到现场”、“质检：已到现场”先于“物流：已提货”"],
])("in %s people read of gates in a circle what each waits for and what it holds", (locale, words) => {
  const circle = "customs.released>inspection.on_site, inspection.on_site>logistics.picked_up";
  expect(detailsInWords({ circle }, { t: translator(locale), locale })).toEqual({ circle: words });
});

test.each([
  ["en", "Logistics: Picked up"],
  ["zh-CN", "物流：已提货"],
])("in %s people read of a gate what it holds: %s", (locale, words) => {
  expect(detailsInWords({ holds: "logistics.picked_up" }, { t: translator(locale), locale })).toEqual({ holds: words });
});

test.each([
  ["en", "19 Dec 2026"],
  ["zh-CN", "2026年12月19日"],
])("in %s people read a day as pages write it: %s", (locale, day) => {
  expect(detailsInWords({ lastPickUpDay: "2026-12-19" }, { t, locale })).toEqual({ lastPickUpDay: day });
});

test.each([
  ["least", "78527.32", "78,527.32"],
  ["most", "1200000.50", "1,200,000.50"],
  ["surplus", "9007199254740993", "9,007,199,254,740,993"],
  ["reference", "78527.32", "78527.32"],
])("people read the detail %s of %s as pages write an amount: %s", (name, told, read) => {
  expect(detailsInWords({ [name]: told }, { t, locale: "en" })).toEqual({ [name]: read });
});

test.each(["days_run_backwards", "price_in_remarks"])(
  "what is wrong with an offer is said alike in a bid and across the table: %s",
  (code) => {
    const words = translator("en");
    const keyIn = (room: string) => keysOfIssue(room, code).find((key) => words.has(key));
    expect([keyIn("bidding"), keyIn("negotiation")]).toEqual([`issues.${code}`, `issues.${code}`]);
  },
);
