import { expect, test } from "vitest";
import { statementsOf } from "@/db/drivers/statement-count";
import { dealExample } from "@/domain/deals/deal-example";
import { EXPORTER } from "@/domain/services/examples";
import { toIso } from "@/domain/shared/time";
import { awardBids } from "@/server/award/award-bids";
import { submitBid } from "@/server/bidding/submit-bid";
import { createDeal } from "@/server/deals/create-deal";
import { closeRequest } from "@/server/requests/close-request";
import { createRequest } from "@/server/requests/create-request";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { relayRound } from "./relay";

type Count = { readonly reads: number; readonly writes: number };
type Sent = { readonly act: Count; readonly follows: Count };

const sends = (reads: number, writes: number): Count => ({ reads, writes });

/** At most so many: by a command as its caller's first, and by the relay for all that follows from it. */
const LIMITS: Readonly<Record<string, Sent>> = {
  deal: { act: sends(5, 3), follows: sends(1, 0) },
  // One read and two writes of the act look after the address book, where a company is named for the first time.
  // Two reads of what follows ask whose saved search finds it: of the request its words, and of the words the searches.
  request: { act: sends(8, 8), follows: sends(9, 3) },
  bid: { act: sends(10, 8), follows: sends(6, 3) },
  close: { act: sends(8, 9), follows: sends(10, 3) },
  // One read of the act asks whether the winner is barred.
  award: { act: sends(21, 15), follows: sends(7, 3) },
};

/** From a deal to its order: what each command sends as reads and writes, without the locks that PostgreSQL alone is asked for, and what follows from it. */
async function sentFromDealToOrder(): Promise<Record<string, Sent>> {
  const { on, run, actors } = await biddingMarket();
  const { buyer, provider } = actors;
  const sent: Record<string, Sent> = {};
  const count = async (work: () => Promise<unknown>): Promise<Count> => {
    const { reads, writes } = await statementsOf(work);
    return sends(reads.filter((text) => !/ for (no key )?update/.test(text)).length, writes.length);
  };
  const follow = async () => {
    while (await relayRound(on));
  };
  await follow();
  const made = async <Made>(name: string, act: () => Promise<Made>): Promise<Made> => {
    const acts: Made[] = [];
    const own = await count(async () => acts.push(await act()));
    sent[name] = { act: own, follows: await count(follow) };
    return acts[0] as Made;
  };
  const bidding = { mode: "sealed", currency: "CNY", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES) } as const;
  const spec = { side: "export", supervisionMode: "0110", ...EXPORTER };
  const deal = await made("deal", async () => done(await run(createDeal, buyer, dealExample())));
  const input = { dealId: deal.id, service: "customs", spec, publish: true };
  const request = await made("request", async () =>
    done(await run(createRequest, buyer, { ...input, bidding: { ...bidding, mayCloseEarly: true } })),
  );
  const of = { requestId: request.id };
  const bid = await made("bid", async () => done(await run(submitBid, provider, { ...of, ...offerOfThree() })));
  await made("close", async () => done(await run(closeRequest, buyer, of)));
  await made("award", async () => done(await run(awardBids, buyer, { ...of, bids: [{ bidId: bid.id }] })));
  return sent;
}

const isWithin = (sent: Count, limit: Count): boolean => sent.reads <= limit.reads && sent.writes <= limit.writes;

test("from a deal to its order each command sends no more statements than these, and what follows from it no more than those", async () => {
  const sent = await sentFromDealToOrder();
  expect(Object.keys(sent)).toEqual(Object.keys(LIMITS));
  const beyond = Object.entries(LIMITS).filter(([name, limit]) => {
    const own = sent[name] as Sent;
    return !isWithin(own.act, limit.act) || !isWithin(own.follows, limit.follows);
  });
  expect(beyond.map(([name]) => [name, sent[name]])).toEqual([]);
});
