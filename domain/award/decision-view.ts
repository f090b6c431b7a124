import type { NamedParty } from "../shared/named";
import type { Instant } from "../shared/instant";
import type { BuyerCard } from "./buyer-card";
import type { Debrief } from "../bidding/debrief";
import type { DisqualificationState } from "../bidding/disqualification";
import type { CancelCode, DisqualifyCode, RejectCode } from "../requests/reasons";

/** A disqualification as the buyer and its bidder read it; the platform's flags are no part of it. */
export type ShownDisqualification = {
  readonly bidId: string;
  /** To the buyer. */
  readonly bidder: NamedParty | null;
  readonly state: DisqualificationState;
  /** Whether both sides may still act on it. */
  readonly isCuring: boolean;
  readonly code: DisqualifyCode;
  readonly words: string;
  readonly createdAt: Instant;
  readonly cureEndsAt: Instant | null;
  readonly cureWords: string | null;
  readonly cureSentAt: Instant | null;
  readonly endWords: string | null;
};

/** How often the time to decide was moved, and may be. */
export type ShownExtensions = {
  readonly left: number;
  readonly latest: { readonly decideBy: Instant; readonly reason: string } | null;
};

/** What belongs to the decision on a request, as far as the viewer may know of it. */
export type DecidePage = {
  /** To the buyer all, to a bidder those of its own bid. */
  readonly disqualifications: readonly ShownDisqualification[];
  readonly extensions: ShownExtensions | null;
  readonly end: { readonly kind: "cancelled" | "rejected"; readonly code: CancelCode | RejectCode | null } | null;
  /** To a bidder whose bid did not win. */
  readonly debrief: Debrief | null;
  /** To providers, while there is something to expect of the buyer. */
  readonly card: BuyerCard | null;
  /** Whether the viewer may decide now, as the commands ask. */
  readonly mayDecide: boolean;
  readonly mayExtend: boolean;
  /** Whether the viewer may hold its own bid for longer now. */
  readonly mayProlong: boolean;
  readonly cureHours: number;
};
