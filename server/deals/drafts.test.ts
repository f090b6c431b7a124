import { PAYEE } from "@/domain/services/examples";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statementsOf } from "@/db/drivers/statement-count";
import { findDraft } from "@/db/repositories/deal-drafts";
import { findCargo } from "@/db/repositories/deals";
import { deals } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import { postingExample } from "@/domain/deals/deal-example";
import type { FormValues } from "@/domain/shared/form-state";
import { newId } from "@/server/platform/platform";
import { postingMarket } from "@/test/posting-market";
import { discardDraft, saveDraft } from "./drafts";
import { publishDraft } from "./create-deal";

const BOTH = {
  wanted: ["customs", "payment"],
  "services.payment.need": "supplier_payment",
  "services.payment.payerCurrency": "KZT",
  "services.payment.payeeCurrency": "CNY",
  "services.payment.payeeCountry": PAYEE.payeeCountry,
  "services.payment.payeeName": PAYEE.payee.name,
  "services.payment.payeeBank": PAYEE.payee.bank,
  "services.payment.payeeBic": PAYEE.payee.bic,
  "services.payment.payeeAccount": PAYEE.payee.account,
  "services.payment.amount": "600 000",
  "services.payment.amountCurrency": "CNY",
};

async function drafted(fields: FormValues) {
  const market = await postingMarket();
  const draftId = newId();
  const save = (of: FormValues, by = market.actors.buyer) => market.run(saveDraft, by, { draftId, fields: of });
  const saved = await save(fields);
  const draft = () => findDraft(market.database.read, draftId);
  const publish = async (by = market.actors.buyer) =>
    market.run(publishDraft, by, { draftId, version: (await draft())?.version ?? 0 });
  const counts = async () => [await market.database.read.$count(deals), await market.database.read.$count(requests)];
  return { ...market, draftId, save, saved, draft, publish, counts };
}

/** Goods that two border residents bring in, worth far more than they may. */
const BY_RESIDENTS = {
  ...{ wanted: "customs", originId: "KZALA", destinationId: "CNYIU", incotermPlace: "Yiwu" },
  "services.customs.side": "import",
  "services.customs.supervisionMode": "mutual_trade",
  "services.customs.importerName": "凭祥市友谊关边民互助合作社",
  "services.customs.importerCountry": "CN",
  "services.customs.importerTaxId": "93451481MA5KC7XQ2E",
  "services.customs.residentsPersons": "2",
};

const refusalOf = (outcome: { kind: string; refusal?: { code: string } }) => outcome.refusal?.code ?? outcome.kind;

describe("a draft", () => {
  test("is kept as it was typed, whatever was typed", async () => {
    const { save, draft } = await drafted({});
    const text = fc.string({ unit: "grapheme", maxLength: 60 }).filter((one) => !one.includes("\u0000"));
    const anything = fc.dictionary(
      text.filter((name) => name !== "__proto__"),
      fc.oneof(text, fc.array(text, { maxLength: 4 })),
      { maxKeys: 12 },
    );
    await fc.assert(
      fc.asyncProperty(anything, async (fields) => {
        await save({ ...fields });
        expect((await draft())?.fields).toEqual({ ...fields });
      }),
      { numRuns: 25 },
    );
  });

  test("saved twice is one draft, and the last save wins", async () => {
    const { save, draft } = await drafted({ title: "First" });
    await save({ title: "Second" });
    expect(await draft()).toMatchObject({ title: "Second", version: 2 });
  });

  test("is not there for another organisation, which can neither read over it nor publish nor discard it", async () => {
    const { save, draft, publish, run, actors, draftId } = await drafted({ title: "Ours" });
    expect(refusalOf(await save({ title: "Theirs" }, actors.buyer2))).toBe("not_found");
    expect(refusalOf(await publish(actors.buyer2))).toBe("not_found");
    expect(refusalOf(await run(discardDraft, actors.buyer2, { draftId }))).toBe("not_found");
    expect(await draft()).toMatchObject({ title: "Ours", version: 1 });
  });

  test("thrown away is gone", async () => {
    const { draft, run, actors, draftId } = await drafted({ title: "Ours" });
    await run(discardDraft, actors.buyer, { draftId });
    expect(await draft()).toBeUndefined();
  });

  test.each<[string, FormValues]>([
    ["one field of a megabyte", { title: "x".repeat(1_000_000) }],
    [
      "many fields that are long together",
      Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`f${i}`, "x".repeat(4_000)])),
    ],
    ["ten thousand fields", Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, "x"]))],
    ["a name of a thousand letters", { ["n".repeat(1_000)]: "x" }],
  ])("is refused with %s", async (_, fields) => {
    const { saved, draft } = await drafted(fields);
    expect(saved.kind).toBe("malformed");
    expect(await draft()).toBeUndefined();
  });
});

describe("publishing a draft", () => {
  test.each([
    ["pingxiang", "refused", "services.logistics.otherHubIds"],
    ["atlantis", "refused", "services.logistics.otherHubIds"],
    ["horgos", "refused", "services.logistics.otherHubIds"],
    ["alashankou", "done", undefined],
  ])("asks for carriage through %s too only where the deal could go there: %s", async (hubId, kind, first) => {
    const { publish } = await drafted(
      postingExample({
        wanted: "logistics",
        "services.logistics.equipment": "tilt_136",
        "services.logistics.pickupFrom": "2026-12-10",
        "services.logistics.pickupTo": "2026-12-12",
        "services.logistics.otherHubIds": [hubId],
      }),
    );
    const outcome = await publish();
    expect(outcome.kind).toBe(kind);
    expect(outcome.kind === "refused" ? outcome.refusal.details?.first : undefined).toBe(first);
  });

  test("makes the deal and all its requests, and the draft is gone", async () => {
    const { publish, counts, draft, database, events } = await drafted(postingExample(BOTH));
    const outcome = await publish();
    expect(outcome).toMatchObject({
      kind: "done",
      value: {
        requests: [
          { service: "payment", state: "open" },
          { service: "customs", state: "open" },
        ],
      },
    });
    expect(await counts()).toEqual([1, 2]);
    expect(await draft()).toBeUndefined();
    expect((await events()).map((event) => event.type)).toEqual(["request.published", "request.published"]);
    const cargo = await findCargo(database.read, outcome.kind === "done" ? outcome.value.dealId : "");
    expect(cargo).toMatchObject([
      { grossWeightGrams: 11_200_500, volumeCm3: 42_000_000, hsCode: "850440", packages: 400 },
    ]);
  });

  test.each<[string, FormValues, string]>([
    ["a service's spec is not complete", { "services.payment.amount": "" }, "services.payment.amount"],
    ["a service's own rule is not met", { "services.customs.side": "both" }, "services.customs.importerName"],
    ["the goods are worth more than border residents may bring in", BY_RESIDENTS, "goodsValue"],
    ["their value is not in yuan", { ...BY_RESIDENTS, goodsCurrency: "USD" }, "goodsCurrency"],
    ["a line has no weight", { "cargo[0].grossWeightKg": "" }, "cargo[0].grossWeightKg"],
    ["the goods were ready yesterday", { readyDate: "2026-11-23" }, "readyDate"],
    ["the hub has no way", { hubId: "pingxiang" }, "hubId"],
    ["the close is too soon", { closesAt: "2026-11-24T17:00" }, "closesAt"],
    ["the ends are the same", { destinationId: "CNYIU" }, "destinationId"],
    ["nobody is invited", { visibility: "invited" }, "invited"],
    ["nobody invited offers the service", { visibility: "invited", invited: "provider" }, "invited"],
  ])("makes nothing where %s, and names the field", async (_, changes, field) => {
    const { publish, counts, draft } = await drafted(postingExample({ ...BOTH, ...changes }));
    expect(await publish()).toMatchObject({
      kind: "refused",
      refusal: { code: "draft_incomplete", details: { first: field } },
    });
    expect(await counts()).toEqual([0, 0]);
    expect(await draft()).toBeDefined();
  });

  test("publishes what was checked, not what a colleague has typed since", async () => {
    const { save, run, actors, draftId, counts } = await drafted(postingExample(BOTH));
    await save(postingExample({ ...BOTH, title: "Changed" }));
    expect(refusalOf(await run(publishDraft, actors.buyer, { draftId, version: 1 }))).toBe("stale_version");
    expect(await counts()).toEqual([0, 0]);
  });

  test("plans its way once: what waits at the hubs is read a single time", async () => {
    const { publish } = await drafted(postingExample(BOTH));
    const { reads } = await statementsOf(async () => expect((await publish()).kind).toBe("done"));
    expect(reads.filter((text) => text.includes("hub_closures"))).toHaveLength(1);
  });

  test("sent twice at once makes one deal", async () => {
    const { publish, counts } = await drafted(postingExample(BOTH));
    const sent = await Promise.all([publish(), publish(), publish()]);
    expect(sent.map(refusalOf).toSorted()).toEqual(["done", "not_found", "not_found"]);
    expect(await counts()).toEqual([1, 2]);
  });

  test("takes the clock times in the zone they were typed in", async () => {
    const { publish, database } = await drafted(postingExample({ zone: "Europe/Moscow" }));
    await publish();
    const [request] = await database.read.select({ closesAt: requests.closesAt }).from(requests);
    expect(request?.closesAt).toBe(Date.parse("2026-11-28T15:00:00Z"));
  });
});
