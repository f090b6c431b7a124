import { expect, test } from "vitest";
import { comingPerCrossing } from "./crossing-times";

test("own orders tell how many come for each that crosses, by hub and mode, where at least twenty crossed", () => {
  const coming = comingPerCrossing([
    { hubId: "horgos", mode: "road", came: 30, crossed: 20 },
    { hubId: "horgos", mode: "rail", came: 18, crossed: 24 },
    { hubId: "suifenhe", mode: "road", came: 30, crossed: 19 },
  ]);
  expect([...coming]).toEqual([
    ["horgos/road", 1.5],
    ["horgos/rail", 0.75],
  ]);
});
