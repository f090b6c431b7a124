import { describe, expect, test } from "vitest";
import { dealExample, postingExample } from "@/domain/deals/deal-example";
import type { FormValues } from "@/domain/shared/form-state";
import { everyRefusal } from "@/domain/shared/result";
import { apiMarket, BIDDING, CUSTOMS } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { postingMarket, START } from "@/test/posting-market";
import { issueWords } from "../platform/form/issue-words";
import { createRequest } from "../requests/create-request";
import { createDeal } from "./create-deal";
import { examineDraft } from "./queries";

/** A posting of all four services in which nothing is wrong. */
const FOUR: FormValues = {
  wanted: ["logistics", "payment", "customs", "inspection"],
  "services.logistics.equipment": "tilt_136",
  "services.logistics.equipmentCount": "1",
  "services.logistics.pickupFrom": "2026-12-10",
  "services.logistics.pickupTo": "2026-12-12",
  "services.payment.need": "fx_conversion",
  "services.payment.payerCurrency": "KZT",
  "services.payment.payeeCurrency": "CNY",
  "services.payment.amount": "100",
  "services.payment.amountCurrency": "CNY",
  "services.inspection.type": "factory_audit",
  "services.inspection.date": "2026-12-08",
  "services.inspection.factoryAddress": "Yiwu",
};

async function told(changes: FormValues): Promise<string[]> {
  const { database } = await postingMarket();
  const fields = postingExample({ ...FOUR, ...changes });
  const { issues } = await examineDraft(database.read, { organisationId: "buyer", fields, now: START });
  return issues.map((issue) => `${issue.field} ${"code" in issue ? issue.code : issueWords(issue.schema).key}`).sort();
}

describe("a posting of four services", () => {
  test("that is right has nothing to mend", async () => {
    expect(await told({})).toEqual([]);
  });

  test("is told seven faults of as many kinds in one answer: an amount, a hub, what a mode carries, a haul, what lets border trade through, a past day, a window of bidding", async () => {
    const changes = {
      goodsValue: "much",
      hubId: "atlantis",
      mode: "air",
      "services.logistics.haul": "fcl",
      "services.customs.supervisionMode": "4019",
      "services.inspection.date": "2025-01-01",
      decideBy: "2026-11-28T17:00",
    };
    expect(await told(changes)).toEqual([
      "decideBy decides_before_close",
      "goodsValue amount_malformed",
      "hubId hub_unknown",
      "services.customs.supervisionMode supervision_mode_land_only",
      "services.inspection.date day_past",
      "services.logistics.equipment equipment_not_of_mode",
      "services.logistics.haul unknown_choice",
    ]);
  });

  test.each<[string, FormValues, string[]]>([
    [
      "a missing day of readiness",
      { readyDate: "", "services.logistics.equipment": "platform_wagon" },
      ["readyDate required", "services.logistics.equipment equipment_not_of_mode"],
    ],
    [
      "a malformed weight",
      { "cargo[0].grossWeightKg": "heavy", "services.customs.certificates": ["origin_form_e"] },
      ["cargo[0].grossWeightKg measure_malformed", "services.customs.certificates origin_paper_not_for_country"],
    ],
    [
      "a malformed HS code",
      { "cargo[0].hsCode": "85", "services.logistics.equipmentCount": "1", "cargo[0].volumeCbm": "400" },
      ["cargo[0].hsCode hs_code_malformed", "services.logistics.equipmentCount volume_exceeded"],
    ],
    [
      "a missing origin",
      { originId: "", "cargo[0].hsCode": "9302.00", incotermRule: "FOB" },
      ["cargo[0].hsCode arms_hs93", "incotermRule incoterm_not_for_mode", "originId required"],
    ],
    [
      "a malformed field of a service",
      {
        "services.logistics.equipmentCount": "one",
        "services.logistics.pickupTo": "2026-12-09",
        "services.payment.amount": "much",
        "services.payment.lockMinutes": "30",
        "services.payment.payerCurrency": "CNY",
      },
      [
        "services.logistics.equipmentCount number_malformed",
        "services.logistics.pickupTo window_inverted",
        "services.payment.amount amount_malformed",
        "services.payment.lockMinutes lock_without_exchange",
        "services.payment.payeeCurrency one_currency",
      ],
    ],
    [
      "a malformed close",
      { closesAt: "soon", decideBy: "2027-11-28T17:00", feedback: "rank" },
      ["closesAt time_malformed", "decideBy window_too_long", "feedback feedback_of_sealed"],
    ],
  ])("%s hides no rule that does not read it", async (_, changes, expected) => {
    expect(await told(changes)).toEqual(expected);
  });
});

type Told = { readonly code: string; readonly pointer?: string; readonly details?: { readonly rule?: string } };

/** What an answer of the API tells of malformed members and of broken rules, each at its pointer. */
function pointed({ body }: { readonly body: unknown }): string[] {
  const { issues = [], others = [] } = body as { readonly issues?: readonly Told[]; readonly others?: readonly Told[] };
  return [...issues, ...others].map(({ code, pointer, details }) => `${pointer} ${details?.rule ?? code}`).sort();
}

describe("over the API a body that cannot be read", () => {
  test("of a deal is told what its readable members break as well, each with its pointer", async () => {
    const market = await apiMarket();
    const [line, ...lines] = dealExample().cargo;
    const body = {
      ...dealExample({ hubId: "atlantis", incoterm: { rule: "FOB", place: "call 13857912345" } }),
      title: 7,
      goodsValue: "much",
      cargo: [{ ...line, packages: "many", hsCode: "999999", volumeCm3: undefined }, ...lines],
    };
    const answered = await market.call(createDeal, { as: "buyer", body });
    expect(answered).toMatchObject({ status: 422, body: { code: "invalid" } });
    expect(pointed(answered)).toEqual([
      "/cargo/0/hsCode hs_not_in_hs2022",
      "/cargo/0/packages number_malformed",
      "/cargo/0/volumeCm3 volume_missing",
      "/goodsValue malformed",
      "/hubId hub_unknown",
      "/incoterm/place contact_in_text",
      "/incoterm/rule incoterm_not_for_mode",
      "/title malformed",
    ]);
  });

  test("of a request is told what its spec, its bidding and its readable times break as well", async () => {
    const market = await apiMarket();
    const dealId = await steps(market).deal();
    const bidding = {
      ...BIDDING,
      currency: "gold",
      closesAt: BIDDING.decideBy,
      feedback: "rank",
      visibility: "invited",
    };
    const spec = { ...CUSTOMS, hsLines: "few", exporterCode: "1", remarks: "call 13857912345" };
    const body = { dealId, service: "customs", spec, bidding, publish: true };
    const answered = await market.call(createRequest, { as: "buyer", body });
    expect(pointed(answered)).toEqual([
      "/bidding/currency unknown_choice",
      "/bidding/decideBy decides_before_close",
      "/bidding/feedback feedback_of_sealed",
      "/bidding/invitedIds nobody_invited",
      "/spec/exporterCode exporter_code_wrong",
      "/spec/hsLines number_malformed",
      "/spec/remarks contact_in_text",
    ]);
  });

  test("is told the rules of its bidding where its service is unknown, and nothing of a deal that is not its sender's", async () => {
    const market = await apiMarket();
    const dealId = await steps(market).deal();
    const body = { dealId, service: "magic", spec: {}, bidding: { ...BIDDING, feedback: "rank" }, publish: true };
    const own = await market.call(createRequest, { as: "buyer", body });
    expect(pointed(own)).toEqual(["/bidding/feedback feedback_of_sealed", "/service malformed"]);
    const foreign = await market.call(createRequest, { as: "buyer2", body });
    expect(pointed(foreign)).toEqual(["/service malformed", "undefined not_found"]);
  });
});

test("a deal that can be read is refused for all that its rules, its ends and its way break at once", async () => {
  const { run, actors } = await postingMarket();
  const deal = dealExample({ originId: "XX", readyDate: "2026-12-10", incoterm: { rule: "FOB", place: "Almaty" } });
  const outcome = await run(createDeal, actors.buyer, deal);
  const refusals = outcome.kind === "refused" ? everyRefusal(outcome.refusal) : [];
  expect(refusals.map(({ code, details }) => [code, details?.rule, details?.field])).toEqual([
    ["place_unknown", undefined, "originId"],
    ["deal_invalid", "incoterm_not_for_mode", "incoterm.rule"],
  ]);
});
