import { expect, test } from "vitest";
import { MODES } from "../hubs/place";
import { INCOTERMS, incotermFitsMode, incotermsFor } from "./incoterm";

test("there are the eleven rules of Incoterms 2020", () => {
  expect(new Set(INCOTERMS).size).toBe(11);
});

test.each(["FAS", "FOB", "CFR", "CIF"] as const)("%s is for sea only", (rule) => {
  expect(MODES.filter((mode) => incotermFitsMode(rule, mode))).toEqual(["sea"]);
});

test.each(["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP"] as const)("%s goes with every mode", (rule) => {
  expect(MODES.every((mode) => incotermFitsMode(rule, mode))).toBe(true);
});

test("a road deal is offered seven rules and a sea deal all eleven", () => {
  expect(incotermsFor("road")).toEqual(["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP"]);
  expect(incotermsFor("sea")).toEqual(INCOTERMS);
});
