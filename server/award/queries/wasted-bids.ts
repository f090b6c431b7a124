import "server-only";
import type { Reader } from "@/db/database";
import { wastedBids } from "@/db/repositories/buyer-record";
import { namesOf } from "@/db/repositories/parties";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { CARD_DAYS } from "@/domain/award/buyer-card";
import type { NamedParty } from "@/domain/shared/named";
import { assert } from "@/domain/shared/assert";
import { DAY_MS, type Instant, later } from "@/domain/shared/instant";

export type WastedRow = { readonly buyer: NamedParty; readonly requests: number; readonly bids: number };

const SHOWN = 100;

/** Bids that were written in vain over the last year, buyer by buyer, for administrators; null for everybody else. */
export async function wastedByBuyer(read: Reader, viewer: Actor, now: Instant): Promise<WastedRow[] | null> {
  if (!may(viewer, "decisions.review")) return null;
  const rows = await wastedBids(read, { since: later(now, -CARD_DAYS * DAY_MS), limit: SHOWN });
  const names = await namesOf(
    read,
    rows.map((row) => row.buyerId),
  );
  return rows.map(({ buyerId, ...counts }) => {
    const buyer = names.get(buyerId);
    assert(buyer, "the buyer of a request exists");
    return { buyer, ...counts };
  });
}
