import { disqualificationsOf } from "../db/repositories/decisions";
import { insertRate } from "../db/repositories/exchange-rates";
import { findDebrief } from "../db/repositories/award";
import type { Actor } from "../domain/access/policy";
import { type Instant, later, type LocalDate, MINUTE_MS } from "../domain/shared/time";
import { addProviders, biddingMarket, done, offerOfThree } from "./bidding-market";
import { START } from "./posting-market";

/** An offer of one line, so that totals stand to each other as these amounts do. */
export const offerOf = (minor: number, more: object = {}) => ({
  ...offerOfThree(),
  charges: [{ code: "EXD", basis: "shipment", unitPrice: { minor, currency: "CNY" } }],
  exclusions: [],
  remarks: "",
  ...more,
});

/** A request with a bid of each amount, by a provider each in the order of the amounts, a minute apart; still open. */
export async function bidsMarket(amounts: readonly (number | object)[], bidding: object = {}) {
  const of = await biddingMarket(bidding);
  const names = amounts.slice(2).map((_, at) => `provider${at + 3}`);
  const providers = [of.actors.provider, of.actors.provider2, ...(await addProviders(of, names))];
  const bidIds: string[] = [];
  for (const [at, amount] of amounts.entries()) {
    const offer = typeof amount === "number" ? offerOf(amount) : amount;
    of.setClock(later(START, at * MINUTE_MS));
    bidIds.push((await of.bid(providers[at] as Actor, offer)).id);
  }
  const bidId = (at: number): string => bidIds[at] as string;
  const provider = (at: number): Actor => providers[at] as Actor;
  return {
    ...of,
    bidId,
    provider,
    /** A dollar's rate of a day. */
    rate: (day: string, rate: string) =>
      of.database.write((tx) =>
        insertRate(tx, {
          ...{ id: day, base: "USD", quote: "CNY", rate, day: day as LocalDate, source: "test" },
          ...{ enteredByUserId: null, enteredAt: START },
        }),
      ),
    debrief: (at: number) => findDebrief(of.database.read, bidId(at)),
    stateOf: async (at: number) => (await of.bidRow(bidId(at))).state,
    disqualifications: () => disqualificationsOf(of.database.read, of.requestId),
    types: async () => (await of.events()).map(({ type }) => type),
  };
}

/** The same once it is opened; the clock stands at that moment until it is waited for. */
export async function decideMarket(amounts: readonly (number | object)[], bidding: object = {}) {
  const of = await bidsMarket(amounts, bidding);
  done(await of.closeAtItsTime());
  const openedAt = of.on.clock();
  return { ...of, openedAt, at: (ms: number) => of.setClock((openedAt + ms) as Instant) };
}
