import type { Debrief } from "./debrief";
import type { HubWithClock, NamedParty, NamedPlace } from "../shared/named";
import type { RequestTurn } from "../requests/request-turn";
import type { Waiting } from "./waiting";
import type { LocalPart, Quantities } from "../services/kind";
import type { ChargeCode, Basis } from "../services/charge";
import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import type { Money } from "../shared/money";
import type { BidContent } from "./bid";
import type { BidState } from "../shared/states";

/** One of the bidder's own versions with its receipt. */
export type OwnVersion = {
  readonly version: number;
  readonly submittedAt: Instant;
  readonly receipt: string;
  /** Whether the receipt is still that of what is kept; null where an old one cannot be recomputed. */
  readonly doesReceiptHold: boolean | null;
  readonly content: BidContent;
};

/** The viewer's own bid with every version it ever had, the latest first. */
export type OwnBid = {
  readonly id: string;
  readonly state: BidState;
  readonly version: number;
  /** The amendment of the request that it answers. */
  readonly amendment: number;
  /** Nobody can choose it any more, since its quote or its validity has ended. */
  readonly isExpired: boolean;
  readonly expiresAt: Instant;
  readonly versions: readonly [OwnVersion, ...OwnVersion[]];
};

/** A bid as the viewer may read it. A rival is a letter, and is not told how the bid is made up. */
export type ShownBid = {
  readonly id: string;
  readonly letter: string;
  readonly isOwn: boolean;
  readonly provider: NamedParty | null;
  readonly state: BidState;
  readonly submittedAt: Instant;
  readonly total: Money;
  /** Of the total what ranks it; rivals of open bidding read it where they read the total. */
  readonly ownPrice: Money;
  readonly transitDays: BidContent["transitDays"];
  readonly validUntil: Instant;
  readonly isExpired: boolean;
  readonly content: BidContent | null;
};

/** What a bid form of this request begins with and may use. */
export type BidContext = {
  readonly codes: readonly ChargeCode[];
  readonly quantities: Quantities;
  readonly suggested: readonly { readonly code: ChargeCode; readonly basis: Basis }[];
  readonly percentBases: readonly Basis[];
  /** What of a term's values a bid may choose, by the field's name; fields that it leaves out have all of theirs. */
  readonly termChoices: Readonly<Record<string, readonly string[]>>;
  /** Parts bound to a country in which the bidder is not established: its bid names who does them. */
  readonly partsToName: readonly LocalPart[];
};

/** A waiting request in a provider's queue, with what is to be done and until when. */
export type DeskRow = {
  readonly id: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly hub: HubWithClock;
  readonly origin: NamedPlace;
  readonly destination: NamedPlace;
  /** What is asked for, as far as bidders read it. */
  readonly spec: unknown;
  readonly act: RequestTurn["act"];
  readonly by: Instant;
};

/** One of the organisation's drafts in its list, with what it is for; what it says is read on the request's page. */
export type BidDraftRow = {
  readonly requestId: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly hub: HubWithClock;
  readonly closesAt: Instant;
  readonly savedAt: Instant;
  readonly keptUntil: Instant;
  readonly isOpen: boolean;
};

/** One of the viewer's bids in its list; its own amounts are never hidden from it. */
export type BidRow = {
  readonly id: string;
  readonly requestId: string;
  readonly reference: string;
  readonly service: Service;
  readonly title: string;
  readonly hub: HubWithClock;
  /** What is asked for, as far as bidders read it. */
  readonly spec: unknown;
  readonly state: BidState;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly closesAt: Instant;
  readonly isExpired: boolean;
  readonly total: Money;
  /** What is waited for in the time to decide, the bidder's own before the buyer's. */
  readonly waiting: Waiting | null;
  /** Of one that did not win. */
  readonly debrief: Debrief | null;
};
