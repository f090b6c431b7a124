import { EXPORTER } from "@/domain/services/examples";
import { expect, test } from "vitest";
import { dealExample } from "@/domain/deals/deal-example";
import { instant, HOUR_MS, toIso } from "@/domain/shared/instant";
import { createDeal } from "@/server/deals/create-deal";
import { saveDraft } from "@/server/deals/drafts";
import { createRequest } from "@/server/requests/create-request";
import { newId } from "@/server/platform/new-id";
import { postingMarket, START } from "@/test/posting-market";
import { dealList, dealPage, ownDraft } from "../../deals/queries";
import { requestsInReview } from "./request-review";

const at = (hours: number) => toIso(instant(START + hours * HOUR_MS));

async function held() {
  const market = await postingMarket();
  await market.rule("first_requests_in_review", 1);
  const deal = await market.run(createDeal, market.actors.buyer, dealExample());
  if (deal.kind !== "done") throw new Error("the deal was not posted");
  const bidding = { mode: "sealed", closesAt: at(48), decideBy: at(72), currency: "CNY" };
  const spec = { side: "export", supervisionMode: "0110", ...EXPORTER };
  await market.run(createRequest, market.actors.buyer, {
    dealId: deal.value.id,
    service: "customs",
    spec,
    bidding,
    publish: true,
  });
  return { ...market, dealId: deal.value.id };
}

test("what waits for review is shown to administrators with its goods and spec, and to nobody else", async () => {
  const { database, actors } = await held();
  const shown = await requestsInReview(database.read, actors.administrator);
  expect(shown).toMatchObject([{ title: "Solar inverters", buyer: { id: "buyer" }, spec: { side: "export" } }]);
  for (const actor of [actors.buyer, actors.provider, actors.visitor])
    expect(await requestsInReview(database.read, actor)).toBeNull();
});

test("a deal, its list and its drafts are its buyer's only", async () => {
  const { database, actors, dealId, run } = await held();
  const now = START;
  const draftId = newId();
  await run(saveDraft, actors.buyer, { draftId, fields: { title: "Ours" } });
  expect(await ownDraft(database.read, actors.buyer, draftId)).toMatchObject({ title: "Ours" });
  expect(await dealPage(database.read, actors.buyer, { id: dealId, now })).toMatchObject({
    requests: [{ turn: { holder: "administrator" } }],
  });
  expect((await dealList(database.read, actors.viewer, { cursor: null, limit: 10, now })).items).toHaveLength(1);
  for (const actor of [actors.buyer2, actors.provider, actors.visitor, actors.administrator]) {
    expect(await dealPage(database.read, actor, { id: dealId, now })).toBeNull();
    expect((await dealList(database.read, actor, { cursor: null, limit: 10, now })).items).toEqual([]);
    expect(await ownDraft(database.read, actor, draftId)).toBeNull();
  }
});

test("the way of a deal stops at every place between its ends, its border crossed once", async () => {
  const { database, actors, dealId } = await held();
  const deal = await dealPage(database.read, actors.buyer, { id: dealId, now: START });
  const countries = deal?.stops.map((stop) => stop.country) ?? [];
  expect([deal?.stops[0]?.id, deal?.stops.at(-1)?.id]).toEqual(["CNYIU", "KZALA"]);
  expect(countries.filter((country, at) => at > 0 && (country === "CN") !== (countries[at - 1] === "CN"))).toHaveLength(
    1,
  );
  expect(deal?.stops.length).toBe((deal?.way.legs.length ?? 0) + 1);
});
