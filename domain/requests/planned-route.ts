import type { ExpectedWait } from "../hubs/board/board";
import type { Way } from "../hubs/place";
import type { NamedHub, NamedPlace } from "../shared/vocabulary";
import type { RequestState } from "./request";
import type { LocalDate } from "../shared/time";

/** What is now expected at the border of the goods that are to come there. */
export type WaitToCome = {
  readonly hub: NamedHub;
  /** When the goods are there, by the planned way from the day on which they leave. */
  readonly day: LocalDate;
  readonly wait: ExpectedWait;
};

/** The deal's way as it was planned at posting, with the names of its stops, and what is expected at its border since. */
export type PlannedRoute = Pick<Way, "days" | "borderWait" | "isEstimate"> & {
  readonly stops: readonly NamedPlace[];
  /** Null where nothing is known of the hub and mode, and where nothing is to come any more. */
  readonly toCome: WaitToCome | null;
};

const UNDECIDED: readonly RequestState[] = ["in_review", "open", "closed", "opened"];

/** A wait at the border is forecast beside the planned way until it is decided who carries the goods: from then on the order says when they are where. */
export const isForecast = (carriage: RequestState): boolean => UNDECIDED.includes(carriage);
