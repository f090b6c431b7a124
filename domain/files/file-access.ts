import { type Actor, may, mayEver } from "../access/policy";
import type { BidFile } from "../bidding/bid";
import type { BidState, LineState } from "../shared/vocabulary";
import { maySeeRequest, type SeenRequest } from "../requests/request-visibility";
import { acceptsBids, isOpened, type Request } from "../requests/request";
import type { Instant } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { FileState } from "./file";

type AskedRequest = Request & SeenRequest & { readonly openedAt: Instant | null };

/** What a file is attached to, with what decides who may know of it. */
export type FileContext =
  | { readonly kind: "request"; readonly request: AskedRequest; readonly isInvited: boolean }
  | {
      readonly kind: "bid";
      readonly request: AskedRequest;
      /** Whose files they are. */
      readonly bidderId: string;
      /** Null where its bidder has not sent a bid. */
      readonly bidState: BidState | null;
      /** The files that the bid's last version names, to others than its bidder; null where it is sealed, or says nothing of files. */
      readonly sentFiles: readonly BidFile[] | null;
      readonly isInvited: boolean;
      readonly isListed: boolean;
    }
  | {
      readonly kind: "cure";
      readonly request: AskedRequest;
      readonly bidderId: string;
      /** When its bidder was asked to mend something, and until when it may; null where nothing is to be mended. */
      readonly open: { readonly since: Instant; readonly until: Instant | null } | null;
      /** What its bidder has sent with a cure, ever. */
      readonly sentFiles: readonly BidFile[];
    }
  | {
      readonly kind: "inspection";
      readonly buyerOrganisationId: string;
      readonly providerOrganisationId: string;
      /** While the visit's results may still be written. */
      readonly isOpen: boolean;
      readonly isUnderReview?: boolean;
    }
  | {
      readonly kind: "thread";
      readonly buyerOrganisationId: string;
      readonly providerOrganisationId: string;
      /** Until when its sides may write in it; null where they may not. */
      readonly talksUntil: Instant | null;
      /** What its messages name. */
      readonly sentIds: ReadonlySet<string>;
    }
  | {
      readonly kind: "check";
      /** Whose papers they are pictures of. */
      readonly organisationId: string;
      /** What the papers name: administrators read nothing else. */
      readonly namedIds: ReadonlySet<string>;
      /** Whether an administrator asks. */
      readonly isUnderReview: boolean;
    }
  | {
      readonly kind: "order";
      readonly buyerOrganisationId: string;
      readonly providerOrganisationId: string;
      readonly state: LineState;
      /** Whether administrators have to look: a dispute about the order was taken to the market, or the picture was sent twice. */
      readonly isUnderReview?: boolean;
    };

type Owned = { readonly id: string; readonly organisationId: string; readonly state: FileState };

type BidContext = Extract<FileContext, { kind: "bid" }>;

/** A file that was added after the last version waits, like the rest of a change that is being prepared, for the next one. */
const isSent = ({ sentFiles }: BidContext, fileId: string): boolean =>
  sentFiles === null || sentFiles.some(({ id }) => id === fileId);

const NEVER_SENT: readonly (BidState | null)[] = [null, "draft", "withdrawn"];

/**
 * Who may know that a file is there. Its own organisation always. A request's files whoever may read the request, once it is
 * published; a bid's the buyer alone, from the opening on or as bids come where bidding is open, never those of a bid that was not sent
 * or was withdrawn, and of a bid that stands those that its last version names; of what mends a bid those that were sent with it; an order's, and its visits', both parties; a thread's its other side once a message names it. Administrators those of an order and its visits that are under review, and those that the papers of a check name, and no others.
 */
export function maySeeFile(actor: Actor, file: Owned, context: FileContext | null): boolean {
  if (may(actor, "file.review"))
    return (
      context !== null &&
      "isUnderReview" in context &&
      context.isUnderReview === true &&
      (context.kind !== "check" || context.namedIds.has(file.id))
    );
  if (!mayEver(actor, "file.read") || actor.organisationId === null) return false;
  if (file.organisationId === actor.organisationId) return true;
  switch (context?.kind) {
    case "request":
      return maySeeRequest(actor, context.request, context.isInvited);
    case "bid":
      return (
        context.request.buyerOrganisationId === actor.organisationId &&
        isOpened(context.request) &&
        !NEVER_SENT.includes(context.bidState) &&
        isSent(context, file.id)
      );
    case "cure":
      return (
        context.request.buyerOrganisationId === actor.organisationId &&
        isOpened(context.request) &&
        context.sentFiles.some(({ id }) => id === file.id)
      );
    case "thread": {
      const organisationIds = [context.buyerOrganisationId, context.providerOrganisationId];
      return may(actor, "thread.read", { organisationIds }) && context.sentIds.has(file.id);
    }
    case "order":
    case "inspection":
      return may(actor, "order.read", {
        organisationIds: [context.buyerOrganisationId, context.providerOrganisationId],
      });
    default:
      return false;
  }
}

/** Who may have its content: others than its own organisation only once it is found clean, or where nobody scans. */
export function mayReadFile(actor: Actor, file: Owned, context: FileContext | null): boolean {
  if (file.state === "infected" || !maySeeFile(actor, file, context)) return false;
  return file.organisationId === actor.organisationId || file.state !== "pending";
}

/**
 * What is on record is not taken away: what was sent with an earlier cure, while a later one is being written; and of an order what its
 * deliverables, packs and disputes name, of a thread what its messages do, since a pack is kept for ever and evidence is the other side's too.
 */
export const isOnRecord = (
  context: FileContext | null,
  file: { readonly id: string; readonly createdAt: Instant },
  named: ReadonlySet<string>,
): boolean =>
  named.has(file.id) ||
  (context?.kind === "thread" && context.sentIds.has(file.id)) ||
  (context?.kind === "check" && context.namedIds.has(file.id)) ||
  (context?.kind === "cure" && context.open !== null && file.createdAt < context.open.since);

export type AttachRefusal = Refusal<"not_found" | "not_permitted" | "no_more_files" | "no_listing" | "not_invited">;

const OVER: readonly LineState[] = ["completed", "cancelled"];
const ASKING: readonly Request["state"][] = ["draft", "in_review", "open"];

/**
 * May the actor attach to this, or take away what it attached? A buyer to its request until the close; a provider to its bid while
 * bids are taken, and beside what it has to mend until that is sent; a party to its order until that is over, a side to its thread while it may write there, the inspection company to a visit until its report is issued. To strangers what it is about is not there; later it is `no_more_files`.
 */
export function attach(actor: Actor, context: FileContext, now: Instant): Result<void, AttachRefusal> {
  switch (context.kind) {
    case "request": {
      if (!may(actor, "file.add_to_request", context.request)) {
        return refuse(maySeeRequest(actor, context.request, context.isInvited) ? "not_permitted" : "not_found");
      }
      const isOpen = ASKING.includes(context.request.state) && now < context.request.closesAt;
      return isOpen || context.request.state === "draft" ? accept(undefined) : refuse("no_more_files");
    }
    case "bid": {
      if (!maySeeRequest(actor, context.request, context.isInvited)) return refuse("not_found");
      const isBuyer = context.request.buyerOrganisationId === actor.organisationId;
      if (isBuyer || !mayEver(actor, "file.add_to_bid")) return refuse("not_permitted");
      if (!context.isListed) return refuse("no_listing", { service: context.request.service });
      if (context.request.visibility === "invited" && !context.isInvited) return refuse("not_invited");
      const isOver = context.bidState !== null && context.bidState !== "submitted" && context.bidState !== "stale";
      return acceptsBids(context.request, now) && !isOver ? accept(undefined) : refuse("no_more_files");
    }
    case "cure": {
      if (context.bidderId !== actor.organisationId) return refuse("not_found");
      if (!may(actor, "file.add_to_bid")) return refuse("not_permitted");
      return context.open?.until && now < context.open.until ? accept(undefined) : refuse("no_more_files");
    }
    case "inspection": {
      const organisationIds = [context.buyerOrganisationId, context.providerOrganisationId];
      if (!may(actor, "order.report", context))
        return refuse(may(actor, "order.read", { organisationIds }) ? "not_permitted" : "not_found");
      return context.isOpen ? accept(undefined) : refuse("no_more_files");
    }
    case "thread": {
      const organisationIds = [context.buyerOrganisationId, context.providerOrganisationId];
      if (!may(actor, "thread.write", { organisationIds }))
        return refuse(may(actor, "thread.read", { organisationIds }) ? "not_permitted" : "not_found");
      const { talksUntil } = context;
      return talksUntil !== null && now < talksUntil ? accept(undefined) : refuse("no_more_files");
    }
    case "check": {
      const organisationIds = [context.organisationId];
      if (may(actor, "organisation.change", { organisationIds })) return accept(undefined);
      return refuse(may(actor, "organisation.read", { organisationIds }) ? "not_permitted" : "not_found");
    }
    case "order": {
      const organisationIds = [context.buyerOrganisationId, context.providerOrganisationId];
      if (!may(actor, "file.add_to_order", { organisationIds }))
        return refuse(may(actor, "order.read", { organisationIds }) ? "not_permitted" : "not_found");
      return OVER.includes(context.state) ? refuse("no_more_files") : accept(undefined);
    }
  }
}
