import type { BidState } from "../shared/vocabulary";
import { type DecideRefusal, mayDecide, type Request } from "../requests/request";
import { type Instant, later, toIso } from "../shared/time";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";
import { type DisqualifyCode, isCurable } from "../requests/reasons";

export const DISQUALIFICATION_STATES = ["curing", "answered", "void", "effective"] as const;
export type DisqualificationState = (typeof DISQUALIFICATION_STATES)[number];
export type DisqualificationEvent = "send" | "accept" | "uphold" | "run_out" | "end";

/**
 * What becomes of a disqualification that can be mended. Silence works against whoever was silent: a bidder that sent nothing is out,
 * a buyer that did not answer what was sent has taken it. `end` is the end of the request before either.
 */
export const DISQUALIFICATION_LIFECYCLE = {
  curing: { send: "answered", accept: "void", run_out: "effective", end: "void" },
  answered: { accept: "void", uphold: "effective", run_out: "void", end: "void" },
  void: {},
  effective: {},
} as const satisfies Lifecycle<DisqualificationState, DisqualificationEvent>;

const next = (state: DisqualificationState, event: DisqualificationEvent) =>
  advance<DisqualificationState, DisqualificationEvent>(DISQUALIFICATION_LIFECYCLE, state, event);

export type Disqualification = {
  readonly bidId: string;
  readonly code: DisqualifyCode;
  readonly state: DisqualificationState;
  /** Null where there was nothing to mend. */
  readonly cureEndsAt: Instant | null;
};

type Curable = Pick<Disqualification, "state" | "cureEndsAt">;

/** Neither mended nor out: the bid stands, marked. */
export const isPending = ({ state }: Pick<Disqualification, "state">): boolean =>
  state === "curing" || state === "answered";

/** Pending and still in time; after that the clock's rule holds, whether or not the clock has come to it. */
export const isCuring = (one: Curable, now: Instant): boolean =>
  isPending(one) && one.cureEndsAt !== null && now < one.cureEndsAt;

export type DisqualifyRefusal =
  | DecideRefusal
  | Refusal<"bid_not_standing" | "cure_running" | "reason_used" | "cure_beyond_decision">;

type Accused = {
  readonly request: Pick<Request, "state" | "closesAt" | "decideBy">;
  readonly bid: { readonly id: string; readonly state: BidState };
  /** All that this bid was ever disqualified for. */
  readonly earlier: readonly Disqualification[];
};

/**
 * Puts a bid out after the opening: at once, or where paperwork is the reason at the end of `cureMs` unless it is mended (24 hours
 * after Prozorro's rule, so that papers are no way to pass over a cheaper bid). Refuses outside of the time to decide, for a bid
 * that no longer stands, while an earlier cure runs, twice for one reason, and a cure that would end after `decideBy`: the buyer
 * extends its decision first.
 */
export function disqualify(
  { request, bid, earlier }: Accused,
  code: DisqualifyCode,
  cureMs: number,
  now: Instant,
): Result<{ readonly state: DisqualificationState; readonly cureEndsAt: Instant | null }, DisqualifyRefusal> {
  const allowed = mayDecide(request, now);
  if (!allowed.ok) return allowed;
  if (bid.state !== "submitted") return refuse("bid_not_standing", { bidId: bid.id });
  if (earlier.some(isPending)) return refuse("cure_running", { bidId: bid.id });
  if (earlier.some((one) => one.code === code)) return refuse("reason_used", { bidId: bid.id });
  if (!isCurable(code)) return accept({ state: "effective", cureEndsAt: null });
  const cureEndsAt = later(now, cureMs);
  if (cureEndsAt > request.decideBy)
    return refuse("cure_beyond_decision", {
      cureEndsAt: toIso(cureEndsAt),
      decideBy: toIso(request.decideBy),
      next: "extend_decision",
    });
  return accept({ state: "curing", cureEndsAt });
}

export type CureRefusal = Refusal<"cure_over" | "wrong_state">;

const inTime = (one: Curable, now: Instant): Result<void, CureRefusal> =>
  isPending(one) && !isCuring(one, now) ? refuse("cure_over") : accept(undefined);

/** The bidder says that it is mended, once. Refuses `cure_over` from the end on and `wrong_state` where nothing is to be mended. */
export function sendCure(one: Curable, now: Instant): Result<DisqualificationState, CureRefusal> {
  const time = inTime(one, now);
  return time.ok ? next(one.state, "send") : time;
}

/**
 * The buyer takes what was sent, or a disqualification back; or refuses what was sent. Before anything was sent it cannot be refused: the
 * bidder has its whole time.
 */
export function judgeCure(one: Curable, isAccepted: boolean, now: Instant): Result<DisqualificationState, CureRefusal> {
  const time = inTime(one, now);
  return time.ok ? next(one.state, isAccepted ? "accept" : "uphold") : time;
}

/** The clock's word at the end of the cure. Refuses `not_yet` before it. */
export function runOut(one: Curable, now: Instant): Result<DisqualificationState, Refusal<"not_yet" | "wrong_state">> {
  return isCuring(one, now) ? refuse("not_yet") : next(one.state, "run_out");
}

/** What a pending one becomes when its request ends: what the clock had to say already, else it is void. */
export const endWithRequest = (one: Curable, now: Instant): Result<DisqualificationState, Refusal<"wrong_state">> =>
  next(one.state, isCuring(one, now) ? "end" : "run_out");

/**
 * Red flags of procurement for the platform's later screens, by the names of the Open Contracting Partnership's guide: R036, the lowest
 * bid was disqualified; R035, all bids but one were. Kept with the disqualification and shown to neither side.
 */
export const RED_FLAGS = ["R035", "R036"] as const;
export type RedFlag = (typeof RED_FLAGS)[number];

type Rival = { readonly bidId: string; readonly isStanding: boolean; readonly amountMinor: bigint | null };

/** The flags of putting this bid out, among all that were opened; an amount that no rate could convert compares with nothing. */
export function redFlagsOf(bidId: string, opened: readonly Rival[]): RedFlag[] {
  const own = opened.find((one) => one.bidId === bidId)?.amountMinor ?? null;
  const others = opened.filter((one) => one.bidId !== bidId);
  const known = others.flatMap(({ amountMinor }) => (amountMinor === null ? [] : [amountMinor]));
  const flags: RedFlag[] = [];
  if (others.filter(({ isStanding }) => isStanding).length === 1) flags.push("R035");
  if (own !== null && known.length > 0 && known.every((amount) => own <= amount)) flags.push("R036");
  return flags;
}
