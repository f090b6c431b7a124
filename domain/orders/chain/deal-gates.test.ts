import { describe, expect, test } from "vitest";
import type { Service } from "../../shared/vocabulary";
import { checkGates } from "./check-gates";
import { type AskedService, defaultGates, gatesAfterChange } from "./deal-gates";
import { gateKey, gateOfKey } from "./gate";

const ASKED: readonly AskedService[] = [
  { service: "logistics", spec: {} },
  { service: "payment", spec: { need: "supplier_payment" } },
  { service: "customs", spec: { side: "both" } },
  { service: "inspection", spec: { type: "pre_shipment" } },
];
const roadOver = (services: readonly AskedService[]) =>
  defaultGates({ mode: "road", isBorderHub: true, services }).map(gateKey);
const among = (...services: Service[]) => ASKED.filter(({ service }) => services.includes(service));
describe("the gates that a deal has by itself", () => {
  test("let inspection gate pick-up and money, papers the slot, the slot dispatch, customs the border, delivery the end", () => {
    expect(roadOver(ASKED)).toEqual([
      "inspection>logistics.picked_up",
      "inspection>payment.sent",
      "customs.documents_complete>logistics.slot_reserved",
      "customs.export_released>logistics.crossed_border",
      "customs.released>logistics.import_released",
      "slot>logistics.left_for_hub",
      "logistics.delivered>payment.control_documents_delivered",
    ]);
  });

  test("let goods whose loading is watched be taken once the inspector is there, and money wait for the report", () => {
    const watched = { service: "inspection", spec: { type: "container_loading" } } as const;
    expect(roadOver([...among("logistics", "payment"), watched]).slice(0, 2)).toEqual([
      "inspection.on_site>logistics.picked_up",
      "inspection>payment.sent",
    ]);
  });

  test.each([
    [["logistics"], ["slot>logistics.left_for_hub"]],
    [["customs"], []],
    [["inspection", "payment"], ["inspection>payment.sent"]],
    [["payment", "customs"], []],
  ] as const)("stand only between services that are asked for: %j", (services, expected) => {
    expect(roadOver(among(...services))).toEqual(expected);
  });

  test.each([
    ["export", ["customs.documents_complete>logistics.arrived_hub", "customs.released>logistics.crossed_border"]],
    ["import", ["customs.documents_complete>logistics.arrived_hub", "customs.released>logistics.import_released"]],
    [
      "both",
      [
        ...["customs.documents_complete>logistics.arrived_hub", "customs.export_released>logistics.crossed_border"],
        "customs.released>logistics.import_released",
      ],
    ],
    ["transit", ["customs.documents_complete>logistics.arrived_hub", "customs.filed>logistics.crossed_border"]],
  ])("follow the side of the border that customs works on: %s", (side, expected) => {
    const services = [...among("logistics"), { service: "customs", spec: { side } } as const];
    expect(defaultGates({ mode: "rail", isBorderHub: true, services }).map(gateKey)).toEqual(expected);
  });

  test.each([
    ["export", ["customs.released>logistics.loaded"]],
    ["import", ["customs.released>logistics.import_released"]],
    ["both", ["customs.export_released>logistics.loaded", "customs.released>logistics.import_released"]],
    ["transit", ["customs.filed>logistics.loaded"]],
  ])("hold the loading of a ship or an aircraft until the customs have let the goods go: %s", (side, expected) => {
    const services = [...among("logistics"), { service: "customs", spec: { side } } as const];
    for (const mode of ["sea", "air"] as const)
      expect(defaultGates({ mode, isBorderHub: false, services }).map(gateKey)).toEqual(expected);
  });

  test.each([
    ["road", true, true],
    ["road", false, false],
    ["rail", true, false],
    ["sea", false, false],
  ] as const)("ask for a slot by road over a land border alone: %s, border %s", (mode, isBorderHub, expected) => {
    const gates = defaultGates({ mode, isBorderHub, services: among("logistics") });
    expect(gates.some(({ need }) => need.kind === "slot")).toBe(expected);
  });

  test.each([
    ["pre_shipment", undefined, ["logistics.picked_up", "payment.sent"]],
    ["pre_shipment", "hold_both", ["logistics.picked_up", "payment.sent"]],
    ["pre_shipment", "ask_buyer", ["logistics.picked_up", "payment.sent"]],
    ["pre_shipment", "hold_shipment", ["logistics.picked_up"]],
    ["pre_shipment", "hold_payment", ["payment.sent"]],
    ["border_reinspection", undefined, ["logistics.crossed_border", "payment.sent"]],
    ["factory_audit", undefined, []],
    ["lab_test", undefined, []],
  ] as const)("hold what the inspection's own rule says: %s, %s", (type, holdRule, expected) => {
    const services = [
      ...among("logistics", "payment"),
      { service: "inspection", spec: { type, ...(holdRule ? { holdRule } : {}) } } as const,
    ];
    const gates = defaultGates({ mode: "rail", isBorderHub: true, services });
    const held = gates.filter(({ need }) => need.kind === "inspection");
    expect(held.map(({ holds }) => `${holds.service}.${holds.code}`)).toEqual(expected);
  });

  test.each(["initial_production", "during_production"] as const)(
    "say of %s that a check of the production passed, and not that the goods are fit to be taken",
    (type) => {
      const services = [...among("logistics", "payment"), { service: "inspection", spec: { type } } as const];
      const gates = defaultGates({ mode: "rail", isBorderHub: true, services }).map(gateKey);
      expect(gates.filter((key) => /inspection|check/.test(key))).toEqual([
        "production_check>logistics.picked_up",
        "production_check>payment.sent",
      ]);
    },
  );

  test("stop only money that pays for goods", () => {
    const held = (need: string) =>
      roadOver([...among("inspection"), { service: "payment", spec: { need } }]).includes("inspection>payment.sent");
    expect(["supplier_payment", "letter_of_credit", "documentary_collection", "goods_escrow"].every(held)).toBe(true);
    expect(["collection_account", "fx_conversion", "mass_payout", "tax_refund_advance"].some(held)).toBe(false);
  });

  test("can be a chain, whatever is asked for", () => {
    for (let some = 1; some < 16; some++) {
      const services = ASKED.filter((_, at) => some & (1 << at));
      const names = services.map(({ service }) => service);
      for (const mode of ["road", "rail", "sea", "air"] as const)
        expect(checkGates(defaultGates({ mode, isBorderHub: true, services }), names).ok).toBe(true);
    }
  });
});

const AT_HUB = "customs.documents_complete>logistics.arrived_hub";
const AFTER_EXPORT = "customs.released>logistics.crossed_border";
const AFTER_BOTH_EXPORT = "customs.export_released>logistics.crossed_border";
const AFTER_TRANSIT = "customs.filed>logistics.crossed_border";
const AFTER_IMPORT = "customs.released>logistics.import_released";
const OWN_CHOICE = "customs.filed>payment.sent";

test.each([
  ["export", "both", [AT_HUB, AFTER_EXPORT], [AT_HUB, AFTER_BOTH_EXPORT]],
  ["both", "export", [AT_HUB, AFTER_BOTH_EXPORT, AFTER_IMPORT], [AT_HUB, AFTER_EXPORT]],
  ["both", "import", [AT_HUB, AFTER_BOTH_EXPORT, AFTER_IMPORT], [AT_HUB, AFTER_IMPORT]],
  ["export", "transit", [AT_HUB, AFTER_EXPORT], [AT_HUB, AFTER_TRANSIT]],
  ["export", "both", [OWN_CHOICE], [OWN_CHOICE]],
  ["export", "export", [AFTER_EXPORT, OWN_CHOICE], [AFTER_EXPORT, OWN_CHOICE]],
] as const)("gates of a clearance of %s that becomes one of %s follow it: %j to %j", (was, is, kept, expected) => {
  const of = (side: string) =>
    defaultGates({
      mode: "rail",
      isBorderHub: true,
      services: [...among("logistics"), { service: "customs", spec: { side } }],
    });
  const gates = kept.flatMap((key) => gateOfKey(key) ?? []);
  expect(gatesAfterChange(gates, { before: of(was), now: of(is) }).map(gateKey)).toEqual(expected);
});
