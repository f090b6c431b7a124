import { eq } from "drizzle-orm";
import { EXPORTER } from "../domain/services/examples";
import type { Database } from "../db/database";
import { findBid, versionsOf } from "../db/repositories/bidding";
import { findRequest } from "../db/repositories/requests";
import { organisations, users } from "../db/schema/accounts";
import type { Actor } from "../domain/access/policy";
import { dealExample } from "../domain/deals/deal-example";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "../domain/shared/time";
import { createDeal } from "../server/deals/create-deal";
import { closeDueRequest } from "../server/requests/close-request";
import { createRequest } from "../server/requests/create-request";
import { submitBid } from "../server/bidding/submit-bid";
import { mintActor } from "../server/platform/identity/mint-actor";
import type { Outcome } from "../server/platform/execute";
import { type PostingMarket, postingMarket, START } from "./posting-market";

export const CLOSES = later(START, 2 * DAY_MS);
export const DECIDES = later(START, 5 * DAY_MS);
export const SYSTEM = mintActor({ kind: "system" });

/** Three lines, so that a mistake on the second one shows; unit prices in the offer's minor units. */
export const offerOfThree = (
  currency = "CNY",
  prices: readonly [number, number, number] = [135_000, 144_676, 14_000],
) => ({
  currency,
  charges: [
    { code: "EXD", basis: "declaration", unitPrice: { minor: prices[0], currency } },
    { code: "IMD", basis: "shipment", unitPrice: { minor: prices[1], currency } },
    { code: "HSC", basis: "hs_line", unitPrice: { minor: prices[2], currency }, note: "per line" },
  ],
  transitDays: { min: 2, max: 4 },
  validUntil: toIso(later(DECIDES, DAY_MS)),
  exclusions: ["CRT"],
  terms: {},
  remarks: "CO form needed two days before",
});

export function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

export const refusalOf = (outcome: { readonly kind: string; readonly refusal?: { readonly code: string } }): string =>
  outcome.refusal?.code ?? outcome.kind;

/** More providers of customs clearance in a market, by these names, each with an owner who acts for it. */
export async function addProviders({ database, list }: PostingMarket, names: readonly string[]): Promise<Actor[]> {
  await database.write(async (tx) => {
    const [provider] = await tx.select().from(organisations).where(eq(organisations.id, "provider"));
    const [person] = await tx.select().from(users).limit(1);
    for (const id of names) {
      const named = { id, nameOwn: id, nameLatin: id, registrationNumber: id };
      await tx.insert(organisations).values({ ...(provider as typeof organisations.$inferSelect), ...named });
      const login = { id: `user-${id}`, email: `user-${id}@example.com` };
      await tx.insert(users).values({ ...(person as typeof users.$inferSelect), ...login });
    }
  });
  for (const id of names) await list(id, "customs");
  return names.map((id) => mintActor({ kind: "user", userId: `user-${id}`, organisationId: id, role: "owner" }));
}

/** A deal with an open request for customs, two providers who may bid, and a second person on the buyer's side. */
export async function biddingMarket(bidding: object = {}, over?: Database) {
  const made = await postingMarket(over);
  const { run, actors, database, setClock } = made;
  await made.list("provider", "customs");
  await made.list("provider2", "customs");
  const colleagueId = "user-buyer-colleague";
  await database.write(async (tx) => {
    const [someone] = await tx.select().from(users).limit(1);
    await tx
      .insert(users)
      .values({ ...(someone as typeof users.$inferSelect), id: colleagueId, email: "colleague@example.com" });
  });
  const colleague = mintActor({ kind: "user", userId: colleagueId, organisationId: "buyer", role: "manager" });
  const dealId = done(await run(createDeal, actors.buyer, dealExample())).id;
  const ask = async (
    service = "customs",
    spec: object = { side: "export", supervisionMode: "0110", ...EXPORTER },
    more: object = {},
  ) =>
    done(
      await run(createRequest, actors.buyer, {
        dealId,
        service,
        spec,
        bidding: {
          mode: "sealed",
          closesAt: toIso(CLOSES),
          decideBy: toIso(DECIDES),
          currency: "CNY",
          ...bidding,
          ...more,
        },
        publish: true,
      }),
    ).id;
  const requestId = await ask();
  return {
    ...made,
    dealId,
    requestId,
    ask,
    actors: { ...actors, colleague },
    /** By a bidder who has read the request as it stands. */
    bid: async (by: Actor = actors.provider, offer: object = offerOfThree(), on = requestId) => {
      const amendment = (await findRequest(database.read, on))?.amendmentCount;
      return done(await run(submitBid, by, { requestId: on, amendment, ...offer }));
    },
    closeAtItsTime: async (id = requestId) => {
      setClock(instant(CLOSES + HOUR_MS));
      return run(closeDueRequest, SYSTEM, { requestId: id });
    },
    request: async (id = requestId) =>
      (await findRequest(database.read, id)) as NonNullable<Awaited<ReturnType<typeof findRequest>>>,
    bidRow: async (id: string) =>
      (await findBid(database.read, id)) as NonNullable<Awaited<ReturnType<typeof findBid>>>,
    versions: (id: string) => versionsOf(database.read, id),
  };
}
