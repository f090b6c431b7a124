import type { Mode } from "@/domain/hubs/place";
import { DAY_MS, type Instant } from "@/domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import type { Span } from "./opening-hours";

/** A time in which a hub lets nobody through. Never changed; one that was withdrawn ends then, or never was. */
export type Closure = {
  readonly id: string;
  readonly hubId: string;
  /** Null for all modes. */
  readonly mode: Mode | null;
  readonly from: Instant;
  readonly to: Instant;
  /** On whose clock it was announced (IANA). */
  readonly zone: string;
  readonly reason: string;
  readonly source: string;
  readonly withdrawnAt: Instant | null;
};

/** When the border is in fact closed by it: up to its withdrawal, and never where it was withdrawn before it began. */
export const spanOf = ({ from, to, withdrawnAt }: Pick<Closure, "from" | "to" | "withdrawnAt">): Span => ({
  from,
  to: withdrawnAt === null ? to : Math.max(from, Math.min(to, withdrawnAt)),
});

/** Whether it closes the hub for the mode at any time from `now` on. */
export const isAhead = (closure: Closure, now: Instant): boolean => {
  const { from, to } = spanOf(closure);
  return to > from && to > now;
};

/** Whether the border is closed by it at this moment. */
export const isOn = (closure: Closure, now: Instant): boolean => isAhead(closure, now) && closure.from <= now;

/** Whether it holds for goods that cross by the mode. */
export const isFor = (closure: Pick<Closure, "mode">, mode: Mode): boolean =>
  closure.mode === null || closure.mode === mode;

/** A sentence or two that everybody reads. */
export const CLOSURE_REASON_MAX = 300;

/** A year and a day, so that a closure until the same day of the next year can be announced. */
export const CLOSURE_MAX_DAYS = 367;

export type ClosureRefusal = Refusal<
  "mode_not_at_hub" | "zone_not_of_hub" | "closure_backwards" | "closure_over" | "closure_too_long"
>;

type Known = { readonly modes: readonly Mode[]; readonly zones: readonly string[]; readonly now: Instant };

/**
 * Whether an administrator may announce the closure. Refuses a mode that the hub has not, a zone that is kept on neither side of it, an end
 * that is not after the beginning, one that is over, and one of more than a year.
 */
export function checkClosure(
  { mode, zone, from, to }: Pick<Closure, "mode" | "zone" | "from" | "to">,
  { modes, zones, now }: Known,
): Result<void, ClosureRefusal> {
  if (mode !== null && !modes.includes(mode)) return refuse("mode_not_at_hub", { mode });
  if (!zones.includes(zone)) return refuse("zone_not_of_hub", { zone });
  if (to <= from) return refuse("closure_backwards");
  if (to <= now) return refuse("closure_over");
  if (to - from > CLOSURE_MAX_DAYS * DAY_MS) return refuse("closure_too_long", { days: CLOSURE_MAX_DAYS });
  return accept(undefined);
}

/** Whether the closure may be withdrawn: once, and while it is not over. */
export function checkWithdrawal(
  { to, withdrawnAt }: Pick<Closure, "to" | "withdrawnAt">,
  now: Instant,
): Result<void, Refusal<"closure_withdrawn" | "closure_over">> {
  if (withdrawnAt !== null) return refuse("closure_withdrawn");
  return to <= now ? refuse("closure_over") : accept(undefined);
}
