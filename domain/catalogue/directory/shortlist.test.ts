import { expect, test } from "vitest";
import { BROWSER_SHORTLIST_MAX, changedShortlist, providerIds, shortlistIn } from "./shortlist";

test.each([
  [undefined, [], []],
  ["a.b", [], ["a", "b"]],
  ["a.b.a", [], ["a", "b"]],
  ["a.<b>.c", [], ["a", "c"]],
  ["a.b.c", ["b"], ["a", "c"]],
])("the cookie %s without %j holds %j", (cookie, drop, left) => {
  expect(shortlistIn(changedShortlist(cookie, { add: [], drop }))).toEqual(left);
});

test("a browser keeps the first twenty, each once", () => {
  const many = Array.from({ length: 30 }, (_, at) => `p${at}`);
  expect(shortlistIn(changedShortlist("p3", { add: many, drop: [] }))).toHaveLength(BROWSER_SHORTLIST_MAX);
  expect(shortlistIn(changedShortlist("p3", { add: many, drop: [] }))[0]).toBe("p3");
});

test("ids that are none are left out, and no more than were asked for stay", () => {
  expect(providerIds(["a", "A", 7, "a/b", "b", "c"], 2)).toEqual(["a", "b"]);
});
