import { expect, test } from "vitest";
import { MODES } from "../hubs/place";
import { INCOTERMS, incotermFitsMode, incotermsFor, namesTownWithoutPort } from "./incoterm";

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

const YIWU = { id: "CNYIU", nameEn: "Yiwu", nameZh: "义乌", modes: ["rail", "road"] } as const;
const NINGBO = { id: "CNNBO", nameEn: "Ningbo", nameZh: "宁波", modes: ["rail", "road"] } as const;
const CAT_LAI = {
  id: "VNCLI",
  nameEn: "Cat Lai (Ho Chi Minh City)",
  nameZh: "胡志明市吉莱港",
  modes: ["sea", "road"],
} as const;
const OSH = { id: "KGOSS", nameEn: "Osh", nameZh: "奥什", modes: ["rail", "road"] } as const;

test.each([
  ["FOB", "Yiwu"],
  ["FAS", "yiwu, Zhejiang"],
  ["CFR", "义乌市"],
  ["CIF", "义乌 · Yiwu"],
] as const)("%s %s names a town to which no ship comes", (rule, written) => {
  expect(namesTownWithoutPort(rule, written, [YIWU, CAT_LAI])).toBe(true);
});

test.each([
  ["FOB", "Ningbo"],
  ["FOB", "Ningbo, goods from Yiwu"],
  ["CIF", "Cat Lai"],
  ["CIF", "Oshima"],
  ["FCA", "Yiwu"],
  ["CIP", "义乌"],
] as const)("%s %s names none", (rule, written) => {
  expect(namesTownWithoutPort(rule, written, [YIWU, NINGBO, CAT_LAI, OSH])).toBe(false);
});
