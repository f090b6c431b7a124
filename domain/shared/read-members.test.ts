import { expect, test } from "vitest";
import { z } from "zod";
import { readSoFar } from "./read-members";
import { localDateField } from "./wire-fields";

const schema = z.strictObject({
  day: localDateField,
  count: z.int().default(1),
  note: z.string().max(3).optional(),
});

test.each<[string, unknown, object, string[]]>([
  ["whole", { day: "2026-12-01", count: 2, note: "abc" }, { day: "2026-12-01", count: 2, note: "abc" }, []],
  ["without what may be left out", { day: "2026-12-01" }, { day: "2026-12-01", count: 1 }, []],
  ["with a malformed member", { day: "2026-12-01", count: 2, note: "abcd" }, { day: "2026-12-01", count: 2 }, ["note"]],
  ["without what must be given", { count: "two", more: 1 }, {}, ["day", "count"]],
  ["that is none", "2026-12-01", { count: 1 }, ["day"]],
])("an input %s is read as far as its members can be", (_, input, value, unread) => {
  const read = readSoFar(schema, input);
  expect([read.value, [...read.unread]]).toEqual([value, unread]);
});
