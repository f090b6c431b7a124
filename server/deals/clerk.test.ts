import { EXPORTER } from "@/domain/services/examples";
import { describe, expect, test } from "vitest";
import { entriesOfDraft, findDraft } from "@/db/repositories/deal-drafts";
import { clerkEntries } from "@/db/schema/clerk";
import { deals } from "@/db/schema/deals";
import { mails } from "@/db/schema/notices";
import { requests } from "@/db/schema/requests";
import injections from "@/domain/deals/clerk-texts/injections.json";
import { postingExample } from "@/domain/deals/deal-example";
import type { FormValues } from "@/domain/shared/form-state";
import { newId } from "@/server/platform/platform";
import { besideRead, postingMarket } from "@/test/posting-market";
import { publishDraft } from "./create-deal";
import { saveDraft } from "./drafts";
import { draftFromText } from "./draft-from-text";

const TEXT =
  "Customs clearance for 400 cartons of LED lamps, HS 9405.11, 11,200 kg, 42 cbm, from Yiwu to Almaty via Horgos, DAP Almaty, ready 下周五, value USD 86,000";
const ZONE = "Asia/Almaty";

async function pasted(text: string = TEXT) {
  const market = await postingMarket();
  const draftId = newId();
  const paste = (by = market.actors.buyer) => market.run(draftFromText, by, { draftId, text, zone: ZONE });
  const read = await paste();
  const draft = () => findDraft(market.database.read, draftId);
  const save = async (changes: FormValues, review: unknown = {}) =>
    market.run(saveDraft, market.actors.buyer, {
      draftId,
      fields: { ...((await draft())?.fields ?? {}), ...changes },
      review,
    });
  const publish = async () =>
    market.run(publishDraft, market.actors.buyer, { draftId, version: (await draft())?.version ?? 0 });
  const entries = () => entriesOfDraft(market.database.read, draftId);
  const open = async () => Object.keys((await draft())?.suggested?.suggestions ?? {});
  const filled = async () => Object.keys((await draft())?.suggested?.filled ?? {});
  return { ...market, draftId, paste, read, draft, save, publish, entries, open, filled };
}

const refusalOf = (outcome: { kind: string; refusal?: { code: string } }) => outcome.refusal?.code ?? outcome.kind;

/** What the text leaves open, so that the draft can be published but for its suggestions. */
const REST: FormValues = {
  wanted: ["customs"],
  mode: "road",
  closesAt: postingExample().closesAt ?? "",
  decideBy: postingExample().decideBy ?? "",
  "services.customs.side": "export",
  "services.customs.supervisionMode": "0110",
  "services.customs.exporterName": EXPORTER.exporterOfRecord.name,
  "services.customs.exporterCountry": EXPORTER.exporterOfRecord.country,
  "services.customs.exporterCode": EXPORTER.exporterCode,
};

describe("a draft from a text", () => {
  test("holds what is sure as its own, what is not beside empty fields, and each is written down", async () => {
    const { read, draft, entries, open, filled } = await pasted();
    expect(read.kind).toBe("done");
    const made = await draft();
    expect(made?.fields).toMatchObject({
      originId: "CNYIU",
      destinationId: "KZALA",
      hubId: "horgos",
      incotermRule: "DAP",
      goodsValue: "86000",
      goodsCurrency: "USD",
      "cargo[0].description": "LED lamps",
      "cargo[0].hsCode": "940511",
      "cargo[0].packages": "400",
      "cargo[0].grossWeightKg": "11200",
      visibility: "open",
      bidMode: "sealed",
    });
    expect(made?.fields, "a day that is reckoned is not sure, nor that carriage is not asked for").toMatchObject({
      ...{ readyDate: "", wanted: [] },
    });
    expect(made?.suggested?.suggestions.readyDate).toMatchObject({ value: "2026-12-04", confidence: "likely" });
    const written = await entries();
    const of = (outcome: string) => written.flatMap((one) => (one.outcome === outcome ? [one.field] : [])).sort();
    expect([of("filled"), of("suggested")]).toEqual([(await filled()).sort(), (await open()).sort()]);
    expect(of("filled").length).toBeGreaterThan(5);
    expect([...of("filled"), ...of("suggested")]).not.toContain("visibility");
    expect(written.length, "nobody accepted anything yet").toBe(of("filled").length + of("suggested").length);
    expect(written.every(({ byUserId }) => byUserId === "user-buyer")).toBe(true);
  });

  test("is made once, though the text is sent twice", async () => {
    const { paste, entries, draft } = await pasted();
    const before = (await entries()).length;
    expect((await paste()).kind).toBe("done");
    expect((await entries()).length).toBe(before);
    expect(await draft()).toMatchObject({ version: 1 });
  });

  test("is not there for another organisation, nor made by who may not write drafts", async () => {
    const { paste, run, actors } = await pasted();
    expect(refusalOf(await paste(actors.buyer2))).toBe("not_found");
    const input = { draftId: newId(), text: TEXT, zone: ZONE };
    for (const actor of [actors.viewer, actors.visitor])
      expect((await run(draftFromText, actor, input)).kind).not.toBe("done");
  });

  test("is never written over one that somebody types", async () => {
    const { run, actors, database } = await pasted();
    const draftId = newId();
    await run(saveDraft, actors.buyer, { draftId, fields: { title: "Typed" } });
    expect(refusalOf(await run(draftFromText, actors.buyer, { draftId, text: TEXT, zone: ZONE }))).toBe("not_found");
    expect(await findDraft(database.read, draftId)).toMatchObject({ title: "Typed", version: 1 });
  });

  test("is not made of a text in which no rule finds a request", async () => {
    const { read, draft, entries } = await pasted("Hello, how long is the queue at Horgos these days?");
    expect(refusalOf(read)).toBe("nothing_read");
    expect(await draft()).toBeUndefined();
    expect(await entries()).toEqual([]);
  });

  test.each([
    ["empty", "  "],
    ["beyond its bound", "x".repeat(20_001)],
    ["with a zero byte", "20 cartons\u0000"],
  ])("is refused where the text is %s", async (_, text) => {
    expect((await pasted(text)).read.kind).toBe("malformed");
  });
});

describe("a suggestion in a draft", () => {
  test("is no value of its field before a person takes it, and is what the draft keeps, not what a page says", async () => {
    const { save, draft, open, entries } = await pasted();
    await save({});
    expect(await open()).toContain("readyDate");
    expect((await draft())?.fields.readyDate).toBe("");
    await save({}, { takes: ["readyDate", "visibility"] });
    expect(await open()).not.toContain("readyDate");
    expect((await draft())?.fields).toMatchObject({ readyDate: "2026-12-04", visibility: "open" });
    expect(await entries()).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: "readyDate", outcome: "accepted", takenValue: null })]),
    );
  });

  test("is corrected by typing something else, as is what was filled in, and the log keeps both values", async () => {
    const { save, open, filled, entries } = await pasted();
    await save({ originId: "CNNBO", readyDate: "2026-12-24" });
    expect(await open()).not.toContain("readyDate");
    expect(await filled()).not.toContain("originId");
    const corrected = (await entries()).filter(({ outcome }) => outcome === "corrected");
    expect(
      corrected.map(({ field, suggestedValue, takenValue }) => [field, suggestedValue, takenValue]).sort(),
    ).toEqual([
      ["originId", "CNYIU", "CNNBO"],
      ["readyDate", "2026-12-04", "2026-12-24"],
    ]);
  });

  test("is accepted with all others of the form by the one button for all, and the log claims no person for what was filled in", async () => {
    const { save, open, draft, entries } = await pasted();
    const before = await open();
    await save({ originId: "CNNBO" }, { isAllRight: true });
    expect(await open()).toEqual([]);
    expect((await draft())?.fields.readyDate).toBe("2026-12-04");
    const of = async (outcome: string) =>
      (await entries()).flatMap((one) => (one.outcome === outcome ? [one.field] : [])).sort();
    expect(await of("corrected")).toEqual(["originId"]);
    expect(await of("accepted")).toEqual(before.sort());
  });

  test("brings the usual pick-up with the day that the goods are ready, as it would have at first", async () => {
    const { save, draft } = await pasted(TEXT.replace("Customs clearance for ", ""));
    expect((await draft())?.fields).not.toHaveProperty("services.logistics.pickupFrom");
    await save({}, { takes: ["readyDate"] });
    expect((await draft())?.fields).toMatchObject({
      ...{ "services.logistics.pickupFrom": "2026-12-04", "services.logistics.pickupTo": "2026-12-06" },
    });
  });

  test("leaves entries that nobody can change or delete", async () => {
    const { database } = await pasted();
    const change = database.write(async (tx) => {
      await tx.update(clerkEntries).set({ takenValue: "x" });
    });
    await expect(change).rejects.toThrow();
    const erase = database.write(async (tx) => {
      await tx.delete(clerkEntries);
    });
    await expect(erase).rejects.toThrow();
  });
});

describe("publishing a draft from a text", () => {
  test("has no value where nobody took what is suggested: a field that is asked for is missing, as if it were never read", async () => {
    const { save, publish, open, database } = await pasted();
    await save(REST);
    expect(await open()).toContain("readyDate");
    expect(await publish()).toMatchObject({
      kind: "refused",
      refusal: { code: "draft_incomplete", details: { issues: 1, first: "readyDate" } },
    });
    expect(await database.read.$count(deals)).toBe(0);
  });

  test("goes through with what was filled in, without a press for any of it, once what is asked for is there", async () => {
    const { save, publish, open, database } = await pasted();
    await save({ ...REST, title: "Lamps for Almaty" });
    await save({}, { takes: ["readyDate"] });
    expect(await open()).toEqual([]);
    expect(await publish()).toMatchObject({ kind: "done" });
    expect([await database.read.$count(deals), await database.read.$count(requests)]).toEqual([1, 1]);
    const [deal] = await database.read.select().from(deals);
    expect(deal).toMatchObject({ title: "Lamps for Almaty", readyDate: "2026-12-04", originId: "CNYIU" });
  });
});

test("no hostile text becomes more than a draft of plain fields", async () => {
  const { database, events, run, actors } = await pasted();
  for (const text of injections) {
    const draftId = newId();
    const outcome = await run(draftFromText, actors.buyer, { draftId, text, zone: ZONE });
    const draft = await findDraft(database.read, draftId);
    expect(refusalOf(outcome), text).toBe(draft ? "done" : "nothing_read");
    const { others, usual } = besideRead(draft);
    expect(others, text).toEqual(usual);
  }
  expect(await events()).toEqual([]);
  expect([await database.read.$count(deals), await database.read.$count(mails)]).toEqual([0, 0]);
});
