import type { Reader, Writer } from "../../db/database";
import { lockDealOfOrder } from "../../db/repositories/deals";
import { wasEscalated } from "../../db/repositories/disputes";
import { bidsWithContent, findBidOf, findVersion, type StoredBid } from "../../db/repositories/bidding";
import { findRound, hasMatch } from "../../db/repositories/inspections";
import { hasActiveListing } from "../../db/repositories/listings";
import { findOrder, type StoredOrder } from "../../db/repositories/orders";
import {
  disqualificationsOf,
  disqualificationsOfBid,
  type StoredDisqualification,
} from "../../db/repositories/decisions";
import {
  findRequest,
  isInvited,
  lockDealsOfBids,
  lockRequest,
  type StoredRequest,
} from "../../db/repositories/requests";
import type { BidFile } from "../../domain/bidding/bid";
import type { FileSubject } from "../../domain/files/file";
import type { FileContext } from "../../domain/files/file-access";
import { isOpen } from "../../domain/inspections/round";
import { hasBegun, talksUntil } from "../../domain/threads/thread";
import { filesOfPapers } from "../../db/repositories/checks";
import { lockNames } from "../../db/repositories/platform";
import { findTalk, sentFilesOf } from "../../db/repositories/threads";

type Parties = {
  /** Who asks. */
  readonly viewerId: string;
  /** Whose files of a bid they are; the asker's own where nobody else is said. */
  readonly ownerId?: string;
  /** Where an administrator asks; with the file where it is about one. */
  readonly review?: { readonly fileId?: string };
};

/** The lock of what is attached to a subject: whatever decides there whether it may still be, the order's deal its thread's, or the request. */
export async function lockSubject(tx: Writer, subject: FileSubject | null): Promise<void> {
  if (subject === null) return;
  const { kind, id } = subject;
  const round = kind === "inspection" ? await findRound(tx, id) : undefined;
  if (kind === "check") return lockNames(tx, [`papers of ${id}`]);
  if (kind === "thread") await lockDealsOfBids(tx, [id]);
  else if (kind === "inspection" || kind === "order") await lockDealOfOrder(tx, { orderId: round?.orderId ?? id });
  else await lockRequest(tx, id);
}

/** Whether administrators have to look at the order's files, or at the one that is named. */
async function isUnderReview(db: Reader, order: StoredOrder, { review }: Parties): Promise<boolean> {
  if (review === undefined) return false;
  const { fileId } = review;
  return (await wasEscalated(db, order.id)) || (fileId !== undefined && (await hasMatch(db, fileId)));
}

/** What the last version of a bid names, once it is readable. */
async function filesSentWith(db: Reader, bid: StoredBid): Promise<readonly BidFile[] | null> {
  const version = await findVersion(db, { bidId: bid.id, version: bid.version });
  return version?.content?.files ?? null;
}

const isAskedBy = async (db: Reader, { id, visibility }: StoredRequest, organisationId: string): Promise<boolean> =>
  visibility === "invited" && (await isInvited(db, { requestId: id, organisationId }));

/** What may be mended now, and what was ever sent to mend it. Only who has bid has anything to mend. */
function cureContext(request: StoredRequest, bidderId: string, all: readonly StoredDisqualification[]): FileContext {
  const open = all.find(({ state }) => state === "curing");
  return {
    kind: "cure",
    request,
    bidderId,
    open: open ? { since: open.createdAt, until: open.cureEndsAt } : null,
    sentFiles: all.flatMap(({ cureFiles }) => cureFiles ?? []),
  };
}

async function roundContext(db: Reader, roundId: string, parties: Parties): Promise<FileContext | null> {
  const round = await findRound(db, roundId);
  const order = round && (await findOrder(db, round.orderId));
  if (!round || !order) return null;
  const { buyerOrganisationId, providerOrganisationId } = order;
  const under = await isUnderReview(db, order, parties);
  return {
    kind: "inspection",
    ...{ buyerOrganisationId, providerOrganisationId, isOpen: isOpen(round.state), isUnderReview: under },
  };
}

/** The thread of a bid. Before the buyer may read the bid there is none: that there is a bid is not told. */
async function threadContext(db: Reader, bidId: string): Promise<FileContext | null> {
  const talk = await findTalk(db, bidId);
  if (!talk || !hasBegun(talk.facts)) return null;
  const { buyerOrganisationId } = talk.request;
  const { providerOrganisationId } = talk.bid;
  const sentIds = await sentFilesOf(db, bidId);
  const parties = { buyerOrganisationId, providerOrganisationId };
  return { kind: "thread", ...parties, talksUntil: talksUntil(talk.facts), sentIds };
}

/** A subject of which each bidder of a request has its own. */
export type BidderSubject = FileSubject & { readonly kind: "bid" | "cure" };

/** What decides who may know of what each bidder of a request has attached, by bidder, however many they are. Who reads so attaches nothing. */
export async function loadBidderContexts(
  db: Reader,
  { kind, id }: BidderSubject,
  viewerId: string,
): Promise<ReadonlyMap<string, FileContext>> {
  const request = await findRequest(db, id);
  if (!request) return new Map();
  if (kind === "cure") {
    const all = Map.groupBy(await disqualificationsOf(db, id), (one) => one.providerOrganisationId);
    return new Map([...all].map(([bidderId, own]) => [bidderId, cureContext(request, bidderId, own)]));
  }
  const isAsked = await isAskedBy(db, request, viewerId);
  return new Map(
    (await bidsWithContent(db, id)).map(({ providerOrganisationId: bidderId, state, content }) => [
      bidderId,
      {
        kind,
        request,
        bidderId,
        bidState: state,
        sentFiles: content?.files ?? null,
        isInvited: isAsked,
        isListed: false,
      },
    ]),
  );
}

/** What decides who may attach to a subject and who may know of what is attached; null where there is no such thing. */
export async function loadFileContext(
  db: Reader,
  { kind, id }: FileSubject,
  parties: Parties,
): Promise<FileContext | null> {
  const { viewerId, ownerId = viewerId } = parties;
  if (kind === "order") {
    const order = await findOrder(db, id);
    if (!order) return null;
    const { buyerOrganisationId, providerOrganisationId, state } = order;
    const under = await isUnderReview(db, order, parties);
    return { kind, buyerOrganisationId, providerOrganisationId, state, isUnderReview: under };
  }
  if (kind === "check")
    return {
      kind,
      organisationId: id,
      namedIds: await filesOfPapers(db, id),
      isUnderReview: parties.review !== undefined,
    };
  if (kind === "inspection") return roundContext(db, id, parties);
  if (kind === "thread") return threadContext(db, id);
  const request = await findRequest(db, id);
  if (!request) return null;
  const isAsked = await isAskedBy(db, request, viewerId);
  if (kind === "request") return { kind, request, isInvited: isAsked };
  const bid = await findBidOf(db, { requestId: id, organisationId: ownerId });
  if (kind === "cure") return bid ? cureContext(request, ownerId, await disqualificationsOfBid(db, bid)) : null;
  const isListed = await hasActiveListing(db, ownerId, request.service);
  const sentFiles = bid && viewerId !== ownerId ? await filesSentWith(db, bid) : null;
  return { kind, request, bidderId: ownerId, bidState: bid?.state ?? null, sentFiles, isInvited: isAsked, isListed };
}
