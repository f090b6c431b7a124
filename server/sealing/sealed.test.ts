import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { bidVersions, requestKeys } from "@/db/schema/requests";
import { auditEntries, idempotencyKeys } from "@/db/schema/platform";
import { outbox } from "@/db/schema/notices";
import { organisationKeys } from "@/db/schema/accounts";
import { findRequestKey } from "@/db/repositories/platform";
import { execute } from "@/server/platform/execute";
import { submitBid } from "@/server/bidding/submit-bid";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { decrypt, newKey, SEALED_BYTES } from "./envelope";
import { openWith, readRequestOpener } from "./request-key";
import { openBid } from "./seal-bid";

/** Digits that occur nowhere else, as people and machines may write them. */
const TYPED = 7_391_468_253;
const FORMS = ["7391468253", "73914682.53", "73,914,682.53", "73 914 682,53", "73914682,53"];

function bytesOf(rows: unknown): string {
  return JSON.stringify(rows, (_, value) => {
    const buffer = value as { type?: string; data?: number[] } | null;
    return buffer?.type === "Buffer" && buffer.data ? Buffer.from(buffer.data).toString("latin1") : value;
  });
}

async function sealedMarket() {
  const of = await biddingMarket();
  const input = { requestId: of.requestId, ...offerOfThree("CNY", [TYPED, 1, 1]) };
  const bid = done(await execute(submitBid, { actor: of.actors.provider, input, idempotencyKey: "k" }, of.on));
  const [version] = await of.versions(bid.id);
  if (!version?.sealed || !version.keyForRequest || !version.keyForBidder) throw new Error("the version is sealed");
  const { sealed, keyForRequest, keyForBidder } = version;
  return { ...of, sent: bid, version: { sealed, keyForRequest, keyForBidder } };
}

test("who copies the database and its journal finds no amount of a sealed bid in any form", async () => {
  const of = await sealedMarket();
  const read = of.database.read;
  const rows = [];
  for (const table of [bidVersions, auditEntries, idempotencyKeys, outbox, organisationKeys, requestKeys])
    rows.push(await read.select().from(table));
  let haystack = bytesOf(rows);
  if (of.database.dialect === "sqlite") {
    const [main] = await read.select({ file: sql<string>`file` }).from(sql`pragma_database_list`).limit(1);
    for (const suffix of ["", "-wal"]) haystack += readFileSync(`${main?.file}${suffix}`).toString("latin1");
  }
  for (const form of FORMS) expect(haystack).not.toContain(form);
  const little = Buffer.alloc(8);
  little.writeBigInt64LE(BigInt(TYPED));
  const big = Buffer.alloc(8);
  big.writeBigInt64BE(BigInt(TYPED));
  expect(haystack).not.toContain(little.subarray(0, 5).toString("latin1"));
  expect(haystack).not.toContain(big.subarray(3).toString("latin1"));
  const row = await of.bidRow(of.sent.id);
  expect([row.totalMinor, row.currency, row.validUntil]).toEqual([null, null, null]);
});

test("without the master key nothing that the database holds opens a sealed bid", async () => {
  const of = await sealedMarket();
  const kept = await findRequestKey(of.database.read, of.requestId);
  if (!kept?.publicKey) throw new Error("the request has its pair");
  expect(() => decrypt(newKey(), kept.wrappedKey, `request-private-key|${of.requestId}`)).toThrow();
  const context = `request|${of.requestId}|${of.sent.id}|1`;
  for (const guess of [kept.publicKey, kept.wrappedKey.subarray(0, 32), kept.wrappedKey.subarray(-32), newKey()])
    expect(() =>
      openWith({ publicKey: kept.publicKey as Buffer, privateKey: guess }, of.version.keyForRequest, context),
    ).toThrow();
});

test("the request's key opens a version only where it belongs", async () => {
  const of = await sealedMarket();
  const key = await readRequestOpener(of.database.read, of.requestId);
  const sealed = { sealed: of.version.sealed, wrappedDataKey: of.version.keyForRequest };
  const here = { requestId: of.requestId, bidId: of.sent.id, version: 1 };
  expect(openBid(sealed, here, { holder: "request", key }).lines[0]?.unitPriceMinor).toBe(String(TYPED));
  for (const elsewhere of [
    { ...here, bidId: "another" },
    { ...here, version: 2 },
    { ...here, requestId: "another" },
  ])
    expect(() => openBid(sealed, elsewhere, { holder: "request", key })).toThrow();
});

test("one changed byte makes a sealed bid unreadable", async () => {
  const of = await sealedMarket();
  const key = await readRequestOpener(of.database.read, of.requestId);
  const bent = Buffer.from(of.version.sealed);
  bent[1000] = (bent[1000] as number) ^ 1;
  const context = { requestId: of.requestId, bidId: of.sent.id, version: 1 };
  expect(() =>
    openBid({ sealed: bent, wrappedDataKey: of.version.keyForRequest }, context, { holder: "request", key }),
  ).toThrow();
});

test("a short and a long bid have one length, and the same bid twice has two ciphertexts", async () => {
  const of = await sealedMarket();
  const short = { ...offerOfThree(), charges: offerOfThree().charges.slice(0, 1), remarks: "", exclusions: [] };
  const { id: bidId } = await of.bid(of.actors.provider2, short);
  const lengths = (await of.database.read.select().from(bidVersions)).map((row) => [
    row.sealed?.length,
    row.keyForRequest?.length,
  ]);
  expect(new Set(lengths.map(String)).size).toBe(1);
  expect(lengths[0]?.[0]).toBeGreaterThan(SEALED_BYTES);
  const other = await biddingMarket();
  const again = await other.bid(other.actors.provider2, short);
  const first = (await of.versions(bidId))[0]?.sealed as Buffer;
  const second = (await other.versions(again.id))[0]?.sealed as Buffer;
  expect(first.equals(second)).toBe(false);
});
