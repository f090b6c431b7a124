import { describe, expect, test } from "vitest";
import { entriesOf } from "@/db/repositories/address-book";
import { findDraft } from "@/db/repositories/deal-drafts";
import { postingExample } from "@/domain/deals/deal-example";
import { BOOK_MAX } from "@/domain/services/address-book";
import type { FormValues } from "@/domain/shared/form-state";
import { later, MINUTE_MS } from "@/domain/shared/time";
import { newId } from "@/server/platform/platform";
import { done } from "@/test/bidding-market";
import { postingMarket, START } from "@/test/posting-market";
import { publishDraft } from "../create-deal";
import { saveDraft } from "../drafts";
import { postingOptions } from "../queries";
import { clearBook, correctEntry, dropEntry } from "./change-book";
import { noteEntries } from "./note-in-book";
import { addressBookOf, ownEntryOf } from "./queries";

const INSPECTED: FormValues = {
  wanted: ["inspection"],
  "services.inspection.type": "pre_shipment",
  "services.inspection.date": "2026-12-08",
  "services.inspection.manufacturer": "Yiwu Hongda Co., Ltd.",
  "services.inspection.factoryAddress": "88 Chouzhou Road, Yiwu",
  "services.inspection.standard": "iso-2859-1",
  "services.inspection.lotSize": "400",
  "services.inspection.level": "II",
  "services.inspection.severity": "normal",
  "services.inspection.aqlPreset": "usual",
};

async function book() {
  const market = await postingMarket();
  const { run, actors, database } = market;
  let posted = 0;
  const post = async (changes: FormValues = {}, by = actors.buyer) => {
    const draftId = newId();
    const fields = { ...postingExample(), ...INSPECTED, ...changes };
    const { version } = done(await run(saveDraft, by, { draftId, fields }));
    market.setClock(later(START, ++posted * MINUTE_MS));
    return run(publishDraft, by, { draftId, version });
  };
  const entries = (by = actors.buyer, q = "") => addressBookOf(database.read, by, q);
  return { ...market, post, entries };
}

describe("an address book", () => {
  test("fills itself with what is published, each once, and the last used comes first", async () => {
    const { post, entries } = await book();
    done(await post());
    done(
      await post({
        "services.inspection.manufacturer": "Ningbo Haida",
        "services.inspection.factoryAddress": "Ningbo",
      }),
    );
    done(
      await post({
        "services.inspection.manufacturer": "YIWU HONGDA CO LTD",
        "services.inspection.factoryLat": "29.3",
        "services.inspection.factoryLon": "120.1",
      }),
    );
    expect((await entries()).map(({ kind, facts }) => ({ kind, ...facts }))).toEqual([
      { kind: "factory", name: "YIWU HONGDA CO LTD", address: "88 Chouzhou Road, Yiwu", lat: "29.3", lon: "120.1" },
      { kind: "factory", name: "Ningbo Haida", address: "Ningbo" },
    ]);
  });

  test("has nothing of a posting that was refused or is a draft", async () => {
    const { post, entries, run, actors } = await book();
    expect((await post({ title: "" })).kind).not.toBe("done");
    done(await run(saveDraft, actors.buyer, { draftId: newId(), fields: { ...postingExample(), ...INSPECTED } }));
    expect(await entries()).toEqual([]);
  });

  test("is its organisation's alone: another neither sees, takes, corrects nor deletes an entry", async () => {
    const { post, entries, run, actors, database } = await book();
    done(await post());
    const [entry] = await entries();
    if (!entry) throw new Error("The factory is an entry.");
    expect(await entries(actors.buyer2)).toEqual([]);
    expect(await ownEntryOf(database.read, actors.buyer2, entry.id)).toBeNull();
    expect((await postingOptions(database.read, actors.buyer2)).book).toEqual([]);
    const [draftId, entryId] = [newId(), entry.id];
    const take = { field: "services.inspection.manufacturer", entryId };
    done(await run(saveDraft, actors.buyer2, { draftId, fields: INSPECTED, take }));
    expect((await findDraft(database.read, draftId))?.fields).toEqual(INSPECTED);
    for (const outcome of [
      await run(correctEntry, actors.buyer2, { entryId, facts: { name: "Mine" } }),
      await run(dropEntry, actors.buyer2, { entryId }),
    ])
      expect(outcome).toMatchObject({ refusal: { code: "not_found" } });
    done(await run(clearBook, actors.buyer2, {}));
    expect(await entries()).toEqual([entry]);
  });

  test("is offered in the form, and an entry that is taken fills the fields that belong to it", async () => {
    const { post, run, actors, database } = await book();
    done(await post());
    const { book: offered } = await postingOptions(database.read, actors.buyer);
    expect(offered.map(({ facts }) => facts.name)).toEqual(["Yiwu Hongda Co., Ltd."]);
    const [draftId, entryId] = [newId(), offered[0]?.id ?? ""];
    const fields = { title: "More", "services.inspection.factoryLat": "1" };
    const take = { field: "services.inspection.manufacturer", entryId };
    done(await run(saveDraft, actors.buyer, { draftId, fields, take }));
    expect((await findDraft(database.read, draftId))?.fields).toEqual({
      ...{ title: "More", "services.inspection.manufacturer": "Yiwu Hongda Co., Ltd." },
      ...{ "services.inspection.factoryAddress": "88 Chouzhou Road, Yiwu" },
      ...{ "services.inspection.factoryLat": "", "services.inspection.factoryLon": "" },
    });
  });

  test("is searched, corrected and deleted, and deals keep their words", async () => {
    const { post, entries, run, actors } = await book();
    done(await post());
    done(
      await post({
        "services.inspection.manufacturer": "Ningbo Haida",
        "services.inspection.factoryAddress": "Ningbo",
      }),
    );
    const [haida] = await entries(actors.buyer, "haida");
    expect((await entries(actors.buyer, "hongda")).length).toBe(1);
    const entryId = haida?.id ?? "";
    expect(await run(correctEntry, actors.buyer, { entryId, facts: { address: " " } })).toMatchObject({
      kind: "malformed",
    });
    // Corrected to what another entry says, it takes its place.
    const facts = { name: "Yiwu Hongda Co Ltd", address: "88 Chouzhou road Yiwu" };
    done(await run(correctEntry, actors.buyer, { entryId, facts }));
    expect((await entries()).map(({ id, facts: said }) => ({ id, ...said }))).toEqual([{ id: entryId, ...facts }]);
    done(await run(dropEntry, actors.buyer, { entryId }));
    expect(await entries()).toEqual([]);
    done(await post());
    done(await run(clearBook, actors.buyer, {}));
    expect(await entries()).toEqual([]);
  });

  test("holds so many entries: the longest unused give way", async () => {
    const { database } = await book();
    const note = (at: number, names: readonly string[]) =>
      database.write((tx) =>
        noteEntries(
          { tx, newId, now: later(START, at), organisationId: "buyer" },
          names.map((name) => ({ kind: "contact", facts: { name } })),
        ),
      );
    await note(
      0,
      Array.from({ length: BOOK_MAX }, (_, at) => `Driver ${at}`),
    );
    await note(1, ["Azamat"]);
    const kept = await entriesOf(database.read, "buyer", 2 * BOOK_MAX);
    expect([kept.length, kept[0]?.facts.name]).toEqual([BOOK_MAX, "Azamat"]);
  });
});
