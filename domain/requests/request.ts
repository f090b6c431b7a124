import type { Service } from "../shared/service";
import type { Instant } from "../shared/instant";
import { advance, type Lifecycle } from "../shared/lifecycle";
import type { Currency } from "../shared/money";
import { accept, checkAll, type Refusal, type Result, refuse } from "../shared/result";
import type { Fallback } from "./fallback";
import type { RequestTerms } from "./terms";

export const REQUEST_STATES = [
  "draft",
  "in_review",
  "open",
  "closed",
  "opened",
  "awarded",
  "no_bids",
  "no_decision",
  "cancelled",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export type RequestEvent = "publish" | "hold" | "approve" | "close" | "run_out" | "open" | "award" | "lapse" | "cancel";

/** `hold` sends an unchecked buyer's first requests to review; `run_out` is a close without bids; `lapse` a decision not taken in time. */
export const REQUEST_LIFECYCLE = {
  draft: { publish: "open", hold: "in_review", cancel: "cancelled" },
  in_review: { approve: "open", cancel: "cancelled" },
  open: { close: "closed", run_out: "no_bids", cancel: "cancelled" },
  closed: { open: "opened", lapse: "no_decision", cancel: "cancelled" },
  opened: { award: "awarded", lapse: "no_decision", cancel: "cancelled" },
  awarded: {},
  no_bids: {},
  no_decision: {},
  cancelled: {},
} as const satisfies Lifecycle<RequestState, RequestEvent>;

export const BID_MODES = ["sealed", "open"] as const;
/** Sealed: nobody but the bidder sees an amount before the opening. Open: bidders and buyer see the amounts as they come. */
export type BidMode = (typeof BID_MODES)[number];

export const VISIBILITIES = ["open", "checked", "invited"] as const;
/** Open: everybody sees it and listed providers bid. Checked: the same, and only organisations that the market has checked bid. Invited: nobody else sees it. */
export type Visibility = (typeof VISIBILITIES)[number];

export type Request = {
  readonly id: string;
  readonly dealId: string;
  readonly buyerOrganisationId: string;
  readonly service: Service;
  readonly state: RequestState;
  readonly bidMode: BidMode;
  readonly visibility: Visibility;
  readonly comparisonCurrency: Currency;
  readonly mayCloseEarly: boolean;
  readonly twoPersonOpening: boolean;
  readonly closesAt: Instant;
  readonly decideBy: Instant;
  readonly bidCount: number;
  /** Null for requests from before there was more to say; `termsOf` reads it. */
  readonly terms: RequestTerms | null;
  /** How many amendments it has had: a bid names the one that it was made for. */
  readonly amendmentCount: number;
  /** How often an improving bid shortly before the end has moved the close. */
  readonly extensionCount: number;
  /** It is `cancelled` because its buyer has rejected all bids. */
  readonly isRejected: boolean;
  /** How its deal goes on, once its buyer has said so, where nobody was chosen. */
  readonly fallback: Fallback | null;
};

export type WindowRefusal = Refusal<"closes_too_soon" | "decides_before_close" | "window_too_long">;

export const WINDOW_MAX_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Whether a request may open now for bids until `closesAt`, as far as its times are read. `minOpenMs` is the market's dated rule on the least open
 * time. Refuses `closes_too_soon`, `decides_before_close` and `window_too_long` (beyond 90 days), all at once.
 */
export function checkWindow(
  { closesAt, decideBy }: { readonly closesAt?: Instant | undefined; readonly decideBy?: Instant | undefined },
  minOpenMs: number,
  now: Instant,
): Result<void, WindowRefusal> {
  return checkAll<WindowRefusal>([
    closesAt !== undefined && closesAt - now < minOpenMs
      ? refuse("closes_too_soon", { minutes: Math.ceil(minOpenMs / 60_000) })
      : accept(undefined),
    closesAt !== undefined && decideBy !== undefined && decideBy <= closesAt
      ? refuse("decides_before_close")
      : accept(undefined),
    decideBy !== undefined && decideBy - now > WINDOW_MAX_DAYS * DAY_MS
      ? refuse("window_too_long", { days: WINDOW_MAX_DAYS })
      : accept(undefined),
  ]);
}

/** The one answer to "may still be bid on?": state and the server's clock together. */
export const acceptsBids = (request: Pick<Request, "state" | "closesAt">, now: Instant): boolean =>
  request.state === "open" && now < request.closesAt;

export type CloseRefusal = Refusal<"not_yet" | "bids_to_confirm" | "wrong_state">;

/**
 * The close at its time, or early where that was published, whether anybody has bid or not. Of the bids that are counted, `unconfirmed` wait for
 * their bidders since an amendment: they count until the close and not after it, so that a request with none but them runs out. While
 * there are any, nobody closes early (`bids_to_confirm`): an amendment would else put bids out. Refuses `not_yet` and `wrong_state`.
 */
export function close(request: Request, now: Instant, unconfirmed = 0): Result<RequestState, CloseRefusal> {
  const isEarly = request.state === "open" && now < request.closesAt;
  if (isEarly && !request.mayCloseEarly) return refuse("not_yet", { closesAt: request.closesAt });
  if (isEarly && unconfirmed > 0) return refuse("bids_to_confirm", { count: unconfirmed });
  return advance<RequestState, RequestEvent>(
    REQUEST_LIFECYCLE,
    request.state,
    request.bidCount > unconfirmed ? "close" : "run_out",
  );
}

/**
 * The opening, after which amounts may be read. Where two-person opening was chosen, `approvals` counts the different people
 * of the buyer's organisation who have said so, this one included; refuses `second_person_needed` until there are two.
 */
export function open(
  request: Request,
  approvals: number,
): Result<RequestState, Refusal<"second_person_needed" | "wrong_state">> {
  const next = advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "open");
  if (next.ok && request.twoPersonOpening && approvals < 2) return refuse("second_person_needed");
  return next;
}

/** Cancelling ends a request in any state before its award. Refuses `wrong_state`. */
export const cancel = (request: Pick<Request, "state">) =>
  advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "cancel");

/** A decision that was not taken by `decideBy`. Refuses `not_yet` before that time. */
export function lapse(request: Request, now: Instant): Result<RequestState, Refusal<"not_yet" | "wrong_state">> {
  if (now < request.decideBy) return refuse("not_yet", { decideBy: request.decideBy });
  return advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "lapse");
}

/**
 * Whether amounts of its bids may be shown to others than their bidders: where bidding is open, and from the moment of the
 * opening on. The state does not tell: a request may end without ever having been opened.
 */
export const isOpened = (request: Pick<Request, "bidMode"> & { readonly openedAt: Instant | null }): boolean =>
  request.bidMode === "open" || request.openedAt !== null;
