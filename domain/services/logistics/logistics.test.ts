import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MODES } from "@/domain/hubs/place";
import type { Shipment } from "../shipment";
import { shipmentExample } from "../shipment-example";
import { chargeableWeightGrams, densityMilli } from "./chargeable-weight";
import { EQUIPMENT, HAULS } from "./equipment";
import { logistics } from "./kind";
import { type LogisticsSpec, logisticsSpecSchema } from "./spec";

const wire = { equipment: "tilt_136", pickupFrom: "2026-11-20", pickupTo: "2026-11-22" };
const spec = (changes: object = {}): LogisticsSpec => logisticsSpecSchema.parse({ ...wire, ...changes });
const messages = (changes: object, shipment: Partial<Shipment> = {}) =>
  logistics.checkSpec(spec(changes), shipmentExample(shipment)).map((issue) => issue.message);

describe("a logistics request", () => {
  test("with equipment and a pick-up window is complete", () => {
    expect(messages({})).toEqual([]);
  });

  test.each([
    [{ equipment: "camel" }],
    [{ equipmentCount: 0 }],
    [{ equipmentCount: 201 }],
    [{ pickupFrom: "next week" }],
    [{ pickupTo: undefined }],
    [{ haul: "walk" }],
    [{ temperature: { minC: 2 } }],
    [{ temperature: { minC: 2, maxC: 61 } }],
    [{ remarks: "r".repeat(1_001) }],
    [{ price: 100 }],
  ])("with %j is refused", (change) => {
    expect(logisticsSpecSchema.safeParse({ ...wire, ...change }).success).toBe(false);
  });

  test("has a pick-up window that runs forward, in days or in times", () => {
    expect(messages({ pickupTo: "2026-11-20" })).toEqual([]);
    expect(messages({ pickupFrom: "2026-11-23" })).toEqual(["issue.window_inverted"]);
    const times = { pickupFrom: "2026-11-21T08:00:00+08:00", pickupTo: "2026-11-21T07:59:00+08:00" };
    expect(messages(times)).toEqual(["issue.window_inverted"]);
    expect(messages({ ...times, pickupTo: times.pickupFrom })).toEqual([]);
    expect(messages({ ...times, pickupTo: "2026-11-21" })).toEqual([]);
  });

  test("does not end its pick-up window before the goods are ready", () => {
    expect(messages({ pickupFrom: "2026-11-18", pickupTo: "2026-11-20" })).toEqual([]);
    expect(messages({ pickupFrom: "2026-11-18", pickupTo: "2026-11-19" })).toEqual(["issue.window_before_ready"]);
  });

  test.each([
    ["tilt_136", ["road"]],
    ["car_carrier", ["road"]],
    ["40hc", ["road", "rail", "sea"]],
    ["tank_container", ["road", "rail", "sea"]],
    ["gondola_wagon", ["rail"]],
    ["air_pallet", ["air"]],
  ])("asks for %s by %j only", (equipment, modes) => {
    const fits = MODES.filter((mode) => messages({ equipment }, { mode }).length === 0);
    expect(fits).toEqual(modes);
    const other = MODES.find((mode) => !modes.includes(mode));
    expect(messages({ equipment }, { mode: other })).toEqual(["issue.equipment_not_of_mode"]);
  });

  test.each([
    ["ltl", ["road"]],
    ["block_train", ["rail"]],
    ["sea", ["sea"]],
    ["multimodal", ["road", "rail", "sea"]],
  ])("goes as %s by %j only", (haul, modes) => {
    const fits = (["road", "rail", "sea"] as const).filter(
      (mode) => !messages({ haul, equipment: "40hc" }, { mode }).includes("issue.haul_not_of_mode"),
    );
    expect(fits).toEqual(modes);
  });

  test("names a container's owner for a container only", () => {
    expect(messages({ containerOwner: "soc", equipment: "40hc" })).toEqual([]);
    expect(messages({ containerOwner: "soc" })).toEqual(["issue.container_owner_without_container"]);
  });

  test("names a temperature for refrigerated equipment only, the lower one first", () => {
    expect(messages({ equipment: "reefer_truck", temperature: { minC: 2, maxC: 6 } })).toEqual([]);
    expect(messages({ equipment: "40rf", temperature: { minC: -18, maxC: -18 } })).toEqual([]);
    expect(messages({ temperature: { minC: 2, maxC: 6 } })).toEqual(["issue.temperature_without_reefer"]);
    expect(messages({ equipment: "40rf", temperature: { minC: 6, maxC: 2 } })).toEqual(["issue.temperature_inverted"]);
  });
});

describe("the quantities of a logistics request", () => {
  const of = (changes: object = {}, shipment: Partial<Shipment> = {}) =>
    logistics.quantities(spec(changes), shipmentExample(shipment));

  test("come from the cargo: kilograms, tonnes, cubic metres and packages", () => {
    expect(of()).toMatchObject({ kg: 12_000_000, tonne: 12_000, cbm: 40_000, package: 400_000, shipment: 1000 });
  });

  test("are two trucks where two are asked for, and no container or wagon", () => {
    expect(of({ equipmentCount: 2 })).toMatchObject({
      truck: 2000,
      container: null,
      wagon: null,
      container_40hc: null,
    });
  });

  test("of a container may be by the truck that brings it", () => {
    expect(of({ equipment: "40hc", equipmentCount: 3 }, { mode: "rail" })).toMatchObject({
      container: 3000,
      container_40hc: 3000,
      container_40rf: null,
      truck: 3000,
    });
    expect(of({ equipment: "40rf" }, { mode: "sea" })).toMatchObject({ container_40rf: 1000, container_40hc: null });
  });

  test("of a wagon are wagons", () => {
    const wagon = of({ equipment: "covered_wagon", equipmentCount: 4 }, { mode: "rail" });
    expect(wagon).toMatchObject({ wagon: 4000, truck: null, container: null, truck_day_after_free: null });
  });

  test("of groupage have no unit of its own", () => {
    expect(of({ haul: "ltl" })).toMatchObject({ truck: null, shipment: 1000, chargeable_kg: 13_320_000 });
    expect(of({ equipment: "40hc", haul: "rail_lcl" }, { mode: "rail" })).toMatchObject({
      container: null,
      truck: null,
    });
    expect(of({ equipment: "air_pallet" }, { mode: "air" })).toMatchObject({ truck: null, container: null });
  });

  test("of waiting and storage are contingent, and other services' bases are impossible", () => {
    expect(of()).toMatchObject({
      day_after_free: "contingent",
      truck_day_after_free: "contingent",
      hour: "contingent",
    });
    expect(of()).toMatchObject({ declaration: null, man_day: null, payout: null });
  });
});

describe("chargeable weight", () => {
  test.each([
    ["road", 13_320_000],
    ["rail", 13_320_000],
    ["air", 12_000_000],
    ["sea", 40_000_000],
  ] as const)("by %s is %d grams for 12 t in 40 m³", (mode, grams) => {
    expect(chargeableWeightGrams(shipmentExample({ mode }))).toBe(grams);
  });

  test("is never below the gross weight and never falls with volume", () => {
    const line = fc.record({
      grossWeightGrams: fc.integer({ min: 1, max: 10 ** 9 }),
      volumeCm3: fc.integer({ min: 0, max: 10 ** 10 }),
    });
    fc.assert(
      fc.property(line, fc.constantFrom(...MODES), fc.integer({ min: 0, max: 10 ** 9 }), (values, mode, more) => {
        const cargo = { hsCode: "848210", packages: 1, packageType: "CT", value: null, ...values };
        const weight = chargeableWeightGrams(shipmentExample({ mode, cargo: [cargo] }));
        const bulkier = { ...cargo, volumeCm3: cargo.volumeCm3 + more };
        expect(weight).toBeGreaterThanOrEqual(values.grossWeightGrams);
        expect(chargeableWeightGrams(shipmentExample({ mode, cargo: [bulkier] }))).toBeGreaterThanOrEqual(weight);
      }),
    );
  });

  test("goes with a density of 300 kg/m³ for 12 t in 40 m³, and none without volume", () => {
    expect(densityMilli(shipmentExample())).toBe(300_000);
    const [line] = shipmentExample().cargo;
    expect(densityMilli(shipmentExample({ cargo: line ? [{ ...line, volumeCm3: 0 }] : [] }))).toBeNull();
  });
});

describe("the lines that a logistics bid starts with", () => {
  const codes = (changes: object, shipment: Partial<Shipment> = {}) =>
    logistics.suggestedCharges(spec(changes), shipmentExample(shipment)).map((line) => `${line.code} ${line.basis}`);

  test("by road are priced by truck, with the queue and waiting at the border", () => {
    expect(codes({})).toEqual([
      "PUP truck",
      "OLC truck",
      "OFT truck",
      "FSC percent_of_OFT",
      "TRS truck",
      "SLT truck",
      "BST day_after_free",
      "WTG truck_day_after_free",
      "DLV truck",
      "INS percent_of_value",
    ]);
  });

  test("leave out transshipment where the request forbids it", () => {
    expect(codes({ isTransshipmentAllowed: false })).not.toContain("TRS truck");
  });

  test("of a refrigerated container are priced by it", () => {
    expect(codes({ equipment: "40rf" }, { mode: "sea" })).toContain("OFT container_40rf");
  });

  test("by sea have no border lines", () => {
    const sea = codes({ equipment: "40hc" }, { mode: "sea" });
    expect(sea).toContain("OFT container_40hc");
    expect(sea.filter((line) => /^(TRS|SLT|BST|WTG)/.test(line))).toEqual([]);
  });

  test("of groupage are priced by chargeable kilogram", () => {
    expect(codes({ haul: "ltl" })).toContain("OFT chargeable_kg");
  });
});

test("every equipment and way of carriage can be asked for", () => {
  for (const equipment of EQUIPMENT) expect(spec({ equipment }).equipment).toBe(equipment);
  for (const haul of HAULS) expect(spec({ haul }).haul).toBe(haul);
});

test("the screen is shown weight, volume, packages, chargeable weight and density", () => {
  expect(logistics.figures(spec(), shipmentExample())).toEqual([
    { key: "gross_weight", value: { kind: "weight", weightGrams: 12_000_000 } },
    { key: "volume", value: { kind: "volume", volumeCm3: 40_000_000 } },
    { key: "packages", value: { kind: "count", count: 400 } },
    { key: "chargeable_weight", value: { kind: "weight", weightGrams: 13_320_000 } },
    { key: "density", value: { kind: "quantity", quantityMilli: 300_000, unit: "kg_per_cbm" } },
  ]);
});
