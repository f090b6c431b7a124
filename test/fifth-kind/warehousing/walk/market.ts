import { expect, test } from "vitest";
import { postingExample } from "@/domain/deals/deal-example";
import { apiMarket, bidBody, type Holder, BIDDING } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { listBids } from "@/server/bidding/api";
import { getProvider } from "@/server/catalogue/api";
import { acceptOrder } from "@/server/orders/accept-order";
import { reportMilestone } from "@/server/orders/report-milestone";
import { getRequest, listRequests } from "@/server/requests/api";
import { createRequest } from "@/server/requests/create-request";
import { getTrafficShare } from "@/server/hubs/api";
import { publishDraft } from "@/server/deals/create-deal";
import { saveDraft } from "@/server/deals/drafts";
import { newId } from "@/server/platform/platform";

const SPEC = { store: "bonded", from: "2026-12-10", days: 12, remarks: "On pallets" };

const storage = (minor: number) =>
  bidBody(0, {
    charges: [{ code: "BST", basis: "cbm", unitPrice: { minor, currency: "CNY" } }],
    terms: { freeDays: 3 },
  });

test("it is posted, bid on, opened, awarded and carried out over the API", async () => {
  const market = await apiMarket();
  for (const provider of ["provider", "provider2"]) await market.list(provider, "warehousing");
  const { call } = market;
  const step = steps(market);
  const dealId = await step.deal();
  const early = { dealId, service: "warehousing", spec: { ...SPEC, from: "2026-11-01" }, bidding: BIDDING };
  expect((await call(createRequest, { as: "buyer", body: early })).status).toBe(422);
  const requestId = await step.request(dealId, { service: "warehousing", spec: SPEC });
  const bidId = await step.bid(requestId, "provider", storage(1_500));
  await step.bid(requestId, "provider2", storage(1_900));
  const read = async (as: Holder) => (await call(listBids, { as, params: { requestId } })).body;
  expect(await read("buyer")).toMatchObject({ items: [], count: 2 });
  await step.close(requestId);
  expect(await read("buyer")).toMatchObject({ items: [{ id: bidId, terms: { freeDays: 3 } }, {}] });
  expect((await call(getRequest, { as: "buyer", params: { requestId } })).body).toMatchObject({
    spec: { ...SPEC, daysMilli: 12_000 },
  });

  const { orders } = await step.award(requestId, bidId);
  const params = { orderId: orders[0] as string };
  const report = (code: string) =>
    call(reportMilestone, {
      ...{ as: "provider", params },
      body: { code, occurredAt: "2026-11-24T07:30:00Z", note: "", fileIds: [] },
    });
  // Its own work in the order is asked, whoever reports the step.
  expect((await report("handed_out")).status).toBe(409);
  for (const code of ["space_kept", "taken_in", "handed_out"]) {
    const reported = await report(code);
    expect(reported.status, reported.text).toBe(201);
  }
  expect((await call(acceptOrder, { as: "buyer", params })).body).toMatchObject({ state: "completed" });
  expect((await call(getProvider, { params: { providerId: "provider" } })).body).toMatchObject({
    completedOrders: { warehousing: 1 },
  });
  const query = { from: "2026-11", to: "2026-11", service: "warehousing" };
  expect((await call(getTrafficShare, { as: "admin", query })).body).toMatchObject({ rows: [{ count: 1 }] });
});

test("it is posted by the form beside another service, and its rules speak at its fields", async () => {
  const market = await apiMarket();
  await market.list("provider", "warehousing");
  const fields = (from: string) =>
    postingExample({
      wanted: ["customs", "warehousing"],
      "services.warehousing.store": "cold",
      "services.warehousing.from": from,
      "services.warehousing.days": "30",
    });
  const draftId = newId();
  const kept = await market.run(saveDraft, market.actors.buyer, { draftId, fields: fields("2026-12-01") });
  expect(kept.kind).toBe("done");
  expect(await market.run(publishDraft, market.actors.buyer, { draftId, version: 1 })).toMatchObject({
    kind: "refused",
    refusal: { code: "draft_incomplete", details: { first: "services.warehousing.from" } },
  });
  const mended = await market.run(saveDraft, market.actors.buyer, {
    draftId,
    fields: fields("2026-12-12"),
  });
  expect(mended.kind, JSON.stringify(mended)).toBe("done");
  const published = await market.run(publishDraft, market.actors.buyer, { draftId, version: 2 });
  expect(published, JSON.stringify(published)).toMatchObject({ kind: "done" });
  const listed = await market.call(listRequests, { as: "provider", query: { service: "warehousing" } });
  expect((listed.body as { items: unknown[] }).items).toHaveLength(1);
});
