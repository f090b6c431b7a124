import type { Actor } from "../access/actor";
import { may, mayEver } from "../access/policy";
import type { BidFile } from "../bidding/bid";
import type { BidState, LineState } from "../shared/states";
import { maySeeRequest, type SeenRequest } from "../requests/request-visibility";
import { acceptsBids, isOpened, type Request } from "../requests/request";
import type { Instant } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";
import type { FileState } from "./file";

type AskedRequest = Request & SeenRequest & { readonly openedAt: Instant | null };

/** What a file is attached to, with what decides who may know of it. */
export type FileGround =
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
    }
  | {
      readonly kind: "order";
      readonly buyerOrganisationId: string;
      readonly providerOrganisationId: string;
      readonly state: LineState;
    };

type Owned = { readonly id: string; readonly organisationId: string; readonly state: FileState };

type BidGround = Extract<FileGround, { kind: "bid" }>;

/** A file that was added after the last version waits, like the rest of a change that is being prepared, for the next one. */
const isSent = ({ sentFiles }: BidGround, fileId: string): boolean =>
  sentFiles === null || sentFiles.some(({ id }) => id === fileId);

const NEVER_SENT: readonly (BidState | null)[] = [null, "draft", "withdrawn"];

/**
 * Who may know that a file is there. Its own organisation always. A request's files whoever may read the request, once it is
 * published; a bid's the buyer alone, from the opening on or as bids come where bidding is open, never those of a bid that was not sent
 * or was withdrawn, and of a bid that stands those that its last version names; of what mends a bid those that were sent with it; an order's, and its visits', both parties. Administrators none: no permission of theirs reads files.
 */
export function maySeeFile(actor: Actor, file: Owned, ground: FileGround | null): boolean {
  if (!mayEver(actor, "file.read") || actor.organisationId === null) return false;
  if (file.organisationId === actor.organisationId) return true;
  switch (ground?.kind) {
    case "request":
      return maySeeRequest(actor, ground.request, ground.isInvited);
    case "bid":
      return (
        ground.request.buyerOrganisationId === actor.organisationId &&
        isOpened(ground.request) &&
        !NEVER_SENT.includes(ground.bidState) &&
        isSent(ground, file.id)
      );
    case "cure":
      return (
        ground.request.buyerOrganisationId === actor.organisationId &&
        isOpened(ground.request) &&
        ground.sentFiles.some(({ id }) => id === file.id)
      );
    case "order":
    case "inspection":
      return may(actor, "order.read", {
        organisationIds: [ground.buyerOrganisationId, ground.providerOrganisationId],
      });
    default:
      return false;
  }
}

/** Who may have its content: others than its own organisation only once it is found clean, or where nobody scans. */
export function mayReadFile(actor: Actor, file: Owned, ground: FileGround | null): boolean {
  if (file.state === "infected" || !maySeeFile(actor, file, ground)) return false;
  return file.organisationId === actor.organisationId || file.state !== "pending";
}

/**
 * What is on record is not taken away: what was sent with an earlier cure, while a later one is being written; and of an order what its
 * deliverables, packs and disputes name, since a pack is kept for ever and evidence is the other side's too.
 */
export const isOnRecord = (
  ground: FileGround | null,
  file: { readonly id: string; readonly createdAt: Instant },
  named: ReadonlySet<string>,
): boolean =>
  named.has(file.id) || (ground?.kind === "cure" && ground.open !== null && file.createdAt < ground.open.since);

export type AttachRefusal = Refusal<"not_found" | "not_permitted" | "no_more_files" | "no_listing" | "not_invited">;

const OVER: readonly LineState[] = ["completed", "cancelled"];
const ASKING: readonly Request["state"][] = ["draft", "in_review", "open"];

/**
 * May the actor attach to this, or take away what it attached? A buyer to its request until the close; a provider to its bid while
 * bids are taken, and beside what it has to mend until that is sent; a party to its order until that is over, the inspection company to a visit until its report is issued. To strangers what it is about is not there; later it is `no_more_files`.
 */
export function attach(actor: Actor, ground: FileGround, now: Instant): Result<void, AttachRefusal> {
  switch (ground.kind) {
    case "request": {
      if (!may(actor, "file.add_to_request", ground.request)) {
        return refuse(maySeeRequest(actor, ground.request, ground.isInvited) ? "not_permitted" : "not_found");
      }
      const isOpen = ASKING.includes(ground.request.state) && now < ground.request.closesAt;
      return isOpen || ground.request.state === "draft" ? accept(undefined) : refuse("no_more_files");
    }
    case "bid": {
      if (!maySeeRequest(actor, ground.request, ground.isInvited)) return refuse("not_found");
      const isBuyer = ground.request.buyerOrganisationId === actor.organisationId;
      if (isBuyer || !mayEver(actor, "file.add_to_bid")) return refuse("not_permitted");
      if (!ground.isListed) return refuse("no_listing", { service: ground.request.service });
      if (ground.request.visibility === "invited" && !ground.isInvited) return refuse("not_invited");
      const isOver = ground.bidState !== null && ground.bidState !== "submitted" && ground.bidState !== "stale";
      return acceptsBids(ground.request, now) && !isOver ? accept(undefined) : refuse("no_more_files");
    }
    case "cure": {
      if (ground.bidderId !== actor.organisationId) return refuse("not_found");
      if (!may(actor, "file.add_to_bid")) return refuse("not_permitted");
      return ground.open?.until && now < ground.open.until ? accept(undefined) : refuse("no_more_files");
    }
    case "inspection": {
      const organisationIds = [ground.buyerOrganisationId, ground.providerOrganisationId];
      if (!may(actor, "order.report", ground))
        return refuse(may(actor, "order.read", { organisationIds }) ? "not_permitted" : "not_found");
      return ground.isOpen ? accept(undefined) : refuse("no_more_files");
    }
    case "order": {
      const organisationIds = [ground.buyerOrganisationId, ground.providerOrganisationId];
      if (!may(actor, "file.add_to_order", { organisationIds }))
        return refuse(may(actor, "order.read", { organisationIds }) ? "not_permitted" : "not_found");
      return OVER.includes(ground.state) ? refuse("no_more_files") : accept(undefined);
    }
  }
}
