import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "./bid-files";

const list = fc.uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c"), sha256: fc.constantFrom("1", "2") }), {
  selector: ({ id }) => id,
});

test("every file that was added, taken away or exchanged since a version is found, and no other", () => {
  fc.assert(
    fc.property(list, list, (named, present) => {
      const found = differenceOf(named, present);
      for (const id of ["a", "b", "c"]) {
        const [before, now] = [named, present].map((files) => files.find((file) => file.id === id)?.sha256);
        expect(found.added.includes(id)).toBe(before === undefined && now !== undefined);
        expect(found.missing.includes(id)).toBe(before !== undefined && now === undefined);
        expect(found.exchanged.includes(id)).toBe(before !== undefined && now !== undefined && before !== now);
      }
    }),
  );
});

test("a version that says nothing of files differs in nothing", () => {
  expect(differenceOf(undefined, [{ id: "a", sha256: "1" }])).toEqual({ added: [], missing: [], exchanged: [] });
});
