import { expect, test } from "vitest";
import { apiMarket } from "@/test/api-market";
import { tradeToOrder } from "@/test/api-steps";
import { enterDocument } from "../documents/enter-document";
import { getDocuments } from "../documents/api";

const LIST = enterDocument.http?.example as { kind: string; fields: object };
const WAYBILL = {
  kind: "cmr",
  number: "CMR-7",
  date: "2026-12-10",
  fields: { packages: 400, grossWeightGrams: 11_200_000, consignee: "Altyn Trade", vehicle: "京A12345" },
};

type Answer = {
  readonly readiness: { state: string; missing: number; blocked: number; borderDay: string };
  readonly documents: readonly {
    kind: string;
    state: string;
    provider: string;
    reasons: readonly object[];
    entries: readonly object[];
  }[];
  readonly findings: readonly object[];
  readonly leftOut: readonly { ruleId: string; because: readonly string[] }[];
};

async function traded() {
  const market = await apiMarket();
  const { dealId } = await tradeToOrder(market);
  const read = async (as: "buyer" | "provider" | "provider2" = "buyer") => {
    const answered = await market.call(getDocuments, { as, params: { dealId } });
    return { status: answered.status, body: answered.body as Answer };
  };
  const enter = (as: "buyer" | "provider" | "provider2", body: object, key?: string) =>
    market.call(enterDocument, { as, params: { dealId }, body, ...(key ? { key } : {}) });
  return { market, dealId, read, enter };
}

test("a deal to Kazakhstan by road needs its papers by rule, each with its provider, reason and source", async () => {
  const { read } = await traded();
  const { status, body } = await read();
  expect(status).toBe(200);
  expect(body.readiness).toMatchObject({ state: "missing", missing: body.documents.length, blocked: 0 });
  expect(body.documents.map(({ kind, state, provider }) => [kind, state, provider])).toEqual([
    ["sales_contract", "missing", "buyer"],
    ["commercial_invoice", "missing", "buyer"],
    ["packing_list", "missing", "buyer"],
    ["cmr", "missing", "logistics"],
    ["export_declaration", "missing", "customs"],
    ["import_declaration", "missing", "customs"],
    ["power_of_attorney", "missing", "buyer"],
    ["eac_declaration", "missing", "buyer"],
  ]);
  for (const { kind, reasons } of body.documents) {
    // The contract has two: the supervision mode in China, and the customs of the Union.
    const reason = expect.objectContaining({ source: expect.any(String), note: expect.any(String) });
    expect(reasons).toEqual(kind === "sales_contract" ? [reason, reason] : [reason]);
  }
  expect(body.leftOut.find(({ ruleId }) => ruleId === "spot_ru_road")?.because).toEqual([
    "destinationCountries",
    "transitCountries",
  ]);
  expect(body.readiness.borderDay > "2026-12-10").toBe(true);
});

test("the buyer and the broker of the order see and enter papers; a bidder who lost does not find them", async () => {
  const { read, enter } = await traded();
  expect(await enter("buyer", LIST)).toMatchObject({ status: 201, body: { version: 1 } });
  expect((await enter("provider", { ...LIST, kind: "packing_list", number: "PL-2" })).status).toBe(201);
  expect(await enter("provider", WAYBILL)).toMatchObject({ status: 403, body: { code: "document_not_yours" } });
  expect(await enter("buyer", LIST)).toMatchObject({ status: 409, body: { code: "document_exists" } });
  const { body } = await read("provider");
  expect(body.documents.find(({ kind }) => kind === "packing_list")?.entries).toHaveLength(2);
  expect(JSON.stringify(body), "who entered a paper is told as a part in the deal").not.toMatch(/OrganisationId/);
  expect((await read("provider2")).status).toBe(404);
  expect((await enter("provider2", { ...LIST, number: "PL-3" })).status).toBe(404);
});

test("a packing list against a waybill of another weight is blocked, with both values", async () => {
  const { read, enter } = await traded();
  await enter("buyer", {
    ...LIST,
    fields: { ...LIST.fields, grossWeightGrams: 12_400_000, lines: [{ description: "Inverters" }] },
  });
  await enter("buyer", { ...WAYBILL, fields: { ...WAYBILL.fields, grossWeightGrams: 12_040_000 } });
  const { body } = await read();
  expect(body.readiness).toMatchObject({ state: "blocked", blocked: 2, missing: 6 });
  expect(body.findings[0]).toMatchObject({
    rule: "weight_equal",
    severity: "blocked",
    left: { source: "packing_list", stated: { as: "weight", grams: 12_400_000 } },
    right: { source: "cmr", stated: { as: "weight", grams: 12_040_000 } },
  });
});

test("the same key enters a paper once, and the replay says so", async () => {
  const { read, enter } = await traded();
  const first = await enter("buyer", LIST, "k");
  const second = await enter("buyer", LIST, "k");
  expect(second.text).toBe(first.text);
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect((await read()).body.documents.find(({ kind }) => kind === "packing_list")?.entries).toHaveLength(1);
});

test("a malformed paper is named at its field", async () => {
  const { enter } = await traded();
  const answered = await enter("buyer", { ...LIST, fields: { ...LIST.fields, packages: 0 } });
  expect(answered).toMatchObject({
    status: 422,
    body: { code: "invalid", issues: [{ path: "fields.packages" }] },
  });
});
