import { expect, test } from "vitest";
import { DAY_MS, instant, toIso } from "@/domain/shared/time";
import { awardBids } from "@/server/award/award-bids";
import { openDispute, writeEntry } from "@/server/disputes/dispute";
import { reportMilestone } from "@/server/orders/report-milestone";
import { makePack, packArchive } from "@/server/documents/make-pack";
import { nameDeliverable } from "@/server/documents/name-deliverable";
import { sweepFiles } from "@/server/worker/timers";
import { done, refusalOf } from "@/test/bidding-market";
import { fileMarket } from "@/test/file-market";
import { removeFile } from "./remove-file";

/** An order for customs that is under way, with a file of each side that belongs to no step. */
async function orderWithFiles() {
  const market = await fileMarket();
  const { actors, run, database, store } = market;
  const { id: bidId } = await market.bid();
  await market.closeAtItsTime();
  const [orderId = ""] = done(
    await run(awardBids, actors.buyer, { requestId: market.requestId, bids: [{ bidId }] }),
  ).orders;
  const occurredAt = toIso(market.on.clock());
  done(await run(reportMilestone, actors.provider, { orderId, code: "documents_requested", occurredAt }));
  const subject = { kind: "order", id: orderId } as const;
  const sides = { buyer: actors.buyer, provider: actors.provider };
  const ids = {
    buyer: await market.sent(actors.buyer, { subject }),
    provider: await market.sent(actors.provider, { subject }),
  };
  return {
    ...{ ...market, orderId, ids },
    remove: (side: "buyer" | "provider") => run(removeFile, sides[side], { fileId: ids[side] }),
    /** Whether its page offers to take a side's file away, in the list and by itself. */
    offers: async (side: "buyer" | "provider") => {
      const listed = (await market.see(sides[side], subject)).find(({ id }) => id === ids[side])?.mayRemove;
      return [listed, (await market.view(sides[side], ids[side]))?.mayRemove];
    },
    async archive(packId: string) {
      const answer = await packArchive(database.read, actors.buyer, { packId, store });
      return answer && Buffer.from(await answer.arrayBuffer());
    },
  };
}

test("a file of an order that nothing names is its side's own to take away", async () => {
  const market = await orderWithFiles();
  expect(await market.offers("provider")).toEqual([true, true]);
  done(await market.remove("provider"));
  expect(await market.view(market.actors.provider, market.ids.provider)).toBeNull();
});

test("what is named as one of the things to be handed over stays", async () => {
  const market = await orderWithFiles();
  const { actors, orderId, ids } = market;
  done(await market.run(nameDeliverable, actors.provider, { orderId, fileId: ids.provider, code: "release_note" }));
  expect(refusalOf(await market.remove("provider"))).toBe("no_more_files");
  expect(await market.offers("provider")).toEqual([false, false]);
  done(await market.remove("buyer"));
});

test("what a pack holds stays, of either side, and its archive is read as it was made", async () => {
  const market = await orderWithFiles();
  const { id } = done(await market.run(makePack, market.actors.buyer, { orderId: market.orderId }));
  const made = await market.archive(id);
  for (const side of ["buyer", "provider"] as const) {
    expect(refusalOf(await market.remove(side))).toBe("no_more_files");
    expect(await market.offers(side)).toEqual([false, false]);
  }
  expect(await market.archive(id)).toEqual(made);
  const later = await market.sent(market.actors.buyer, { subject: { kind: "order", id: market.orderId } });
  done(await market.run(removeFile, market.actors.buyer, { fileId: later }));
});

test("what a dispute points to stays, though it is the other side that points to it", async () => {
  const market = await orderWithFiles();
  const { actors, orderId, ids } = market;
  const opened = await market.run(openDispute, actors.buyer, { orderId, code: "late", words: "Nothing was filed." });
  const entry = { disputeId: done(opened).id, words: "Their own list says so.", fileIds: [ids.provider] };
  done(await market.run(writeEntry, actors.buyer, entry));
  expect(refusalOf(await market.remove("provider"))).toBe("no_more_files");
  expect(await market.offers("provider")).toEqual([false, false]);
  done(await market.remove("buyer"));
});

test("the housekeeping leaves what is named alone, however old it is", async () => {
  const market = await orderWithFiles();
  const { actors, orderId, ids } = market;
  done(await market.run(nameDeliverable, actors.provider, { orderId, fileId: ids.provider, code: "release_note" }));
  const { id } = done(await market.run(makePack, actors.buyer, { orderId }));
  const made = await market.archive(id);
  market.setClock(instant(Date.now() + 400 * DAY_MS));
  await sweepFiles(market.on, market.store);
  expect(await market.archive(id)).toEqual(made);
});
