import "server-only";
import type { Reader } from "@/db/database";
import { listingsOf } from "@/db/repositories/listings";
import { isChecked } from "@/db/repositories/organisations";
import { ownBidStates } from "@/db/repositories/request-lists";
import type { StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import type { RequestSide } from "@/domain/requests/request-turn";
import type { BidState } from "@/domain/shared/states";
import type { Instant } from "@/domain/shared/instant";

type Read = Pick<StoredRequest, "id" | "service" | "visibility" | "buyerOrganisationId">;

export type ReaderSide = {
  readonly side: RequestSide;
  readonly ownBidState: BidState | undefined;
  /** The market has yet to check the reader's organisation before it can bid here. */
  readonly needsCheck: boolean;
};

const VISITOR: ReaderSide = { side: "visitor", ownBidState: undefined, needsCheck: false };

/**
 * On which side of each of these requests the reader stands, by the request's id. Who has withdrawn cannot bid again, and who is not checked
 * cannot bid where only checked organisations may: neither has a turn.
 */
export async function readerSides(
  read: Reader,
  { organisationId }: Actor,
  { requests, now }: { readonly requests: readonly Read[]; readonly now: Instant },
): Promise<(request: Read) => ReaderSide> {
  if (organisationId === null) return () => VISITOR;
  const others = requests.filter((request) => request.buyerOrganisationId !== organisationId);
  const bidStates = await ownBidStates(
    read,
    organisationId,
    others.map(({ id }) => id),
  );
  const listings = others.length === 0 ? [] : await listingsOf(read, organisationId);
  const offered = new Set(listings.flatMap(({ isActive, service }) => (isActive ? [service] : [])));
  const isForChecked = others.some(({ visibility }) => visibility === "checked");
  const isUnchecked = isForChecked && !(await isChecked(read, organisationId, now));
  return ({ id, service, visibility, buyerOrganisationId }) => {
    if (buyerOrganisationId === organisationId) return { ...VISITOR, side: "buyer" };
    const ownBidState = bidStates.get(id);
    if (ownBidState === "withdrawn") return { ...VISITOR, ownBidState };
    const needsCheck = visibility === "checked" && isUnchecked;
    if (ownBidState !== undefined) return { side: "bidder", ownBidState, needsCheck };
    if (!offered.has(service)) return VISITOR;
    return { side: needsCheck ? "visitor" : "provider", ownBidState, needsCheck };
  };
}
