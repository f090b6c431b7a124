import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { toIso } from "@/domain/shared/time";
import { biddingMarket, CLOSES, DECIDES, done } from "@/test/bidding-market";
import { SPECS } from "@/test/four-kinds";
import { cancelRequest } from "./cancel-request";
import { changeRequest } from "./change-request";
import { createRequest } from "./create-request";

const HAUL = { ...SPECS.logistics, equipment: "tilt_136", temperature: undefined, deliveryTo: undefined };
const loadingOn = (date: string) => ({
  ...{ type: "container_loading", factoryAddress: "Yiwu, Industry Road 18", date },
});
const haulUntil = (pickupTo: string) => ({ ...HAUL, pickupTo });

/** A deal whose buyer asks for services one after the other, as programs do. */
async function market() {
  const of = await biddingMarket();
  const bidding = { mode: "open", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
  const ask = (service: string, spec: object, publish = false) =>
    of.run(createRequest, of.actors.buyer, { dealId: of.dealId, service, spec, bidding, publish });
  const change = (requestId: string, spec: object) =>
    of.run(changeRequest, of.actors.buyer, { requestId, spec, reason: "Plans moved" });
  return { ...of, asks: ask, change };
}

const refused = (field: string, rule: string) => ({
  refusal: { code: "spec_invalid", details: { field: `spec.${field}`, rule } },
});
const DONE = { kind: "done" };

test("an inspection after the pick-up's last day is refused where it is added to the deal, and taken on that day", async () => {
  const of = await market();
  await of.ask("logistics", haulUntil("2026-12-13"));
  expect(await of.asks("inspection", loadingOn("2026-12-14"))).toMatchObject(refused("date", "loading_after_pickup"));
  expect(await of.asks("inspection", loadingOn("2026-12-13"))).toMatchObject(DONE);
});

test("a loading is watched before its day only by the request's own word", async () => {
  const of = await market();
  await of.ask("logistics", haulUntil("2026-12-13"));
  const early = { ...loadingOn("2026-12-12"), loadingDate: "2026-12-13" };
  expect(await of.asks("inspection", early)).toMatchObject(refused("isVisitEarly", "visit_before_loading"));
  expect(await of.asks("inspection", loadingOn("2026-12-10"))).toMatchObject(
    refused("isVisitEarly", "loading_before_pickup"),
  );
  expect(await of.asks("inspection", { ...early, isVisitEarly: true })).toMatchObject(DONE);
});

test("a body that is malformed elsewhere is told of it too", async () => {
  const of = await market();
  await of.ask("logistics", haulUntil("2026-12-13"));
  const told = await of.asks("inspection", { ...loadingOn("2026-12-14"), remarks: 7 });
  expect(JSON.stringify(told)).toContain("loading_after_pickup");
});

test("a haul that fetches before the inspection is refused where it is added after it", async () => {
  const of = await market();
  await of.ask("inspection", loadingOn("2026-12-14"));
  expect(await of.asks("logistics", haulUntil("2026-12-13"))).toMatchObject(
    refused("pickupTo", "pickup_before_inspection"),
  );
  expect(await of.asks("logistics", haulUntil("2026-12-14"))).toMatchObject(DONE);
});

test.each([false, true])(
  "neither of the two is changed to what the other makes impossible, published: %s",
  async (publish) => {
    const of = await market();
    const { id: haul } = done(await of.asks("logistics", haulUntil("2026-12-13"), publish));
    const { id: inspection } = done(await of.asks("inspection", loadingOn("2026-12-13"), publish));
    expect(await of.change(inspection, loadingOn("2026-12-14"))).toMatchObject(refused("date", "loading_after_pickup"));
    expect(await of.change(haul, haulUntil("2026-12-12"))).toMatchObject(
      refused("pickupTo", "pickup_before_inspection"),
    );
    expect(await of.change(haul, haulUntil("2026-12-14"))).toMatchObject(DONE);
    expect(await of.change(inspection, loadingOn("2026-12-14"))).toMatchObject(DONE);
  },
);

test("what stood between two requests before is no reason to refuse a change of something else", async () => {
  const of = await market();
  const haul = await of.ask("logistics", haulUntil("2026-12-14"));
  const inspection = await of.ask("inspection", loadingOn("2026-12-14"));
  await of.database.write((tx) =>
    tx
      .update(requests)
      .set({ spec: haulUntil("2026-12-13") })
      .where(eq(requests.id, haul)),
  );
  expect(await of.change(inspection, { ...loadingOn("2026-12-14"), remarks: "Ring at gate 2" })).toMatchObject(DONE);
  expect(await of.change(inspection, loadingOn("2026-12-15"))).toMatchObject(refused("date", "loading_after_pickup"));
});

test("a haul that was called off fetches nothing", async () => {
  const of = await market();
  const haul = await of.ask("logistics", haulUntil("2026-12-13"));
  expect(
    await of.run(cancelRequest, of.actors.buyer, { requestId: haul, reason: "Sold to somebody else" }),
  ).toMatchObject(DONE);
  expect(await of.asks("inspection", loadingOn("2026-12-14"))).toMatchObject(DONE);
});
