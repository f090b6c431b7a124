import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type ChainedEvent, checkPack, firstBroken, hashOf } from "@/domain/documents/pack-manifest";
import { findPack } from "@/db/repositories/documents";
import { files } from "@/db/schema/files";
import { packs } from "@/db/schema/packs";
import { requests } from "@/db/schema/requests";
import { instant, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { awardBids } from "@/server/award/award-bids";
import { reportMilestone } from "@/server/orders/report-milestone";
import { zipEntries } from "@/server/files/inspect-xlsx";
import { makePack, packArchive } from "@/server/documents/make-pack";
import { sha256 } from "@/server/bidding/closing-proof";
import { packProof, packsView } from "@/server/documents/queries";
import { done, SYSTEM } from "@/test/bidding-market";
import { pdfOf } from "@/test/file-corpus";
import { fileMarket } from "@/test/file-market";
import { must } from "@/test/must";
import { actorOf, orderMarket, EARLY } from "@/test/order-market";
import { settleScan } from "../files/settle-scan";
import { nameDeliverable } from "./name-deliverable";

/** An order for customs with two files of the broker's, of one name, and one of the buyer's. */
async function packMarket() {
  const market = await fileMarket();
  const { actors, run, database } = market;
  const { id: bidId } = await market.bid();
  await market.closeAtItsTime();
  const [orderId = ""] = done(
    await run(awardBids, actors.buyer, { requestId: market.requestId, bids: [{ bidId }] }),
  ).orders;
  const subject = { kind: "order", id: orderId } as const;
  const pdf = (content: Buffer) => ({ name: "release.pdf", type: "application/pdf", subject, content });
  const [released, copied, own] = [
    await market.sent(actors.provider, pdf(pdfOf())),
    await market.sent(actors.provider, pdf(Buffer.concat([pdfOf(), Buffer.from("\n")]))),
    await market.sent(actors.buyer, { name: "note.txt", subject, content: "gate 4" }),
  ];
  const occurredAt = toIso(market.on.clock());
  done(await run(reportMilestone, actors.provider, { orderId, code: "documents_requested", occurredAt }));
  return {
    ...{ ...market, orderId, released, copied, own },
    make: (by = actors.buyer) => run(makePack, by, { orderId }),
    name: (by: typeof actors.buyer, fileId: string, code = "release_note") =>
      run(nameDeliverable, by, { orderId, fileId, code }),
    async archive(packId: string, viewer = actors.buyer) {
      const answer = await packArchive(database.read, viewer, { packId, store: market.store });
      if (!answer) return null;
      const bytes = Buffer.from(await answer.arrayBuffer());
      const entries = zipEntries(bytes, 50) ?? [];
      return new Map(entries.map(({ name, at, packedBytes }) => [name, bytes.subarray(at, at + packedBytes)]));
    },
  };
}

/** What the public page says of an archive. */
function checked(root: string, archive: ReadonlyMap<string, Buffer> | null) {
  const held = [...(archive ?? [])].map(([name, bytes]) => ({
    name,
    sha256: Buffer.from(sha256(bytes)).toString("hex"),
  }));
  return checkPack(root, archive?.get("manifest.json")?.toString() ?? "", held);
}

test("lesson 14: a pack holds every file of the order as it was kept, how the order stands and its chained log, and is valid", async () => {
  const market = await packMarket();
  const { id, root } = done(await market.make());
  const archive = await market.archive(id);
  expect([...(archive?.keys() ?? [])]).toEqual([
    "manifest.json",
    "release.pdf",
    "release (2).pdf",
    "note.txt",
    "order.json",
    "events.json",
  ]);
  expect(archive?.get("release.pdf")).toEqual(pdfOf());
  expect(archive?.get("note.txt")?.toString()).toBe("gate 4");
  expect(checked(root, archive)).toEqual({ kind: "valid", entries: 5 });
  expect(JSON.parse(archive?.get("order.json")?.toString() ?? "")).toMatchObject({
    service: "customs",
    state: "scheduled",
  });
  const events = JSON.parse(archive?.get("events.json")?.toString() ?? "[]") as ChainedEvent[];
  expect(events.map(({ type }) => type)).toContain("order.milestone_reported");
  expect(firstBroken(events, sha256)).toBe(-1);
});

test("what anybody may know of a pack is hashes and sizes: no name of a file or a party", async () => {
  const market = await packMarket();
  const { id, root } = done(await market.make());
  const proof = await packProof(market.database.read, id);
  expect(proof).toMatchObject({ root, entries: [{ number: 1, bytes: pdfOf().length }, {}, {}, {}, {}] });
  expect(proof?.entries[2]?.sha256).toBe(hashOf("gate 4", sha256));
  expect(JSON.stringify(proof)).not.toMatch(/release|note\.txt|buyer|provider/i);
  expect(await packProof(market.database.read, "nopack")).toBeNull();
});

test("a pack says what was, whatever happens to the order afterwards", async () => {
  const market = await packMarket();
  const { id } = done(await market.make());
  const before = await market.archive(id);
  const occurredAt = toIso(instant(market.on.clock()));
  const { actors, orderId } = market;
  done(
    await market.run(reportMilestone, actors.provider, { orderId, code: "documents_complete", occurredAt, ...EARLY }),
  );
  expect((await market.archive(id))?.get("events.json")).toEqual(before?.get("events.json"));
  const again = done(await market.make(actors.provider));
  expect((await market.archive(again.id))?.get("events.json")).not.toEqual(before?.get("events.json"));
});

test("where a scanner found something in a file later, its archive holds all the others and says which is withheld", async () => {
  const market = await packMarket();
  const { id, root } = done(await market.make());
  const infected = { fileId: market.released, isInfected: true };
  done(await market.run(settleScan, SYSTEM, infected));
  const archive = await market.archive(id);
  expect(archive?.has("release.pdf")).toBe(false);
  expect(JSON.parse(archive?.get("release.pdf.withheld.json")?.toString() ?? "")).toMatchObject({
    file: "release.pdf",
  });
  expect(archive?.get("note.txt")?.toString()).toBe("gate 4");
  expect(checked(root, archive)).toEqual({ kind: "missing", name: "release.pdf", number: 1 });
});

test("its archive is for the parties of the order alone", async () => {
  const market = await packMarket();
  const { id } = done(await market.make());
  expect(await market.archive(id, market.actors.provider)).not.toBeNull();
  expect(await market.archive(id, market.actors.provider2)).toBeNull();
  expect(await market.make(market.actors.provider2)).toMatchObject({ refusal: { code: "not_found" } });
  expect(await market.database.read.select().from(packs)).toHaveLength(1);
});

test("lesson 14: each thing to be handed over is there by itself, named by whoever attached it", async () => {
  const market = await packMarket();
  const { actors } = market;
  const view = () => packsView(market.database.read, actors.buyer, { orderId: market.orderId, now: market.on.clock() });
  const filesOf = async (code: string) =>
    (await view())?.deliverables.find((row) => row.code === code)?.files.map(({ id }) => id);
  expect(await filesOf("release_note")).toEqual([]);
  expect(await market.name(actors.provider, market.released)).toMatchObject({ kind: "done" });
  expect(await filesOf("release_note")).toEqual([market.released]);
  expect(await market.name(actors.provider, market.released, "declaration_copy")).toMatchObject({ kind: "done" });
  expect(await filesOf("release_note")).toEqual([]);
  expect(await filesOf("declaration_copy")).toEqual([market.released]);
  expect(await market.name(actors.buyer, market.copied)).toMatchObject({ refusal: { code: "file_unknown" } });
  expect(await market.name(actors.provider, market.copied, "waybill")).toMatchObject({
    refusal: { code: "deliverable_unknown" },
  });
  expect(await market.name(actors.provider2, market.copied)).toMatchObject({ refusal: { code: "not_found" } });
});

test("Of the log of its deal a pack holds what happened on its own order, and nothing of the deal's others.", async () => {
  const { on, database, orders, now } = await orderMarket({ services: ["logistics", "customs"] });
  const [logistics = "", customs = ""] = [orders.logistics, orders.customs];
  const actor = actorOf("timur");
  const occurredAt = toIso(now());
  for (const [orderId, code] of [
    [logistics, "booked"],
    [customs, "documents_requested"],
  ])
    await must(on, reportMilestone, { actor, input: { orderId, code, occurredAt } });
  for (const orderId of [logistics, customs]) {
    const { id } = await must(on, makePack, { actor, input: { orderId } });
    const pack = await findPack(database.read, id);
    const events = JSON.parse(pack?.records["events.json"] ?? "[]") as ChainedEvent[];
    expect(events.map((event) => [event.type, event.orderId])).toEqual([["order.milestone_reported", orderId]]);
    expect(firstBroken(events, sha256)).toBe(-1);
  }
});

test("A pack leaves out what waits for the scanner or is infected; its page lists the packs of its order, the last made first.", async () => {
  const market = await packMarket();
  const { actors, database, orderId } = market;
  const set = (id: string, change: Partial<typeof files.$inferInsert>) =>
    database.write((tx) => tx.update(files).set(change).where(eq(files.id, id)));
  const [pending, elsewhere] = [
    await market.sent(actors.provider, { name: "late.txt", subject: { kind: "order", id: orderId } }),
    await market.sent(actors.provider, { name: "loose.txt" }),
  ];
  await set(pending, { state: "pending" });
  const first = done(await market.make());
  const namesIn = async (id: string) =>
    [...((await market.archive(id))?.keys() ?? [])].filter((name) => !/json/.test(name));
  expect(await namesIn(first.id)).toEqual(["release.pdf", "release (2).pdf", "note.txt"]);
  await set(pending, { state: "clean", milestoneCode: "documents_requested" });
  await set(market.copied, { state: "infected" });
  done(await market.name(actors.provider, market.released));
  market.setClock(later(market.on.clock(), MINUTE_MS));
  const second = done(await market.make(actors.provider));
  expect(await namesIn(second.id)).toEqual(["release.pdf", "note.txt", "late.txt"]);
  const entries = (await findPack(database.read, second.id))?.entries ?? [];
  expect(entries.map(({ deliverable }) => deliverable)).toEqual([
    ...["release_note", null, "documents_requested", null, null],
  ]);
  const view = (by: typeof actors.buyer) => packsView(database.read, by, { orderId, now: market.on.clock() });
  expect((await view(actors.buyer))?.packs.map(({ id, count }) => [id, count])).toEqual([
    [second.id, 5],
    [first.id, 5],
  ]);
  // What is still to be named: one's own, that has a content, and is no deliverable yet.
  expect((await view(actors.provider))?.unnamed.map(({ id }) => id)).toEqual([pending]);
  expect((await view(actors.buyer))?.unnamed.map(({ id }) => id)).toEqual([market.own]);
  expect(await view(actors.viewer)).toMatchObject({ mayMake: false, mayName: false });
  expect(await view(actors.provider2)).toBeNull();
  expect(await market.name(actors.provider, elsewhere)).toMatchObject({ refusal: { code: "file_unknown" } });
});

test("An order whose request an older version stored in another form shows all that its kind hands over.", async () => {
  const market = await packMarket();
  const shown = async () => {
    const of = { orderId: market.orderId, now: market.on.clock() };
    return (await packsView(market.database.read, market.actors.buyer, of))?.deliverables.map(({ code }) => code);
  };
  const before = await shown();
  await market.database.write((tx) => tx.update(requests).set({ spec: { side: "export", formerMember: true } }));
  expect(await shown()).toEqual(expect.arrayContaining(before ?? []));
  expect(before).toContain("release_note");
});
