import { expect, test } from "vitest";
import { findMinutes, findReceiptList } from "@/db/repositories/proof";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { openRequest } from "@/server/requests/open-request";
import { requestPage } from "@/server/requests/queries/request-page";
import { minutesOf, proofOf } from "@/server/bidding/queries/proof";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { verifyRequest } from "./closing-proof";

const CARRIAGE = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };
const charges = [{ code: "OFT", basis: "truck", unitPrice: { minor: 2_400_000, currency: "CNY" } }];
const terms = { legs: [{ place: "KZALA", mode: "road", days: 4 }], borderWaitHours: 20 };

/** Customs and carriage of one deal, asked for of two people each; the same providers bid on both, and one withdraws from carriage. */
async function bothAsked() {
  const of = await biddingMarket({ twoPersonOpening: true });
  const { provider, provider2 } = of.actors;
  for (const id of ["provider", "provider2"]) await of.list(id, "logistics");
  const carriageId = await of.ask("logistics", CARRIAGE);
  const carriage = { ...offerOfThree(), exclusions: [], charges, terms };
  const customs = [await of.bid(provider)];
  const carried = [await of.bid(provider, carriage, carriageId), await of.bid(provider2, carriage, carriageId)];
  done(await of.run(withdrawBid, provider2, { bidId: carried[1]?.id }));
  await of.closeAtItsTime();
  await of.closeAtItsTime(carriageId);
  const receipts = (bids: readonly { receipt: string }[]) => bids.map(({ receipt }) => receipt).sort();
  return { ...of, carriageId, receipts: { customs: receipts(customs), carriage: receipts(carried) } };
}

test("Each of a deal's requests has a list of its own receipts, is opened by words said for it, and has minutes of its own.", async () => {
  const of = await bothAsked();
  const { buyer, colleague, visitor } = of.actors;
  const { read } = of.database;
  const kept = async (id: string) => [...((await findReceiptList(read, id))?.receipts ?? [])].sort();
  expect([await kept(of.requestId), await kept(of.carriageId)]).toEqual([of.receipts.customs, of.receipts.carriage]);
  const say = (who: typeof buyer, requestId: string) => of.run(openRequest, who, { requestId });
  expect(await say(buyer, of.requestId)).toMatchObject({ value: { state: "closed", approvals: 1 } });
  expect(await say(colleague, of.carriageId)).toMatchObject({ value: { state: "closed", approvals: 1 } });
  const opening = async (who: typeof buyer, id: string) =>
    (await requestPage(read, who, { id, now: of.on.clock() }))?.opening;
  // The colleague of this market bears the buyer's name.
  const [said, unsaid] = [true, false].map((isApprovedByViewer) => ({ agreed: ["user-buyer"], isApprovedByViewer }));
  const openings = async (id: string) => [await opening(buyer, id), await opening(colleague, id)];
  expect(await openings(of.requestId)).toMatchObject([said, unsaid]);
  expect(await openings(of.carriageId)).toMatchObject([unsaid, said]);
  for (const who of [of.actors.provider, visitor]) expect(await opening(who, of.requestId)).toBeNull();
  expect(await say(colleague, of.requestId)).toMatchObject({ value: { state: "opened", approvals: 2 } });
  expect((await of.request(of.carriageId)).openedAt).toBeNull();
  expect(await findMinutes(read, of.carriageId)).toBeUndefined();
  const minutes = async (who: typeof buyer) => minutesOf(read, who, await of.request());
  const counted = { openedBy: "two_people", opened: 1, withdrawn: 0 };
  expect(await minutes(colleague)).toMatchObject({ ...counted, people: [expect.any(String), expect.any(String)] });
  for (const who of [of.actors.provider, of.actors.administrator, visitor])
    expect(await minutes(who)).toMatchObject({ ...counted, people: null });
  done(await say(buyer, of.carriageId));
  const carriage = await proofOf(read, visitor, { id: of.carriageId, receipt: of.receipts.carriage[0] ?? "" });
  expect(carriage?.opening).toMatchObject({ opened: 1, withdrawn: 1 });
  expect(carriage?.opening).not.toHaveProperty("people");
  expect(carriage?.inclusion).not.toBeNull();
  const elsewhere = await proofOf(read, visitor, { id: of.carriageId, receipt: of.receipts.customs[0] ?? "" });
  expect(elsewhere?.inclusion).toBeNull();
  for (const id of [of.requestId, of.carriageId])
    expect(await verifyRequest(read, id)).toMatchObject({ opened: 1, findings: [] });
});
