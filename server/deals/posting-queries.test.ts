import type { StoredDraft } from "@/db/repositories/deal-drafts";
import type { FormValues } from "@/domain/shared/form-state";
import { expect, test } from "vitest";
import { postingExample } from "@/domain/deals/deal-example";
import { postingMarket, START } from "@/test/posting-market";
import { enterHubState } from "../hubs/enter-hub-state";
import { checkedPosting, chosenWay, examineDraft, postingOptions, waysOfPosting } from "./posting-queries";

test("the ways shown are one of each hub, the suggested one first with its reason and the wait of the month", async () => {
  const { database } = await postingMarket();
  const ways = await waysOfPosting(database.read, postingExample(), START);
  expect(ways[0]).toMatchObject({
    hub: { id: "horgos" },
    reason: { code: "fastest_by_days" },
    borderWait: { month: 12 },
  });
  expect(ways.length).toBeGreaterThan(1);
  expect(ways.slice(1).every((way) => way.reason === null)).toBe(true);
  expect(new Set(ways.map((way) => way.hub.id)).size).toBe(ways.length);
  expect(ways.map((way) => way.days.min)).toEqual([...ways.map((way) => way.days.min)].sort((a, b) => a - b));
});

test.each([
  ["no ends", { originId: "", destinationId: "" }],
  ["an end nobody knows", { originId: "XX" }],
  ["no mode", { mode: "" }],
  ["both ends in China", { destinationId: "CNYIU" }],
])("with %s there is no way, and no fault", async (_, changes) => {
  const { database } = await postingMarket();
  expect(await waysOfPosting(database.read, postingExample(changes), START)).toEqual([]);
});

test("who can be invited has a listing and is not the buyer", async () => {
  const { database, actors, list } = await postingMarket();
  await list("provider", "customs");
  await list("buyer", "customs");
  const options = await postingOptions(database.read, actors.buyer);
  expect(options.providers).toMatchObject([{ id: "provider", services: ["customs"] }]);
});

test("a posting with nothing to mend has a plan; an empty one names gaps in all four parts", async () => {
  const { database } = await postingMarket();
  const examined = await examineDraft(database.read, { organisationId: "buyer", fields: postingExample(), now: START });
  expect(examined.issues).toEqual([]);
  expect(examined.plan).toMatchObject({ hubId: "horgos", hubChoice: "any" });
  const empty = await examineDraft(database.read, { organisationId: "buyer", fields: {}, now: START });
  const fields = empty.issues.map((issue) => issue.field);
  expect(fields).toEqual(expect.arrayContaining(["title", "cargo[0].hsCode", "wanted", "closesAt"]));
});

test.each([
  ["2026-12-14", ["loading_after_pickup"]],
  ["2026-12-13", []],
])(
  "a loading that is watched on %s of goods fetched by 13 December is warned of on the check page: %j",
  async (date, keys) => {
    const { database } = await postingMarket();
    const fields = postingExample({
      wanted: ["logistics", "inspection"],
      "services.inspection.type": "container_loading",
      "services.inspection.factoryAddress": "Yiwu, Industry Road 18",
      "services.inspection.date": date,
      "services.logistics.equipment": "tilt_136",
      "services.logistics.equipmentCount": "1",
      "services.logistics.pickupFrom": "2026-12-11",
      "services.logistics.pickupTo": "2026-12-13",
    });
    const draft = { id: "draft", organisationId: "buyer", fields } as unknown as StoredDraft;
    const checked = await checkedPosting(database.read, draft, START);
    const inspection = checked?.services.find(({ service }) => service === "inspection");
    expect(inspection?.warnings.map(({ key }) => key)).toEqual(keys);
  },
);

test("the chosen hub is shown with the wait that is expected there, beside the best other hub with its days and kilometres", async () => {
  const { database, actors, run } = await postingMarket();
  const fields = postingExample({ readyDate: "2026-11-24", hubId: "horgos" });
  const before = await chosenWay(database.read, fields, START);
  expect(before).toMatchObject({
    hub: { id: "horgos" },
    borderWait: { month: 11 },
    other: { hub: { id: "alashankou" } },
  });
  const state = { hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, source: "Port authority" };
  expect(await run(enterHubState, actors.administrator, state)).toMatchObject({ kind: "done" });
  const after = await chosenWay(database.read, fields, START);
  expect(after?.borderWait).toMatchObject({ hours: 51.4, basis: "board", asOf: START });
  // 59.4 hours were 2.48 days, 51.4 are 2.14: 0.34 days less here, so as many more through the other one.
  expect(after?.other?.daysMore).toBeCloseTo((before?.other?.daysMore ?? 0) + 0.34, 5);
  expect(after?.other?.kmMore).toBe(before?.other?.kmMore);
});

test("for any hub the one that would be taken is shown, and another once the queue there is too long", async () => {
  const { database, actors, run } = await postingMarket();
  const fields = postingExample({ readyDate: "2026-11-24" });
  expect((await chosenWay(database.read, fields, START))?.hub.id).toBe("horgos");
  const state = { hubId: "horgos", mode: "road", backlog: 7_000, throughputPerDay: 700, source: "Port authority" };
  expect(await run(enterHubState, actors.administrator, state)).toMatchObject({ kind: "done" });
  expect((await chosenWay(database.read, fields, START))?.hub.id).toBe("alashankou");
  const examined = await examineDraft(database.read, { organisationId: "buyer", fields, now: START });
  expect(examined.plan).toMatchObject({ hubId: "alashankou" });
  expect(await chosenWay(database.read, postingExample({ mode: "" }), START)).toBeNull();
});

test("what is forbidden or impossible is told at the field that it is typed in", async () => {
  const { database } = await postingMarket();
  const told = async (changes: FormValues) => {
    const fields = postingExample(changes);
    const { issues } = await examineDraft(database.read, { organisationId: "buyer", fields, now: START });
    return issues.map((issue) => `${issue.field} ${"code" in issue ? issue.code : issue.schema.message}`);
  };
  expect(await told({})).toEqual([]);
  expect(await told({ "cargo[0].hsCode": "999999" })).toEqual(["cargo[0].hsCode hs_not_in_hs2022"]);
  expect(await told({ "cargo[0].hsCode": "9302.00" })).toEqual(["cargo[0].hsCode arms_hs93"]);
  expect(await told({ "cargo[0].hsCode": "8507.60" })).toEqual(["cargo[0].unNumber dg_answer_missing"]);
  const asClass3 = { "cargo[0].unNumber": "3480", "cargo[0].hazardClass": "3" };
  expect(await told(asClass3)).toEqual(["cargo[0].hazardClass dg_class_mismatch"]);
  const haul = { wanted: ["logistics"], "services.logistics.equipment": "20gp" };
  const windows = { "services.logistics.pickupFrom": "2026-12-10", "services.logistics.pickupTo": "2026-12-12" };
  expect(await told({ ...haul, ...windows })).toEqual(["services.logistics.equipmentCount volume_exceeded"]);
  const audit = { "services.inspection.type": "factory_audit", "services.inspection.factoryAddress": "Yiwu" };
  const lastYear = { wanted: ["inspection"], ...audit, "services.inspection.date": "2025-01-01" };
  expect(await told(lastYear)).toEqual(["services.inspection.date day_past"]);
  const formE = { "services.customs.certificates": ["origin_form_e"] };
  expect(await told(formE)).toEqual(["services.customs.certificates origin_paper_not_for_country"]);
});

test("a first check tells everything that does not wait for another fault", async () => {
  const { database } = await postingMarket();
  const fields = postingExample({
    title: "Lamps, call 13857912345",
    readyDate: "2026-11-01",
    incotermRule: "FOB",
    hubId: "pingxiang",
    goodsValue: "much",
    "cargo[0].packages": "",
    "cargo[0].hsCode": "999999",
    wanted: ["logistics", "payment", "customs", "inspection"],
    "services.logistics.equipment": "tilt_136",
    "services.logistics.pickupFrom": "2026-12-12",
    "services.logistics.pickupTo": "2026-12-10",
    "services.payment.need": "supplier_payment",
    "services.payment.payerCurrency": "USD",
    "services.payment.payeeCurrency": "CNY",
    "services.payment.amount": "100",
    "services.customs.exporterCode": "330796000",
    "services.inspection.type": "factory_audit",
    "services.inspection.date": "2025-01-01",
    "services.inspection.factoryAddress": "Yiwu",
  });
  const { issues } = await examineDraft(database.read, { organisationId: "buyer", fields, now: START });
  const told = issues.map((issue) => `${issue.field} ${"code" in issue ? issue.code : issue.schema.message}`);
  const expected = [
    "title contact_in_text",
    "readyDate ready_date_past",
    "incotermRule incoterm_not_for_mode",
    "hubId no_way",
    "goodsValue amount_malformed",
    "cargo[0].hsCode hs_not_in_hs2022",
    "services.logistics.pickupTo window_inverted",
    "services.payment.amountCurrency currency_missing",
    "services.payment.payeeCountry payee_country_missing",
    "services.payment.payeeName payee_missing",
    "services.payment.payeeBank payee_bank_missing",
    "services.payment.payeeBic bic_missing",
    "services.payment.payeeAccount account_missing",
    "services.customs.exporterCode exporter_code_wrong",
    "services.inspection.date day_past",
  ];
  expect(told).toEqual(expect.arrayContaining(expected));
  const packages = issues.filter(({ field }) => field === "cargo[0].packages");
  expect([packages.length, issues.length]).toEqual([1, expected.length + 1]);
});
