import { EXPORTER } from "@/domain/services/examples";
import { describe, expect, test } from "vitest";
import { entriesOfDraft, findDraft } from "@/db/repositories/deal-drafts";
import { clerkEntries } from "@/db/schema/clerk";
import { deals } from "@/db/schema/deals";
import { mails } from "@/db/schema/notices";
import { requests } from "@/db/schema/requests";
import injections from "@/domain/deals/clerk-texts/injections.json";
import { isSuggestible } from "@/domain/deals/clerk/suggestions";
import { newPosting } from "@/domain/deals/posting/new-posting";
import { postingExample } from "@/domain/deals/deal-example";
import type { FormValues } from "@/domain/shared/form-state";
import { newId } from "@/server/platform/platform";
import { postingMarket } from "@/test/posting-market";
import { publishDraft } from "./create-deal";
import { saveDraft } from "./drafts";
import { draftFromText } from "./draft-from-text";

const TEXT =
  "Customs clearance for 400 cartons of LED lamps, HS 9405.11, 11,200 kg, 42 cbm, from Yiwu to Almaty via Horgos, DAP Almaty, ready 10 December 2026, value USD 86,000";
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
  return { ...market, draftId, paste, read, draft, save, publish, entries, open };
}

const refusalOf = (outcome: { kind: string; refusal?: { code: string } }) => outcome.refusal?.code ?? outcome.kind;

/** What the text leaves open, so that the draft can be published but for its suggestions. */
const REST: FormValues = {
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
  test("holds what was read, every field of it suggested and written down", async () => {
    const { read, draft, entries } = await pasted();
    expect(read.kind).toBe("done");
    const made = await draft();
    expect(made?.fields).toMatchObject({
      originId: "CNYIU",
      destinationId: "KZALA",
      hubId: "horgos",
      incotermRule: "DAP",
      readyDate: "2026-12-10",
      goodsValue: "86000",
      goodsCurrency: "USD",
      wanted: ["customs"],
      "cargo[0].description": "LED lamps",
      "cargo[0].hsCode": "940511",
      "cargo[0].packages": "400",
      "cargo[0].grossWeightKg": "11200",
      visibility: "open",
      bidMode: "sealed",
    });
    const suggested = Object.keys(made?.suggested?.suggestions ?? {});
    expect(suggested.length).toBeGreaterThan(5);
    expect(suggested).toContain("originId");
    expect(suggested).not.toContain("visibility");
    const written = await entries();
    expect(written.map(({ field }) => field).sort()).toEqual([...suggested].sort());
    expect(written.every(({ outcome, byUserId }) => outcome === "suggested" && byUserId === "user-buyer")).toBe(true);
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
  test("is accepted by confirming its field, and by nothing less", async () => {
    const { save, open, entries } = await pasted();
    await save({});
    expect(await open()).toContain("originId");
    await save({}, { confirms: ["originId"] });
    expect(await open()).not.toContain("originId");
    expect(await entries()).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: "originId", outcome: "accepted", takenValue: null })]),
    );
  });

  test("is corrected by changing its field, and the log keeps both values", async () => {
    const { save, open, entries } = await pasted();
    await save({ originId: "CNNBO" });
    expect(await open()).not.toContain("originId");
    const [corrected] = (await entries()).filter(({ outcome }) => outcome === "corrected");
    expect(corrected).toMatchObject({ field: "originId", suggestedValue: "CNYIU", takenValue: "CNNBO" });
  });

  test("is accepted with all others of its section, and no other section's", async () => {
    const { save, open } = await pasted();
    await save({}, { section: "cargo" });
    const left = await open();
    expect(left.filter((field) => field.startsWith("cargo"))).toEqual([]);
    expect(left).toContain("destinationId");
  });

  test("is accepted with all others of the form by the one button for all, and what was changed is corrected", async () => {
    const { save, open, entries } = await pasted();
    await save({ originId: "CNNBO" }, { isAllRight: true });
    expect(await open()).toEqual([]);
    const settled = (await entries()).filter(({ outcome }) => outcome !== "suggested");
    const corrected = settled.filter(({ outcome }) => outcome === "corrected");
    expect(corrected.map(({ field }) => field)).toEqual(["originId"]);
    expect(settled.every(({ outcome, field }) => outcome === "accepted" || field === "originId")).toBe(true);
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
  test("is refused while one suggested field is unconfirmed, and makes nothing", async () => {
    const { save, publish, open, database } = await pasted();
    await save(REST);
    for (const section of ["route", "services"]) await save({}, { section });
    const cargo = await open();
    await save({}, { confirms: cargo.slice(1, 10) });
    expect(await open()).toEqual(cargo.slice(0, 1));
    expect(await publish()).toMatchObject({
      kind: "refused",
      refusal: { code: "suggestions_unconfirmed", details: { count: 1, first: cargo[0] } },
    });
    expect(await database.read.$count(deals)).toBe(0);
  });

  test("goes through once every one of them is confirmed or changed", async () => {
    const { save, publish, database } = await pasted();
    await save({ ...REST, title: "Lamps for Almaty" });
    for (const section of ["route", "cargo", "services"]) await save({}, { section });
    expect(await publish()).toMatchObject({ kind: "done" });
    expect([await database.read.$count(deals), await database.read.$count(requests)]).toEqual([1, 1]);
  });
});

test("no hostile text becomes more than a draft of plain fields", async () => {
  const { database, events, run, actors } = await pasted();
  const untouched = Object.entries(newPosting(ZONE)).filter(([name]) => !isSuggestible(name));
  for (const text of injections) {
    const draftId = newId();
    const outcome = await run(draftFromText, actors.buyer, { draftId, text, zone: ZONE });
    const draft = await findDraft(database.read, draftId);
    expect(refusalOf(outcome), text).toBe(draft ? "done" : "nothing_read");
    const others = Object.entries(draft?.fields ?? newPosting(ZONE)).filter(([name]) => !isSuggestible(name));
    expect(Object.fromEntries(others), text).toEqual(Object.fromEntries(untouched));
  }
  expect(await events()).toEqual([]);
  expect([await database.read.$count(deals), await database.read.$count(mails)]).toEqual([0, 0]);
});
