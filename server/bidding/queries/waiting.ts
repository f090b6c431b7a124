import "server-only";
import type { Reader } from "@/db/database";
import { offersWaitingOn } from "@/db/repositories/counter-offers";
import { curesWaitingOn } from "@/db/repositories/decisions";
import type { Actor } from "@/domain/access/actor";
import { mayEver } from "@/domain/access/policy";
import type { RequestState } from "@/domain/requests/request";
import { type Waiting, waitingOfCure, waitingOfOffer } from "@/domain/bidding/waiting";
import type { Instant } from "@/domain/shared/instant";

/** What waits on each of some requests, by their ids. */
export type WaitingOn = (requestId: string) => readonly Waiting[];

type Asked = {
  readonly requests: readonly { readonly id: string; readonly state: RequestState }[];
  readonly now: Instant;
};

/**
 * What waits on these requests for either side, as far as the viewer's organisation has a part in it: all of it on what it has asked for,
 * and what concerns its own bid. Nothing is read where nothing is being decided.
 */
export async function waitingOn(read: Reader, viewer: Actor, { requests, now }: Asked): Promise<WaitingOn> {
  const { organisationId } = viewer;
  const requestIds = requests.filter(({ state }) => state === "opened").map(({ id }) => id);
  if (organisationId === null || requestIds.length === 0 || !mayEver(viewer, "bid.read_own")) return () => [];
  const asked = { requestIds, organisationId, now };
  const found = new Map<string, Waiting[]>();
  const keep = (requestId: string, one: Waiting | null) => {
    if (one) found.set(requestId, [...(found.get(requestId) ?? []), one]);
  };
  for (const offer of await offersWaitingOn(read, asked)) keep(offer.requestId, waitingOfOffer(offer, now));
  for (const cure of await curesWaitingOn(read, asked)) keep(cure.requestId, waitingOfCure(cure, now));
  return (requestId) => found.get(requestId) ?? [];
}
