import { describe, expect, test } from "vitest";
import { shipmentExample, TRANSIT } from "./examples";
import { kindOf } from "./registry";
import { ruleOf, specCheck, specSoFar } from "./spec-rule";
import { specIssue } from "./spec-issue";
import type { Service } from "../shared/vocabulary";

type Spec = { readonly count: number; readonly note?: string };

const rule = ruleOf<Spec>();
const check = specCheck<Spec>(
  [{ path: "note", code: "note_missing", isDue: () => true }],
  [
    rule(["count"], ({ count }) => (count > 1 ? [specIssue("count", "too_many")] : [])),
    rule(["count", "deal.mode"], ({ count }, { mode }) =>
      count > 1 && mode === "road" ? [specIssue("count", "too_many_by_road"), specIssue("mode", "not_by_road")] : [],
    ),
  ],
);
const codes = (issues: readonly { readonly message: string }[]) =>
  issues.map(({ message }) => message.replace("issue.", ""));

describe("a rule of a spec", () => {
  test.each<[string, string[], string[]]>([
    ["everything", [], ["note_missing", "too_many", "not_by_road"]],
    ["all but the mode", ["deal.mode"], ["note_missing", "too_many"]],
    ["all but the count", ["count"], ["note_missing"]],
    [
      "all but a member that no rule reads",
      ["deal.readyDate", "deal.cargo.hsCode"],
      ["note_missing", "too_many", "not_by_road"],
    ],
  ])("is held where %s is read, and of several at one member the first is told", (_, unread, expected) => {
    expect(codes(check({ count: 2 }, shipmentExample(), new Set(unread)))).toEqual(expected);
  });

  test("takes nothing for missing that was given and cannot be read", () => {
    const { specSchema, checkSpec } = kindOf("inspection");
    const wire = { type: "pre_shipment", factoryAddress: "Yiwu", date: "2026-12-10", lotSize: "many", level: 7 };
    const { spec, unread } = specSoFar(specSchema, wire);
    expect([...unread].sort()).toEqual(["level", "lotSize"]);
    expect(codes(checkSpec(spec, shipmentExample(), unread))).toEqual(["aql_missing"]);
  });
});

test.each<[string, Service, object, string[], string[]]>([
  [
    "an exporter without its name",
    "customs",
    { side: "import", exporterOfRecord: { country: "KP" }, exporterCode: "123" },
    ["exporterOfRecord.name"],
    ["embargoed_country"],
  ],
  [
    "an exporter whose country cannot be read",
    "customs",
    { side: "import", exporterOfRecord: { name: "A", country: "China" }, exporterCode: "123" },
    ["exporterOfRecord.country"],
    [],
  ],
  [
    "an importer without its name",
    "customs",
    { side: "export", importerOfRecord: { country: "RU", taxId: "123", kpp: "1" } },
    ["importerOfRecord.name"],
    ["tax_number_length", "kpp_of_russian_company"],
  ],
  [
    "a payee without its name",
    "payment",
    { need: "supplier_payment", payeeCountry: "CN", payee: { name: "", bic: "wrong", bik: "1" } },
    ["payee.name"],
    ["bik_malformed", "bic_malformed"],
  ],
])("of %s all else that its group says is held to its rules", (_, service, wire, members, expected) => {
  const { specSchema, checkSpec } = kindOf(service);
  const { spec, unread } = specSoFar(specSchema, wire);
  for (const member of members) expect([...unread]).toContain(member);
  const told = codes(checkSpec(spec, shipmentExample(), new Set([...unread, "deal.direction"])));
  const ofGroup = told.filter((code) => /country|code_wrong|number|kpp|bi[ck]/.test(code));
  expect(ofGroup).toEqual(expected);
});

const WINDOW = { pickupFrom: "2026-12-12", pickupTo: "2026-12-10" };

test.each<[Service, string, object, string[], string[]]>([
  [
    "logistics",
    "a malformed count",
    { equipment: "platform_wagon", equipmentCount: "two", ...WINDOW },
    [],
    ["window_inverted", "equipment_not_of_mode"],
  ],
  [
    "logistics",
    "an unread mode",
    { equipment: "platform_wagon", ...WINDOW, deliveryFrom: "2026-12-01" },
    ["deal.mode"],
    ["window_inverted", "delivery_before_pickup"],
  ],
  [
    "logistics",
    "an unread HS code",
    { equipment: "tilt_136", pickupFrom: "2026-12-12", pickupTo: "2026-12-14", haul: "multimodal" },
    ["deal.cargo.hsCode"],
    ["haul_keeps_to_mode"],
  ],
  [
    "customs",
    "an unread value of the goods",
    { side: "export", supervisionMode: "4019", exporterCode: "1" },
    ["deal.goodsValue"],
    ["exporter_missing", "exporter_code_wrong"],
  ],
  [
    "customs",
    "a malformed number of lines",
    { side: "transit", transit: TRANSIT, supervisionMode: "0110", hsLines: "few" },
    [],
    ["supervision_mode_outside_china"],
  ],
  [
    "payment",
    "a malformed number of payouts",
    {
      need: "fx_conversion",
      payerCurrency: "CNY",
      payeeCurrency: "CNY",
      amount: { minor: 1, currency: "USD" },
      payouts: "some",
    },
    [],
    ["amount_currency", "one_currency"],
  ],
  [
    "payment",
    "an unread ready date",
    {
      need: "letter_of_credit",
      payerCurrency: "KZT",
      payeeCurrency: "CNY",
      amount: { minor: 1, currency: "CNY" },
      latestShipment: "2026-12-20",
      creditExpiry: "2026-12-10",
      lockMinutes: "x",
    },
    ["deal.readyDate"],
    ["shipment_after_expiry"],
  ],
  [
    "inspection",
    "a malformed lot",
    {
      type: "pre_shipment",
      factoryAddress: "Yiwu",
      date: "2026-12-10",
      level: "II",
      aqlPreset: "x",
      lotSize: "many",
      madePercent: 50,
      packedPercent: 10,
    },
    [],
    ["not_all_made", "packed_too_little"],
  ],
])("%s: %s does not hide what else is wrong", (service, _, wire, unreadDeal, expected) => {
  const { specSchema, checkSpec } = kindOf(service);
  const { spec, unread } = specSoFar(specSchema, wire);
  const found = codes(checkSpec(spec, shipmentExample({ mode: "road" }), new Set([...unread, ...unreadDeal])));
  expect(found.filter((code) => !/payee|bic|account/.test(code))).toEqual(expected);
});
