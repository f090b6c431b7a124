import type { Mode } from "../../hubs/place";
import type { NamedPlace } from "../../shared/named";
import type { Side } from "../slots/sides";
import type { Currency } from "../../shared/money";
import type { Instant } from "../../shared/instant";
import type { DelayReckoning } from "./delay-clock";
import type { FreeTime } from "./waiting-terms";
import type { Interval, Stay } from "./intervals";
import type { StopReason } from "../../services/work-reasons";
import type { DelaySegment } from "./segment";

/** A hub that a truck stood at; while it stands there it has no end. */
export type ShownStay = Pick<Stay, "from" | "began"> & { readonly hub: NamedPlace; readonly to: Instant | null };

/** A wait as both parties see it: every step from its hours to its sum. */
export type ShownWait = {
  readonly interval: Interval;
  /** The hubs of the wait, where the goods were sent on from one of them; else none. */
  readonly hubs: readonly ShownStay[];
  readonly free: FreeTime;
  readonly trucks: number;
  readonly areClosuresExcluded: boolean;
  /** Whether the bid prices a day of this wait at all. */
  readonly isPriced: boolean;
  readonly reckoning: DelayReckoning;
  readonly nextChargeAt: Instant | null;
};

/** A reason that a side has given for some hours of a wait, and what the other says to it. */
export type GivenReason = DelaySegment & {
  readonly words: string;
  readonly objection: string | null;
  readonly at: Instant;
};

export type ShownSegment = GivenReason & {
  readonly mayObject: boolean;
  readonly mayEnd: boolean;
  readonly mayWithdraw: boolean;
};

export type ShownException = {
  readonly reason: StopReason;
  readonly words: string;
  readonly by: Side;
  readonly raisedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedBy: Side | null;
  readonly endWords: string | null;
};

export type DelayView = {
  readonly orderId: string;
  readonly side: Side;
  readonly mode: Mode;
  readonly currency: Currency;
  /** As of when running clocks are read. */
  readonly now: Instant;
  readonly waits: readonly ShownWait[];
  readonly segments: readonly ShownSegment[];
  readonly mayReport: boolean;
};

export type ExceptionsView = {
  readonly exceptions: readonly ShownException[];
  readonly open: ShownException | null;
  /** What the order's work can have stopped for. */
  readonly reasons: readonly StopReason[];
  readonly mayRaise: boolean;
  readonly mayEnd: boolean;
};
