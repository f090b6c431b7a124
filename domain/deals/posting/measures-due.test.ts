import { expect, test } from "vitest";
import type { FormValues } from "../../shared/form-state";
import { measuresDue } from "./measures-due";
import { postingExample } from "./posting-example";
import { readPosting } from "./read-posting";

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
