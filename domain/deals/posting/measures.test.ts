import { expect, test } from "vitest";
import type { FormValues } from "../../shared/form-state";
import { measuresDue, typedTotals } from "./measures";
import { postingExample } from "../deal-example";
import { readPosting } from "./read-posting";
import { flattenFields } from "./draft-fields";

const SIDES = { "cargo[0].lengthCm": "40", "cargo[0].widthCm": "30", "cargo[0].heightCm": "30" };

test.each<[string, FormValues]>([
  ["by its volume", {}],
  ["by its sides", { "cargo[0].volumeCbm": "", ...SIDES }],
])(
  "a line measured %s says of each measure that it is required where the posting is refused without it",
  (_, typed) => {
    for (const name of ["volumeCbm", "lengthCm", "widthCm", "heightCm"] as const) {
      const field = `cargo[0].${name}`;
      const values = postingExample({ ...typed, [field]: "" });
      const { issues } = readPosting(values, { zone: "Asia/Shanghai" } as never);
      const isRefused = issues.some((issue) => issue.field === field);
      expect(measuresDue(values, 0).has(name), name).toBe(isRefused);
    }
  },
);

test("sums what can be read, and takes a volume from the sides of one package", () => {
  const values = postingExample({
    "cargo[1].packages": "10",
    "cargo[1].grossWeightKg": "500",
    "cargo[1].lengthCm": "100",
    "cargo[1].widthCm": "50",
    "cargo[1].heightCm": "20,5",
    "cargo[2].grossWeightKg": "much",
  });
  expect(typedTotals(values)).toEqual({
    packages: 410,
    grossWeightGrams: 11_700_500,
    volumeCm3: 43_025_000,
    kgPerCbm: 271.9,
  });
});

test("an empty form has no density", () => {
  expect(typedTotals({})).toEqual({ packages: 0, grossWeightGrams: 0, volumeCm3: 0, kgPerCbm: null });
});

test("a form read into a tree comes back under its fields' names, without the form's own", () => {
  const tree = {
    title: "Inverters",
    wanted: ["customs", "payment"],
    cargo: [{ hsCode: "", packages: "4" }, { hsCode: "850440" }],
    services: { customs: { side: "export" } },
    draftId: "x",
    intent: "save",
    "$ACTION_1:0": "x",
  };
  expect(flattenFields(tree)).toEqual({
    title: "Inverters",
    wanted: ["customs", "payment"],
    "cargo[0].hsCode": "",
    "cargo[0].packages": "4",
    "cargo[1].hsCode": "850440",
    "services.customs.side": "export",
  });
});

test("a list of holes is walked by what is in it", () => {
  const cargo: unknown[] = [];
  cargo[900_000_000] = { hsCode: "1" };
  expect(flattenFields({ cargo })).toEqual({ "cargo[900000000].hsCode": "1" });
});
