import { describe, expect, test } from "vitest";
import { shipmentExample } from "../examples";
import { overLoad, unitsNeeded, weightAbovePayload } from "./capacity";
import { EQUIPMENT, type Equipment, type Haul } from "./equipment";
import { logistics } from "./kind";
import { logisticsSpecSchema } from "./schema";

const TONNE = 1_000_000;
const CBM = 1_000_000;

const shipmentOf = (grossWeightGrams: number, volumeCm3: number, destinationCountry = "KZ") =>
  shipmentExample({
    destinationCountry,
    cargo: [{ hsCode: "848210", packages: 100, packageType: "CT", grossWeightGrams, volumeCm3, value: null }],
  });

const found = (spec: { equipment: Equipment; equipmentCount?: number; haul?: Haul }, shipment = shipmentExample()) => {
  const over = overLoad(spec, shipment);
  return over && `${over.code}${over.isRefused ? " refused" : ""}`;
};

describe("a full load", () => {
  test.each([
    [60, 60, 1, "payload_exceeded refused"],
    [60, 60, 2, "payload_exceeded refused"],
    [60, 60, 3, null],
    [22, 60, 1, null],
    [22.5, 60, 1, "payload_exceeded"],
    [23.1, 60, 1, "payload_exceeded"],
    [23.2, 60, 1, "payload_exceeded refused"],
    [10, 85, 1, null],
    [10, 86, 1, "volume_exceeded"],
    [10, 90, 1, "volume_exceeded"],
    [10, 90.01, 1, "volume_exceeded refused"],
    [10, 170, 2, null],
  ])("of %d t and %d m³ on %d tilts to Kazakhstan: %s", (tonnes, cbm, equipmentCount, expected) => {
    const shipment = shipmentOf(tonnes * TONNE, Math.round(cbm * CBM));
    expect(found({ equipment: "tilt_136", equipmentCount }, shipment)).toBe(expected);
  });

  test("counts as one unit where no number is given", () => {
    expect(found({ equipment: "tilt_136" }, shipmentOf(24 * TONNE, 40 * CBM))).toBe("payload_exceeded refused");
  });

  test("may be heavier where the roads take heavier trucks all the way", () => {
    expect(found({ equipment: "tilt_136" }, shipmentOf(28 * TONNE, 50 * CBM, "VN"))).toBeNull();
    expect(found({ equipment: "tilt_136" }, shipmentOf(32 * TONNE, 50 * CBM, "VN"))).toBe("payload_exceeded refused");
  });

  test.each(["low_loader", "car_carrier", "platform_wagon"] as const)("on a %s has no end to its room", (equipment) => {
    expect(found({ equipment }, shipmentOf(15 * TONNE, 500 * CBM))).toBeNull();
  });

  test.each(EQUIPMENT)("of 500 t and no room to speak of is more than one %s takes", (equipment) => {
    expect(found({ equipment }, shipmentOf(500 * TONNE, CBM))).toBe("payload_exceeded refused");
  });

  test("needs as many units as its weight and its volume ask for, and one at least", () => {
    const ends = { originCountry: "CN", destinationCountry: "KZ" };
    expect(unitsNeeded("tilt_136", { ...ends, grossWeightGrams: 60 * TONNE, volumeCm3: 60 * CBM })).toBe(3);
    expect(unitsNeeded("40hc", { ...ends, grossWeightGrams: 10 * TONNE, volumeCm3: 153 * CBM })).toBe(3);
    expect(unitsNeeded("air_pallet", { ...ends, grossWeightGrams: 1, volumeCm3: 1 })).toBe(1);
  });
});

describe("a part load", () => {
  test.each([
    [2, 12, null],
    [10, 40, null],
    [10.001, 12, "part_load_is_full_truck"],
    [2, 40.01, "part_load_is_full_truck"],
    [21.9, 40, "part_load_is_full_truck"],
    [22, 12, "part_load_too_large refused"],
    [2, 90, "part_load_too_large refused"],
  ])("of %d t and %d m³: %s", (tonnes, cbm, expected) => {
    const shipment = shipmentOf(Math.round(tonnes * TONNE), Math.round(cbm * CBM));
    // However many trucks it names, it shares one.
    expect(found({ equipment: "tilt_136", equipmentCount: 9, haul: "ltl" }, shipment)).toBe(expected);
  });
});

test("60 t in one truck are refused at the number of trucks, which says how many would do", () => {
  const wire = { equipment: "tilt_136", equipmentCount: 1, pickupFrom: "2026-11-20", pickupTo: "2026-11-22" };
  const shipment = shipmentOf(60 * TONNE, 60 * CBM);
  expect(logistics.checkSpec(logisticsSpecSchema.parse(wire), shipment)).toEqual([
    {
      path: ["equipmentCount"],
      message: "issue.payload_exceeded",
      values: { gross: 60, payload: 22, count: 1, needed: 3 },
    },
  ]);
  const bulky = logistics.checkSpec(logisticsSpecSchema.parse(wire), shipmentOf(9 * TONNE, 200 * CBM));
  expect(bulky).toMatchObject([{ path: ["equipmentCount"], message: "issue.volume_exceeded", values: { needed: 3 } }]);
  const shared = logistics.checkSpec(logisticsSpecSchema.parse({ ...wire, haul: "ltl" }), shipment);
  expect(shared).toMatchObject([{ path: ["haul"], message: "issue.part_load_too_large" }]);
});

test("a load that the units just take is published with a warning", () => {
  const wire = { equipment: "tilt_136", pickupFrom: "2026-11-20", pickupTo: "2026-11-22" };
  const warnings = logistics.warnings?.(logisticsSpecSchema.parse(wire), shipmentOf(23 * TONNE, 50 * CBM));
  expect(warnings?.map(({ key }) => key)).toEqual(["payload_exceeded"]);
});

test.each([
  // By hand: a tilt trailer takes 22 t, and a twentieth more is within its tolerance.
  ["tilt_136", 1, undefined, "KZ", 23_100_000, null],
  ["tilt_136", 1, undefined, "KZ", 23_100_001, { payloadGrams: 22_000_000, count: 1 }],
  ["tilt_136", 2, undefined, "KZ", 46_200_000, null],
  ["tilt_136", 2, undefined, "KZ", 46_200_001, { payloadGrams: 22_000_000, count: 2 }],
  ["tilt_136", 1, undefined, "VN", 31_500_000, null],
  ["reefer_truck", 1, undefined, "KZ", 22_050_001, { payloadGrams: 21_000_000, count: 1 }],
  ["40hc", 1, undefined, "KZ", 27_951_001, { payloadGrams: 26_620_000, count: 1 }],
  ["tilt_136", 3, "ltl", "KZ", 23_100_001, { payloadGrams: 22_000_000, count: 1 }],
] as const)(
  "%s, %i of them, %s to %s, and a weight told of %i g: %j",
  (equipment, equipmentCount, haul, to, told, over) => {
    const ends = { originCountry: "CN", destinationCountry: to };
    expect(weightAbovePayload(told, { equipment, equipmentCount, haul }, ends)).toEqual(over);
  },
);
