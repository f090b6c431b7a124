import { EXPORTER } from "../../domain/services/examples";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FILE_MAX_BYTES, FILES_PER_SUBJECT_MAX, LOOSE_FILES_MAX } from "@/domain/files/file-limits";
import { dealExample } from "@/domain/deals/deal-example";
import { instant, toIso } from "@/domain/shared/time";
import { createDeal } from "@/server/deals/create-deal";
import { createRequest } from "@/server/requests/create-request";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { env } from "@/server/platform/process/env";
import { decrypt, newKey } from "@/server/sealing/envelope";
import { files } from "@/db/schema/files";
import { auditEntries, idempotencyKeys } from "@/db/schema/platform";
import { organisationEvents, outbox } from "@/db/schema/notices";
import { CLOSES, DECIDES, refusalOf } from "@/test/bidding-market";
import { pdfOf, xlsxOf } from "@/test/file-corpus";
import { fileMarket } from "@/test/file-market";
import { must } from "@/test/must";
import { START } from "@/test/posting-market";
import { removeFile } from "./remove-file";

const arriving = (): string[] => readdirSync(join(env().DATA_DIR, "files", "arriving"));

test("what is uploaded comes back as it was, under its cleaned name", async () => {
  const market = await fileMarket();
  const content = pdfOf();
  const id = await market.sent(market.actors.buyer, {
    name: "C:\\deals\\../con\u202Etract\u0000.pdf",
    type: "application/pdf",
    subject: market.onRequest,
    content,
  });
  expect(await market.read(market.actors.buyer, id)).toBe(content.toString());
  const shown = { id, name: "contract.pdf", kind: "pdf", sizeBytes: content.length, state: "unscanned", isOwn: true };
  expect(await market.see(market.actors.buyer, market.onRequest)).toMatchObject([shown]);
  expect(arriving()).toEqual([]);
});

test("one byte over the limit is refused, and read no further; the limit itself is taken", async () => {
  const market = await fileMarket();
  let given = 0;
  async function* endless() {
    for (; given < 2 * FILE_MAX_BYTES; given += 1024 * 1024) yield Buffer.alloc(1024 * 1024, "a");
  }
  const { buyer } = market.actors;
  expect(refusalOf(await market.send(buyer, { content: Buffer.alloc(FILE_MAX_BYTES + 1, "a") }))).toBe(
    "file_too_large",
  );
  expect(refusalOf(await market.send(buyer, { content: endless() }))).toBe("file_too_large");
  expect(given).toBeLessThan(FILE_MAX_BYTES + 2 * 1024 * 1024);
  expect([market.objects().length, arriving().length]).toEqual([0, 0]);
  await market.sent(buyer, { content: Buffer.alloc(FILE_MAX_BYTES, "a") });
});

test("an upload that breaks off leaves nothing behind", async () => {
  const market = await fileMarket();
  async function* broken() {
    yield Buffer.alloc(300_000, "a");
    throw new Error("gone");
  }
  await expect(market.send(market.actors.buyer, { content: broken() })).rejects.toThrow("gone");
  expect([await market.rows(), market.objects(), arriving()]).toEqual([[], [], []]);
});

test("what is refused is neither kept nor on record", async () => {
  const market = await fileMarket();
  const { buyer } = market.actors;
  expect(refusalOf(await market.send(buyer, { name: "a.exe" }))).toBe("type_not_allowed");
  expect(
    refusalOf(
      await market.send(buyer, { name: "a.xlsx", content: xlsxOf([{ name: "xl/vbaProject.bin", content: "x" }]) }),
    ),
  ).toBe("file_has_macros");
  expect([await market.rows(), market.objects(), arriving()]).toEqual([[], [], []]);
});

test("the same key with the same file makes one file, with another file it is refused", async () => {
  const market = await fileMarket();
  const { buyer } = market.actors;
  const first = await market.sent(buyer, { key: "k" });
  expect(await market.send(buyer, { key: "k" })).toMatchObject({ kind: "done", value: { id: first }, isReplay: true });
  expect(refusalOf(await market.send(buyer, { key: "k", content: "gate 5" }))).toBe("idempotency_key_reused");
  expect([(await market.rows()).length, market.objects().length]).toEqual([1, 1]);
});

test("a subject takes so many files of one party and no more", async () => {
  const market = await fileMarket();
  const { buyer } = market.actors;
  for (let at = 0; at < FILES_PER_SUBJECT_MAX; at++) await market.sent(buyer, { subject: market.onRequest });
  expect(refusalOf(await market.send(buyer, { subject: market.onRequest }))).toBe("too_many_files");
  expect(market.objects().length).toBe(FILES_PER_SUBJECT_MAX);
});

test("who may attach where", async () => {
  const market = await fileMarket();
  const { buyer, buyer2, provider, viewer, administrator, visitor } = market.actors;
  const ask = async (actor: typeof buyer, subject: typeof market.onRequest | typeof market.onBid) =>
    refusalOf(await market.send(actor, { subject }));
  expect(await ask(buyer, market.onRequest)).toBe("done");
  expect(await ask(buyer2, market.onRequest)).toBe("not_permitted");
  expect(await ask(provider, market.onRequest)).toBe("not_permitted");
  expect(await ask(viewer, market.onRequest)).toBe("not_permitted");
  expect(await ask(administrator, market.onRequest)).toBe("not_permitted");
  expect(await ask(visitor, market.onRequest)).toBe("sign_in_needed");
  expect(await ask(provider, market.onBid)).toBe("done");
  expect(await ask(buyer, market.onBid)).toBe("not_permitted");
  expect(await ask(buyer2, market.onBid)).toBe("no_listing");
  expect(refusalOf(await market.send(buyer, { subject: { kind: "order", id: "none" } }))).toBe("not_found");
  market.setClock(instant(CLOSES));
  expect(await ask(buyer, market.onRequest)).toBe("no_more_files");
  expect(await ask(provider, market.onBid)).toBe("no_more_files");
});

test("a request's files are read by whoever may read the request, once it is published", async () => {
  const market = await fileMarket();
  const { buyer, buyer2, provider, administrator, visitor } = market.actors;
  const id = await market.sent(buyer, { subject: market.onRequest });
  for (const actor of [buyer, buyer2, provider]) expect(await market.read(actor, id)).toBe("gate 4");
  for (const actor of [administrator, visitor]) {
    expect(await market.read(actor, id)).toBeNull();
    expect(await market.see(actor, market.onRequest)).toEqual([]);
  }
  const dealId = (await must(market.on, createDeal, { actor: buyer, input: dealExample() })).id;
  const terms = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
  const spec = { side: "export", supervisionMode: "0110", ...EXPORTER };
  const draft = { dealId, service: "customs", spec, bidding: terms, publish: false };
  const request = await must(market.on, createRequest, { actor: buyer, input: draft });
  const unseen = await market.sent(buyer, { subject: { kind: "request", id: request.id } });
  expect([await market.read(buyer, unseen), await market.read(provider, unseen)]).toEqual(["gate 4", null]);
});

test("a request for invited ones shows its files to nobody else", async () => {
  const market = await fileMarket({ visibility: "invited", invitedIds: ["provider"] });
  const { buyer, provider, provider2 } = market.actors;
  const id = await market.sent(buyer, { subject: market.onRequest });
  expect(await market.read(provider, id)).toBe("gate 4");
  expect([await market.read(provider2, id), await market.view(provider2, id)]).toEqual([null, null]);
  expect(refusalOf(await market.send(provider2, { subject: market.onBid }))).toBe("not_found");
});

test("a sealed bid's files are its bidder's alone until the opening, then the buyer's too, and never a rival's", async () => {
  const market = await fileMarket();
  const { buyer, provider, provider2, administrator } = market.actors;
  const id = await market.sent(provider, { subject: market.onBid, name: "offer-73914682.txt" });
  await market.bid(provider);
  for (const actor of [buyer, provider2, administrator]) {
    expect([await market.read(actor, id), await market.view(actor, id)]).toEqual([null, null]);
    expect(await market.seeOf(actor, market.onBid, "provider")).toEqual([]);
  }
  expect(await market.read(provider, id)).toBe("gate 4");
  await market.closeAtItsTime();
  expect(await market.read(buyer, id)).toBe("gate 4");
  expect(await market.seeOf(buyer, market.onBid, "provider")).toMatchObject([
    { id, name: "offer-73914682.txt", isOwn: false },
  ]);
  for (const actor of [provider2, administrator]) expect(await market.read(actor, id)).toBeNull();
});

test("files of a bid that was never sent, or was withdrawn, are not opened", async () => {
  const market = await fileMarket();
  const { buyer, provider, provider2 } = market.actors;
  const unsent = await market.sent(provider, { subject: market.onBid });
  const withdrawn = await market.sent(provider2, { subject: market.onBid });
  const { id: bidId } = await market.bid(provider2);
  await must(market.on, withdrawBid, { actor: provider2, input: { bidId } });
  await market.closeAtItsTime();
  for (const id of [unsent, withdrawn]) expect(await market.read(buyer, id)).toBeNull();
  for (const bidder of ["provider", "provider2"]) expect(await market.seeOf(buyer, market.onBid, bidder)).toEqual([]);
});

test("where bidding is open the buyer reads a bid's files as they come, and rivals never", async () => {
  const market = await fileMarket({ mode: "open" });
  const { buyer, provider, provider2 } = market.actors;
  const id = await market.sent(provider, { subject: market.onBid });
  expect(await market.read(buyer, id)).toBeNull();
  await market.bid(provider);
  expect([await market.read(buyer, id), await market.read(provider2, id)]).toEqual(["gate 4", null]);
});

const SECRET = "offer-73914682-secret";

test("who copies the database and the files without the key learns neither name, nor content, nor size of a sealed bid's file", async () => {
  const market = await fileMarket();
  const { provider, provider2 } = market.actors;
  await market.sent(provider, { subject: market.onBid, name: `${SECRET}.txt`, content: SECRET.repeat(50), key: "k" });
  await market.sent(provider2, { subject: market.onBid, name: "b.txt", content: "short" });
  const read = market.database.read;
  const tables = [];
  for (const table of [auditEntries, idempotencyKeys, outbox, organisationEvents])
    tables.push(await read.select().from(table));
  const rows = await market.rows();
  const [one, other] = rows;
  if (!one?.keyForRequest || !other) throw new Error("two files were sent");
  const haystack = [
    JSON.stringify(tables),
    ...rows.map((row) => JSON.stringify({ ...row, facts: row.facts.toString("latin1") })),
    ...market.objects().map((bytes) => bytes.toString("latin1")),
  ].join("\n");
  expect(haystack).not.toContain("73914682");
  expect(one.facts.length).toBe(other.facts.length);
  expect(new Set(market.objects().map((bytes) => bytes.length)).size).toBe(1);
  expect(() => decrypt(newKey(), one.keyForOwner, `file-owner|${one.id}`)).toThrow();
  expect(() => decrypt(newKey(), one.keyForRequest as Buffer, `file-request|${one.id}`)).toThrow();
});

test("sending files for a sealed bid makes no event that anybody could hear", async () => {
  const market = await fileMarket();
  const before = await market.events();
  await market.sent(market.actors.provider, { subject: market.onBid });
  expect(await market.events()).toEqual(before);
});

test("one's own file can be taken away while another might be attached, by nobody else, and not after the close", async () => {
  const market = await fileMarket();
  const { buyer, provider } = market.actors;
  const [gone, kept] = [
    await market.sent(buyer, { subject: market.onRequest }),
    await market.sent(buyer, { subject: market.onRequest }),
  ];
  expect(refusalOf(await market.run(removeFile, provider, { fileId: kept }))).toBe("not_found");
  await must(market.on, removeFile, { actor: buyer, input: { fileId: gone } });
  expect((await market.see(buyer, market.onRequest)).map(({ id }) => id)).toEqual([kept]);
  market.setClock(instant(CLOSES));
  expect(refusalOf(await market.run(removeFile, buyer, { fileId: kept }))).toBe("no_more_files");
});

test("So many uploads of one organisation may wait for a step, whatever others have waiting and what stands elsewhere.", async () => {
  const market = await fileMarket();
  const { buyer, provider } = market.actors;
  await market.sent(buyer);
  await market.sent(provider);
  await market.sent(buyer, { subject: market.onRequest });
  const copy = async (of: string, count: number) => {
    const row = (await market.rows()).find(({ organisationId, subjectKind }) => organisationId === of && !subjectKind);
    await market.database.write(async (tx) => {
      for (let at = 0; at < count; at++) {
        const again = { id: `${of}${at}`, objectName: `${of}${at}`, attempts: 0, nextScanAt: START };
        await tx.insert(files).values({ ...row, ...again } as typeof files.$inferInsert);
      }
    });
  };
  await copy("buyer", LOOSE_FILES_MAX - 2);
  await copy("provider", 5);
  expect(refusalOf(await market.send(buyer))).toBe("done");
  const over = await market.send(buyer);
  expect(over).toMatchObject({ refusal: { code: "too_many_files", details: { maximum: LOOSE_FILES_MAX } } });
  expect(refusalOf(await market.send(provider))).toBe("done");
  expect(refusalOf(await market.send(buyer, { subject: market.onRequest }))).toBe("done");
});
