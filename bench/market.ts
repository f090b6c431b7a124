import type { Database } from "@/db/database";
import { addDays, DAY_MS, dayOf, type Instant, instant, toIso } from "@/domain/shared/time";
import { and, eq, notExists, sql } from "drizzle-orm";
import { memberships } from "@/db/schema/accounts";
import { listings } from "@/db/schema/catalogue";
import { makeKey } from "@/test/make-key";
import { createDeal } from "@/server/deals/create-deal";
import { DEAL_BODY } from "@/server/deals/examples";
import { createRequest } from "@/server/requests/create-request";
import { REQUEST_BODY } from "@/server/requests/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { actorOfKey } from "@/server/platform/identity/api-key-gate";
import { type Platform, platformOver } from "@/server/platform/platform";
import type { Actor } from "@/domain/access/policy";
import { must } from "@/test/must";

type Member = { readonly userId: string; readonly organisationId: string };

export type Keys = { readonly buyer: string; readonly readers: readonly string[]; readonly bidders: readonly string[] };

// More than one, since each may ask only so often in a minute.
const READERS = 24;

/** Keys of a buyer, of readers, and of every provider that is listed for customs. */
export async function makeKeys(database: Database): Promise<Keys> {
  const { read } = database;
  const who = { userId: memberships.userId, organisationId: memberships.organisationId };
  const isOwner = eq(memberships.role, "owner");
  const offers = read
    .select({ one: sql`1` })
    .from(listings)
    .where(eq(listings.organisationId, memberships.organisationId));
  const [buyer] = await read
    .select(who)
    .from(memberships)
    .where(and(isOwner, notExists(offers)))
    .orderBy(memberships.organisationId)
    .limit(1);
  const providers = await read
    .select(who)
    .from(memberships)
    .innerJoin(listings, and(eq(listings.organisationId, memberships.organisationId), eq(listings.service, "customs")))
    .where(isOwner)
    .orderBy(memberships.organisationId);
  if (!buyer || providers.length === 0) throw new Error("The market has nobody to trade with");
  const keysOf = async (members: readonly Member[]) => {
    const keys: string[] = [];
    for (const member of members) keys.push(await makeKey(database, member));
    return keys;
  };
  return {
    buyer: await makeKey(database, buyer),
    readers: await keysOf(Array.from({ length: READERS }, () => buyer)),
    bidders: await keysOf(providers),
  };
}

/** A request and a provider that has not bid on it. */
export type Pair = { readonly requestId: string; readonly key: string };

export const quiet = (database: Database): Platform => ({
  ...platformOver(database),
  isMetered: false,
  nudge: () => undefined,
});

export async function actorOf(key: string): Promise<Actor> {
  const actor = await actorOfKey(key);
  if (actor === null || actor === "unknown") throw new Error("A key of the benchmark is not known");
  return actor;
}

/** The body of a bid, by the documentation's example. */
export const bidBody = (now: Instant) => ({
  ...BID_BODY,
  validUntil: toIso(instant(now + 20 * DAY_MS)),
  // Some of the bidders are of other countries, and cannot declare in China themselves.
  subcontractors: [{ name: "Yiwu Brokers", country: "CN", registrationNumber: "91330782MA2E4", parts: ["EXD"] }],
});

/** So many pairs on fresh requests of one service, sealed or open, made by commands. */
export async function makePairs(
  database: Database,
  keys: Keys,
  asked: { readonly count: number; readonly mode: "sealed" | "open" },
): Promise<Pair[]> {
  const on = quiet(database);
  const now = instant(Date.now());
  const buyer = await actorOf(keys.buyer);
  const bidding = {
    ...REQUEST_BODY.bidding,
    mode: asked.mode,
    closesAt: toIso(instant(now + 5 * DAY_MS)),
    decideBy: toIso(instant(now + 9 * DAY_MS)),
  };
  const pairs: Pair[] = [];
  while (pairs.length < asked.count) {
    const deal = await must(on, createDeal, {
      actor: buyer,
      input: { ...DEAL_BODY, readyDate: addDays(dayOf(now), 20) },
    });
    const request = await must(on, createRequest, {
      actor: buyer,
      input: { ...REQUEST_BODY, dealId: deal.id, bidding },
    });
    pairs.push(...keys.bidders.map((key) => ({ requestId: request.id, key })));
  }
  return pairs;
}
