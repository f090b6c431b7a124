import type { Mode } from "@/domain/hubs/place";
import type { NamedHub } from "@/domain/shared/named";
import type { Direction } from "@/domain/shared/direction";
import type { Instant } from "@/domain/shared/instant";
import type { ExpectedWait } from "./board";
import type { Closure } from "./closure";
import type { BoardRecord, CrossingTimes } from "./crossing-times";
import type { HubState } from "./hub-state";
import type { WaitAhead } from "./waits-ahead";

/** What is waited at a hub by one mode by whoever arrives now; no wait where nothing is known of it. */
export type ModeNow = {
  readonly mode: Mode;
  readonly wait: ExpectedWait | null;
  /** Up to when it is closed, where it is closed now. */
  readonly closedUntil: Instant | null;
};

/** What somebody with goods for a hub has to know of it at this moment. */
export type HubOutlook = {
  readonly hub: NamedHub;
  readonly mode: Mode;
  /** Seen from China, and the countries on the other side of a land border. */
  readonly direction: Direction;
  readonly countries: readonly string[];
  /** The hub's own zone: closures are told on its clock. */
  readonly zone: string;
  readonly now: Instant;
  /** Of whoever arrives now. */
  readonly wait: ExpectedWait | null;
  /** Those for the mode that are not over, the first to begin first. */
  readonly closures: readonly Closure[];
  /** How often the board had changed when all this was read. */
  readonly seq: number;
};

/** One mode of a hub's board, with all that its page draws. */
export type ModeBoard = ModeNow & {
  /** The last figures, however old. */
  readonly state: HubState | null;
  /** Whether they are too old to count. */
  readonly isStale: boolean;
  /** The figures up to now, the earliest first. */
  readonly history: readonly HubState[];
  /** By day and time of arrival, on the hub's clock. */
  readonly ahead: readonly WaitAhead[];
  /** The market's own crossings; null of too few. */
  readonly crossings: CrossingTimes | null;
  /** How the board's counts and the own crossings stand to each other; null of too few. */
  readonly record: BoardRecord | null;
};

/** A hub's board as everybody reads it. */
export type HubBoard = {
  readonly now: Instant;
  readonly zone: string;
  /** On the other side of a land border: its queues and waits are those towards them. */
  readonly countries: readonly string[];
  readonly modes: readonly ModeBoard[];
  /** That are not over nor withdrawn. */
  readonly closures: readonly Closure[];
  readonly maxAgeDays: number;
  readonly reachDays: number;
};

/** One hub in the list of who keeps the boards. */
export type BoardRow = {
  readonly hub: NamedHub;
  /** The last figures of each mode that has any, however old. */
  readonly states: readonly HubState[];
  readonly now: readonly ModeNow[];
  /** That are announced and not over. */
  readonly closureCount: number;
};

/** What was entered of a hub, for administrators. */
export type StateEntry = HubState & {
  readonly id: string;
  readonly enteredBy: string | null;
  readonly enteredAt: Instant;
};
export type ClosureEntryView = Closure & {
  readonly enteredBy: string | null;
  readonly enteredAt: Instant;
  readonly withdrawReason: string | null;
  readonly isAhead: boolean;
};
