import { expect, test } from "vitest";
import { z } from "zod";
import { issueFromZod, specIssue } from "./spec-issue";
import { boundedText, countryField, localDateField } from "./wire-fields";

const schema = z.strictObject({
  name: boundedText(5),
  country: countryField,
  day: localDateField,
  count: z.int().min(1).max(9),
  side: z.enum(["export", "import"]),
  list: z.array(z.string()).max(1).optional(),
  part: z.strictObject({ isGood: z.boolean() }).optional(),
});

const good = { name: "Kaz", country: "KZ", day: "2026-11-24", count: 3, side: "export" };

test.each([
  [{ name: undefined }, "name", "issue.required", undefined],
  [{ name: " " }, "name", "issue.required", undefined],
  [{ name: "too long" }, "name", "issue.too_long", { max: 5 }],
  [{ name: "a\u0000" }, "name", "issue.control_characters", undefined],
  [{ name: 5 }, "name", "issue.malformed", undefined],
  [{ country: "kz" }, "country", "issue.country_malformed", undefined],
  [{ day: "2026-02-30" }, "day", "issue.date_malformed", undefined],
  [{ count: "3" }, "count", "issue.number_malformed", undefined],
  [{ count: 2.5 }, "count", "issue.number_not_whole", undefined],
  [{ count: 0 }, "count", "issue.number_too_small", { min: 1 }],
  [{ count: 10 }, "count", "issue.number_too_big", { max: 9 }],
  [{ side: "both" }, "side", "issue.unknown_choice", undefined],
  [{ side: undefined }, "side", "issue.required", undefined],
  [{ list: ["a", "b"] }, "list", "issue.too_many", { max: 1 }],
  [{ part: { isGood: "yes" } }, "part.isGood", "issue.malformed", undefined],
])("%j is worded by %s %s", (change, path, message, values) => {
  const input = { ...good, ...change };
  const issues = schema.safeParse(input).error?.issues ?? [];
  expect(issues.map((issue) => issueFromZod(issue, input))).toEqual([
    { path: path.split("."), message, ...(values ? { values } : {}) },
  ]);
});

test("an unknown member is named", () => {
  const input = { ...good, colour: "red" };
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  expect(issueFromZod(issue as z.core.$ZodIssue, input)).toEqual({
    path: [],
    message: "issue.unknown_key",
    values: { key: "colour" },
  });
});

test("a rule's issue names its place and values", () => {
  expect(specIssue("importerOfRecord.name", "importer_missing")).toEqual({
    path: ["importerOfRecord", "name"],
    message: "issue.importer_missing",
  });
});
