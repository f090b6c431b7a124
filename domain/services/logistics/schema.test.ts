import { addDays, type LocalDate } from "../../shared/time";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { MODES } from "@/domain/hubs/place";
import { money } from "@/domain/shared/money";
import type { Shipment } from "../kind";
import { shipmentExample } from "../examples";
import { EQUIPMENT, HAULS } from "./equipment";
import { logistics } from "./kind";
import { logisticsSpecSchema } from "./schema";
import type { LogisticsSpec } from "./spec";

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
    const fits = MODES.filter((mode) => messages({ equipment, equipmentCount: 5 }, { mode }).length === 0);
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

  test("changes between truck and train only where the deal's goods may", () => {
    const asked = { haul: "multimodal", equipment: "40hc" };
    for (const inlandMode of [null, "road"] as const)
      expect(messages(asked, { inlandMode })).toEqual(["issue.haul_keeps_to_mode"]);
    expect(messages(asked, { inlandMode: "multimodal" })).toEqual([]);
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

describe("the far end and the way of a logistics request", () => {
  test("has a delivery window that runs forward and does not end before pick-up begins", () => {
    expect(messages({ deliveryFrom: "2026-12-01", deliveryTo: "2026-12-03" })).toEqual([]);
    expect(messages({ deliveryFrom: "2026-12-01", deliveryTo: "2026-12-01" })).toEqual([]);
    expect(messages({ deliveryTo: "2026-11-20" })).toEqual([]);
    expect(messages({ deliveryFrom: "2026-12-03", deliveryTo: "2026-12-01" })).toEqual([
      "issue.delivery_window_inverted",
    ]);
    expect(messages({ deliveryTo: "2026-11-19" })).toEqual(["issue.delivery_before_pickup"]);
    expect(messages({ deliveryFrom: "2026-11-19" })).toEqual(["issue.delivery_before_pickup"]);
  });

  test.each([
    [{ transit: { regime: "tir", guaranteedBy: "carrier" } }, {}, []],
    [{ transit: { regime: "tir" }, haul: "tir" }, {}, []],
    [{ transit: { regime: "tir" }, equipment: "40hc" }, { mode: "rail" }, []],
    [{ transit: { regime: "none" } }, {}, []],
    [
      { transit: { regime: "tir" }, equipment: "air_pallet", equipmentCount: 5 },
      { mode: "air" },
      ["issue.tir_without_road"],
    ],
    [{ transit: { regime: "tir" }, equipment: "covered_wagon" }, { mode: "rail" }, ["issue.tir_without_road"]],
    [{ transit: { regime: "national" }, haul: "tir" }, {}, ["issue.transit_contradicts_haul"]],
    [{ transit: { regime: "none", guaranteedBy: "carrier" } }, {}, ["issue.guarantee_without_transit"]],
  ] as const)("declares transit so that it can be: %j %j", (changes, shipment, expected) => {
    expect(messages(changes, shipment)).toEqual(expected);
  });

  const hubs = {
    takenId: "horgos",
    knownIds: new Set(["horgos", "alashankou", "pingxiang"]),
    passableIds: new Set(["horgos", "alashankou"]),
  };

  test.each([
    ["alashankou", []],
    ["horgos", ["issue.other_hub_taken"]],
    ["atlantis", ["issue.other_hub_unknown"]],
    ["pingxiang", ["issue.other_hub_without_way"]],
  ])("names %s beside the hub of its deal", (hubId, expected) => {
    expect(messages({ otherHubIds: [hubId] }, { hubs })).toEqual(expected);
  });

  test.each([[["a", "a"]], [["a", "b", "c", "d", "e", "f"]], [[]]])(
    "names other hubs once, at most five: not %j",
    (ids) => {
      expect(logisticsSpecSchema.safeParse({ ...wire, otherHubIds: ids }).success).toBe(false);
    },
  );

  test("is insured in the currency of the goods, for more than nothing", () => {
    const insured = (minor: number, currency: string) => ({ insurance: { clause: "A", value: { minor, currency } } });
    expect(messages(insured(9_900_000, "USD"))).toEqual([]);
    expect(messages({ insurance: { clause: "C" } })).toEqual([]);
    expect(messages(insured(9_900_000, "CNY"))).toEqual(["issue.insurance_in_another_currency"]);
    expect(logisticsSpecSchema.safeParse({ ...wire, ...insured(0, "USD") }).success).toBe(false);
  });

  test("of an older row, without all that came later, still parses to itself", () => {
    expect(z.encode(logisticsSpecSchema, logisticsSpecSchema.parse(wire))).toEqual(wire);
  });
});

describe("what is warned of and not refused", () => {
  const warnings = (changes: object, shipment: Partial<Shipment> = {}) =>
    logistics.warnings?.(spec(changes), shipmentExample(shipment)).map((warning) => warning.key);

  test("is refrigerated equipment without a temperature", () => {
    expect(warnings({ equipment: "reefer_truck" })).toEqual(["reefer_without_temperature"]);
    expect(warnings({ equipment: "reefer_truck", temperature: { minC: 2, maxC: 6 } })).toEqual([]);
    expect(warnings({})).toEqual([]);
  });

  test("is a pick-up from a day on which the goods are not ready yet", () => {
    const pickupFrom = spec({}).pickupFrom as LocalDate;
    expect(warnings({}, { readyDate: addDays(pickupFrom, 1) })).toContain("pickup_before_ready");
    expect(warnings({}, { readyDate: pickupFrom })).toEqual([]);
  });

  test.each([
    ["CIP", "A", undefined, []],
    ["CIP", "A", 9_900_000, []],
    ["CIP", "A", 9_899_999, ["cover_below_default"]],
    ["CIP", "B", undefined, ["cover_below_default"]],
    ["CIP", "C", 4_400_000, ["cover_below_default"]],
    ["CIF", "C", undefined, []],
    ["CIF", "C", 9_899_999, ["cover_below_default"]],
    ["CIF", "A", 9_900_000, []],
    ["DAP", "C", 9_000_000, []],
    ["DAP", "C", undefined, []],
  ] as const)("is less cover than %s asks for: clause %s, %s cents: %j", (incotermRule, clause, minor, found) => {
    const value = minor === undefined ? {} : { value: { minor, currency: "USD" } };
    const asked = spec({ insurance: { clause, ...value } });
    expect(logistics.warnings?.(asked, shipmentExample({ incotermRule })).map(({ key }) => key)).toEqual(found);
  });

  test("is insurance below the value of the goods", () => {
    const insured = (minor: number) => ({ insurance: { clause: "A", value: { minor, currency: "USD" } } });
    const bought = { incotermRule: "FCA" } as const;
    expect(warnings(insured(8_999_999), bought)).toEqual(["insured_below_value"]);
    expect(warnings(insured(9_000_000), bought)).toEqual([]);
  });

  test("are dangerous goods without a safety data sheet, each UN number once", () => {
    const paint = { unNumber: "1263", hazardClass: "3", packingGroup: "II" } as const;
    const cargo = shipmentExample().cargo.map((line) => ({ ...line, dangerousGoods: paint }));
    expect(logistics.warnings?.(spec(), shipmentExample({ cargo }))).toEqual([
      { key: "dangerous_without_data_sheet", values: { unNumbers: "UN 1263" } },
    ]);
    expect(warnings({ shipperDocuments: ["safety_data_sheet"] }, { cargo })).toEqual([]);
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
    expect(of({ haul: "express", equipment: "box_96" })).toMatchObject({ truck: null, chargeable_kg: 12_000_000 });
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

  test("have no pick-up and no delivery where the goods are handed over at a terminal", () => {
    expect(codes({ pickupAt: "terminal" })).not.toContain("PUP truck");
    expect(codes({ deliverAt: "terminal" })).not.toContain("DLV truck");
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

describe("permits", () => {
  const between = (originCountry: string, destinationCountry: string, changes: object) =>
    messages(changes, { originCountry, destinationCountry });

  test.each([
    ["CN", "VN", []],
    ["LA", "CN", []],
    ["CN", "TH", []],
    ["CN", "MM", []],
    ["CN", "KZ", ["issue.permit_not_valid_for_corridor"]],
    ["RU", "CN", ["issue.permit_not_valid_for_corridor"]],
    ["CN", "MN", ["issue.permit_not_valid_for_corridor"]],
  ])("of the GMS hold from %s to %s: %j", (origin, destination, found) => {
    expect(between(origin, destination, { haul: "gms_direct" })).toEqual(found);
  });

  test.each([
    ["CN", "KZ", []],
    ["UZ", "CN", []],
    ["CN", "MN", []],
    ["CN", "PL", []],
    ["CN", "VN", ["issue.tir_not_in_country"]],
    ["LA", "CN", ["issue.tir_not_in_country"]],
  ])("TIR holds from %s to %s: %j", (origin, destination, found) => {
    const transit = { regime: "tir" };
    expect(between(origin, destination, { haul: "tir", transit })).toEqual(found);
    expect(between(origin, destination, { transit })).toEqual(found);
    expect(between(origin, destination, { transit: { regime: "national" } })).toEqual([]);
  });
});

test("what is insured stands among the figures: 110 percent under CIP and CIF, up to the next cent, else the value of the goods", () => {
  const insured = (changes: Partial<Shipment>, insurance: object = { clause: "A" }) =>
    logistics.figures(spec({ insurance }), shipmentExample(changes)).find(({ key }) => key === "insured_value")?.value;
  const goodsValue = money(9_000_001n, "USD");
  expect(insured({ goodsValue, incotermRule: "CIP" })).toEqual({ kind: "money", money: money(9_900_002n, "USD") });
  expect(insured({ goodsValue, incotermRule: "CIF" })).toEqual({ kind: "money", money: money(9_900_002n, "USD") });
  expect(insured({ goodsValue, incotermRule: "FCA" })).toEqual({ kind: "money", money: goodsValue });
  expect(insured({}, { clause: "C", value: { minor: 5, currency: "USD" } })).toEqual({
    kind: "money",
    money: money(5n, "USD"),
  });
});
