import type { Database } from "@/db/database";
import { DAY_MS, type Instant, instant, toIso } from "@/domain/shared/instant";
import { addDays, dayOf } from "@/domain/shared/local-date";
import { createDeal } from "@/server/deals/create-deal";
import { createRequest } from "@/server/requests/create-request";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { actorOfKey } from "@/server/platform/identity/api-key-gate";
import { type Platform, platformOver } from "@/server/platform/platform";
import type { Actor } from "@/domain/access/actor";
import { must } from "@/test/must";
import type { Keys } from "./keys";

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
