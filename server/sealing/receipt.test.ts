import { createHash, createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bidVersions } from "@/db/schema/requests";
import { files } from "@/db/schema/files";
import type { BidContent } from "@/domain/bidding/bid";
import { differenceOf } from "@/domain/files/bid-files";
import { reviseBid } from "@/server/bidding/submit-bid";
import { removeFile } from "@/server/files/remove-file";
import { secret } from "@/server/platform/process/secrets";
import { ownVersionReader, readOwnVersion, receiptHolds, receiptOfOpenBid } from "@/server/sealing/seal-bid";
import { must } from "@/test/must";
import { fileMarket } from "@/test/file-market";
import { newKey } from "./envelope";
import { ownKey } from "./keys";
import { contentContext, sealFacts, wrapFileKey } from "./seal-file";
import { sealStream } from "./seal-stream";
import { inOneOrder } from "@/domain/requests/canonical-json";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A bid of `provider` with one file beside it. */
async function bidWithFile(mode: "sealed" | "open") {
  const of = await fileMarket({ mode });
  const fileId = await of.sent(of.actors.provider, { subject: of.onBid });
  const { id: bidId } = await of.bid();
  const owner = { requestId: of.requestId, organisationId: "provider" };
  const version = async (number = 1) => {
    const row = (await of.versions(bidId)).find((one) => one.version === number);
    if (!row) throw new Error("no such version");
    return { row, content: await readOwnVersion(of.database.read, row, owner) };
  };
  const holds = async (change: (content: BidContent) => BidContent = (content) => content, number = 1) => {
    const { row, content } = await version(number);
    return receiptHolds(ownVersionReader(of.database.read, "provider"), row, { ...owner, content: change(content) });
  };
  return { ...of, fileId, bidId, owner, version, holds };
}

/** Who has the database, the store and the keys in hand puts another content under a file's id. */
async function exchange(of: Awaited<ReturnType<typeof bidWithFile>>, text: string, isToldSo: boolean) {
  const [row] = await of.database.read.select().from(files).where(eq(files.id, of.fileId));
  if (!row) throw new Error("the file is there");
  const dataKey = newKey();
  const facts = {
    name: "note.txt",
    kind: "txt",
    sizeBytes: text.length,
    sha256: isToldSo ? sha256(text) : sha256("gate 4"),
  } as const;
  async function* content() {
    yield Buffer.from(text);
  }
  await of.store.delete(row.objectName);
  await of.store.put(row.objectName, sealStream(content(), { key: dataKey, context: contentContext(of.fileId) }, true));
  await of.database.write(async (tx) => {
    const key = await ownKey(tx, "provider", of.on.clock());
    await tx
      .update(files)
      .set({
        facts: sealFacts(facts, { fileId: of.fileId, dataKey }),
        keyForOwner: wrapFileKey(dataKey, of.fileId, { holder: "owner", key }),
        keyForRequest: null,
      })
      .where(eq(files.id, of.fileId));
  });
}

test.each(["sealed", "open"] as const)(
  "the receipt of a %s version covers the id and hash of each file beside it",
  async (mode) => {
    const of = await bidWithFile(mode);
    expect((await of.version()).content.files).toEqual([{ id: of.fileId, sha256: sha256("gate 4") }]);
    expect(await of.holds()).toBe(true);
    for (const named of [
      [],
      [{ id: of.fileId, sha256: sha256("gate 5") }],
      [{ id: "another", sha256: sha256("gate 4") }],
    ])
      expect(await of.holds((content) => ({ ...content, files: named }))).toBe(false);
  },
);

test.each(["sealed", "open"] as const)("an amount that was changed in a %s version is found", async (mode) => {
  const of = await bidWithFile(mode);
  expect(await of.holds((content) => ({ ...content, totalMinor: "1" }))).toBe(false);
});

test("a sealed version keeps its receipt through the opening", async () => {
  const of = await bidWithFile("sealed");
  await of.closeAtItsTime();
  expect((await of.version()).row.content).not.toBeNull();
  expect(await of.holds()).toBe(true);
});

test("each version names the files of its own time, and one that is sent again with nothing changed those of now", async () => {
  const of = await bidWithFile("sealed");
  const second = await of.sent(of.actors.provider, { subject: of.onBid, content: "gate 9" });
  expect(differenceOf((await of.version()).content.files, [{ id: second, sha256: "" }]).added).toEqual([second]);
  await must(of.on, removeFile, { actor: of.actors.provider, input: { fileId: of.fileId } });
  await must(of.on, reviseBid, { actor: of.actors.provider, input: { bidId: of.bidId } });
  expect((await of.version(1)).content.files?.map(({ id }) => id)).toEqual([of.fileId]);
  expect((await of.version(2)).content.files).toEqual([{ id: second, sha256: sha256("gate 9") }]);
});

test("a file that was exchanged under its id is found by its hash, and not given to the buyer", async () => {
  const of = await bidWithFile("open");
  await exchange(of, "gate 8", true);
  const [shown] = await of.see(of.actors.provider, of.onBid);
  if (!shown) throw new Error("the file is listed");
  expect(differenceOf((await of.version()).content.files, [shown]).exchanged).toEqual([of.fileId]);
  await expect(of.read(of.actors.buyer, of.fileId)).rejects.toThrow();
});

test("a content that is not what is recorded of it is given to nobody to its end", async () => {
  const of = await bidWithFile("open");
  await exchange(of, "gate 8", false);
  for (const reader of [of.actors.provider, of.actors.buyer])
    await expect(of.read(reader, of.fileId)).rejects.toThrow();
});

test("versions from before receipts covered files still verify, and show their buyer every file", async () => {
  const sealed = await bidWithFile("sealed");
  const { row, content } = await sealed.version();
  const { files: _, ...former } = content;
  const context = { requestId: sealed.requestId, bidId: sealed.bidId, version: 1 };
  const keyed = createHmac("sha256", secret("kouan-hash-key"))
    .update(`${sealed.requestId}|${sealed.bidId}|1|${JSON.stringify(former)}`)
    .digest("base64url");
  const read = sealed.database.read;
  const holds = (receipt: string) =>
    receiptHolds(
      ownVersionReader(read, "provider"),
      { ...row, sealed: null, content: former, receipt },
      { ...sealed.owner, content: former },
    );
  expect(await holds(keyed)).toBe(true);
  expect(await holds(receiptOfOpenBid(former, context))).toBe(true);
  // Whether one that fits neither was changed or only put in another order, nobody can tell any more.
  expect(await holds("something else")).toBeNull();

  const open = await fileMarket({ mode: "open" });
  const fileId = await open.sent(open.actors.provider, { subject: open.onBid });
  const { id: bidId } = await open.bid();
  const [version] = await open.versions(bidId);
  if (!version?.content) throw new Error("an open version is readable");
  const { files: __, ...old } = version.content;
  await open.database.write((tx) =>
    tx.insert(bidVersions).values({ ...version, version: 0, content: old, receipt: "old" }),
  );
  const { bids } = await import("@/db/schema/requests");
  await open.database.write((tx) => tx.update(bids).set({ version: 0 }).where(eq(bids.id, bidId)));
  expect(await open.read(open.actors.buyer, fileId)).toBe("gate 4");
});

test("members in any order make one text", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(inOneOrder(turned)).toBe(inOneOrder(value));
      expect(JSON.parse(inOneOrder(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
