import type { Reader } from "@/db/database";
import type { StoredDraft } from "@/db/repositories/deal-drafts";
import type { FormValues } from "@/domain/shared/form-state";
import { expect, test } from "vitest";
import { dealExample, postingExample } from "@/domain/deals/deal-example";
import { postingMarket, START } from "@/test/posting-market";
import { enterHubState } from "../hubs/hub-state";
import {
  checkedPosting,
  chosenWay,
  comparedWays,
  dealList,
  dealPage,
  draftList,
  examineDraft,
  ownDraft,
  postingOptions,
  templateList,
  waysOfPosting,
} from "./queries";
import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { requests } from "@/db/schema/requests";
import { nextRequest } from "@/domain/deals/deal-turn";
import type { LineState } from "@/domain/shared/vocabulary";
import { biddingMarket, done } from "@/test/bidding-market";
import type { Actor } from "@/domain/access/policy";
import { SPECS } from "@/test/four-kinds";
import { HOUR_MS, later } from "@/domain/shared/time";
import { awardBids } from "../award/award-bids";
import { createDeal } from "./create-deal";
import { keepTemplate } from "./templates";
import { saveDraft } from "./drafts";
import { newId } from "../platform/platform";
import { requestPage } from "../requests/queries/request-page";
import { requestList } from "../requests/queries/requests";

test("the ways shown are one of each hub, the suggested one first with its reason and the wait of the month", async () => {
  const { database } = await postingMarket();
  const ways = waysOfPosting(await comparedWays(database.read, postingExample(), START));
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
  expect(waysOfPosting(await comparedWays(database.read, postingExample(changes), START))).toEqual([]);
});

test("who can be invited has a listing and is not the buyer", async () => {
  const { database, actors, list } = await postingMarket();
  await list("provider", "customs");
  await list("buyer", "customs");
  const options = await postingOptions(database.read, actors.buyer);
  expect(options.providers).toMatchObject([{ id: "provider", services: ["customs"] }]);
});

test("an airport is offered as an end where it was chosen, and only there", async () => {
  const { database, actors } = await postingMarket();
  const offered = async (chosen: readonly string[]) =>
    (await postingOptions(database.read, actors.buyer, chosen)).places.map(({ id }) => id);
  const airports = (ids: readonly string[]) => ids.filter((id) => id.endsWith("-AIR"));
  expect(airports(await offered([]))).toEqual([]);
  expect(airports(await offered(["CNPVG-AIR", "KZALA"]))).toEqual(["CNPVG-AIR"]);
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

/** Fields of a service under its own prefix. */
const named = (prefix: string, fields: object) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [prefix + name, value]));

/** A loading that is to be watched, of goods that are fetched from 11 to 13 December. */
const watchedLoading = (asked: object) =>
  postingExample({
    wanted: ["logistics", "inspection"],
    "services.inspection.type": "container_loading",
    "services.inspection.factoryAddress": "Yiwu, Industry Road 18",
    ...named("services.inspection.", asked),
    "services.logistics.equipment": "tilt_136",
    "services.logistics.equipmentCount": "1",
    "services.logistics.pickupFrom": "2026-12-11",
    "services.logistics.pickupTo": "2026-12-13",
  });

test.each([
  ["2026-12-14", {}, undefined],
  ["2026-12-13", {}, []],
  ["2026-12-10", {}, undefined],
  ["2026-12-10", { isVisitEarly: "on" }, ["loading_before_pickup"]],
  ["2026-12-11", { loadingDate: "2026-12-12" }, undefined],
  ["2026-12-11", { loadingDate: "2026-12-12", isVisitEarly: "on" }, []],
  ["2026-12-12", { loadingDate: "2026-12-12" }, []],
])(
  "a loading that is watched on %s with %j of goods fetched from 11 to 13 December is checked with the warnings %j",
  async (date, more, keys) => {
    const { database } = await postingMarket();
    const fields = watchedLoading({ date, ...more });
    const draft = { id: "draft", organisationId: "buyer", fields } as unknown as StoredDraft;
    const checked = await checkedPosting(database.read, draft, START);
    const inspection = checked?.services.find(({ service }) => service === "inspection");
    expect(inspection?.warnings.map(({ key }) => key)).toEqual(keys);
  },
);

test.each([
  [{ date: "2026-12-11", loadingDate: "2026-12-12" }, "visit_before_loading", { loadingDate: "2026-12-12" }],
  [{ date: "2026-12-10" }, "loading_before_pickup", { firstPickUpDay: "2026-12-11" }],
])(
  "a posting of a loading that is watched too early, %j, is asked at the box that says so",
  async (asked, code, values) => {
    const { database } = await postingMarket();
    const of = { organisationId: "buyer", fields: watchedLoading(asked), now: START };
    expect((await examineDraft(database.read, of)).issues).toMatchObject([
      { field: "services.inspection.isVisitEarly", room: "service-inspection", code, values },
    ]);
  },
);

const chosen = async (read: Reader, fields: FormValues) => chosenWay(await comparedWays(read, fields, START), fields);

test("the chosen hub is shown with the wait that is expected there, beside the best other hub with its days and kilometres", async () => {
  const { database, actors, run } = await postingMarket();
  const fields = postingExample({ readyDate: "2026-11-24", hubId: "horgos" });
  const before = await chosen(database.read, fields);
  expect(before).toMatchObject({
    hub: { id: "horgos" },
    borderWait: { month: 11 },
    other: { hub: { id: "alashankou" } },
  });
  const state = { hubId: "horgos", mode: "road", backlog: 1_500, throughputPerDay: 700, source: "Port authority" };
  expect(await run(enterHubState, actors.administrator, state)).toMatchObject({ kind: "done" });
  const after = await chosen(database.read, fields);
  expect(after?.borderWait).toMatchObject({ hours: 51.4, basis: "board", asOf: START });
  // 59.4 hours were 2.48 days, 51.4 are 2.14: 0.34 days less here, so as many more through the other one.
  expect(after?.other?.daysMore).toBeCloseTo((before?.other?.daysMore ?? 0) + 0.34, 5);
  expect(after?.other?.kmMore).toBe(before?.other?.kmMore);
});

test("for any hub the one that would be taken is shown, and another once the queue there is too long", async () => {
  const { database, actors, run } = await postingMarket();
  const fields = postingExample({ readyDate: "2026-11-24" });
  expect((await chosen(database.read, fields))?.hub.id).toBe("horgos");
  const state = { hubId: "horgos", mode: "road", backlog: 7_000, throughputPerDay: 700, source: "Port authority" };
  expect(await run(enterHubState, actors.administrator, state)).toMatchObject({ kind: "done" });
  expect((await chosen(database.read, fields))?.hub.id).toBe("alashankou");
  const examined = await examineDraft(database.read, { organisationId: "buyer", fields, now: START });
  expect(examined.plan).toMatchObject({ hubId: "alashankou" });
  expect(await chosen(database.read, postingExample({ mode: "" }))).toBeNull();
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

test("a deal says that a delivery waits for its buyer, and that it is finished once its order is, in the list and on its page", async () => {
  const of = await biddingMarket();
  const { id: bidId } = await of.bid();
  await of.closeAtItsTime();
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] }));
  const turns = async (state: LineState) => {
    await of.database.write((tx) => tx.update(orders).set({ state }).returning({ id: orders.id }));
    const [read, now] = [of.database.read, of.on.clock()];
    const list = await dealList(read, of.actors.buyer, { cursor: null, limit: 10, now });
    const page = await dealPage(read, of.actors.buyer, { id: of.dealId, now });
    return [list.items[0]?.requests, page?.requests].map((requests) => nextRequest(requests ?? [])?.turn);
  };
  const twice = (holder: string, act: string) => Array.from({ length: 2 }, () => ({ holder, act }));
  expect(await turns("in_progress")).toMatchObject(twice("provider", "report"));
  expect(await turns("delivered")).toMatchObject(twice("buyer", "accept"));
  expect(await turns("completed")).toMatchObject(twice("nobody", "finished"));
});

test("The request that an order came of says to its parties that it is finished or called off and when, on its page and in lists, and to others no more than that it is awarded.", async () => {
  const of = await biddingMarket();
  const { id: bidId } = await of.bid();
  await of.bid(of.actors.provider2);
  await of.closeAtItsTime();
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId }] }));
  const now = of.on.clock();
  const turns = async (viewer: Actor, end: Partial<typeof orders.$inferInsert>) => {
    await of.database.write((tx) => tx.update(orders).set(end).returning({ id: orders.id }));
    const page = await requestPage(of.database.read, viewer, { id: of.requestId, now });
    const list = await requestList(of.database.read, viewer, { filter: { state: "awarded" }, limit: 10, now });
    return [page?.turn, list.items.find(({ id }) => id === of.requestId)?.turn];
  };
  const twice = (turn: object) => [turn, turn];
  const finished = { state: "completed", completedAt: now } as const;
  const calledOff = { state: "cancelled", completedAt: null, cancelledAt: now } as const;
  for (const party of [of.actors.buyer, of.actors.provider]) {
    expect(await turns(party, { state: "in_progress", completedAt: null, cancelledAt: null })).toMatchObject(
      twice({ holder: "provider", act: "report", by: null }),
    );
    expect(await turns(party, finished)).toEqual(twice({ holder: "nobody", act: "finished", by: null, endedAt: now }));
    expect(await turns(party, calledOff)).toEqual(
      twice({ holder: "nobody", act: "called_off", by: null, endedAt: now }),
    );
  }
  for (const other of [of.actors.provider2, of.actors.visitor])
    expect(await turns(other, finished)).toEqual(twice({ holder: "nobody", act: "awarded", by: null }));
});

test("A buyer reads its own deals, the latest first, each with its own requests; nobody else reads any.", async () => {
  const of = await biddingMarket();
  const { read } = of.database;
  const post = async (by: Actor) => done(await of.run(createDeal, by, dealExample())).id;
  const [second, theirs] = [await post(of.actors.buyer), await post(of.actors.buyer2)];
  const now = of.on.clock();
  const page = async (viewer: Actor, cursor: string | null = null, limit = 10) => {
    const { items, nextCursor } = await dealList(read, viewer, { cursor, limit, now });
    return { ids: items.map(({ id, requests }) => [id, requests.map((one) => one.id)]), nextCursor };
  };
  const [first, last] = [
    [second, []],
    [of.dealId, [of.requestId]],
  ];
  expect(await page(of.actors.viewer)).toEqual({ ids: [first, last], nextCursor: null });
  const { ids, nextCursor } = await page(of.actors.buyer, null, 1);
  expect([ids, await page(of.actors.buyer, nextCursor, 1)]).toEqual([[first], { ids: [last], nextCursor: null }]);
  expect((await page(of.actors.buyer2)).ids).toEqual([[theirs, []]]);
  for (const other of [of.actors.provider, of.actors.administrator, of.actors.visitor]) {
    expect((await page(other)).ids).toEqual([]);
    expect(await dealPage(read, other, { id: of.dealId, now })).toBeNull();
  }
  expect(await dealPage(read, of.actors.buyer2, { id: of.dealId, now })).toBeNull();
  expect((await dealPage(read, of.actors.buyer, { id: second, now }))?.requests).toEqual([]);
});

test("a posting is refused an inspection that would come after the last day of its own pick-up", async () => {
  const { database } = await postingMarket();
  const told = async (date: string) => {
    const fields = postingExample({
      wanted: ["logistics", "inspection"],
      "services.logistics.pickupFrom": "2026-12-18",
      "services.logistics.pickupTo": "2026-12-19",
      "services.inspection.type": "pre_shipment",
      "services.inspection.date": date,
    });
    const { issues } = await examineDraft(database.read, { organisationId: "buyer", fields, now: START });
    return issues.filter(({ field }) => field === "services.inspection.date");
  };
  expect(await told("2026-12-28")).toMatchObject([
    { room: "service-inspection", code: "date_after_pickup", values: { lastPickUpDay: "2026-12-19" } },
  ]);
  expect(await told("2026-12-16")).toEqual([]);
  expect(await told("28.12")).toMatchObject([{ schema: {} }]);
});

test("A loading that is watched after the last day of the pick-up is warned of on the deal's page and on its buyer's own request, and nobody else learns of that day.", async () => {
  const of = await biddingMarket();
  const { read } = of.database;
  const loading = { type: "container_loading", factoryAddress: "Yiwu, Industry Road 18", date: "2026-12-14" };
  const id = await of.ask("inspection", loading);
  const now = of.on.clock();
  const shown = async () => (await dealPage(read, of.actors.buyer, { id: of.dealId, now }))?.conflicts;
  const warned = async (viewer: Actor) =>
    (await requestPage(read, viewer, { id, now }))?.warnings.map(({ key }) => key);
  expect(await warned(of.actors.buyer)).toEqual([]);
  const haul = { ...SPECS.logistics, equipment: "tilt_136", temperature: undefined };
  const haulId = await of.ask("logistics", { ...haul, pickupTo: "2026-12-20", deliveryTo: undefined });
  // As a deal of before the rule has it.
  await of.database.write((tx) => tx.update(requests).set({ spec: haul }).where(eq(requests.id, haulId)));
  const warning = { key: "loading_after_pickup", values: { lastPickUpDay: "2026-12-13" } };
  expect(await shown()).toContainEqual({ service: "inspection", warnings: [expect.objectContaining(warning)] });
  expect(await warned(of.actors.buyer)).toEqual(["loading_after_pickup"]);
  expect(await warned(of.actors.provider)).toEqual([]);
});

test("Drafts and templates of postings are for those of an organisation who may post, the last touched first.", async () => {
  const of = await biddingMarket();
  const { read } = of.database;
  const [early, late, theirs] = [newId(), newId(), newId()];
  const save = (by: Actor, draftId: string, title: string) => of.run(saveDraft, by, { draftId, fields: { title } });
  await save(of.actors.buyer, early, "early");
  of.setClock(later(of.on.clock(), HOUR_MS));
  await save(of.actors.buyer, late, "late");
  await save(of.actors.buyer2, theirs, "theirs");
  await of.run(keepTemplate, of.actors.buyer, { draftId: early, templateId: newId(), name: "ours" });
  const drafts = async (by: Actor) => (await draftList(read, by)).map(({ title }) => title);
  const templates = async (by: Actor) => (await templateList(read, by)).map(({ name }) => name);
  expect([await drafts(of.actors.buyer), await drafts(of.actors.buyer2)]).toEqual([["late", "early"], ["theirs"]]);
  expect([await templates(of.actors.buyer), await templates(of.actors.buyer2)]).toEqual([["ours"], []]);
  of.setClock(later(of.on.clock(), HOUR_MS));
  await save(of.actors.buyer, early, "early, changed");
  expect(await drafts(of.actors.buyer)).toEqual(["early, changed", "late"]);
  for (const other of [of.actors.viewer, of.actors.provider, of.actors.administrator, of.actors.visitor]) {
    expect(await ownDraft(read, other, early)).toBeNull();
    expect(await drafts(other)).toEqual([]);
    expect(await templates(other)).toEqual([]);
  }
  expect(await ownDraft(read, of.actors.buyer2, early)).toBeNull();
  expect(await ownDraft(read, of.actors.buyer, early)).toMatchObject({ id: early });
});
