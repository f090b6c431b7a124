import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MODES } from "@/domain/hubs/place";
import type { Shipment } from "../kind";
import { shipmentExample } from "../examples";
import type { Haul } from "./equipment";
import { logistics } from "./kind";
import { logisticsSpecSchema } from "./schema";
import type { LogisticsSpec } from "./spec";
import {
  DENSITY_LIMITS,
  bandText,
  chargeableWeightGrams,
  densityBandOf,
  densityMilli,
  logisticsFigures,
} from "./figures";

const KG = 1_000;
const CBM = 1_000_000;

const cargoOf = (grossWeightGrams: number, volumeCm3: number, packages = 1) => ({
  hsCode: "848210",
  packages,
  packageType: "CT",
  grossWeightGrams,
  volumeCm3,
  value: null,
});
const shipmentOf = (grams: number, cm3: number, changes: Partial<Shipment> = {}) =>
  shipmentExample({ cargo: [cargoOf(grams, cm3)], ...changes });

describe("chargeable weight", () => {
  test.each<[Shipment["mode"], Haul | undefined, number, number, number]>([
    ["road", "ltl", 12_000 * KG, 40 * CBM, 13_320 * KG],
    ["road", "ftl", 11_000 * KG, 33 * CBM, 11_000 * KG],
    ["road", undefined, 10_989 * KG, 33 * CBM, 10_989 * KG],
    ["rail", "rail_lcl", 2_000 * KG, 10 * CBM, 3_330 * KG],
    ["air", "air", 65 * KG, 480_000, 80_160],
    ["air", "air", 81 * KG, 480_000, 81 * KG],
    ["air", "express", 8 * KG, 48_000, 9_600],
    ["road", "express", 100 * KG, 1 * CBM, 200 * KG],
    ["sea", "sea", 800 * KG, 2_500_000, 2_500 * KG],
    ["sea", undefined, 3_000 * KG, 2_500_000, 3_000 * KG],
    ["road", "ltl", 1, 2, 1],
    ["road", "ltl", 1, 5, 2],
    ["air", "air", 1, 3, 1],
    ["air", "air", 1, 9, 2],
  ])("by %s (%s) of %d g in %d cm³ is %d g", (mode, haul, grams, cm3, expected) => {
    expect(chargeableWeightGrams(shipmentOf(grams, cm3, { mode }), haul)).toBe(expected);
  });

  test("of the largest cargo that can be posted is exact", () => {
    const cargo = Array.from({ length: 50 }, () => cargoOf(1, 999_999_999_999));
    expect(chargeableWeightGrams(shipmentExample({ mode: "sea", cargo }))).toBe(49_999_999_999_950);
    expect(chargeableWeightGrams(shipmentExample({ mode: "road", cargo }))).toBe(16_649_999_999_983);
  });

  test("is never below the gross weight and falls with neither weight nor volume", () => {
    const grams = fc.integer({ min: 1, max: 10 ** 9 });
    const cm3 = fc.integer({ min: 0, max: 10 ** 10 });
    const more = fc.integer({ min: 0, max: 10 ** 9 });
    const haul = fc.constantFrom<(Haul | undefined)[]>(undefined, "express");
    fc.assert(
      fc.property(grams, cm3, more, fc.constantFrom(...MODES), haul, (weight, volume, added, mode, how) => {
        const of = (g: number, v: number) => chargeableWeightGrams(shipmentOf(g, v, { mode }), how);
        expect(of(weight, volume)).toBeGreaterThanOrEqual(weight);
        expect(of(weight, volume + added)).toBeGreaterThanOrEqual(of(weight, volume));
        expect(of(weight + added, volume)).toBeGreaterThanOrEqual(of(weight, volume));
      }),
    );
  });
});

describe("density", () => {
  test("of 12 t in 40 m³ is 300 kg/m³, and there is none without volume", () => {
    expect(densityMilli(shipmentExample())).toBe(300_000);
    expect(densityMilli(shipmentOf(1, 0))).toBeNull();
    expect(densityBandOf(shipmentOf(1, 0))).toBeNull();
  });

  test.each([
    [99 * KG, "< 100"],
    [99_999, "< 100"],
    [100 * KG, "100–110"],
    [109_999, "100–110"],
    [300 * KG, "300–350"],
    [999_999, "800–1000"],
    [1_000 * KG, "≥ 1000"],
    [5_000 * KG, "≥ 1000"],
  ])("of %d g in 1 m³ is in the band %s", (grams, text) => {
    const band = densityBandOf(shipmentOf(grams, CBM));
    expect(band && bandText(band)).toBe(text);
  });

  test("just below a limit stays below it, however large the cargo", () => {
    const band = densityBandOf(shipmentOf(10 ** 11 - 1, 10 ** 12));
    expect(band).toEqual({ minKgPerCbm: null, maxKgPerCbm: 100 });
  });

  test("is always in one band, whose limits hold it", () => {
    expect([...DENSITY_LIMITS].sort((a, b) => a - b)).toEqual([...DENSITY_LIMITS]);
    const amounts = fc.tuple(fc.integer({ min: 1, max: 10 ** 11 }), fc.integer({ min: 1, max: 10 ** 12 }));
    fc.assert(
      fc.property(amounts, ([grams, cm3]) => {
        const band = densityBandOf(shipmentOf(grams, cm3));
        const exact = (limit: number) => BigInt(limit) * BigInt(cm3);
        const density = BigInt(grams) * 1_000n;
        expect(band?.minKgPerCbm === null || exact(band?.minKgPerCbm ?? 0) <= density).toBe(true);
        expect(band?.maxKgPerCbm === null || density < exact(band?.maxKgPerCbm ?? 0)).toBe(true);
      }),
    );
  });

  test("has a band for goods from and to Central Asia only", () => {
    expect(densityBandOf(shipmentExample({ originCountry: "UZ", destinationCountry: "CN" }))).not.toBeNull();
    expect(densityBandOf(shipmentExample({ destinationCountry: "VN" }))).toBeNull();
  });
});

test("the screen is shown totals, the chargeable weight with its factor, density and its band", () => {
  const spec = logisticsSpecSchema.parse({
    haul: "ltl",
    equipment: "tilt_136",
    pickupFrom: "2026-11-20",
    pickupTo: "2026-11-22",
  });
  expect(logistics.figures(spec, shipmentExample())).toEqual([
    { key: "gross_weight", value: { kind: "weight", weightGrams: 12_000_000 } },
    { key: "volume", value: { kind: "volume", volumeCm3: 40_000_000 } },
    { key: "packages", value: { kind: "count", count: 400 } },
    { key: "chargeable_weight", value: { kind: "weight", weightGrams: 13_320_000 } },
    { key: "factor_road", value: { kind: "quantity", quantityMilli: 333_000, unit: "kg_per_cbm" } },
    { key: "density", value: { kind: "quantity", quantityMilli: 300_000, unit: "kg_per_cbm" } },
    { key: "density_band", value: { kind: "text", text: "300–350" } },
  ]);
  expect(logistics.answerFields(spec, shipmentExample())).toEqual({
    chargeableWeightGrams: 13_320_000,
    chargeableKgPerCbm: 333,
    densityBand: { minKgPerCbm: 300, maxKgPerCbm: 350 },
  });
});

describe("the chargeable weight among the figures of a request", () => {
  test.each([
    ["road", "ltl", "tilt_136", true],
    ["rail", "rail_lcl", "40hc", true],
    ["road", "express", "box_96", true],
    ["air", "air", "air_pallet", true],
    ["road", "ftl", "tilt_136", false],
    ["sea", "sea", "40hc", false],
    ["rail", "rail_fcl", "40hc", false],
    ["rail", "rail_wagon", "covered_wagon", false],
  ] as const)("by %s as %s in %s stands there: %s", (mode, haul, equipment, isThere) => {
    const keys = logisticsFigures({ haul, equipment } as LogisticsSpec, shipmentExample({ mode })).map(
      ({ key }) => key,
    );
    expect(keys.includes("chargeable_weight")).toBe(isThere);
    expect(keys.some((key) => key.startsWith("factor_"))).toBe(isThere);
  });
});
