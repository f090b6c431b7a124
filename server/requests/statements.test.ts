import { expect, test } from "vitest";
import { type Statements, statementsOf } from "@/db/drivers/statement-count";
import { HOUR_MS, later } from "@/domain/shared/time";
import type { RequestPage } from "@/views/requests";
import { CLOSES, done, SYSTEM } from "@/test/bidding-market";
import { bidsMarket, decideMarket, offerOf } from "@/test/decide-market";
import { decidePage } from "../award/queries/decisions";
import { bidsOf } from "../bidding/queries/bids";
import { proofSummary } from "../bidding/queries/proof";
import { filesByBidder } from "../files/queries";
import { closeDueRequest } from "./close-request";
import { openRequest } from "./open-request";
import { requestPage } from "./queries/request-page";

type Market = Awaited<ReturnType<typeof bidsMarket>>;

const amounts = (count: number) => Array.from({ length: count }, (_, at) => offerOf(100_000 + at * 1_000));

const closeDue = async (of: Market) => done(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId }));

async function closing(count: number): Promise<Statements> {
  const of = await bidsMarket(amounts(count));
  of.setClock(later(CLOSES, HOUR_MS));
  return statementsOf(() => closeDue(of));
}

async function opening(count: number): Promise<Statements> {
  const of = await decideMarket(amounts(count), { twoPersonOpening: true });
  const open = (who: "buyer" | "colleague") => of.run(openRequest, of.actors[who], { requestId: of.requestId });
  done(await open("buyer"));
  return statementsOf(async () => expect(done(await open("colleague")).state).toBe("opened"));
}

test("a close opens nine sealed bids with as many reads as three", async () => {
  const [few, many] = [await closing(3), await closing(9)];
  expect(many.reads.length).toBe(few.reads.length);
  // The content of a version, and the total of its bid.
  expect(many.writes.length - few.writes.length).toBe(6 * 2);
});

test("two people open nine sealed bids with as many reads as three", async () => {
  const [few, many] = [await opening(3), await opening(9)];
  expect(many.reads.length).toBe(few.reads.length);
});

const SIDES = [
  ["its buyer", "buyer", "sealed"],
  ["a bidder", "provider", "sealed"],
  ["its buyer", "buyer", "open"],
  ["a bidder", "provider", "open"],
] as const;

test.each(SIDES)(
  "the opened request of nine bids is read for %s (%s, %s) as often as that of three",
  async (...side) => {
    const [, who, mode] = side;
    const reads = async (count: number): Promise<number> => {
      const of = await decideMarket(amounts(count), { mode });
      const [{ read }, viewer, now] = [of.database, of.actors[who], of.on.clock()];
      const { reads: sent } = await statementsOf(async () => {
        const request = (await requestPage(read, viewer, { id: of.requestId, now })) as RequestPage;
        expect(request.bids?.length ?? 1).toBe(who === "buyer" || mode === "open" ? count : 1);
        await decidePage(read, { request, viewer, now });
        await bidsOf(read, viewer, { requestId: of.requestId, now });
        await proofSummary(read, viewer, request);
        await filesByBidder(read, { kind: "bid", id: of.requestId }, { viewer, now });
      });
      return sent.length;
    };
    expect(await reads(9)).toBe(await reads(3));
  },
);
