import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "./difference";

const MONEY = { minor: 100, currency: "CNY" };

test.each<[string, unknown, unknown, unknown]>([
  ["a member within a member", { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [["a.c", 2, 3]]],
  ["what came", { a: 1 }, { a: 1, b: "x" }, [["b", null, "x"]]],
  ["what went", { a: 1, b: "x" }, { a: 1 }, [["b", "x", null]]],
  ["an amount as one thing", { a: MONEY }, { a: { ...MONEY, minor: 200 } }, [["a", MONEY, { ...MONEY, minor: 200 }]]],
  ["a list of words as one thing", { a: ["x"] }, { a: ["x", "y"] }, [["a", ["x"], ["x", "y"]]]],
  ["a row by its place", { a: [{ n: 1 }, { n: 2 }] }, { a: [{ n: 1 }, { n: 3 }] }, [["a.1.n", 2, 3]]],
  ["a row that came", { a: [{ n: 1 }] }, { a: [{ n: 1 }, { n: 2 }] }, [["a.1.n", null, 2]]],
  ["a whole member that came", {}, { a: { b: 1 } }, [["a.b", null, 1]]],
  ["nothing where members stand in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ["nothing where a member is null in place of left out", { a: null }, {}, []],
])("a difference tells %s", (_, before, after, expected) => {
  expect(differenceOf(before, after).map((change) => [change.path, change.before, change.after])).toEqual(expected);
});

const wire = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, fc.string(), fc.integer(), fc.boolean(), tie("object")),
  object: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie("value"), { maxKeys: 4 }),
})).object;

test("a form does not differ from itself, and whatever differs has two values that differ", () => {
  fc.assert(
    fc.property(wire, wire, (before, after) => {
      expect(differenceOf(before, structuredClone(before))).toEqual([]);
      for (const change of differenceOf(before, after)) expect(change.before).not.toEqual(change.after);
    }),
  );
});

test("what was and what is change places with the two forms", () => {
  fc.assert(
    fc.property(wire, wire, (before, after) => {
      const paths = (changes: readonly { path: string }[]) => changes.map(({ path }) => path).sort();
      expect(paths(differenceOf(after, before))).toEqual(paths(differenceOf(before, after)));
    }),
  );
});
