import { expect, test } from "vitest";

import { checkCartons, roundPlan } from "./round-plan";
import { inspectionSpecSchema } from "../services/inspection/schema";
import { wireSpecExample } from "../services/inspection/spec-example";

/** 3,200 pieces, of which 125 are looked at. */
const PLAN = roundPlan(inspectionSpecSchema.parse(wireSpecExample), "normal");
const cargo = (packages: number, packageType = "CT") => [{ packages, packageType }];

test.each([
  ["as many as the cargo has", 160, cargo(160), false, null],
  ["fewer, that hold the sample", 7, cargo(160), false, null],
  ["fewer than hold the sample", 6, cargo(160), false, "fewer_cartons_than_sample"],
  ["fewer than hold the sample, which is right", 6, cargo(160), true, null],
  ["one more than the cargo has", 161, cargo(160), false, "more_cartons_than_cargo"],
  ["one more than the cargo has, which is right", 161, cargo(160), true, null],
  ["of all lines together", 160, [...cargo(100), ...cargo(60)], false, null],
  ["ten times the cargo, which is right", 1_600, cargo(160), true, null],
  ["more than ten times the cargo, whatever is said", 1_601, cargo(160), true, "cartons_far_above_cargo"],
  ["the cartons of pallets, which is right", 160, cargo(4, "PX"), true, null],
  ["the cartons of pallets", 160, cargo(4, "PX"), false, "more_cartons_than_cargo"],
  ["a unit in each of two packages, as many as the sample", 125, cargo(6_400), false, null],
  ["more than units", 3_201, cargo(3_201), true, "more_cartons_than_units"],
  ["none", null, cargo(160), true, "cartons_missing"],
] as const)("packages presented are checked against the cargo's: %s", (_, cartons, of, isConfirmed, code) => {
  const checked = checkCartons(PLAN, { cartons, cargo: of, isConfirmed });
  expect(checked.ok ? null : checked.refusal.code).toBe(code);
});

test("where no sample is drawn no packages are asked for", () => {
  expect(checkCartons({ ...PLAN, rows: [] }, { cartons: null, cargo: cargo(1), isConfirmed: false }).ok).toBe(true);
});
