import { EXPORTER, PAYEE, TRANSIT } from "../../domain/services/examples";
import { describe, expect, test } from "vitest";
import { findRequestKey } from "@/db/repositories/platform";
import { findRequest, invitedTo, listDue } from "@/db/repositories/requests";
import { requests } from "@/db/schema/requests";
import { dealExample } from "@/domain/deals/deal-example";
import { instant, MINUTE_MS, toIso } from "@/domain/shared/time";
import { type PostingMarket, postingMarket, START } from "@/test/posting-market";
import { createDeal } from "../deals/create-deal";
import { approveRequest, declineRequest, publishRequest } from "./publish-request";
import { changeRequest, inviteProvider } from "./change-request";
import { createRequest } from "./create-request";

const inMinutes = (minutes: number) => toIso(instant(START + minutes * MINUTE_MS));

const BIDDING = { mode: "sealed", closesAt: inMinutes(2880), decideBy: inMinutes(4320), currency: "CNY" };
const AUDIT = { type: "factory_audit", factoryAddress: "88 Chouzhou Road, Yiwu", date: "2026-11-26" };
const CUSTOMS = { side: "export", supervisionMode: "0110", ...EXPORTER };

type Asked = { bidding?: object; spec?: object; publish?: boolean; service?: string };

async function market() {
  const made = await postingMarket();
  const deal = await made.run(createDeal, made.actors.buyer, dealExample());
  if (deal.kind !== "done") throw new Error("the deal was not posted");
  const dealId = deal.value.id;
  const ask = ({ bidding, ...asked }: Asked = {}, by = made.actors.buyer) =>
    made.run(createRequest, by, {
      dealId,
      service: "customs",
      spec: CUSTOMS,
      bidding: { ...BIDDING, ...bidding },
      ...asked,
    });
  return { ...made, dealId, ask };
}

type Asking = Awaited<ReturnType<typeof market>>;

async function asked(of: Asking, how: Asked = {}): Promise<string> {
  const outcome = await of.ask(how);
  if (outcome.kind !== "done") throw new Error(`not asked: ${JSON.stringify(outcome)}`);
  return outcome.value.id;
}

const refusalOf = (outcome: { kind: string; refusal?: { code: string } }) => outcome.refusal?.code ?? outcome.kind;
const kept = async (of: PostingMarket, id: string) =>
  (await findRequest(of.database.read, id)) ?? Promise.reject(new Error("not kept"));

describe("asking for a service", () => {
  test("a request is a draft until it is published, and tells nobody", async () => {
    const of = await market();
    const request = await kept(of, await asked(of));
    expect(request).toMatchObject({
      state: "draft",
      publishedAt: null,
      bidCount: 0,
      hubId: "horgos",
      corridor: "CN-KZ",
    });
    expect(await of.events()).toEqual([]);
  });

  test("one that is published at once is open and tells whom it invites", async () => {
    const of = await market();
    await of.list("provider", "customs");
    const id = await asked(of, { publish: true, bidding: { invitedIds: ["provider"] } });
    expect(await kept(of, id)).toMatchObject({ state: "open", publishedAt: START });
    expect(await of.events()).toMatchObject([
      { type: "request.published", requestId: id, invitedOrganisationIds: ["provider"] },
    ]);
  });

  test("only a sealed one has a sealing key", async () => {
    const of = await market();
    const sealed = await asked(of);
    const open = await asked(of, { service: "payment", spec: paymentSpec, bidding: { mode: "open" } });
    expect(await findRequestKey(of.database.read, sealed)).toBeDefined();
    expect(await findRequestKey(of.database.read, open)).toBeUndefined();
  });

  test("its spec is kept in the wire form, money and all", async () => {
    const of = await market();
    const id = await asked(of, { service: "payment", spec: paymentSpec });
    expect((await kept(of, id)).spec).toEqual(paymentSpec);
  });

  test.each<[string, Asked, string]>([
    ["an auction", { bidding: { mode: "auction" } }, "mode_not_offered"],
    ["an invitation to nobody", { bidding: { visibility: "invited" } }, "nobody_invited"],
    ["a provider without a listing", { bidding: { invitedIds: ["provider2"] } }, "provider_unknown"],
    ["itself", { bidding: { invitedIds: ["buyer"] } }, "provider_unknown"],
    ["a spec against its own rules", { spec: { side: "both", supervisionMode: "0110" } }, "spec_invalid"],
    [
      "one 20-foot container for 48 m³",
      { service: "logistics", spec: { equipment: "20gp", pickupFrom: "2026-12-11", pickupTo: "2026-12-12" } },
      "spec_invalid",
    ],
    ["an inspection of last year", { service: "inspection", spec: { ...AUDIT, date: "2025-01-01" } }, "spec_invalid"],
    ["a window below the market's rule", { publish: true, bidding: { closesAt: inMinutes(1439) } }, "closes_too_soon"],
    ["a spec of another service", { spec: { equipment: "tilt_136" } }, "malformed"],
    ["a service nobody knows", { service: "magic" }, "malformed"],
  ])("is refused %s", async (_, how, code) => {
    const of = await market();
    expect(refusalOf(await of.ask(how))).toBe(code);
    expect(await of.database.read.$count(requests)).toBe(0);
  });

  test("a short window is enough where the market's rule says so from that day on", async () => {
    const of = await market();
    await of.rule("min_open_minutes", 2);
    expect(refusalOf(await of.ask({ publish: true, bidding: { closesAt: inMinutes(1) } }))).toBe("closes_too_soon");
    expect(refusalOf(await of.ask({ publish: true, bidding: { closesAt: inMinutes(2) } }))).toBe("done");
  });

  test("a deal asks for each service once", async () => {
    const of = await market();
    await asked(of);
    expect(refusalOf(await of.ask())).toBe("service_requested_already");
  });

  test("to anybody but its buyer the deal is not there", async () => {
    const of = await market();
    expect(refusalOf(await of.ask({}, of.actors.buyer2))).toBe("not_found");
    expect(refusalOf(await of.ask({}, of.actors.viewer))).toBe("not_permitted");
    expect(refusalOf(await of.ask({}, of.actors.visitor))).toBe("sign_in_needed");
  });

  test("market procurement goes by the dollar rate of the day, and is refused where none is known", async () => {
    const of = await market();
    const spec = { side: "export", supervisionMode: "1039", ...EXPORTER };
    expect(refusalOf(await of.ask({ spec }))).toBe("done");
    const late = await market();
    late.setClock(instant(START + 40 * 1440 * MINUTE_MS));
    expect(refusalOf(await late.ask({ spec }))).toBe("spec_invalid");
  });

  test("border trade goes by the hub of its deal: over a land border, never through a seaport", async () => {
    const of = await market();
    const spec = { side: "export", supervisionMode: "4019", ...EXPORTER };
    expect(refusalOf(await of.ask({ spec }))).toBe("done");
    const bySea = dealExample({ mode: "sea", hubId: "any", destinationId: "VNHPH" });
    const deal = await of.run(createDeal, of.actors.buyer, bySea);
    if (deal.kind !== "done") throw new Error(`not posted: ${JSON.stringify(deal)}`);
    const asked = { dealId: deal.value.id, service: "customs", spec, bidding: BIDDING };
    expect(await of.run(createRequest, of.actors.buyer, asked)).toMatchObject({
      refusal: { code: "spec_invalid", details: { rule: "supervision_mode_land_only" } },
    });
  });

  test("a tax number with a wrong check digit is refused at its field", async () => {
    const of = await market();
    const importerOfRecord = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000123" };
    const spec = { side: "both", supervisionMode: "0110", ...EXPORTER, importerOfRecord };
    expect(await of.ask({ spec })).toMatchObject({
      refusal: {
        code: "spec_invalid",
        details: { field: "spec.importerOfRecord.taxId", rule: "tax_number_check", country: "KZ" },
      },
    });
  });
});

test.each([
  ["no truckload goes as parcels to consumers", { supervisionMode: "9610" }, "supervisionMode", "retail_not_parcels"],
  [
    "border residents send nothing abroad under mutual trade",
    { supervisionMode: "mutual_trade", borderResidents: { persons: 200 } },
    "supervisionMode",
    "supervision_mode_import_only",
  ],
  [
    "delivered at the place, no freight is added to the price",
    { supervisionMode: "0110", freightToBorder: { minor: 10_000, currency: "CNY" } },
    "freightToBorder",
    "freight_in_price",
  ],
])("%s", async (_, said, field, rule) => {
  const of = await market();
  const spec = { side: "export", ...EXPORTER, ...said };
  expect(await of.ask({ spec })).toMatchObject({
    refusal: { code: "spec_invalid", details: { field: `spec.${field}`, rule } },
  });
});

test("what border residents may not bring in is refused at the value of the deal", async () => {
  const of = await market();
  const ends = { originId: "KZALA", destinationId: "CNYIU", incoterm: { rule: "DAP", place: "Yiwu" } } as const;
  const deal = await of.run(createDeal, of.actors.buyer, dealExample({ direction: "import", ...ends }));
  if (deal.kind !== "done") throw new Error(`not posted: ${JSON.stringify(deal)}`);
  const importerOfRecord = { name: "凭祥市友谊关边民互助合作社", country: "CN", taxId: "93451481MA5KC7XQ2E" };
  const residents = { supervisionMode: "mutual_trade", borderResidents: { persons: 76 } };
  const spec = { side: "import", importerOfRecord, ...residents };
  const asked = { dealId: deal.value.id, service: "customs", spec, bidding: BIDDING };
  expect(await of.run(createRequest, of.actors.buyer, asked)).toMatchObject({
    refusal: {
      code: "spec_invalid",
      details: { field: "deal.goodsValue", rule: "mutual_trade_limit", persons: 76, yuan: 608_000 },
    },
  });
  const enough = { ...spec, borderResidents: { persons: 77 } };
  expect(refusalOf(await of.run(createRequest, of.actors.buyer, { ...asked, spec: enough }))).toBe("done");
});

const paymentSpec = {
  need: "supplier_payment",
  payerCurrency: "KZT",
  payeeCurrency: "CNY",
  ...PAYEE,
  amount: { minor: 60_000_001, currency: "CNY" },
};

describe("publishing a draft", () => {
  test("opens it once", async () => {
    const of = await market();
    const id = await asked(of);
    expect(await of.run(publishRequest, of.actors.buyer, { requestId: id })).toMatchObject({
      value: { state: "open" },
    });
    expect(refusalOf(await of.run(publishRequest, of.actors.buyer, { requestId: id }))).toBe("wrong_state");
  });

  test("is not for others, and not of a version that has changed since", async () => {
    const of = await market();
    const id = await asked(of);
    expect(refusalOf(await of.run(publishRequest, of.actors.buyer2, { requestId: id }))).toBe("not_found");
    await of.run(changeRequest, of.actors.buyer, { requestId: id, bidding: { currency: "USD" } });
    expect(refusalOf(await of.run(publishRequest, of.actors.buyer, { requestId: id, version: 1 }))).toBe(
      "stale_version",
    );
  });

  test("the first requests of a buyer wait for an administrator where the rule says so", async () => {
    const of = await market();
    await of.rule("first_requests_in_review", 1);
    const id = await asked(of, { publish: true });
    expect((await kept(of, id)).state).toBe("in_review");
    expect(await of.events()).toMatchObject([{ type: "request.held_for_review" }]);
    expect(refusalOf(await of.run(approveRequest, of.actors.buyer, { requestId: id }))).toBe("not_permitted");
    await of.run(approveRequest, of.actors.administrator, { requestId: id });
    expect(await kept(of, id)).toMatchObject({ state: "open", publishedAt: START });
    const second = await asked(of, { service: "payment", spec: paymentSpec, publish: true });
    expect((await kept(of, second)).state).toBe("open");
  });

  test("an administrator declines what is held, with a reason, and nothing else", async () => {
    const of = await market();
    await of.rule("first_requests_in_review", 1);
    const held = await asked(of, { publish: true });
    const decline = (requestId: string, reason = "Goods under embargo") =>
      of.run(declineRequest, of.actors.administrator, { requestId, reason });
    expect(refusalOf(await decline(held, " "))).toBe("malformed");
    expect(refusalOf(await decline(held))).toBe("done");
    expect(await kept(of, held)).toMatchObject({ state: "cancelled", cancelReason: "Goods under embargo" });
    const draft = await asked(of, { service: "payment", spec: paymentSpec });
    expect(refusalOf(await decline(draft))).toBe("not_found");
  });
});

describe("changing a request", () => {
  test("a draft changes in everything, and gets a key when it is sealed", async () => {
    const of = await market();
    await of.list("provider", "customs");
    const id = await asked(of, { bidding: { mode: "open" } });
    const bidding = {
      mode: "sealed",
      currency: "USD",
      closesAt: inMinutes(3000),
      invitedIds: ["provider"],
      visibility: "invited",
    };
    const outcome = await of.run(changeRequest, of.actors.buyer, {
      requestId: id,
      spec: { side: "transit", transit: TRANSIT },
      bidding,
    });
    expect(outcome).toMatchObject({ kind: "done", value: { version: 2 } });
    expect(await kept(of, id)).toMatchObject({
      bidMode: "sealed",
      comparisonCurrency: "USD",
      visibility: "invited",
      spec: { side: "transit", transit: TRANSIT },
    });
    expect(await findRequestKey(of.database.read, id)).toBeDefined();
    expect(await invitedTo(of.database.read, id)).toEqual(["provider"]);
  });

  test.each<[string, object, string]>([
    ["nothing", {}, "nothing_changed"],
    ["an earlier time to decide", { bidding: { decideBy: inMinutes(4319) } }, "decides_earlier"],
    ["a close after the decision", { bidding: { closesAt: inMinutes(4320) } }, "decides_before_close"],
    ["a later close", { bidding: { closesAt: inMinutes(3000) } }, "done"],
    ["an earlier close", { bidding: { closesAt: inMinutes(2000) } }, "closes_earlier"],
    ["another mode", { bidding: { mode: "open" } }, "terms_fixed"],
    ["another spec", { spec: { side: "transit", transit: TRANSIT } }, "done"],
    ["a spec of nothing", { spec: {} }, "spec_invalid"],
    ["a spec against its own rules", { spec: { side: "both" } }, "spec_invalid"],
    ["an old version", { version: 7 }, "stale_version"],
  ])("of an open one nobody has bid on: %s", async (_, change, code) => {
    const of = await market();
    const id = await asked(of, { publish: true });
    expect(refusalOf(await of.run(changeRequest, of.actors.buyer, { requestId: id, ...change }))).toBe(code);
  });

  test("need not move a day that has passed since, and moves none to a day before today", async () => {
    const of = await market();
    const requestId = await asked(of, { service: "inspection", spec: AUDIT });
    of.setClock(instant(START + 3 * 1440 * MINUTE_MS));
    const change = (changes: object) =>
      of.run(changeRequest, of.actors.buyer, { requestId, spec: { ...AUDIT, ...changes } });
    expect(refusalOf(await change({ remarks: "Ring at gate 2" }))).toBe("done");
    expect(await change({ date: "2026-11-25" })).toMatchObject({
      refusal: { code: "spec_invalid", details: { field: "spec.date", rule: "day_past" } },
    });
  });

  test("is told once it is open, and where something changed; a draft's is nobody's business", async () => {
    const of = await market();
    await of.list("provider", "customs");
    const id = await asked(of, { bidding: { invitedIds: ["provider"] } });
    const change = (bidding: object) => of.run(changeRequest, of.actors.buyer, { requestId: id, bidding });
    await change({ decideBy: inMinutes(9000) });
    await of.run(publishRequest, of.actors.buyer, { requestId: id });
    await change({});
    await change({ decideBy: inMinutes(9001) });
    expect((await of.events()).map(({ type }) => type)).toEqual(["request.published", "request.changed"]);
    expect((await of.events()).at(-1)).toMatchObject({ requestId: id, invitedOrganisationIds: ["provider"] });
  });
});

describe("inviting", () => {
  test("adds who is new and tells only them", async () => {
    const of = await market();
    await of.list("provider", "customs");
    await of.list("provider2", "customs");
    const id = await asked(of, { publish: true, bidding: { invitedIds: ["provider"], visibility: "invited" } });
    const invite = (organisationIds: string[]) =>
      of.run(inviteProvider, of.actors.buyer, { requestId: id, organisationIds });
    expect(await invite(["provider", "provider2"])).toMatchObject({ value: { invited: 1 } });
    expect(await invite(["provider2"])).toMatchObject({ value: { invited: 0 } });
    const told = (await of.events()).map((event) =>
      "invitedOrganisationIds" in event ? event.invitedOrganisationIds : event.type,
    );
    expect(told).toEqual([["provider"], ["provider2"]]);
  });

  test("is over with the close, and never for who does not offer the service", async () => {
    const of = await market();
    await of.list("provider", "logistics");
    const id = await asked(of, { publish: true });
    const invite = () => of.run(inviteProvider, of.actors.buyer, { requestId: id, organisationIds: ["provider"] });
    expect(refusalOf(await invite())).toBe("provider_unknown");
    of.setClock(instant(START + 2880 * MINUTE_MS));
    expect(refusalOf(await invite())).toBe("wrong_state");
  });
});

test("what is due is what has come to its close or its decision, the earliest first", async () => {
  const of = await market();
  const id = await asked(of, { publish: true });
  const due = async (minutes: number) =>
    (await listDue(of.database.read, instant(START + minutes * MINUTE_MS))).map((one) => one.id);
  expect([await due(2879), await due(2880)]).toEqual([[], [id]]);
  await of.database.write((tx) => tx.update(requests).set({ state: "opened" }));
  expect([await due(4319), await due(4320)]).toEqual([[], [id]]);
});

test("a supervision mode is refused at its field where no declaration in China is asked for, and taken where one is", async () => {
  const of = await market();
  const importerOfRecord = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" };
  const abroad = { side: "import", importerOfRecord };
  expect(await of.ask({ spec: { ...abroad, supervisionMode: "0110" } })).toMatchObject({
    refusal: {
      code: "spec_invalid",
      details: { field: "spec.supervisionMode", rule: "supervision_mode_outside_china" },
    },
  });
  expect(refusalOf(await of.ask({ spec: abroad }))).toBe("done");
  const both = await market();
  const spec = { side: "both", supervisionMode: "0110", ...EXPORTER, importerOfRecord };
  expect(refusalOf(await both.ask({ spec }))).toBe("done");
});
