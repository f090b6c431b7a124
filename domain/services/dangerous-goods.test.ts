import { expect, test } from "vitest";
import { HAZARD_CLASSES, mayHavePackingGroup } from "./hazard-classes";

test("classes 1, 2 and 7 and divisions 5.2 and 6.2 have no packing group, and all others may have one", () => {
  expect(HAZARD_CLASSES.filter((one) => !mayHavePackingGroup(one))).toEqual([
    "1.1",
    "1.2",
    "1.3",
    "1.4",
    "1.5",
    "1.6",
    "2.1",
    "2.2",
    "2.3",
    "5.2",
    "6.2",
    "7",
  ]);
});
