import { describe, expect, test } from "vitest";
import { findDraft, findTemplate, listTemplates } from "@/db/repositories/deal-drafts";
import { dealTemplates } from "@/db/schema/deals";
import { postingExample } from "@/domain/deals/deal-example";
import { newId } from "@/server/platform/platform";
import { postingMarket } from "@/test/posting-market";
import { draftFromText } from "./draft-from-text";
import { dropTemplate, keepTemplate, repeatDeal, startFromTemplate } from "./templates";
import { publishDraft } from "./create-deal";
import { saveDraft } from "./drafts";

const DATES = ["readyDate", "closesAt", "decideBy"];
const codeOf = (outcome: { kind: string; refusal?: { code: string } }) => outcome.refusal?.code ?? outcome.kind;

async function published() {
  const market = await postingMarket();
  const { run, actors } = market;
  const draftId = newId();
  await run(saveDraft, actors.buyer, { draftId, fields: postingExample({ hubId: "horgos" }) });
  const outcome = await run(publishDraft, actors.buyer, { draftId, version: 1 });
  if (outcome.kind !== "done") throw new Error(`the example is published: ${codeOf(outcome)}`);
  return { ...market, dealId: outcome.value.dealId };
}

describe("a deal posted again", () => {
  test("begins a draft with all that it was posted with, but for its days", async () => {
    const { run, actors, database, dealId } = await published();
    const draftId = newId();
    expect(codeOf(await run(repeatDeal, actors.buyer, { dealId, draftId }))).toBe("done");
    const draft = await findDraft(database.read, draftId);
    expect(draft).toMatchObject({ title: "Solar inverters", organisationId: "buyer", version: 1 });
    expect(draft?.fields).toMatchObject({
      originId: "CNYIU",
      destinationId: "KZALA",
      hubId: "horgos",
      goodsValue: "614000.00",
      "cargo[0].grossWeightKg": "11200.5",
      wanted: ["customs"],
      "services.customs.supervisionMode": "0110",
      bidMode: "sealed",
      comparisonCurrency: "CNY",
    });
    for (const name of DATES) expect(draft?.fields).not.toHaveProperty(name);
  });

  test("can be published once its days are filled in", async () => {
    const { run, actors, database, dealId } = await published();
    const draftId = newId();
    await run(repeatDeal, actors.buyer, { dealId, draftId });
    const { fields = {} } = (await findDraft(database.read, draftId)) ?? {};
    const { readyDate = "", closesAt = "", decideBy = "" } = postingExample();
    await run(saveDraft, actors.buyer, { draftId, fields: { ...fields, readyDate, closesAt, decideBy } });
    expect(codeOf(await run(publishDraft, actors.buyer, { draftId, version: 2 }))).toBe("done");
  });

  test("pressed twice is one draft", async () => {
    const { run, actors, database, dealId } = await published();
    const draftId = newId();
    await run(repeatDeal, actors.buyer, { dealId, draftId });
    await run(saveDraft, actors.buyer, { draftId, fields: { title: "Changed since" } });
    expect(codeOf(await run(repeatDeal, actors.buyer, { dealId, draftId }))).toBe("done");
    expect(await findDraft(database.read, draftId)).toMatchObject({ title: "Changed since" });
  });

  test("is nobody's but its buyer's, and only of those who may post", async () => {
    const { run, actors, database, dealId } = await published();
    const draftId = newId();
    for (const actor of [actors.buyer2, actors.provider, actors.administrator])
      expect(codeOf(await run(repeatDeal, actor, { dealId, draftId }))).not.toBe("done");
    expect(codeOf(await run(repeatDeal, actors.viewer, { dealId, draftId }))).not.toBe("done");
    expect(await findDraft(database.read, draftId)).toBeUndefined();
  });
});

async function kept(name = "Inverters to Almaty") {
  const market = await postingMarket();
  const [draftId, templateId] = [newId(), newId()];
  await market.run(saveDraft, market.actors.buyer, { draftId, fields: postingExample() });
  const keep = (by = market.actors.buyer, of: object = {}) =>
    market.run(keepTemplate, by, { draftId, templateId, name, ...of });
  const outcome = await keep();
  return { ...market, draftId, templateId, keep, outcome };
}

describe("a template", () => {
  test("holds a draft's fields without days and times, for its organisation", async () => {
    const { database, templateId } = await kept();
    const template = await findTemplate(database.read, templateId);
    expect(template).toMatchObject({ name: "Inverters to Almaty", organisationId: "buyer" });
    expect(template?.fields).toMatchObject({ title: "Solar inverters", originId: "CNYIU" });
    for (const name of DATES) expect(template?.fields).not.toHaveProperty(name);
    expect(await listTemplates(database.read, "buyer2")).toEqual([]);
  });

  test("kept twice is one", async () => {
    const { database, keep } = await kept();
    await keep();
    expect(await database.read.$count(dealTemplates)).toBe(1);
  });

  test("leaves out what the clerk suggests and nobody took", async () => {
    const { run, actors, database } = await postingMarket();
    const [draftId, templateId] = [newId(), newId()];
    const text = "Please quote truck from Yiwu to Almaty via Horgos, 12 t of LED lamps in 400 cartons";
    expect(codeOf(await run(draftFromText, actors.buyer, { draftId, text, zone: "Asia/Shanghai" }))).toBe("done");
    const suggested = Object.keys((await findDraft(database.read, draftId))?.suggested?.suggestions ?? {});
    expect(suggested).toContain("mode");
    await run(keepTemplate, actors.buyer, { draftId, templateId, name: "Lamps" });
    const kept = Object.keys((await findTemplate(database.read, templateId))?.fields ?? {});
    expect(kept.filter((name) => suggested.includes(name))).toEqual([]);
  });

  test("needs a name", async () => {
    const { outcome } = await kept("  ");
    expect(outcome.kind).toBe("malformed");
  });

  test("begins a draft, and stays when that is changed", async () => {
    const { run, actors, database, templateId } = await kept();
    const draftId = newId();
    expect(codeOf(await run(startFromTemplate, actors.buyer, { templateId, draftId }))).toBe("done");
    await run(saveDraft, actors.buyer, { draftId, fields: { title: "Another" } });
    expect((await findTemplate(database.read, templateId))?.fields).toMatchObject({ title: "Solar inverters" });
    expect(await findDraft(database.read, draftId)).toMatchObject({ title: "Another" });
  });

  test("dropped is gone, and what was begun from it is not", async () => {
    const { run, actors, database, templateId } = await kept();
    const draftId = newId();
    await run(startFromTemplate, actors.buyer, { templateId, draftId });
    expect(codeOf(await run(dropTemplate, actors.buyer, { templateId }))).toBe("done");
    expect(await findTemplate(database.read, templateId)).toBeUndefined();
    expect(await findDraft(database.read, draftId)).toBeDefined();
  });

  test("is not there for another organisation, which can neither begin from it, nor drop it, nor keep over it", async () => {
    const { run, actors, database, templateId, keep } = await kept();
    const draftId = newId();
    expect(codeOf(await run(startFromTemplate, actors.buyer2, { templateId, draftId }))).toBe("not_found");
    expect(codeOf(await run(dropTemplate, actors.buyer2, { templateId }))).toBe("not_found");
    expect(codeOf(await keep(actors.buyer2))).toBe("not_found");
    const own = newId();
    await run(saveDraft, actors.buyer2, { draftId: own, fields: { title: "Theirs" } });
    expect(codeOf(await keep(actors.buyer2, { draftId: own }))).toBe("not_found");
    expect(await findTemplate(database.read, templateId)).toMatchObject({ organisationId: "buyer" });
    expect(await findDraft(database.read, draftId)).toBeUndefined();
  });
});
