import { expect, test } from "vitest";
import type { FormField } from "../../services/form/field";
import { keepUnfielded } from "./keep-unfielded";

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
