import { PAYEE } from "@/domain/services/examples";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { BASES, BID_RESOLVED_BASES, CHARGE_CODES, type Basis, isPercentBasis, QUANTITY_BASES } from "./charge";
import { kindOf, milestoneOf, milestonesFor, SERVICE_KINDS, stepsLeftOut, unusualSteps } from "./registry";
import { shipmentExample, wireSpecExample } from "./examples";
import { isService, SERVICES } from "../shared/vocabulary";

const shipment = shipmentExample();
const importerOfRecord = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" };

/** Requests that differ in what they may be priced by. */
const WIRE_SPECS = {
  logistics: [
    { equipment: "tilt_136", pickupFrom: "2026-11-20", pickupTo: "2026-11-22" },
    { equipment: "40hc", haul: "tir", pickupFrom: "2026-11-20T08:00:00Z", pickupTo: "2026-11-22" },
    { equipment: "40rf", pickupFrom: "2026-11-20", pickupTo: "2026-11-22", temperature: { minC: 2, maxC: 6 } },
    { equipment: "covered_wagon", pickupFrom: "2026-11-20", pickupTo: "2026-11-22" },
    { equipment: "box_96", haul: "ltl", pickupFrom: "2026-11-20", pickupTo: "2026-11-22" },
    { equipment: "air_pallet", pickupFrom: "2026-11-20", pickupTo: "2026-11-22" },
  ],
  payment: [
    {
      need: "supplier_payment",
      payerCurrency: "KZT",
      payeeCurrency: "CNY",
      ...PAYEE,
      amount: { minor: 1_000, currency: "CNY" },
    },
    {
      need: "letter_of_credit",
      payerCurrency: "USD",
      payeeCurrency: "CNY",
      amount: { minor: 1_000, currency: "CNY" },
      tenorDays: 100,
    },
  ],
  customs: [
    wireSpecExample,
    {
      ...wireSpecExample,
      side: "both",
      supervisionMode: "1039",
      importerOfRecord,
      certificates: ["origin_general"],
      freightToBorder: { minor: 5, currency: "USD" },
    },
  ],
  inspection: [
    {
      type: "pre_shipment",
      factoryAddress: "Yiwu",
      date: "2026-11-18",
      level: "II",
      aql: { critical: 0, major: 2.5, minor: 4 },
      lotSize: 3_200,
      labTests: 2,
    },
    { type: "lab_test", factoryAddress: "Yiwu", date: "2026-11-18" },
  ],
};

/** The lists of the market's rules, word for word; `*` delivers the order. */
const MILESTONES = {
  logistics:
    "booked, picked_up, slot_reserved, left_for_hub, arrived_hub, export_released, crossed_border, loaded, departed, arrived_port, import_released, arrived_destination, delivered*, documents_closed",
  customs:
    "documents_requested, documents_complete, draft_approved, filed, export_released, state_question, duties_paid, released*, pack_archived",
  inspection: "scheduled, inspector_assigned, on_site, report_drafted, report_issued*, buyer_decided",
  payment:
    "kyc_submitted, kyc_approved, rate_locked, funds_received, compliance_cleared, sent, received_by_payee*, control_documents_delivered",
};

const CASES = SERVICES.flatMap((service) => WIRE_SPECS[service].map((wire) => [service, wire] as const));

test("the services stand in the order of every screen", () => {
  expect(Object.keys(SERVICE_KINDS)).toEqual([...SERVICES]);
  expect(SERVICES).toEqual(["logistics", "payment", "customs", "inspection"]);
  expect(["customs", "insurance"].map(isService)).toEqual([true, false]);
});

describe.each(SERVICES)("the kind %s", (service) => {
  const kind = kindOf(service);

  test("is registered under its own name", () => {
    expect(kind.service).toBe(service);
  });

  test("reports the market's milestones in their order", () => {
    expect(kind.milestones.map(({ code, isDelivery }) => (isDelivery ? `${code}*` : code)).join(", ")).toBe(
      MILESTONES[service],
    );
  });

  test("holds no charge code twice", () => {
    expect(new Set(kind.chargeCodes).size).toBe(kind.chargeCodes.length);
  });

  test("takes a bid without terms, and refuses terms it does not know", () => {
    expect(kind.termsSchema.safeParse({}).success).toBe(true);
    expect(kind.termsSchema.safeParse({ gift: "tea" }).success).toBe(false);
  });
});

test.each([
  ["road", "booked, picked_up, slot_reserved, left_for_hub, arrived_hub, export_released, crossed_border"],
  ["rail", "booked, picked_up, arrived_hub, export_released, crossed_border"],
  ["sea", "booked, picked_up, arrived_hub, export_released, loaded, departed, arrived_port"],
  ["air", "booked, picked_up, arrived_hub, export_released, loaded, departed, arrived_port"],
] as const)("an order by %s is made with the steps of its mode", (mode, first) => {
  const codes = milestonesFor("logistics", mode).map(({ code }) => code);
  expect(codes.join(", ")).toBe(`${first}, import_released, arrived_destination, delivered, documents_closed`);
});

test("an order by sea that was made with a crossing still waits for it, and for no slot", () => {
  const isWaitedFor = (code: string) => milestoneOf({ service: "logistics", mode: "sea" }, code).isUnusual !== true;
  expect(["crossed_border", "slot_reserved", "left_for_hub", "loaded"].map(isWaitedFor)).toEqual([
    ...[true, false, false, true],
  ]);
});

test.each([
  ["export", false],
  ["import", true],
  ["both", true],
  ["transit", false],
] as const)("whether an order to declare the side %s waits for duties to be paid: %s", (side, isWaitedFor) => {
  const unusual = unusualSteps("customs", { ...wireSpecExample, side });
  expect(milestoneOf({ service: "customs", unusual }, "duties_paid").isUnusual !== true).toBe(isWaitedFor);
  expect(milestoneOf({ service: "customs", unusual }, "released").isUnusual).toBeUndefined();
});

test("every charge code of the market belongs to a service", () => {
  const held = new Set(SERVICES.flatMap((service) => kindOf(service).chargeCodes));
  expect(CHARGE_CODES.filter((code) => !held.has(code))).toEqual([]);
});

describe.each(CASES)("a request for %s with %j", (service, wire) => {
  const kind = kindOf(service);
  const spec = kind.specSchema.parse(wire);
  const quantities = kind.quantities(spec, shipment);
  const amounts = kind.basisAmounts(spec, shipment);

  const isPossible = (basis: Basis): boolean =>
    isPercentBasis(basis)
      ? amounts[basis] !== undefined || (BID_RESOLVED_BASES as readonly Basis[]).includes(basis)
      : quantities[basis] !== null;

  test("is written back as it was read", () => {
    expect(z.encode(kind.specSchema, spec)).toEqual(wire);
  });

  test("refuses a member it does not know", () => {
    expect(kind.specSchema.safeParse({ ...wire, surprise: 1 }).success).toBe(false);
  });

  test("answers every quantity basis in whole thousandths, contingent or impossible", () => {
    expect(Object.keys(quantities).sort()).toEqual([...QUANTITY_BASES].sort());
    for (const quantity of Object.values(quantities))
      if (quantity !== null && quantity !== "contingent") {
        expect(Number.isSafeInteger(quantity)).toBe(true);
        expect(quantity).toBeGreaterThanOrEqual(0);
      }
  });

  test("suggests only lines that a bid may hold and the request can count", () => {
    for (const { code, basis } of kind.suggestedCharges(spec, shipment)) {
      expect(kind.chargeCodes).toContain(code);
      expect(isPossible(basis), `${code} by ${basis}`).toBe(true);
    }
  });

  test("suggests at least one line that enters the total", () => {
    const counted = kind
      .suggestedCharges(spec, shipment)
      .filter(({ basis }) => (isPercentBasis(basis) ? true : Number(quantities[basis]) > 0));
    expect(counted.length).toBeGreaterThan(0);
  });

  test("answers what JSON can carry", () => {
    const answer = kind.answerFields(spec, shipment);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

test("every basis of the market can be priced by some request", () => {
  const possible = new Set<Basis>(BID_RESOLVED_BASES);
  for (const [service, wire] of CASES) {
    const kind = kindOf(service);
    const spec = kind.specSchema.parse(wire);
    const quantities = kind.quantities(spec, shipment);
    for (const basis of QUANTITY_BASES) if (quantities[basis] !== null) possible.add(basis);
    for (const basis of Object.keys(kind.basisAmounts(spec, shipment))) possible.add(basis as Basis);
  }
  expect(BASES.filter((basis) => !possible.has(basis))).toEqual([]);
});

test.each([
  ["an exchange for a new client has every step", "CNY", false, []],
  ["a known client is not checked again", "CNY", true, ["kyc_submitted", "kyc_approved"]],
  ["in one currency no rate is locked", "USD", false, ["rate_locked"]],
  [
    "a known client's money in one currency begins when it comes in",
    "USD",
    true,
    ["kyc_submitted", "kyc_approved", "rate_locked"],
  ],
] as const)("a payment order: %s", (_, payeeCurrency, isClientKnown, codes) => {
  const spec = { need: "supplier_payment", payerCurrency: "USD", payeeCurrency };
  expect(stepsLeftOut({ service: "payment", spec, isClientKnown })).toEqual(codes);
});

test.each([
  ["export", ["export_released"]],
  ["import", ["export_released"]],
  ["transit", ["export_released"]],
  ["both", []],
])("of a clearance the side that goods leave has a release of its own where both are declared: %s", (side, codes) => {
  expect(stepsLeftOut({ service: "customs", spec: { ...wireSpecExample, side }, isClientKnown: true })).toEqual(codes);
});

test("no other order is made without a step, for whomever it is, nor one whose request is read no longer", () => {
  for (const service of ["logistics", "customs", "inspection"] as const)
    expect(stepsLeftOut({ service, spec: {}, isClientKnown: true })).toEqual([]);
  expect(stepsLeftOut({ service: "payment", spec: { of: "before" }, isClientKnown: true })).toEqual([]);
});

test("what a payment cannot go without are the approval of its client, its money and its clearance", () => {
  const required = milestonesFor("payment").filter(({ isRequired }) => isRequired);
  expect(required.map(({ code }) => code)).toEqual(["kyc_approved", "funds_received", "compliance_cleared"]);
  expect(milestoneOf({ service: "payment" }, "funds_received")).toMatchObject({ isRequired: true });
});
