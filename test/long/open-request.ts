import type { Database } from "@/db/database";
import { insertSession } from "@/db/repositories/users";
import { addDays, DAY_MS, dayOf, later, toIso } from "@/domain/shared/time";
import { createDeal } from "@/server/deals/create-deal";
import { DEAL_BODY } from "@/server/deals/examples";
import { createRequest } from "@/server/requests/create-request";
import { REQUEST_BODY } from "@/server/requests/examples";
import { newSessionId, sealSessionCookie, sessionCookieName } from "@/server/platform/identity/session";
import { hashOf } from "@/server/platform/identity/tokens";
import { platformOver } from "@/server/platform/platform";
import { must } from "../must";
import { type House, makeKillMarket } from "./market";

/** A request for open bids whose bidders are told their gap, and the providers who will bid, each with a browser's cookie. */
export async function openRequest(database: Database) {
  const on = { ...platformOver(database), isMetered: false, nudge: () => undefined };
  const { buyer, providers } = await makeKillMarket(database, 0);
  const now = on.clock();
  const deal = await must(on, createDeal, {
    actor: buyer.owner,
    input: { ...DEAL_BODY, hubId: "horgos", readyDate: addDays(dayOf(now), 20) },
  });
  const bidding = {
    ...REQUEST_BODY.bidding,
    ...{ mode: "open", feedback: "gap", twoPersonOpening: false },
    closesAt: toIso(later(now, 5 * DAY_MS)),
    decideBy: toIso(later(now, 9 * DAY_MS)),
  };
  const input = { ...REQUEST_BODY, dealId: deal.id, bidding };
  const { id } = await must(on, createRequest, { actor: buyer.owner, input });
  const cookieOf = async ({ people, organisationId }: House): Promise<string> => {
    const sessionId = newSessionId();
    const session = {
      ...{ idHash: hashOf(sessionId), userId: people[0]?.userId ?? "", organisationId },
      ...{ createdAt: now, lastSeenAt: now, expiresAt: later(now, DAY_MS), revokedAt: null, ip: null, userAgent: null },
    };
    await database.write((tx) => insertSession(tx, session));
    return `${sessionCookieName()}=${await sealSessionCookie(sessionId)}`;
  };
  const bidders: { readonly house: House; readonly cookie: string }[] = [];
  for (const house of providers) bidders.push({ house, cookie: await cookieOf(house) });
  return { requestId: id, bidders, userId: buyer.owner.userId ?? "" };
}
