import type { Instant } from "../../shared/instant";
import type { Change } from "./difference";

/** One amendment of a request, as its viewer may read it. */
export type AmendmentView = {
  readonly number: number;
  readonly at: Instant;
  readonly reason: string;
  readonly isSpecChanged: boolean;
  /** Whether the market moved the close, because it came late. */
  readonly isExtended: boolean;
  /** How many bids had to be confirmed. */
  readonly staleCount: number;
  /** Null to visitors: specs name addresses. Times are in `times` for everybody. */
  readonly changes: readonly Change[] | null;
  readonly times: readonly Change[];
  /** Who of the buyer's people made it; to the buyer only. */
  readonly by: string | null;
};

const TIMES = new Set(["closesAt", "decideBy"]);

/** Whether a change is of a time that everybody is shown. */
export const isOfTime = ({ path }: Pick<Change, "path">): boolean => TIMES.has(path);
