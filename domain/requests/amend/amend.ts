import type { Instant } from "../../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import { checkWindow, type Request, type WindowRefusal } from "../request";
import { type AmendRules, lateExtension, type Window } from "./late-extension";

export type AmendRefusal = Refusal<"nothing_changed" | "closes_earlier" | "decides_earlier"> | WindowRefusal;

/** What the buyer asks for; times that it does not name stay. */
export type Wanted = {
  readonly isSpecChanged: boolean;
  readonly closesAt?: Instant | undefined;
  readonly decideBy?: Instant | undefined;
};

/** An open request as it stands after an amendment. */
export type Amended = Window & {
  readonly isSpecChanged: boolean;
  /** Whether the market moved the close, because the amendment came late. */
  readonly isExtended: boolean;
};

type Open = Pick<Request, "closesAt" | "decideBy"> & { readonly publishedAt: Instant };

/**
 * The times of an open request after an amendment. Close and time to decide only ever move later: bidders rely on both. A late
 * amendment moves the close (`lateExtension`), unless it does nothing but move the close itself, which leaves nothing to read anew.
 * Refuses `nothing_changed`, `closes_earlier`, `decides_earlier`, and a window that is inverted or beyond 90 days.
 */
export function amend(request: Open, wanted: Wanted, rules: AmendRules, now: Instant): Result<Amended, AmendRefusal> {
  const asked = { closesAt: wanted.closesAt ?? request.closesAt, decideBy: wanted.decideBy ?? request.decideBy };
  if (asked.closesAt < request.closesAt) return refuse("closes_earlier");
  if (asked.decideBy < request.decideBy) return refuse("decides_earlier");
  const { isSpecChanged } = wanted;
  const isDecisionMoved = asked.decideBy > request.decideBy;
  if (!isSpecChanged && !isDecisionMoved && asked.closesAt === request.closesAt) return refuse("nothing_changed");
  const extended = isSpecChanged || isDecisionMoved ? lateExtension(request, asked, rules, now) : null;
  const window = extended ?? asked;
  const checked = checkWindow(window, 0, now);
  return checked.ok ? accept({ ...window, isSpecChanged, isExtended: extended !== null }) : checked;
}

/**
 * Whether a standing bid has to be confirmed after the amendment: always where what is asked for has changed. Where only times were
 * moved later, a bid stands as it is, unless its validity ends before the new time to decide.
 */
export const goesStale = (amended: Amended, validUntil: Instant): boolean =>
  amended.isSpecChanged || validUntil < amended.decideBy;
