import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { findReceiptList } from "@/db/repositories/proof";
import { bids, bidVersions } from "@/db/schema/requests";
import type { BidContent } from "@/domain/bidding/bid";
import { DAY_MS, HOUR_MS, instant, later } from "@/domain/shared/time";
import { receiptListOf } from "@/domain/requests/receipt-list";
import { reviseBid } from "@/server/bidding/submit-bid";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { openRequest } from "@/server/requests/open-request";
import { proofOf } from "@/server/bidding/queries/proof";
import { toWire } from "@/views/fields";
import { proof as proofSchema } from "@/views/proofs";
import { receiptOf } from "@/server/sealing/envelope";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { tamperWith } from "@/test/tamper";
import { sha256, verifyRequest } from "./closing-proof";
import { sayFinding, verifyFile } from "./bid-files";

function there<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("it is there");
  return value;
}

async function closedMarket(bidding: object = {}) {
  const of = await biddingMarket(bidding);
  const first = (await of.bid()).id;
  of.setClock(later(START, HOUR_MS));
  const second = (await of.bid(of.actors.provider2, offerOfThree("CNY", [1, 2, 3]))).id;
  of.setClock(later(START, 2 * HOUR_MS));
  done(await of.run(reviseBid, of.actors.provider, { bidId: first, transitDays: { min: 3, max: 5 } }));
  of.setClock(later(START, DAY_MS));
  await of.closeAtItsTime();
  const tamper = tamperWith(of.database);
  const found = async () => (await verifyRequest(of.database.read, of.requestId))?.findings.map(sayFinding);
  return { ...of, first, second, tamper, found };
}

const bent = (block: Buffer): Buffer => {
  const copy = Buffer.from(block);
  copy[500] = (copy[500] as number) ^ 1;
  return copy;
};

let of: Awaited<ReturnType<typeof closedMarket>>;

const MODES = [
  ["sealed", {}],
  ["open", { mode: "open" }],
] as const;

describe.each(MODES)("of a %s request", (mode, bidding) => {
  beforeEach(async () => {
    of = await closedMarket(bidding);
  });

  test("nothing is found where nothing was changed", async () => {
    expect(await verifyRequest(of.database.read, of.requestId)).toMatchObject({
      stage: "kept",
      versions: 3,
      opened: mode === "sealed" ? 2 : 0,
      findings: [],
    });
  });

  test("a version that was altered is named", async () => {
    const version = there((await of.versions(of.first))[0]);
    await of.tamper(
      version.sealed
        ? sql`update bid_versions set sealed = ${bent(version.sealed)} where bid_id = ${of.first} and version = 1`
        : sql`update bid_versions set content = ${JSON.stringify({ ...version.content, totalMinor: "1" })} where bid_id = ${of.first} and version = 1`,
    );
    expect(await of.found()).toEqual([`version 1 of bid ${of.first} was altered`]);
  });

  test("a version that was altered together with its receipt is named", async () => {
    const version = there((await of.versions(of.first))[0]);
    const receipt = receiptOf(bent(version.sealed ?? Buffer.alloc(600)));
    await of.tamper(
      version.sealed
        ? sql`update bid_versions set sealed = ${bent(version.sealed)}, receipt = ${receipt} where bid_id = ${of.first} and version = 1`
        : sql`update bid_versions set receipt = ${receipt} where bid_id = ${of.first} and version = 1`,
    );
    expect(await of.found()).toEqual([`version 1 of bid ${of.first} was altered`]);
  });

  test("a version that was dropped is named, by its bid and by its leaf", async () => {
    await of.tamper(sql`delete from bid_versions where bid_id = ${of.first} and version = 1`);
    expect(await of.found()).toEqual([`version 1 of bid ${of.first} is gone`, "the version of leaf 1 is gone"]);
  });

  test("the last version, dropped, is named, also where the bid's row was set back to the one before", async () => {
    await of.tamper(sql`delete from bid_versions where bid_id = ${of.first} and version = 2`);
    const gone = [`version 2 of bid ${of.first} is gone`, "the version of leaf 3 is gone"];
    expect(await of.found()).toEqual(expect.arrayContaining(gone));
    await of.tamper(sql`update bids set version = 1 where id = ${of.first}`);
    expect(await of.found()).toEqual(expect.arrayContaining(gone));
  });

  test("a bid that was dropped with all its versions is named by its leaves", async () => {
    await of.tamper(sql`delete from bid_versions where bid_id = ${of.first}`);
    await of.tamper(sql`delete from bids where id = ${of.first}`);
    expect(await of.found()).toEqual(
      expect.arrayContaining(["the version of leaf 1 is gone", "the version of leaf 3 is gone"]),
    );
  });

  test("a version that was added after the close is named", async () => {
    const version = there((await of.versions(of.second))[0]);
    const block = version.sealed && bent(version.sealed);
    await of.tamper(sql`update bids set version = version where id = ${of.second}`);
    await of.database.write((tx) =>
      tx.insert(bidVersions).values({
        ...version,
        version: 2,
        sealed: block,
        content: mode === "sealed" ? null : version.content,
        receipt: block ? receiptOf(block) : "forged",
      }),
    );
    expect(await of.found()).toContain(`version 2 of bid ${of.second} is there, and the list has it not`);
  });

  test("an altered leaf, an altered receipt in the list and an altered root are named", async () => {
    const list = there(await findReceiptList(of.database.read, of.requestId));
    const put = (column: "leaves" | "receipts", value: readonly string[]) =>
      of.tamper(
        sql`update receipt_lists set ${sql.identifier(column)} = ${JSON.stringify(value)} where request_id = ${of.requestId}`,
      );
    await put("leaves", list.leaves.with(2, "0".repeat(64)));
    expect(await of.found()).toEqual(["leaf 3 was altered", "the root was altered: it is not that of the leaves"]);
    await put("leaves", list.leaves);
    await put("receipts", list.receipts.with(1, "forged"));
    expect(await of.found()).toEqual(["leaf 2 was altered"]);
    await put("receipts", list.receipts);
    await of.tamper(sql`update receipt_lists set root = ${"f".repeat(64)} where request_id = ${of.requestId}`);
    expect(await of.found()).toEqual([
      "the root was altered: it is not that of the leaves",
      "the root is not the one that everybody was told at the close",
      "the minutes of the opening are not those of what was opened",
    ]);
  });

  test("a list that was made anew as a whole, in itself right, is not the one that was told", async () => {
    const version = there((await of.versions(of.first))[0]);
    const forged = receiptListOf(of.requestId, [{ submittedAt: 1, receipt: version.receipt }], sha256);
    await of.tamper(
      sql`update receipt_lists set receipts = ${JSON.stringify(forged.receipts)}, leaves = ${JSON.stringify(forged.leaves)}, root = ${forged.root} where request_id = ${of.requestId}`,
    );
    expect(await of.found()).toEqual(
      expect.arrayContaining([
        "the root is not the one that everybody was told at the close",
        `version 2 of bid ${of.first} is there, and the list has it not`,
      ]),
    );
  });

  test("a list that is gone is missed", async () => {
    await of.tamper(sql`delete from receipt_lists where request_id = ${of.requestId}`);
    expect(await of.found()).toContain("the list of receipts is gone");
  });

  test("a total that is shown otherwise than it was bid is named", async () => {
    await of.tamper(sql`update bids set total_minor = 1 where id = ${of.second}`);
    expect(await of.found()).toEqual([
      `the total, currency or validity shown of bid ${of.second} is not that of its version`,
    ]);
  });
});

describe.each(MODES)("beside the versions of a %s request", (_, bidding) => {
  beforeEach(async () => {
    of = await closedMarket(bidding);
  });

  test("a validity or a currency that is shown otherwise than it was bid is named", async () => {
    const said = [`the total, currency or validity shown of bid ${of.second} is not that of its version`];
    const { validUntil } = await of.bidRow(of.second);
    const show = (until: number | null) =>
      of.database.write((tx) => tx.update(bids).set({ validUntil: until }).where(eq(bids.id, of.second)));
    await show(later(instant(there(validUntil)), 1));
    expect(await of.found()).toEqual(said);
    await show(validUntil);
    expect(await of.found()).toEqual([]);
    await of.tamper(sql`update bids set currency = 'USD' where id = ${of.second}`);
    expect(await of.found()).toEqual(said);
  });

  test.each(["opened_count", "stale_count", "withdrawn_count"])("Minutes with another %s are named.", async (count) => {
    await of.tamper(sql`update opening_minutes set ${sql.identifier(count)} = ${sql.identifier(count)} + 1`);
    expect(await of.found()).toEqual(["the minutes of the opening are not those of what was opened"]);
  });

  test("minutes that are gone are missed", async () => {
    await of.tamper(sql`delete from opening_minutes`);
    expect(await of.found()).toEqual(["the minutes of the opening are gone"]);
  });
});

test("what is shown of an opened version is held against what was sealed", async () => {
  of = await closedMarket();
  const version = there((await of.versions(of.first))[1]);
  const content = { ...(version.content as BidContent), remarks: "cheaper" };
  await of.tamper(
    sql`update bid_versions set content = ${JSON.stringify(content)} where bid_id = ${of.first} and version = 2`,
  );
  expect(await of.found()).toEqual([`what is shown of version 2 of bid ${of.first} is not what was sealed`]);
});

test("a key that was changed after the opening is named, and all else is still checked", async () => {
  of = await closedMarket();
  await of.tamper(sql`update request_keys set wrapped_key = ${Buffer.alloc(60)} where request_id = ${of.requestId}`);
  expect(await of.found()).toEqual(["the request's key does not open with the secrets of this installation"]);
});

test("before the opening a bid's row that shows a validity is named", async () => {
  const market = await biddingMarket({ twoPersonOpening: true });
  const { id: bidId } = await market.bid();
  await market.closeAtItsTime();
  const found = async () => (await verifyRequest(market.database.read, market.requestId))?.findings;
  expect(await found()).toEqual([]);
  await market.database.write((tx) => tx.update(bids).set({ validUntil: START }).where(eq(bids.id, bidId)));
  expect(await found()).toEqual([{ code: "total_differs", bidId }]);
});

test("minutes that name other openers than those who said so are named", async () => {
  const market = await biddingMarket({ twoPersonOpening: true });
  await market.bid();
  await market.closeAtItsTime();
  for (const by of [market.actors.buyer, market.actors.colleague])
    done(await market.run(openRequest, by, { requestId: market.requestId }));
  const found = async () => (await verifyRequest(market.database.read, market.requestId))?.findings;
  expect(await found()).toEqual([]);
  await tamperWith(market.database)(
    sql`update opening_minutes set user_ids = ${JSON.stringify([market.actors.buyer.userId])}`,
  );
  expect(await found()).toEqual([{ code: "minutes_differ" }]);
});

test("a withdrawn bid stays in the list, sealed, and is found to be right", async () => {
  const market = await biddingMarket();
  const { id: bidId } = await market.bid();
  await market.bid(market.actors.provider2);
  done(await market.run(withdrawBid, market.actors.provider, { bidId }));
  await market.closeAtItsTime();
  expect(await verifyRequest(market.database.read, market.requestId)).toMatchObject({
    versions: 2,
    opened: 1,
    findings: [],
  });
});

test("a downloaded proof is checked alone, and an altered one says where", async () => {
  of = await closedMarket();
  const proof = toWire(
    proofSchema,
    there(await proofOf(of.database.read, of.actors.visitor, { id: of.requestId, receipt: null })),
  );
  expect(verifyFile(JSON.stringify(proof))?.findings).toEqual([]);
  const list = there(proof.list);
  const leaves = list.leaves.map((leaf) => (leaf.number === 2 ? { ...leaf, receipt: "forged" } : leaf));
  expect(verifyFile(JSON.stringify({ ...proof, list: { ...list, leaves } }))?.findings).toEqual([
    { code: "leaf_altered", number: 2 },
  ]);
  const shorter = { ...list, leaves: list.leaves.slice(1) };
  expect(verifyFile(JSON.stringify({ ...proof, list: shorter }))?.findings).toContainEqual({ code: "root_altered" });
  for (const text of ["", "{}", "[1]"]) expect(verifyFile(text)).toBeNull();
});
