import { expect, test } from "vitest";
import { changesTrucks, platesAt, platesOfSlots } from "./plates";
import type { SlotState } from "./slot";

test("an order's plates are those of the slots that are open or were used", () => {
  const slot = (state: SlotState, tractorPlate: string, trailerPlate: string | null = null) => ({
    ...{ state, tractorPlate, trailerPlate },
  });
  const slots = [slot("confirmed", "A1", "T1"), slot("crossed", "A2"), slot("forfeited", "A3", "T3")];
  expect(platesOfSlots([...slots, slot("cancelled", "A4")])).toEqual({
    tractorPlate: ["A1", "A2"],
    trailerPlate: ["T1"],
  });
});

test.each([
  ["the bid says so", [], { hasTransshipment: true }, true],
  ["the bid says not so, though it prices it", ["TRS"], { hasTransshipment: false }, false],
  ["the bid prices it", ["OFT", "TRS"], {}, true],
  ["the plates are of another country beyond", ["OFT"], { plates: { beforeBorder: "CN", beyondBorder: "KZ" } }, true],
  ["one truck goes all the way", ["OFT"], { plates: { beforeBorder: "KZ", beyondBorder: "KZ" } }, false],
  ["the bid says nothing", [], {}, false],
] as const)("goods change trucks at the border where %s", (_, codes, terms, is) => {
  expect(changesTrucks({ lines: codes.map((code) => ({ code })), terms })).toBe(is);
});

test("where goods change trucks the slot's plates are those of the truck that takes them over, and not of the one that fetched them", () => {
  const plates = { tractorPlate: ["482ADK05"], trailerPlate: [] };
  const none = { tractorPlate: [], trailerPlate: [] };
  const at = (isFromHub: boolean) =>
    ["picked_up", "arrived_hub", "crossed_border"].map((code) => platesAt({ ...plates, isFromHub }, code));
  expect(at(true)).toEqual([none, none, plates]);
  expect(at(false)).toEqual([plates, plates, plates]);
});
