import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { DAY_MS, HOUR_MS, instant } from "@/domain/shared/time";
import { CLOSES, done, refusalOf } from "@/test/bidding-market";
import { fileMarket } from "@/test/file-market";
import { disqualificationsOfBid } from "../../db/repositories/decisions";
import { ownVersionReader, readOwnVersion, receiptHolds } from "../sealing/seal-bid";
import { removeFile } from "../files/remove-file";
import { disqualifyBid, judgeCureOfBid, sendCureOfBid } from "./disqualify-bid";

/** Two opened bids, the first of which has a file and is to be mended. */
async function mending() {
  const of = await fileMarket();
  const onCure = { kind: "cure", id: of.requestId } as const;
  const before = await of.sent(of.actors.provider, { subject: of.onBid, content: "with the bid" });
  const { id: bidId } = await of.bid();
  await of.bid(of.actors.provider2);
  expect(refusalOf(await of.send(of.actors.provider, { subject: onCure }))).toBe("no_more_files");
  of.setClock(instant(CLOSES + HOUR_MS));
  done(await of.closeAtItsTime());
  const ask = (code: string) => of.run(disqualifyBid, of.actors.buyer, { bidId, code, words: "It is missing" });
  done(await ask("document_missing"));
  const sendCure = () => of.run(sendCureOfBid, of.actors.provider, { bidId, words: "Here it is" });
  const seenByBuyer = async () => (await of.seeOf(of.actors.buyer, onCure, "provider")).map(({ id }) => id);
  return { ...of, onCure, before, bidId, ask, sendCure, seenByBuyer };
}

test("what mends a bid is the buyer's to read once it is sent, and nobody else's", async () => {
  const of = await mending();
  const fileId = await of.sent(of.actors.provider, { subject: of.onCure, content: "licence" });
  expect(await of.seenByBuyer()).toEqual([]);
  expect(await of.read(of.actors.buyer, fileId)).toBeNull();
  done(await of.sendCure());
  expect(await of.seenByBuyer()).toEqual([fileId]);
  expect(await of.read(of.actors.buyer, fileId)).toBe("licence");
  for (const stranger of [of.actors.provider2, of.actors.buyer2, of.actors.administrator])
    expect(await of.read(stranger, fileId)).toBeNull();
});

test("it slips neither among the bid's own files nor into its receipt", async () => {
  const of = await mending();
  const fileId = await of.sent(of.actors.provider, { subject: of.onCure, content: "licence" });
  done(await of.sendCure());
  const [row] = await of.versions(of.bidId);
  if (!row) throw new Error("the version is there");
  const owner = { requestId: of.requestId, organisationId: "provider" };
  const content = await readOwnVersion(of.database.read, row, owner);
  expect(content.files?.map(({ id }) => id)).toEqual([of.before]);
  expect(await receiptHolds(ownVersionReader(of.database.read, "provider"), row, { ...owner, content })).toBe(true);
  expect((await of.seeOf(of.actors.buyer, of.onBid, "provider")).map(({ id }) => id)).toEqual([of.before]);
  expect(refusalOf(await of.sendCure())).toBe("wrong_state");
  expect(fileId).not.toBe(of.before);
});

test("it is added and taken away by its bidder until it is sent, and from then on by nobody", async () => {
  const of = await mending();
  const first = await of.sent(of.actors.provider, { subject: of.onCure, content: "blurred" });
  done(await of.run(removeFile, of.actors.provider, { fileId: first }));
  const second = await of.sent(of.actors.provider, { subject: of.onCure, content: "sharp" });
  done(await of.sendCure());
  expect(refusalOf(await of.run(removeFile, of.actors.provider, { fileId: second }))).toBe("no_more_files");
  expect(refusalOf(await of.run(removeFile, of.actors.buyer, { fileId: second }))).toBe("not_found");
});

test("what was sent with an earlier cure stays, while a later one is being written", async () => {
  const of = await mending();
  const first = await of.sent(of.actors.provider, { subject: of.onCure, content: "licence" });
  done(await of.sendCure());
  done(await of.run(judgeCureOfBid, of.actors.buyer, { bidId: of.bidId, isAccepted: true }));
  of.setClock(instant(CLOSES + 2 * HOUR_MS));
  done(await of.ask("licence_invalid"));
  expect(refusalOf(await of.run(removeFile, of.actors.provider, { fileId: first }))).toBe("no_more_files");
  const second = await of.sent(of.actors.provider, { subject: of.onCure, content: "newer" });
  done(await of.sendCure());
  expect((await of.seenByBuyer()).sort()).toEqual([first, second].sort());
  // Each cure names what came with it, and nothing of another.
  const cures = await disqualificationsOfBid(of.database.read, { id: of.bidId, requestId: of.requestId });
  expect(cures.map(({ cureFiles }) => cureFiles?.map(({ id }) => id))).toEqual([[first], [second]]);
});

test("others have nothing to mend here, and after its end nobody has", async () => {
  const of = await mending();
  const put = async (by: Actor) => refusalOf(await of.send(by, { subject: of.onCure }));
  expect(await put(of.actors.provider2)).toBe("no_more_files");
  expect(await put(of.actors.buyer)).toBe("not_found");
  expect(await put(of.actors.buyer2)).toBe("not_found");
  of.setClock(instant(CLOSES + HOUR_MS + DAY_MS));
  expect(await put(of.actors.provider)).toBe("no_more_files");
});
